"""What every word counts, on ballots that no two words can mix up; by the judge and by the bound form."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from both_judges import met, rule_of

from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import AtLeast, Linear
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
from coalcheck.engine.threshold.judge import judge
from coalcheck.engine.threshold.tree import Amount, Clause, Compare, Count, Number, State

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


NORTHERN = {"region": "north"}
OUTSIDE = Electorate(
    (
        Row("a", classes=NORTHERN, groups=frozenset({"founders"}), weights={"shares": Fraction(1)}),
        Row("b", classes=NORTHERN, in_body=False),
        Row("c", classes={"region": "south"}, in_body=False),
    ),
    totals={"shares": Fraction(10)},
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("all members in each region", id="who is outside is in no class of the body"),
        pytest.param(
            "1 founder member in at least 1 of 1 region", id="nor is there the class of one outside"
        ),
        pytest.param("all shares in each region", id="a weight by class is not of the total"),
    ],
)
def test_classes_are_of_the_body(text: str) -> None:
    assert met(rule_of(text), OUTSIDE, {"a": IN_FAVOUR}) is True


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
