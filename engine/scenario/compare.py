"""What was expected of a case against what it came to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from msgspec import Struct

from coalcheck.engine.decide.suggest import NO_CHANGE, NO_NAMES
from coalcheck.engine.scenario.words import ANY, NONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalcheck.engine.decide.verdict import Change, Verdict
    from coalcheck.engine.findings.finding import Finding
    from coalcheck.engine.scenario.clauses import Clauses
    from coalcheck.engine.scenario.model import Expect
    from coalcheck.engine.scenario.suite import Case

What: TypeAlias = Literal[
    "verdict", "by", "scope", "findings", "no_findings", "to_pass", "to_block", "nothing-expected", "unread"
]

UNKNOWN: Final = "unknown"
"""Where it is not worked out how many votes would do, as where only counts are on record."""


class Difference(Struct, frozen=True):
    """One thing that is not as expected.

    Attributes:
        what: the key of the expectation; or ``nothing-expected`` and ``unread``, where the file is at fault.
        expected: what was expected, in the words of the file.
        got: what it is, in the same words; empty where it is nothing.
    """

    what: What
    expected: str
    got: str


def compared(
    case: Case, verdict: Verdict | None, found: Sequence[Finding], clauses: Clauses
) -> tuple[Difference, ...]:
    """Everything that is not as expected; none where the case passes.

    A case of which nothing is expected never passes, nor does one that could not be read in full.
    """
    expect = case.expect
    if expect is None:
        return (Difference("nothing-expected", "", "" if verdict is None else verdict.outcome),)
    if verdict is None:
        return (Difference("unread", expect.verdict or "", ""),)
    differences = tuple(_differences(expect, verdict, found, clauses))
    if not differences and not asks(expect):
        return (Difference("nothing-expected", "", verdict.outcome),)
    return differences


def asks(expect: Expect) -> bool:
    """Whether an expectation expects anything."""
    one_of = (expect.verdict, expect.scope, expect.to_pass, expect.to_block)
    return any(each is not None for each in one_of) or bool(
        expect.by or expect.findings or expect.no_findings
    )


def _differences(
    expect: Expect, verdict: Verdict, found: Sequence[Finding], clauses: Clauses
) -> Iterator[Difference]:
    if expect.verdict is not None and expect.verdict != verdict.outcome:
        yield Difference("verdict", expect.verdict, verdict.outcome)
    deciding = [each for each in verdict.clauses if each.decides]
    for word in expect.by:
        if not any(clauses.is_meant(word, each, verdict.decision) for each in deciding):
            yield Difference("by", word, ", ".join(clauses.deciding(verdict)))
    scope = verdict.scope.answer if verdict.scope is not None else ""
    if expect.scope is not None and expect.scope != scope:
        yield Difference("scope", expect.scope, scope)
    said = {word for each in found for word in (each.code, each.name)}
    shown = ", ".join(f"{each.name} ({each.code})" for each in found)
    yield from (Difference("findings", each, shown) for each in expect.findings if each not in said)
    for word in expect.no_findings:
        if word in said or (word == ANY and found):
            yield Difference("no_findings", word, shown)
    changes: tuple[tuple[Literal["to_pass", "to_block"], int | None, str], ...] = (
        ("to_pass", expect.to_pass, _to_pass(verdict)),
        ("to_block", expect.to_block, _to_block(verdict)),
    )
    for what, expected, got in changes:
        if expected is not None and got != _votes(expected):
            yield Difference(what, _votes(expected), got)


def _to_pass(verdict: Verdict) -> str:
    """How many votes at least must be others for it to carry; that none would do only where it is proven."""
    if verdict.to_pass:
        return _fewest(verdict.to_pass)
    return "none" if NO_CHANGE in verdict.notes else UNKNOWN


def _to_block(verdict: Verdict) -> str:
    """The same for it to fail, where it was carried and who voted what is on record."""
    if verdict.to_block:
        return _fewest(verdict.to_block)
    return "none" if verdict.outcome == "adopted" and NO_NAMES not in verdict.notes else UNKNOWN


def _fewest(changes: Sequence[Change]) -> str:
    fewest = min(sum(edit.heads for edit in each.edits) for each in changes)
    return str(fewest) if any(each.smallest for each in changes) else UNKNOWN


def _votes(number: int) -> str:
    return "none" if number == NONE else str(number)
