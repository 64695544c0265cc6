"""What tests came to, in sentences: the answer, each case that is not as expected, what no case tries."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.checking.outcomes import in_words
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.report.scenario.mutation import noticed
from coalcheck.engine.scenario.compare import UNKNOWN
from coalcheck.engine.scenario.words import ANY
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from coalcheck.engine.decide.verdict import Consulted, Outcome, Verdict
    from coalcheck.engine.scenario.clauses import Clauses
    from coalcheck.engine.scenario.compare import Difference
    from coalcheck.engine.scenario.coverage.model import Coverage, Item
    from coalcheck.engine.scenario.run import Ran
    from coalcheck.engine.scenario.testing import CharterRun, FileRun, Run

FOOTER: Final = "coalcheck reads charters and counts; it does not give legal advice."
_SCOPES: Final = {
    "in": "within what was agreed",
    "ask": "a question of scope",
    "out": "outside what was agreed",
    "": "without a scope to hold it against",
}


class Failed(NamedTuple):
    """A case that is not as expected, in sentences.

    Attributes:
        name: its id.
        file: its file.
        line: its line.
        why: why it was expected; empty where that is not said.
        expected: what was expected.
        got: what it is.
        clauses: the clauses that decide, each with its numbers and its place.
        next: what to do.
    """

    name: str
    file: str
    line: int
    why: str
    expected: str
    got: str
    clauses: tuple[str, ...]
    next: str


class Open(NamedTuple):
    """What one more case would exercise.

    Attributes:
        sentences: what is not exercised, each with its line.
        paste: the case; empty where it is not worked out.
    """

    sentences: tuple[str, ...]
    paste: str


def answer(run: Run) -> str:
    """Say whether everything came out as expected."""
    cases = run.ran
    failed = sum(not each.passed for each in cases)
    points = sum(len(result.findings) for result in run.results)
    if not cases:
        said = "No case could be run"
    elif not failed:
        said = (
            "The one case comes out as expected"
            if len(cases) == 1
            else f"All {len(cases):,} cases come out as expected"
        )
    else:
        do = "does" if failed == 1 else "do"
        said = f"{failed:,} of {counted(len(cases), 'case')} {do} not come out as expected"
    if points:
        said += f"; {counted(points, 'point')} to settle in the files"
    return f"{said}."


def gate(run: Run) -> Iterator[str]:
    """Say of each charter whether enough of it is exercised, where some share was asked for."""
    for charter in run.charters:
        coverage = charter.coverage
        if run.fail_under is None or coverage is None:
            continue
        least = percent(run.fail_under)
        enough = "as asked" if charter not in run.below else f"{least} % were asked for"
        yield f"{visible(charter.name)}: {exercised(coverage)}; {enough}."
    for charter in run.charters:
        if run.min_score is not None and charter.mutation is not None:
            wanted = f"{percent(run.min_score)} % were asked for"
            enough = wanted if charter in run.overlooked else "as asked"
            yield f"{visible(charter.name)}: {noticed(charter.mutation)}; {enough}."


def exercised(coverage: Coverage) -> str:
    """How much is exercised: ``16 of 26 things to try are tried, 61.5 %``."""
    things = counted(len(coverage.items), "thing")
    tried = f"{coverage.covered:,} of {things} to try {_are(coverage.covered)} tried"
    return f"{tried}, {percent(coverage.percent)} %"


def percent(share: Fraction) -> str:
    """A share of a hundred, cut after one decimal: what is not all is never shown as 100."""
    tenths = 10 * share.numerator // share.denominator
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"


def file_line(file: FileRun) -> str:
    """One line on a test file: how many of its cases came out as expected."""
    cases = len(file.ran)
    said = f"{file.passed:,} of {counted(cases, 'case')} as expected" if cases else "no case was run"
    more = f", {file.passed_over:,} not asked for" if file.passed_over else ""
    heading = f' "{visible(file.title)}"' if file.title != file.result.file else ""
    return f"{visible(file.result.file)}{heading}: {said}{more}"


def failures(run: Run) -> Iterator[Failed]:
    """The cases that are not as expected, in the order in which they ran."""
    for charter in run.charters:
        for file in charter.files:
            yield from (failed(each, file, charter) for each in file.ran if not each.passed)


def failed(ran: Ran, file: FileRun, charter: CharterRun) -> Failed:
    """One case that is not as expected."""
    verdict, clauses = ran.verdict, charter.clauses
    said: tuple[str, ...] = ()
    if verdict is not None and clauses is not None:
        said = tuple(clause_said(each, clauses, charter.file) for each in verdict.clauses if each.decides)
    pairs = [_pair(each) for each in ran.differences]
    return Failed(
        name=ran.case.id,
        file=file.result.file,
        line=ran.case.line,
        why=visible(ran.case.why),
        expected=join(*(expected for expected, _ in pairs)),
        got=join(*dict.fromkeys(got for _, got in pairs if got)),
        clauses=said,
        next=_next(ran, charter),
    )


def clause_said(clause: Consulted, clauses: Clauses, file: str) -> str:
    """A clause with its numbers and its place."""
    name = clauses.name(clause)
    words = f'"{visible(clause.text)}": ' if clause.text else ""
    where = f" ({visible(file)}, line {clauses.line(clause.route)})" if clause.route is not None else ""
    return f"{name}: {words}{visible(clause.said)}{where}"


def _pair(difference: Difference) -> tuple[str, str]:
    """What was expected, and what is, as two phrases that follow "expected" and "it is"."""
    what, expected, got = difference.what, difference.expected, difference.got
    if what == "verdict":
        return outcome(expected), outcome(got)
    if what == "by":
        return f"decided by {expected}", f"decided by {got}" if got else "decided by no clause"
    if what == "scope":
        return _SCOPES[expected], _SCOPES[got]
    if what == "findings":
        return f"with the point {expected}", f"with {got}" if got else "without any point"
    if what == "no_findings":
        return "without any point" if expected == ANY else f"without the point {expected}", f"with {got}"
    if what in ("to_pass", "to_block"):
        does = "carry" if what == "to_pass" else "stop"
        return _changes(expected, does), _changes(got, does)
    if what == "nothing-expected":
        return "nothing: the case does not say", outcome(got) if got else "not known"
    return outcome(expected) if expected else "something", "not known, for the case could not be judged"


def outcome(word: str) -> str:
    """An outcome as a page of a check has it."""
    known: dict[str, Outcome] = {each: each for each in _outcomes()}
    return in_words(known[word]) if word in known else word


def _outcomes() -> tuple[Outcome, ...]:
    from coalcheck.engine.decide.verdict import OUTCOMES

    return OUTCOMES


def _changes(number: str, does: str) -> str:
    if number == UNKNOWN:
        return "one of which is not known how many other votes would " + does
    if number == "none":
        return f"one that no other votes would {does}"
    return f"one that {number} other {'vote' if number == '1' else 'votes'} would {does}"


def _next(ran: Ran, charter: CharterRun) -> str:
    """The one next step."""
    verdict = ran.verdict
    if ran.case.expect is None or any(each.what == "nothing-expected" for each in ran.differences):
        came = f": expect: {outcome(verdict.outcome)}" if verdict is not None else ""
        return f"Write what is expected{came}."
    if verdict is None:
        return "Settle what is said of the file first."
    if verdict.outcome == "indeterminate" and verdict.missing:
        return f"Add what is not on record. {visible(verdict.missing[0])}"
    if charter.clauses is None or not {each.what for each in ran.differences} <= {"verdict", "by"}:
        here = f"change what the case on line {ran.case.line} expects"
        return f"If the charter is right, {here}. If the case is right, change {visible(charter.file)}."
    right = _as_it_is(ran, verdict, charter.clauses)
    where = _where(verdict, charter.clauses)
    place = f"{where}{visible(charter.file)}"
    return f"If the charter is right, write {right}. If the case is right, change {place}."


def _as_it_is(ran: Ran, verdict: Verdict, clauses: Clauses) -> str:
    """What to write where the case is to say what the charter says."""
    word = outcome(verdict.outcome)
    by = clauses.deciding(verdict) if any(each.what == "by" for each in ran.differences) else ()
    if not by:
        return f"expect: {word}"
    short = by[0].removeprefix(f"decisions.{verdict.decision}.")
    # A place in a list has brackets, which mean something else between braces.
    return f"expect: {{verdict: {word}, by: {json.dumps(short) if '[' in short else short}}}"


def _where(verdict: Verdict, clauses: Clauses) -> str:
    """The line of the clause that decides, as the beginning of a place in the charter."""
    routes = [each.route for each in verdict.clauses if each.decides and each.route is not None]
    return f"line {clauses.line(routes[0])} of " if routes else ""


def not_exercised(coverage: Coverage) -> tuple[Open, ...]:
    """What no case exercises, put together by the case that would."""
    found: dict[str, list[Item]] = {}
    for number, item in enumerate(coverage.open):
        _, _, body = item.paste.partition("\n")
        found.setdefault(body or f"\0{number}", []).append(item)
    # What one case shows of most things comes first.
    return tuple(
        Open(
            tuple(dict.fromkeys(f"{visible(item.said)} (line {item.line})" for item in items)), items[0].paste
        )
        for items in sorted(found.values(), key=lambda items: -len(items))
    )


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
