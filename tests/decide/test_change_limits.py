"""What limits the search for the smallest change, and what it says where it gives up."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from strategies import GROUPS, NAMES

from coalcheck.engine.decide import change
from coalcheck.engine.decide.change import named, smallest
from coalcheck.engine.decide.needs import Needs, Step
from coalcheck.engine.decide.reach import Move
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import STATES, AtLeast, Cell, Linear, holds
from coalcheck.engine.threshold.electorate import Electorate, Row, Votes
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import Rule

FOR, AGAINST, ABSTAIN, PRESENT, ABSENT = range(5)
YES, NO = Votes(1), Votes(against=1)
THREE = (Row("breathe"), Row("local-9"), Row("parents"))


def rule_of(text: str) -> Rule:
    rule = parse(text, NAMES)
    assert not isinstance(rule, Fault), rule
    return rule


def test_only_some_may_change_and_only_in_some_ways() -> None:
    bound = bind(rule_of("2 members"), Electorate((Row("a"), Row("b", groups=frozenset(GROUPS)), Row("c"))))
    start = bound.heads({"a": YES, "b": NO})

    def asked(**limits: object) -> list[tuple[Move, ...]]:
        found = smallest(start, bound.cells, bound_wins, condition=bound.condition, **limits)  # type: ignore[arg-type]  # the limits differ from call to call
        return [way.moves for way in found.ways]

    def bound_wins(heads: Sequence[int]) -> bool | None:
        return holds(bound.condition, heads)

    assert asked() == [(Move(0, ABSENT, FOR, 1),), (Move(0, AGAINST, FOR, 1),)]
    assert asked(free={(0, ABSENT): 1}) == [(Move(0, ABSENT, FOR, 1),)]
    assert asked(free={}) == []
    assert asked(answers=(AGAINST, ABSTAIN)) == []


def test_where_it_gives_up_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(change, "FEW_STEPS", 50)
    monkeypatch.setattr(change, "MOST_STEPS", 100)
    rows = tuple(Row(f"m{n}", weights={"shares": Fraction(2**n + n)}) for n in range(14))
    electorate = Electorate(rows)
    bound = bind(rule_of("exactly half of shares and at least 3 members"), electorate)
    start = bound.heads({"m13": NO})

    def wins(heads: Sequence[int]) -> bool | None:
        return sum(heads[::STATES]) in (7, 9)

    found = smallest(start, bound.cells, wins)
    assert not found.smallest
    assert not found.complete
    assert found.ways == ()
    asked = smallest(start, bound.cells, lambda each: sum(each[::STATES]) >= 7)
    assert [way.heads for way in asked.ways] == [7]
    assert not asked.smallest
    assert not asked.ways[0].smallest


def test_a_condition_that_is_not_what_is_asked_is_left_aside() -> None:
    bound = bind(rule_of("2 members"), Electorate(THREE))
    start = bound.heads({"breathe": YES, "local-9": YES})
    found = smallest(start, bound.cells, lambda heads: heads[0] == 3, condition=bound.condition)
    assert [way.moves for way in found.ways] == [(Move(0, ABSENT, FOR, 1),)]
    assert found.smallest


def test_the_same_question_has_the_same_answer_in_the_same_order() -> None:
    rows = [Row(f"m{n}", weights={"shares": Fraction(n % 4 + 1)}) for n in range(12)]
    bound = bind(rule_of("2/3 of shares and 7 members"), Electorate(tuple(rows)))
    start = bound.heads({"m3": NO, "m4": YES, "m5": Votes(abstain=1)})
    asked = [
        smallest(start, bound.cells, lambda heads: holds(bound.condition, heads), condition=bound.condition)
        for _ in range(2)
    ]
    assert asked[0] == asked[1]
    assert len(asked[0].ways) > 1


def test_members_that_a_caller_sets_apart_are_put_together_again() -> None:
    """Cells may be finer than the rule needs, such as one for each holder of a veto."""
    cells = tuple(Cell((name,), (1,), votes=True) for name in "abcde")
    bound = bind(rule_of("3 members"), Electorate(tuple(Row(name) for name in "abcde")), cells=cells)
    start = [0] * (STATES * len(cells))
    found = smallest(start, cells, lambda heads: holds(bound.condition, heads), condition=bound.condition)
    assert [way.pool for way in found.ways] == [tuple((number, ABSENT) for number in range(5))]
    (told,) = named(found.ways, start, cells, {}, lambda _: ("adopted", ""))
    assert [edit.member for edit in told.edits] == ["a", "b", "c"]
    assert told.any_of == tuple("abcde")


def test_nobody_answers_twice() -> None:
    """Three steps nearer are needed, of which each of two heads can take two, and then not another one."""
    cells = tuple(Cell((name,), (1,), votes=True) for name in "ab")
    rule = rule_of("at least 1 more in favour than against")
    bound = bind(rule, Electorate((Row("a"), Row("b"))), cells=cells)
    start = bound.heads({"a": NO, "b": NO})
    found = smallest(start, cells, lambda heads: holds(bound.condition, heads), condition=bound.condition)
    assert found.complete
    assert {tuple(sorted(move.cell for move in way.moves)) for way in found.ways} == {(0, 1)}
    assert len(found.ways) == 7  # both in favour, or one of them and the other in one of three ways out


def test_that_anybody_will_do_is_not_claimed_without_proof() -> None:
    """Any two of thirty but the first with the last: more pairs than are looked at one by one."""
    cells = tuple(Cell((f"m{number}",), (1,), votes=True) for number in range(30))

    def wins(heads: Sequence[int]) -> bool | None:
        yes = heads[::STATES]
        return sum(yes) == 2 and not (yes[0] and yes[29])

    found = smallest([0] * (STATES * 30), cells, wins, answers=(FOR,))
    assert (found.heads, found.smallest, found.complete) == (2, True, False)
    assert not any(way.pool for way in found.ways)


def test_parts_that_one_head_helps_at_once_are_not_added_up() -> None:
    """Two of three parts, and a single vote in favour meets all of them."""
    part = Linear((1, 0, 0, 0), -1, strict=False)
    others = (Linear((2, 0, 0, 0), -1, strict=False), Linear((1, -1, 0, 0), 0, strict=True))
    steps = [Step(0, 0, ABSENT, FOR, 3), Step(0, 0, ABSENT, AGAINST, 3)]
    needs = Needs(AtLeast(2, (part, *others)), steps)
    assert needs.fewest(needs.values([0, 0, 0, 0]), 0) == 1
    assert not needs.hold(needs.values([0, 0, 0, 0]))
    assert needs.hold(needs.values([1, 0, 0, 0]))


@pytest.mark.parametrize(
    ("weight", "sure"),
    [
        pytest.param(2, True, id="the two lightest have it"),
        pytest.param(3, False, id="only with one of the heavy ones"),
        pytest.param(7, False, id="nobody has it"),
    ],
)
def test_that_it_is_sure_whoever_they_are(weight: int, sure: bool) -> None:
    part = Linear((3, 0, 0, 0, 1, 0, 0, 0), -weight, strict=False)
    needs = Needs(part, [Step(0, 0, ABSENT, FOR, 2), Step(1, 1, ABSENT, FOR, 2)])
    assert needs.surely(needs.values([0] * 8), 2) is sure
