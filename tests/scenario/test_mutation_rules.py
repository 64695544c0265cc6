"""A threshold changed in one place: what each kind of change makes of it, and what it leaves alone."""

from __future__ import annotations

import os
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import NAMES as THEIR_NAMES
from strategies import rules

from coalcheck.engine.scenario.mutation.numbers import Sizes, counts_near, rest_of, shares_near
from coalcheck.engine.scenario.mutation.rules import changed
from coalcheck.engine.threshold.apart import least
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.say import say
from coalcheck.engine.threshold.tree import Amount, Clause, Count, Rule, Share

FACTOR = int(os.environ.get("COALCHECK_EXAMPLES", "1"))
NAMES = Names(frozenset({"permanent"}), frozenset({"population"}), {"region": 3})
EIGHT = Sizes(8, 8, 8, 8)


def rule(text: str, counts: Count = Count.SUPPORT) -> Rule:
    found = parse(text, NAMES, counts)
    assert not isinstance(found, Fault), (text, found)
    return found


def share(text: str) -> Share:
    found = rule(text)
    assert isinstance(found, Clause)
    assert isinstance(found.measure, Share)
    return found.measure


def all_of(text: str, counts: Count = Count.SUPPORT, sizes: Sizes = EIGHT) -> dict[str, list[str]]:
    """The changed thresholds in words, by the kind of change."""
    found: dict[str, list[str]] = {}
    for each in changed(rule(text, counts), counts, sizes):
        found.setdefault(each.kind, []).append(say(each.rule, counts))
    return found


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        pytest.param(
            "at least 2/3 of votes cast", "strictness", ["more than 2/3 of votes cast"], id="stricter"
        ),
        pytest.param("more than half of members", "strictness", ["at least half of members"], id="looser"),
        pytest.param(
            "fewer than 4 members not in favour",
            "strictness",
            ["at most 4 members not in favour"],
            id="a limit",
        ),
        pytest.param("a majority of members", "strictness", ["at least half of members"], id="majority"),
        pytest.param(
            "at least 9 members", "number", ["at least 8 members", "at least 10 members"], id="a number"
        ),
        pytest.param(
            "at least 2/3 of members",
            "number",
            ["at least 3/5 of members", "at least 4/5 of members"],
            id="fractions that matter to eight",
        ),
        pytest.param(
            "at least 55% of members",
            "number",
            ["at least 50% of members", "at least 65% of members"],
            id="percent that matter to eight",
        ),
        pytest.param(
            "at least 65% of population",
            "number",
            ["at least 64% of population", "at least 66% of population"],
            id="percent of a weight",
        ),
        pytest.param(
            "at least 66.66% of population",
            "number",
            ["at least 66.65% of population", "at least 66.67% of population"],
            id="last digit",
        ),
        pytest.param("all members", "number", ["all but 1 of members"], id="all"),
        pytest.param("no member against", "number", ["at most 1 member against"], id="nobody"),
        pytest.param(
            "at least 3 more in favour than against",
            "number",
            ["at least 2 more in favour than against", "at least 4 more in favour than against"],
            id="lead",
        ),
        pytest.param(
            "at least 2/3 of votes cast",
            "base",
            ["at least 2/3 of members voting", "at least 2/3 of members present", "at least 2/3 of members"],
            id="of whom",
        ),
        pytest.param(
            "more than half of seats",
            "base",
            ["more than half of members", "more than half of votes cast"],
            id="seats",
        ),
        pytest.param("at least 2/3 of members", "side", ["at most 1/3 of members against"], id="not against"),
        pytest.param(
            "at least 65% of population",
            "side",
            ["at most 35% of population against"],
            id="not against, in percent",
        ),
        pytest.param("all members", "side", ["no member against"], id="all in favour, nobody against"),
        pytest.param("no member against", "side", ["all members"], id="nobody against, all in favour"),
        pytest.param(
            "fewer than 4 members not in favour", "side", ["fewer than 4 members against"], id="abstentions"
        ),
        pytest.param("no permanent member against", "class", ["no member against"], id="group"),
        pytest.param(
            "at least 2 members in each region",
            "class",
            ["at least 2 members", "at least 2 members in at least 1 region"],
            id="each class",
        ),
        pytest.param(
            "at least 2 members in at least 2 regions",
            "class",
            [
                "at least 2 members",
                "at least 2 members in at least 1 region",
                "at least 2 members in at least 3 regions",
            ],
            id="some classes",
        ),
        pytest.param(
            "at least 2 members and no member against",
            "parts",
            ["at least 2 members or no member against", "no member against", "at least 2 members"],
            id="and became or, each dropped",
        ),
        pytest.param(
            "at least 2 members or no member against",
            "parts",
            ["at least 2 members and no member against", "no member against", "at least 2 members"],
            id="or became and",
        ),
    ],
)
def test_each_kind_of_change(text: str, kind: str, wanted: list[str]) -> None:
    assert all_of(text)[kind] == wanted


def test_a_quorum_counts_who_votes_instead_of_who_is_there() -> None:
    assert all_of("more than half of members", Count.ATTENDANCE)["side"] == [
        "turnout more than half of members"
    ]


TEXTS = [
    "at least 2/3 of votes cast",
    "all but 1 of members",
    "at least 55% of members and (at least 65% of population or fewer than 4 members not in favour)",
    "at least 9 members and no permanent member against",
    "at least 3/4 of members and at least 1 member in each region",
    "at least 1.5 times the square root of members and at least 3 times as many in favour as against",
    "more than half of population present not abstaining in each region",
    "more in favour than against",
    "at least 2/3 of the other members",
    "at least half of coalition members",
    "opposition at most 1/3 of votes cast",
    "no member absent",
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_change_is_another_threshold_and_reads_back_as_itself(text: str) -> None:
    whole = rule(text)
    found = list(changed(whole, Count.SUPPORT, EIGHT))
    assert found
    assert len({each.rule for each in found}) == len(found)
    assert whole not in {each.rule for each in found}
    for each in found:
        assert rule(say(each.rule)) == each.rule, each.said
        assert "  " not in each.said


@settings(max_examples=60 * FACTOR, deadline=None)
@given(whole=rules(), members=st.integers(1, 12))
def test_every_change_of_any_threshold_reads_back_as_itself(whole: Rule, members: int) -> None:
    sizes = Sizes(members, members + 2, members, members + 1)
    found = list(changed(whole, Count.SUPPORT, sizes))
    assert len({each.rule for each in found} | {whole}) == len(found) + 1
    for each in found:
        text = say(each.rule)
        assert parse(text, THEIR_NAMES) == each.rule, (say(whole), text)


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_changes_every_time(text: str) -> None:
    assert list(changed(rule(text), Count.SUPPORT, EIGHT)) == list(changed(rule(text), Count.SUPPORT, EIGHT))


@pytest.mark.parametrize(
    "text",
    [
        "at least 2/3 of members",
        "more than half of members",
        "at least 55% of members",
        "less than 1/4 of members against",
        "at most 1/3 of members not in favour",
    ],
)
@pytest.mark.parametrize("members", [2, 3, 5, 7, 27])
def test_a_share_near_asks_for_another_number_and_none_nearer_does(text: str, members: int) -> None:
    of = share(text)
    for near in shares_near(of, Sizes(members, members, members)):
        low, high = sorted((of.amount.value, near.value))
        asked = {_heads(of, amount, members) for amount in (of.amount, near)}
        assert len(asked) == 2, (say(Clause(of)), near)
        # By one member more or less, or by several where no usual share lies between.
        assert low < high


def _heads(of: Share, amount: Amount, members: int) -> tuple[bool, ...]:
    """For each number of members whether it is enough, or few enough."""
    tests = {"at least": lambda n, s: n >= s, "more than": lambda n, s: n > s,
             "fewer than": lambda n, s: n < s, "at most": lambda n, s: n <= s}  # fmt: skip
    return tuple(tests[of.compare.value](n, amount.value * members) for n in range(members + 1))


def test_numbers_near_a_number() -> None:
    assert [each.value for each in counts_near(Amount(Fraction(1)))] == [0, 2]
    assert [each.value for each in counts_near(Amount(Fraction(1)), 1)] == [2]
    assert [each.value for each in counts_near(Amount(Fraction(3, 2)))] == [1, 2]
    assert say(Clause(share("at least 55% of members"))) == "at least 55% of members"
    assert rest_of(Amount(Fraction(11, 20), "55%")).spelling == "45%"
    assert rest_of(Amount(Fraction(2, 3), "2/3")).value == Fraction(1, 3)


def test_least_is_what_the_shares_are_told_apart_by() -> None:
    assert least(share("at least 2/3 of members"), 8) == 6
    assert least(share("more than half of members"), 8) == 5
