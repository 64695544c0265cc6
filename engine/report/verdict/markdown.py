"""Markdown, for a pull request or minutes: the answer, what would carry it, and how it was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.markdown import points
from coalcheck.engine.report.parts.markup import bullets, escaped, table
from coalcheck.engine.report.verdict import answer, count, on_record
from coalcheck.engine.report.verdict.closing import LEGAL, closing
from coalcheck.engine.report.verdict.cure import cures
from coalcheck.engine.report.verdict.discreet import shown
from coalcheck.engine.report.verdict.points import points_beside
from coalcheck.engine.report.verdict.scope import NOT_A_FAULT, OnScope, on_scope
from coalcheck.engine.report.verdict.scope import rows as scope_rows
from coalcheck.engine.report.verdict.ways import ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coalcheck.engine.checking.checked import Check, Checked, OnRecord
    from coalcheck.engine.decide.verdict import Verdict
    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.report.verdict.count import Row


def render(check: Check, options: Options) -> str:
    """Render every action in order, or a record as a whole."""
    blocks = _blocks(check, options) if check.record is None else _of_record(check, check.record, options)
    return "\n\n".join(filter(None, blocks)) + "\n"


def _of_record(check: Check, record: OnRecord, options: Options) -> Iterator[str]:
    yield f"## {escaped(on_record.heading(record))}"
    yield f"**{escaped(on_record.answered(check, record))}**"
    yield from _beside(check, options)
    for result in record.results:
        if result.file != record.charter:
            yield f"File {escaped(result.file)}"
        yield from points(result, options)
    entries, more = on_record.chosen(check, options)
    if entries:
        yield f"### {'All entries' if options.show_all else 'Entries to look at'}"
        yield table(
            ("Entry", "File"),
            [(escaped(on_record.entry(each)), escaped(on_record.file_of(each))) for each in entries],
        )
    if more:
        yield f"{more} more: `--all`."
    yield escaped(" ".join(on_record.told(check, record)))
    yield from _unread(check)
    yield f"_{escaped(LEGAL)}_"


def _blocks(check: Check, options: Options) -> Iterator[str]:
    yield from _beside(check, options)
    brief: list[str] = []
    for checked in check.checked:
        if answer.is_brief(check, checked, options):
            brief.append(f"{escaped(checked.result.file)}: {escaped(answer.heading(checked))}")
            continue
        yield bullets(brief)
        brief = []
        yield from _action(checked, options, several=len(check.checked) > 1)
    yield bullets(brief)
    if len(check.checked) > 1:
        yield f"**{escaped(answer.summary(check))}**"
    yield from _unread(check)
    yield f"_{escaped(LEGAL)}_"


def _beside(check: Check, options: Options) -> Iterator[str]:
    for beside in check.beside:
        yield f"## {escaped(answer.beside(beside))}"
        yield from points(beside, options)


def _unread(check: Check) -> Iterator[str]:
    return (f"**Not checked:** {escaped(sentence)}" for sentence in check.unread)


def _action(checked: Checked, options: Options, *, several: bool) -> Iterator[str]:
    verdict = shown(checked, options)
    yield f"## {escaped(answer.heading(checked))}"
    if several:
        yield f"File {escaped(checked.result.file)}"
    yield escaped(answer.tried(checked))
    yield escaped(answer.unread(checked))
    if verdict is not None:
        yield from _verdict(checked, verdict, options)
    if checked.terms:
        yield "### What the charter has for it"
        told = [(escaped(each.label), escaped(each.said), f"line {each.line}") for each in checked.terms]
        yield table(("About", "What it says", "Where"), told)
    beside = points_beside(checked)
    if beside.findings:
        yield "### What to look at"
        yield from points(beside, options, level=4)
    if verdict is not None:
        yield escaped(" ".join(closing(checked, verdict)))


def _verdict(checked: Checked, verdict: Verdict, options: Options) -> Iterator[str]:
    scope = on_scope(checked, verdict)
    if scope is not None and scope.first:
        yield from _on_scope(scope)
    yield escaped(" ".join(filter(None, answer.reasons(checked, verdict))))
    if scope is not None and not scope.first:
        yield from _on_scope(scope)
    if missing := answer.missing(verdict):
        yield "### What is missing"
        yield bullets(map(escaped, missing))
    if told := [*cures(checked)]:
        yield "### How to put it right"
        yield bullets(
            escaped(" ".join(filter(None, (each.said if len(told) > 1 else "", each.remedy))))
            for each in told
        )
    for each in ways(checked, verdict, show_all=options.show_all):
        yield f"### {escaped(each.what)}"
        yield escaped(f"{each.note}:" if each.note else "")
        yield bullets(escaped(f"{way.who}: {way.said}" if way.said else way.who) for way in each.ways)
        if each.more:
            yield f"{each.more} more ways: `--all`."
    yield "### How it was counted"
    if votes := [*count.votes(verdict, checked)]:
        yield table(
            ("Who", "Answer", "How it counted"),
            ((escaped(vote.who), escaped(vote.answer), escaped(vote.effect)) for vote in votes),
        )
    yield _rows(
        (*count.rules(verdict, checked), *count.clauses(verdict, checked), *scope_rows(checked, verdict)),
        checked,
    )


def _on_scope(scope: OnScope) -> Iterator[str]:
    """Why it is not within what was agreed, what was agreed, and three ways on."""
    yield escaped(scope.said)
    yield "### What the charter says"
    yield bullets(
        f"**{escaped(row.label)}:** {escaped(row.said)}{_line(row)}"
        if row.label
        else f"{escaped(row.said)}{_line(row)}"
        for row in scope.charter
    )
    yield "### What the proposal says"
    yield bullets(f"{escaped(name)}: {escaped(said)}" for name, said in scope.act)
    yield "### Three ways on"
    yield "\n".join(
        f"{n}. **{escaped(what)}** {escaped(how)}" for n, (what, how) in enumerate(scope.ways, start=1)
    )
    yield escaped(NOT_A_FAULT)
    if scope.points:
        yield f"({escaped('; '.join(scope.points))})"


def _line(row: Row) -> str:
    return f" (line {row.place.line})" if row.place is not None else ""


def _rows(rows: Iterable[Row], checked: Checked) -> str:
    """What was asked and what came of it, with the place in the charter; an empty text where nothing was."""
    told = [(escaped(row.label), escaped(row.said), _where(row, checked)) for row in rows]
    return table(("Asked", "What came of it", "Where"), told) if told else ""


def _where(row: Row, checked: Checked) -> str:
    if row.place is None:
        return ""
    file = "" if row.place.file == checked.ground.file else f"{escaped(row.place.file)}, "
    return f"{file}line {row.place.line}"
