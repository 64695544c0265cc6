"""What can no longer change, and who is enough, in named cases."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from strategies import GROUPS, NAMES

from coalcheck.engine.decide import completions
from coalcheck.engine.decide.change import ALL_ANSWERS
from coalcheck.engine.decide.completions import carrying, settled
from coalcheck.engine.decide.reach import Move
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import STATES, AtLeast, Bound, holds
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


def open_heads(bound: Bound, start: Sequence[int]) -> list[int]:
    return [
        cell.count - sum(start[STATES * number : STATES * (number + 1)])
        for number, cell in enumerate(bound.cells)
    ]


THREE = (Row("a"), Row("b"), Row("c"))
HEAVY = tuple(
    Row(name, weights={"shares": Fraction(weight)})
    for name, weight in (("a", 4), ("b", 2), ("c", 2), ("d", 1))
)
COUNCIL = tuple(Row(f"m{n:02}", groups=frozenset(GROUPS[1:] if n < 5 else ())) for n in range(15))


def ask(text: str, rows: Sequence[Row], quorum: str | None) -> tuple[Bound, tuple[Rule, ...]]:
    electorate = Electorate(tuple(rows), len(rows))
    asked = tuple(rule_of(each) for each in (text, quorum) if each is not None)
    cells = cells_of([(rule, electorate) for rule in asked])
    parts = [bind(rule, electorate, silence=bool(n), cells=cells) for n, rule in enumerate(asked)]
    return Bound(cells, AtLeast(len(parts), tuple(part.condition for part in parts))), asked


@pytest.mark.parametrize(
    ("text", "rows", "ballots", "quorum", "expected"),
    [
        pytest.param(
            "majority of members", THREE, {"a": YES, "b": YES}, None, True, id="two of three have it"
        ),
        pytest.param(
            "majority of members", THREE, {"a": NO, "b": BLANK}, None, False, id="too late to carry"
        ),
        pytest.param("majority of members", THREE, {"a": YES, "b": NO}, None, None, id="the third decides"),
        pytest.param(
            "majority of votes cast",
            THREE,
            {"a": YES, "b": YES},
            None,
            True,
            id="two for, one can be against",
        ),
        pytest.param(
            "majority of votes cast", THREE, {"a": YES}, None, None, id="one for, two could be against"
        ),
        pytest.param(
            "majority of votes cast",
            THREE,
            {"a": YES, "b": YES},
            "attendance at least 3 members",
            None,
            id="carried, but the quorum hangs on the third",
        ),
        pytest.param(
            "at least 9 members and no permanent member against",
            COUNCIL,
            {row.id: YES for row in COUNCIL[:14]},
            None,
            True,
            id="one elected member is still out",
        ),
        pytest.param(
            "at least 9 members and no permanent member against",
            COUNCIL,
            {row.id: YES for row in COUNCIL[1:]},
            None,
            None,
            id="a permanent member is still out",
        ),
        pytest.param(
            "at least 9 members and no permanent member against",
            COUNCIL,
            {"m00": NO},
            None,
            False,
            id="one against is enough where it is a veto",
        ),
        pytest.param(
            "exactly 1 member", THREE, {"a": YES, "b": YES}, None, False, id="too many in favour already"
        ),
        pytest.param("at most 1 member", THREE, {"a": YES}, None, None, id="another yes can undo it"),
        pytest.param(
            "no founder member against", THREE, {"a": YES}, None, None, id="the charter does not say"
        ),
        pytest.param(
            "majority of members", THREE, dict.fromkeys("abc", YES), None, True, id="nothing is open"
        ),
    ],
)
def test_what_can_no_longer_change(
    text: str, rows: Sequence[Row], ballots: Ballots, quorum: str | None, expected: bool | None
) -> None:
    bound, _ = ask(text, rows, quorum)
    start = bound.heads(ballots)
    left = open_heads(bound, start)
    for condition in (bound.condition, None):
        if condition is None and sum(left) > 6:
            continue
        found = settled(
            start, left, bound.cells, lambda heads: holds(bound.condition, heads), condition=condition
        )
        assert found is expected


def test_a_thing_that_holds_for_every_completion_by_different_parts() -> None:
    """No part of it is sure, and yet one of them always holds: both are looked at together."""
    bound, _ = ask("(at most 5 members or more than 5 members) and 1 member", [Row("m", count=9)], None)
    start = bound.heads({"m": Votes(1)})
    found = settled(
        start, [8], bound.cells, lambda heads: holds(bound.condition, heads), condition=bound.condition
    )
    assert found is True


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "(at most 2 members or more than 5 members or no founder member against) and 1 member",
            id="carried, or the charter does not say",
        ),
        pytest.param(
            "exactly 4 members and no founder member against", id="not carried, or the charter does not say"
        ),
    ],
)
def test_what_the_charter_does_not_say_of_some_completions_is_not_settled(text: str) -> None:
    """Whether all or nobody votes for it, it comes to the same; with four in favour it cannot be judged."""
    bound, _ = ask(text, [Row("m", count=9)], None)
    start = bound.heads({"m": Votes(1)})
    answers = {bound.judge({"m": Votes(yes)}) for yes in (1, 9)}
    assert len(answers) == 1
    assert bound.judge({"m": Votes(4)}) is None
    found = settled(
        start, [8], bound.cells, lambda heads: holds(bound.condition, heads), condition=bound.condition
    )
    assert found is None


def test_thousands_of_ballots_still_out() -> None:
    rows = [Row("city", count=6000), Row("land", count=4000, classes={"region": "north"})]
    bound, _ = ask("majority of members and attendance at least half of members", rows, None)
    wins = lambda heads: holds(bound.condition, heads)  # noqa: E731  (short, and asked twice)
    for yes, expected in ((5001, True), (5000, None)):
        start = bound.heads({"city": Votes(yes)})
        left = open_heads(bound, start)
        assert settled(start, left, bound.cells, wins, condition=bound.condition) is expected


def test_nothing_is_claimed_that_was_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    bound, _ = ask("majority of members", [Row("m", count=40)], None)
    start = bound.heads({"m": Votes(30)})

    def wins(heads: Sequence[int]) -> bool | None:
        return holds(bound.condition, heads)

    monkeypatch.setattr(completions, "MOST_STEPS", 100)
    assert settled(start, [10], bound.cells, wins) is None
    assert settled(start, [10], bound.cells, wins, condition=bound.condition) is True
    monkeypatch.setattr(completions, "MOST_COMPLETIONS", 10)
    found = carrying(start, [10], bound.cells, wins)
    assert not found.complete
    assert not any(way.smallest for way in found.ways)


def test_one_completion_that_differs_is_found_whatever_the_condition_says() -> None:
    """The condition is a help for the search; what is asked has the last word."""
    bound, _ = ask("majority of members", THREE, None)
    start = bound.heads({"a": YES, "b": YES})

    def wins(heads: Sequence[int]) -> bool | None:
        return heads[AGAINST] == 0

    assert settled(start, [1], bound.cells, wins, condition=bound.condition) is None


@pytest.mark.parametrize(
    ("text", "rows", "wanted", "others", "expected"),
    [
        pytest.param("majority of members", THREE, True, ALL_ANSWERS, ["2 of a b c"], id="any two of you"),
        pytest.param(
            "majority of members", THREE, False, ALL_ANSWERS, ["2 of a b c"], id="any two of you to stop it"
        ),
        pytest.param(
            "at least 2/3 of votes cast",
            THREE,
            True,
            (ABSENT,),
            ["1 of a b c"],
            id="one, if the others stay away",
        ),
        pytest.param(
            "at least 2/3 of votes cast", THREE, True, ALL_ANSWERS, ["2 of a b c"], id="two, if they do not"
        ),
        pytest.param(
            "more than half of shares",
            HEAVY,
            True,
            ALL_ANSWERS,
            ["2 of a b c", "2 of a d", "3 of b c d"],
            id="weights",
        ),
        pytest.param(
            "at least 9 members and no permanent member against",
            COUNCIL,
            False,
            ALL_ANSWERS,
            ["1 of m00 m01 m02 m03 m04", "7 of m05 m06 m07 m08 m09 m10 m11 m12 m13 m14"],
            id="a veto or seven others",
        ),
        pytest.param(
            "at least 2/3 of members present",
            THREE,
            True,
            (FOR, ABSTAIN, PRESENT),
            ["2 of a b c"],
            id="who abstains stands in the way too",
        ),
        pytest.param("all members", THREE, True, ALL_ANSWERS, ["3 of a b c"], id="all of you"),
        pytest.param("at least 5/4 of members", THREE, True, ALL_ANSWERS, [], id="nobody"),
        pytest.param("at most 1 member", THREE, True, ALL_ANSWERS, [], id="another yes can always undo it"),
        pytest.param("at most 1 member", THREE, True, (AGAINST,), ["1 of a b c"], id="just one"),
    ],
)
def test_who_is_enough(
    text: str, rows: Sequence[Row], wanted: bool, others: Sequence[int], expected: list[str]
) -> None:
    bound, _ = ask(text, rows, None)
    none = [0] * (STATES * len(bound.cells))
    found = carrying(
        none,
        [cell.count for cell in bound.cells],
        bound.cells,
        lambda heads: holds(bound.condition, heads),
        wanted=wanted,
        others=others,
        condition=bound.condition,
    )
    told = []
    for way in found.ways:
        cells = [cell for cell, _ in way.pool] or [move.cell for move in way.moves]
        told.append(
            f"{way.heads} of {' '.join(member for cell in cells for member in bound.cells[cell].ids)}"
        )
    assert told == expected
    assert found.complete


def test_who_is_enough_when_some_have_voted() -> None:
    bound, _ = ask("majority of members", [Row(name) for name in "abcde"], None)
    start = bound.heads({"a": YES, "b": NO})
    found = carrying(
        start, [3], bound.cells, lambda heads: holds(bound.condition, heads), condition=bound.condition
    )
    assert [way.moves for way in found.ways] == [(Move(0, ABSENT, FOR, 2),)]
    assert found.complete


def test_what_is_so_whatever_happens_needs_nobody() -> None:
    bound, _ = ask("majority of members", THREE, None)
    start = bound.heads({"a": YES, "b": YES})
    found = carrying(
        start, [1], bound.cells, lambda heads: holds(bound.condition, heads), condition=bound.condition
    )
    assert [way.moves for way in found.ways] == [()]
    assert found.complete
