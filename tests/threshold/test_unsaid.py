"""What the charter does not say stays open: empty classes and groups, and three-valued logic over them."""

from __future__ import annotations

from itertools import product

import pytest
from both_judges import met, rule_of

from coalcheck.engine.threshold.bound import AtLeast, Condition, Linear, Unknown, holds
from coalcheck.engine.threshold.electorate import IN_FAVOUR, Electorate, Row, Votes
from coalcheck.engine.threshold.judge import judge
from coalcheck.engine.threshold.search import undecidable

EMPTY = Electorate(
    (Row("a", classes={"region": "north"}), Row("b", classes={"region": "north"})),
    classes={"region": frozenset({"north", "south"})},
)
BOTH = {"a": IN_FAVOUR, "b": IN_FAVOUR}
NOBODY = Electorate((Row("out", in_body=False), Row("gone", count=0)))


@pytest.mark.parametrize(
    ("text", "electorate", "expected"),
    [
        pytest.param("half of seats", EMPTY, None, id="no seats are known"),
        pytest.param("half of seats", Electorate(EMPTY.rows, 0), None, id="no seats"),
        pytest.param("1 times the square root of seats", EMPTY, None, id="a root of no seats"),
        pytest.param("half of population", EMPTY, None, id="nobody has the weight"),
        pytest.param("no founder member against", EMPTY, None, id="nobody is in the group"),
        pytest.param("at most 0 founder members against", EMPTY, None, id="nobody is in the group, a limit"),
        pytest.param("no member against", NOBODY, None, id="nobody is in the body"),
        pytest.param("at most 3 members", NOBODY, None, id="nobody, of a number"),
        pytest.param("1 member in each chamber", EMPTY, None, id="nobody has the attribute"),
        pytest.param("1 member in each region", EMPTY, None, id="a class that everyone has left"),
        pytest.param("3 members in each region", EMPTY, False, id="which does not matter where one fails"),
        pytest.param("1 member in at least 1 region", EMPTY, True, id="nor where one is enough"),
        pytest.param("1 member in at least 2 regions", EMPTY, None, id="it does where both are asked"),
        pytest.param("3 members in at least 1 region", EMPTY, None, id="or where the other fails"),
        pytest.param("3 members in at least 2 regions", EMPTY, False, id="not where two cannot be met"),
        pytest.param("1 member in at least 3 regions", EMPTY, False, id="more classes than there are"),
        pytest.param("1 member in at least 1 of 2 regions", EMPTY, True, id="as many as there are"),
        pytest.param("1 member in at least 1 of 3 regions", EMPTY, None, id="the text says there are more"),
        pytest.param("1 member in at least 1 of 1 region", EMPTY, None, id="the text says there are fewer"),
        pytest.param("half of seats and 1 member", EMPTY, None, id="unknown and met"),
        pytest.param("half of seats and 3 members", EMPTY, False, id="unknown and not met"),
        pytest.param("3 members and half of seats", EMPTY, False, id="not met and unknown"),
        pytest.param("half of seats or 1 member", EMPTY, True, id="unknown or met"),
        pytest.param("1 member or half of seats", EMPTY, True, id="met or unknown"),
        pytest.param("half of seats or 3 members", EMPTY, None, id="unknown or not met"),
        pytest.param("half of seats and (half of seats or 1 member)", EMPTY, None, id="nested, unknown"),
        pytest.param("1 member and (half of seats or 1 member)", EMPTY, True, id="nested, met"),
        pytest.param("3 members or (half of seats and 3 members)", EMPTY, False, id="nested, not met"),
        pytest.param("(half of seats or 3 members) and 3 members", EMPTY, False, id="nested, beaten"),
    ],
)
def test_what_the_charter_does_not_say(text: str, electorate: Electorate, expected: bool | None) -> None:
    ballots = {row.id: Votes(in_favour=row.count) for row in electorate.rows if row.in_body and row.count}
    assert met(rule_of(text), electorate, ballots) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("half of seats", True, id="seats"),
        pytest.param("9 members or half of population", True, id="within or"),
        pytest.param("1 member in each region", True, id="an emptied class"),
        pytest.param("1 member in at least 1 region", True, id="one of several classes"),
        pytest.param("9 members and (2 members or no founder member against)", True, id="nested"),
        pytest.param("9 members and (2 members or no member against)", False, id="all is said"),
        pytest.param("exactly half of votes cast", False, id="votes"),
    ],
)
def test_undecidable(text: str, expected: bool) -> None:
    assert undecidable(rule_of(text), EMPTY) is expected


def test_a_class_that_cannot_answer_is_named() -> None:
    readings = judge(rule_of("1 member in each region"), EMPTY, BOTH).readings
    assert [(one.where, one.met) for one in readings] == [("north", True), ("south", None)]


YES, NO, OPEN = Linear((), 1, strict=True), Linear((), 0, strict=True), Unknown()
ANSWERS: tuple[Condition, ...] = (YES, NO, OPEN)


@pytest.mark.parametrize("size", range(5))
def test_at_least_so_many_by_three_valued_logic(size: int) -> None:
    """Settled only if every way to fill in what is unknown settles it alike."""
    for parts, number in product(product(ANSWERS, repeat=size), range(size + 2)):
        fillings = product(*(ANSWERS[:2] if part is OPEN else (part,) for part in parts))
        answers = {filling.count(YES) >= number for filling in fillings}
        expected = answers.pop() if len(answers) == 1 else None
        condition: Condition = AtLeast(number, tuple(parts))
        assert holds(condition, []) is expected
        assert holds(AtLeast(1, (condition,)), []) is expected
