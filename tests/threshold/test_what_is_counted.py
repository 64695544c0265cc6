"""What every word counts, on ballots that no two words can mix up; by the judge and by the bound form."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from strategies import NAMES

from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import AtLeast, Condition, Linear, Unknown, holds
from coalcheck.engine.threshold.electorate import (
    ABSTAIN,
    AGAINST,
    IN_FAVOUR,
    PRESENT,
    Ballots,
    Electorate,
    Row,
    Votes,
)
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.judge import adopts, judge
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.search import undecidable
from coalcheck.engine.threshold.tree import Amount, Clause, Compare, Count, Number, Rule, State

# 16 for, 8 against, 4 abstaining, 2 there without a ballot, 1 absent: each sum is reached in one way only.
DID = Votes(16, 8, 4, 2)
HEADS = {"for": 16, "against": 8, "abstain": 4, "present": 2, "absent": 1}
COUNTED = {
    Count.SUPPORT: {"for"},
    Count.OPPOSITION: {"against"},
    Count.ABSTENTIONS: {"abstain"},
    Count.VOTES: {"for", "against"},
    Count.TURNOUT: {"for", "against", "abstain"},
    Count.ATTENDANCE: {"for", "against", "abstain", "present"},
    Count.NOT_IN_FAVOUR: {"against", "abstain", "present", "absent"},
    Count.ABSENT: {"absent"},
    None: set(HEADS),
}
WITHIN = {
    State.CAST: {"for", "against"},
    State.VOTING: {"for", "against", "abstain"},
    State.PRESENT: {"for", "against", "abstain", "present"},
    State.PRESENT_NOT_ABSTAINING: {"for", "against", "present"},
    State.NOT_ABSTAINING: {"for", "against", "present", "absent"},
    None: set(HEADS),
}
MANY = Electorate((Row("m", count=31),))


def rule_of(text: str) -> Rule:
    rule = parse(text, NAMES)
    assert not isinstance(rule, Fault), rule
    return rule


def met(rule: Rule, electorate: Electorate, ballots: Ballots) -> bool | None:
    """Both judges agree, with silence and without."""
    answer = judge(rule, electorate, ballots).met
    assert bind(rule, electorate, silence=True).judge(ballots) is answer
    adopted = adopts(rule, electorate, ballots, silence=False)
    assert bind(rule, electorate).judge(ballots) is adopted
    return answer


@pytest.mark.parametrize("state", WITHIN, ids=lambda state: state.value if state else "all members")
def test_each_count_in_each_state(state: State | None) -> None:
    for count, counted in COUNTED.items():
        number = sum(HEADS[did] for did in counted & WITHIN[state])
        for off in (-1, 0, 1):
            rule = Clause(Number(count, Compare.EXACTLY, Amount(Fraction(number + off)), state))
            assert met(rule, MANY, {"m": DID}) is (off == 0), (count, state)
        (reading,) = judge(rule, MANY, {"m": DID}).readings
        assert (reading.have, reading.need) == (Fraction(number), Fraction(number + 1))
        assert (reading.clause, reading.where) == (rule, "")


GROUPED = {"region": "north"}, {"region": "south"}
# Heads in favour 1, 2, 4, ... so that each sum tells who was counted.
CLUB = Electorate(
    (
        Row("one", ballots=3, classes=GROUPED[0], weights={"population": Fraction(1)}),
        Row("two", count=2, groups=frozenset({"founders"}), weights={"population": Fraction(5)}),
        Row("four", count=4, concerned=True, classes=GROUPED[1]),
        Row("eight", count=8, in_body=False, groups=frozenset({"founders"}), classes=GROUPED[1]),
        Row("nobody", count=0, groups=frozenset({"permanent"}), weights={"shares": Fraction(9)}),
    ),
    seats=20,
    totals={"population": Fraction(22)},
)
IN = {"one": Votes(1), "two": Votes(1, 1), "four": Votes(0, 1, 1, 1)}


@pytest.mark.parametrize(
    ("text", "have", "need"),
    [
        pytest.param("half of members", 2, Fraction(7, 2), id="members of the body"),
        pytest.param("half of coalition members", 2, Fraction(15, 2), id="members of the coalition"),
        pytest.param("half of the other members", 2, Fraction(3, 2), id="all but the member concerned"),
        pytest.param("half of founders", 1, 1, id="a group, in the body"),
        pytest.param("half of coalition members among founders", 1, 5, id="a group, in the coalition"),
        pytest.param("half of votes cast", 4, 3, id="ballots, not heads"),
        pytest.param("half of seats", 4, 10, id="seats, in ballots"),
        pytest.param("half of members present and voting", 2, 2, id="heads that cast"),
        pytest.param("half of members voting", 2, Fraction(5, 2), id="heads that voted"),
        pytest.param("half of members present", 2, 3, id="heads at the meeting"),
        pytest.param("half of members not abstaining", 2, 3, id="all but abstainers"),
        pytest.param("half of members present not abstaining", 2, Fraction(5, 2), id="there, not abstaining"),
        pytest.param("half of population", 6, 11, id="a weight, of its declared total"),
        pytest.param("half of population present", 6, Fraction(11, 2), id="a weight of those there"),
        pytest.param("half of population among founders", 5, 5, id="a weight of a group"),
        pytest.param("opposition at most half of votes cast", 2, 3, id="against"),
        pytest.param("at least 2 members", 2, 2, id="heads"),
        pytest.param("at least 1 founder member", 1, 1, id="heads of a group"),
        pytest.param("at least 2 times the square root of members", 4, 28, id="a root, squared"),
        pytest.param("at least 2 times the square root of seats", 16, 80, id="a root of seats, in ballots"),
        pytest.param("at least 1 more in favour than against", 2, 1, id="a lead, in ballots"),
        pytest.param("at least 3 times as many in favour as against", 4, 6, id="a ratio, in ballots"),
        pytest.param("no member against", 2, 0, id="nobody"),
        pytest.param("all but 1 of members", 2, 6, id="all but one"),
        pytest.param("all votes cast", 4, 6, id="all votes"),
        pytest.param("attendance at least half of members", 6, Fraction(7, 2), id="attendance"),
    ],
)
def test_have_and_need(text: str, have: int, need: Fraction | int) -> None:
    (reading,) = judge(rule_of(text), CLUB, IN).readings
    assert (reading.have, reading.need) == (Fraction(have), Fraction(need))
    assert met(rule_of(text), CLUB, IN) is reading.met


def test_classes_are_read_one_by_one() -> None:
    readings = judge(rule_of("2/3 of coalition members in each region"), CLUB, IN).readings
    assert [(one.where, one.have, one.need, one.met) for one in readings] == [
        ("north", Fraction(1), Fraction(2, 3), True),
        ("south", Fraction(0), Fraction(8), False),
    ]
    rule = rule_of("1 founder member in each region")
    assert [(one.where, one.met) for one in judge(rule, CLUB, IN).readings] == [("", None)]
    two = rule_of("1 member in at least 2 of 3 regions")
    assert [(one.where, one.met) for one in judge(two, CLUB, IN).readings] == [("", None)]


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


@pytest.mark.parametrize(
    ("text", "ballots", "expected"),
    [
        *(
            pytest.param(
                f"{compare} {share} of votes cast", {"a": PRESENT}, expected, id=f"nobody: {compare}"
            )
            for compare, share, expected in (
                ("at least", "0%", False),
                ("more than", "0%", False),
                ("exactly", "0%", False),
                ("at most", "1/3", True),
                ("less than", "1/3", True),
                ("less than", "0%", True),
            )
        ),
        pytest.param(
            "abstentions less than 1/3 of votes cast", {"a": ABSTAIN}, False, id="something of nothing"
        ),
        pytest.param(
            "abstentions at most 1/3 of votes cast", {"a": ABSTAIN}, False, id="at most, of nothing"
        ),
        pytest.param("less than 0% of members", {"a": AGAINST}, False, id="less than nothing of something"),
        pytest.param("less than 1/2 of votes cast", {"a": AGAINST}, True, id="less of something"),
        pytest.param("less than 1/2 of votes cast", {"a": IN_FAVOUR, "b": AGAINST}, False, id="no less"),
        pytest.param("all votes cast", {"a": ABSTAIN}, False, id="all of nothing"),
        pytest.param("all but 2 of votes cast", {"a": ABSTAIN}, False, id="all but two of nothing"),
        pytest.param("all but 2 of members", {}, True, id="all but two of two"),
        pytest.param(
            "at least 0 more in favour than against", {"a": ABSTAIN}, False, id="no lead of nothing"
        ),
        pytest.param("at most 0 more in favour than against", {"a": ABSTAIN}, True, id="at most, no lead"),
        pytest.param("fewer than 1 more in favour than against", {}, True, id="fewer than a lead of one"),
        pytest.param("exactly 0 more in favour than against", {}, False, id="exactly no lead of nothing"),
        pytest.param(
            "exactly 0 more in favour than against", {"a": IN_FAVOUR, "b": AGAINST}, True, id="a tie"
        ),
        pytest.param("at least 2 times as many in favour as against", {}, False, id="twice nothing"),
        pytest.param("at most 2 times as many in favour as against", {}, True, id="at most twice nothing"),
        pytest.param("fewer than 2 times as many in favour as against", {}, False, id="fewer than nothing"),
        pytest.param("more than 2 times as many in favour as against", {"a": IN_FAVOUR}, True, id="more"),
    ],
)
def test_a_share_of_nothing(text: str, ballots: Ballots, expected: bool) -> None:
    assert met(rule_of(text), Electorate((Row("a"), Row("b"))), ballots) is expected


@pytest.mark.parametrize("members", [1, 2, 3, 4, 7, 9, 16])
@pytest.mark.parametrize("factor", ["0", "0.5", "1", "1.5", "2"])
def test_roots_by_squares(factor: str, members: int) -> None:
    """Both judges, against squares of whole numbers, on either side of the root and on it."""
    electorate = Electorate((Row("m", count=members),))
    needed = Fraction(factor) ** 2 * members
    signs = {"at least": (1, 0), "more than": (1,), "fewer than": (-1,), "at most": (-1, 0), "exactly": (0,)}
    for (compare, wanted), yes in product(signs.items(), range(members + 1)):
        rule = rule_of(f"{compare} {factor} times the square root of members")
        sign = (yes**2 > needed) - (yes**2 < needed)
        assert met(rule, electorate, {"m": Votes(yes)}) is (sign in wanted), (compare, yes)


def test_an_inequality_is_in_lowest_terms() -> None:
    """So that equal conditions are equal, and no number is larger than it must be."""
    body = Electorate((Row("a", ballots=2),), seats=4)
    bound = bind(rule_of("at least half of seats"), body, silence=True)
    assert bound.condition == AtLeast(
        2, (Linear((1, 0, 0, 0), -1, strict=False), Linear((0,) * 4, 1, strict=True))
    )
    assert bind(rule_of("at least 0 members"), body, silence=True).condition == Linear(
        (1, 0, 0, 0), 0, strict=False
    )


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
