"""One sentence a line, without symbols or columns: for screen readers, and for logs read by the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report import plain as findings
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.report.verdict import answer, count, on_record
from coalcheck.engine.report.verdict.closing import LEGAL, closing
from coalcheck.engine.report.verdict.cure import cures
from coalcheck.engine.report.verdict.discreet import shown
from coalcheck.engine.report.verdict.line import sentence
from coalcheck.engine.report.verdict.points import points_beside
from coalcheck.engine.report.verdict.scope import NOT_A_FAULT, OnScope, on_scope
from coalcheck.engine.report.verdict.scope import rows as scope_rows
from coalcheck.engine.report.verdict.ways import ways

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.checking.checked import Check, Checked, OnRecord
    from coalcheck.engine.decide.verdict import Verdict
    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.report.verdict.count import Row, Vote


def render(check: Check, options: Options) -> str:
    """Render every action in order; a line is a sentence."""
    if check.record is not None:
        return "\n".join(filter(None, _of_record(check, check.record, options))) + "\n"
    return "\n".join(filter(None, _lines(check, options))) + "\n"


def _of_record(check: Check, record: OnRecord, options: Options) -> Iterator[str]:
    """A record as a whole, then the entries to look at."""
    yield f"{on_record.heading(record)}."
    yield on_record.answered(check, record)
    for beside in check.beside:
        yield f"{answer.beside(beside)}."
        yield from findings.points(beside, options)
    for result in record.results:
        if result.file != record.charter:
            yield f"File {visible(result.file)}."
        yield from findings.points(result, options)
    entries, more = on_record.chosen(check, options)
    for checked in entries:
        yield f"Entry in file {on_record.file_of(checked)}: {on_record.entry(checked)}."
    if more:
        yield f"{more} more to look at; add --all to hear them."
    yield from on_record.told(check, record)
    yield LEGAL


def _lines(check: Check, options: Options) -> Iterator[str]:
    for beside in check.beside:
        yield f"{answer.beside(beside)}."
        yield from findings.points(beside, options)
    for checked in check.checked:
        if len(check.checked) > 1:
            yield f"File {visible(checked.result.file)}."
        if answer.is_brief(check, checked, options):
            yield f"{answer.heading(checked)}."
        else:
            yield from _action(checked, options)
    if len(check.checked) > 1:
        yield answer.summary(check)
    yield LEGAL


def _action(checked: Checked, options: Options) -> Iterator[str]:
    verdict = shown(checked, options)
    yield f"{answer.heading(checked)}."
    yield answer.tried(checked)
    yield answer.unread(checked)
    if verdict is not None:
        scope = on_scope(checked, verdict)
        if scope is not None and scope.first:
            yield from _on_scope(scope)
        yield " ".join(filter(None, answer.reasons(checked, verdict)))
        if scope is not None and not scope.first:
            yield from _on_scope(scope)
        yield from (f"Missing: {each}" for each in answer.missing(verdict))
        for cure in cures(checked):
            said = cure.said if len([*cures(checked)]) > 1 else ""
            yield f"How to put it right: {' '.join(filter(None, (said, cure.remedy)))}"
        yield from _ways(checked, verdict, options)
        yield from (_row(each) for each in count.rules(verdict, checked))
        yield from (_vote(each) for each in count.votes(verdict, checked))
        yield from (_row(each) for each in count.clauses(verdict, checked))
        yield from (_row(each) for each in scope_rows(checked, verdict))
    for term in checked.terms:
        yield sentence(f"The charter, line {term.line}, {term.label}: {visible(term.said)}")
    yield from findings.points(points_beside(checked), options)
    if verdict is not None:
        yield " ".join(closing(checked, verdict))


def _on_scope(scope: OnScope) -> Iterator[str]:
    yield scope.said
    yield from (_row(each) if each.label else each.said for each in scope.charter)
    yield from (sentence(f"The proposal, {name}: {said}") for name, said in scope.act)
    for number, (what, how) in enumerate(scope.ways, start=1):
        yield f"Way {number}: {what} {how}"
    yield NOT_A_FAULT
    if scope.points:
        yield f"More with coalcheck explain: {', '.join(each.rpartition(', ')[2] for each in scope.points)}."


def _ways(checked: Checked, verdict: Verdict, options: Options) -> Iterator[str]:
    for each in ways(checked, verdict, show_all=options.show_all):
        yield f"{each.what}. {each.note}." if each.note else f"{each.what}:"
        for number, way in enumerate(each.ways, start=1):
            said = f"; then {way.said}" if way.said else ""
            yield sentence(f"Way {number}: {way.who}{said}" if each.note else way.who)
        if each.more:
            yield f"{each.more} more ways; add --all to hear them."


def _row(row: Row) -> str:
    where = f", line {row.place.line}" if row.place is not None else ""
    return sentence(f"{row.label}{where}: {row.said}")


def _vote(vote: Vote) -> str:
    told = ", ".join(filter(None, (vote.answer, vote.effect)))
    return sentence(f"{vote.who}: {told}" if told else vote.who)
