"""What would have to change, in named cases: who is named, in what order, and what is never claimed."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from strategies import GROUPS, NAMES

from coalcheck.engine.decide.change import Smallest, named, smallest
from coalcheck.engine.decide.verdict import Change, Outcome
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import AtLeast, Cell, holds
from coalcheck.engine.threshold.cells import cells_of
from coalcheck.engine.threshold.electorate import Ballots, Electorate, Row, Votes
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import Rule

FOR, AGAINST, ABSTAIN, PRESENT, ABSENT = range(5)
YES, NO, BLANK = Votes(1), Votes(against=1), Votes(abstain=1)


def rule_of(text: str) -> Rule:
    rule = parse(text, NAMES)
    assert not isinstance(rule, Fault), rule
    return rule


def put(
    text: str, rows: Sequence[Row], ballots: Ballots, quorum: str | None = None, *, wanted: bool = True
) -> tuple[Smallest, list[int], tuple[Cell, ...]]:
    """Ask for the smallest change of a vote under a rule and a quorum."""
    electorate = Electorate(tuple(rows), len(rows))
    asked = [(rule_of(each), electorate) for each in (text, quorum) if each is not None]
    cells = cells_of(asked)
    parts = [bind(rule, electorate, silence=bool(n), cells=cells) for n, (rule, _) in enumerate(asked)]
    condition = AtLeast(len(parts), tuple(part.condition for part in parts))
    start = parts[0].heads(ballots)
    found = smallest(start, cells, lambda heads: holds(condition, heads), wanted=wanted, condition=condition)
    return found, start, cells


def said(text: str, rows: Sequence[Row], ballots: Ballots, quorum: str | None, wanted: bool) -> list[str]:
    found, start, cells = put(text, rows, ballots, quorum, wanted=wanted)

    def reckon(heads: Sequence[int]) -> tuple[Outcome, str]:
        return ("adopted" if wanted else "rejected"), str(sum(heads))

    return [in_short(each) for each in named(found.ways, start, cells, ballots, reckon)]


def in_short(told: Change) -> str:
    edits = ", ".join(
        f"{edit.member}{f' {edit.heads}' * (edit.heads > 1)}: {edit.before}"
        f" to {' or '.join((edit.after, *told.instead))}"
        for edit in told.edits
    )
    others = sorted(set(told.any_of) - {edit.member for edit in told.edits})
    return f"{edits}; also {' '.join(others)}" if others else edits


AWAY = "against to abstain or present or absent"
THREE = (Row("breathe"), Row("local-9"), Row("parents"))
ONE_EACH = {"breathe": YES, "local-9": NO, "parents": BLANK}
FIVE_PERMANENT = tuple(
    Row(f"m{number:02}", groups=frozenset(GROUPS[1:] if number < 5 else ())) for number in range(15)
)
COUNCIL = "at least 9 members and no permanent member against"
HEAVY = tuple(
    Row(name, weights={"shares": Fraction(weight)})
    for name, weight in (("a", 4), ("b", 2), ("c", 2), ("d", 1))
)


def council(*, against: Sequence[int] = (), abstain: Sequence[int] = ()) -> Ballots:
    return {
        row.id: NO if number in against else BLANK if number in abstain else YES
        for number, row in enumerate(FIVE_PERMANENT)
    }


@pytest.mark.parametrize(
    ("text", "rows", "ballots", "quorum", "wanted", "expected"),
    [
        pytest.param(
            "at least 2/3 of votes cast",
            THREE,
            ONE_EACH,
            "attendance more than half of members",
            True,
            [
                "parents: abstain to for",
                "local-9: against to for",
                "local-9: against to abstain or present or absent",
            ],
            id="one vote, as in the model output",
        ),
        pytest.param(
            "at least 2/3 of votes cast",
            THREE,
            {"breathe": YES, "local-9": NO},
            "attendance at least 3 members",
            True,
            ["parents: absent to for"],
            id="absent to for, and the quorum with it",
        ),
        pytest.param(
            COUNCIL,
            FIVE_PERMANENT,
            council(against=(0,)),
            None,
            True,
            ["m00: against to for", "m00: against to abstain or present or absent"],
            id="whoever vetoes is the only one who can",
        ),
        pytest.param(
            COUNCIL,
            FIVE_PERMANENT,
            council(abstain=range(8, 15)),
            None,
            True,
            ["m08: abstain to for; also m09 m10 m11 m12 m13 m14"],
            id="for want of one vote",
        ),
        pytest.param(
            COUNCIL,
            FIVE_PERMANENT,
            council(abstain=range(7, 15)),
            None,
            True,
            ["m07: abstain to for, m08: abstain to for; also m09 m10 m11 m12 m13 m14"],
            id="any two of eight",
        ),
        pytest.param(
            COUNCIL,
            FIVE_PERMANENT,
            council(),
            None,
            False,
            ["m00: for to against; also m01 m02 m03 m04"],
            id="to stop it, a permanent member",
        ),
        pytest.param(
            "more than half of shares",
            HEAVY,
            {"b": YES, "c": NO},
            None,
            True,
            ["a: absent to for"],
            id="one with weight enough",
        ),
        pytest.param(
            "majority of votes cast",
            THREE,
            {"breathe": YES},
            "attendance at least 2 members",
            True,
            [
                "local-9: absent to for; also parents",
                "local-9: absent to abstain or present; also parents",
            ],
            id="coming is enough",
        ),
        pytest.param(
            "at least half of votes cast",
            THREE,
            {"breathe": YES},
            "turnout at least 2 members",
            True,
            [
                "local-9: absent to for; also parents",
                "local-9: absent to abstain; also parents",
                "local-9: absent to against; also parents",
            ],
            id="even a vote against it helps, and is named last",
        ),
        pytest.param(
            "at least 3 more in favour than against",
            THREE,
            {"breathe": NO, "local-9": YES},
            None,
            True,
            ["breathe: against to for, parents: absent to for"],
            id="two do what one cannot do twice",
        ),
        pytest.param(
            "exactly 1 member",
            THREE,
            {"breathe": YES, "parents": YES},
            None,
            True,
            [
                "breathe: for to abstain or present or absent; also parents",
                "breathe: for to against; also parents",
            ],
            id="one fewer in favour",
        ),
        pytest.param(
            "at most 1 member against and 1 member",
            [Row(name) for name in "abcd"],
            {"a": NO, "b": NO, "c": NO, "d": YES},
            None,
            True,
            [
                "a: against to for, b: against to for; also c",
                f"a: {AWAY}, b: {AWAY}; also c",
                "a: against to for, b: against to abstain",
                "a: against to for, b: against to present",
                "a: against to for, b: against to absent",
            ],
            id="any two of three, in any way",
        ),
        pytest.param(
            "majority of votes cast",
            (Row("workers", count=5), Row("guests", count=2, votes=False)),
            {"workers": Votes(1, 3, 1), "guests": Votes(present=1)},
            None,
            True,
            [
                "workers 2: against to for",
                "workers: against to for, workers: against to abstain",
                "workers: against to for, workers: against to present",
                "workers: against to for, workers: against to absent",
            ],
            id="heads of a counted row, and never those who may not vote",
        ),
    ],
)
def test_what_would_have_to_change(
    *,
    text: str,
    rows: Sequence[Row],
    ballots: Ballots,
    quorum: str | None,
    wanted: bool,
    expected: list[str],
) -> None:
    assert said(text, rows, ballots, quorum, wanted) == expected


@pytest.mark.parametrize(
    ("text", "rows", "ballots", "wanted"),
    [
        pytest.param("at least 5/4 of members", THREE, ONE_EACH, True, id="more than there are"),
        pytest.param("at least half of seats", (), {}, True, id="nobody is there"),
        pytest.param(
            "2 members",
            (Row("a"), Row("b", votes=False)),
            {"a": YES},
            True,
            id="who may not vote never changes",
        ),
        pytest.param(
            "no founder member against and 1 member", THREE, ONE_EACH, True, id="not said by the charter"
        ),
    ],
)
def test_that_nothing_does_it_is_proven(
    text: str, rows: Sequence[Row], ballots: Ballots, wanted: bool
) -> None:
    found, _, _ = put(text, rows, ballots, wanted=wanted)
    assert found == Smallest((), 0, smallest=True, complete=True)


def test_what_is_so_already_needs_nothing() -> None:
    found, start, cells = put("1 member", THREE, ONE_EACH)
    assert (found.heads, found.smallest, found.complete) == (0, True, True)
    told = named(found.ways, start, cells, ONE_EACH, lambda _: ("adopted", "1 of 1"))
    assert told == (Change((), "adopted", "1 of 1"),)
