"""Kinds of members: put together only where no clause can tell them apart, and always where none can."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from strategies import NAMES

from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.cells import cells_of
from coalcheck.engine.threshold.electorate import Electorate, Row, Votes
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.judge import adopts
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.search import can_adopt, carries_without
from coalcheck.engine.threshold.tree import Rule


def rule_of(text: str) -> Rule:
    rule = parse(text, NAMES)
    assert not isinstance(rule, Fault), rule
    return rule


def body(*rows: Row, seats: int | None = 9) -> Electorate:
    return Electorate(rows, seats)


FOUNDERS = frozenset({"founders"})
BOTH = frozenset({"founders", "permanent"})
NORTH, SOUTH = {"region": "north"}, {"region": "south"}


def shares(number: int) -> dict[str, Fraction]:
    return {"shares": Fraction(number), "population": Fraction(7 - number)}


APART = [
    pytest.param("half of votes cast", Row("a", ballots=2), Row("b"), id="ballots"),
    pytest.param("half of members", Row("a", in_body=False), Row("b"), id="in the body"),
    pytest.param("half of coalition members", Row("a", in_body=False), Row("b"), id="in the body, of all"),
    pytest.param("half of members", Row("a", votes=False), Row("b"), id="votes"),
    pytest.param(
        "half of members",
        Row("a", votes=False, in_body=False),
        Row("b", votes=False),
        id="inside, without a vote",
    ),
    pytest.param("half of the other members", Row("a", concerned=True), Row("b"), id="concerned"),
    pytest.param("half of founders", Row("a", groups=FOUNDERS), Row("b"), id="a group"),
    pytest.param(
        "1 founder member and 1 permanent member",
        Row("a", groups=FOUNDERS),
        Row("b", groups=BOTH),
        id="another group",
    ),
    pytest.param("1 member in each region", Row("a", classes=NORTH), Row("b", classes=SOUTH), id="each"),
    pytest.param(
        "1 member in at least 2 regions", Row("a", classes=NORTH), Row("b", classes=SOUTH), id="so many"
    ),
    pytest.param("1 member in each region", Row("a", classes=NORTH), Row("b"), id="in no region"),
    pytest.param("half of shares", Row("a", weights=shares(3)), Row("b", weights=shares(1)), id="a weight"),
    pytest.param("half of shares", Row("a", weights=shares(3)), Row("b"), id="without the weight"),
]
ALIKE = [
    pytest.param("half of members", Row("a"), Row("b"), id="nothing"),
    pytest.param("half of members", Row("a", groups=FOUNDERS), Row("b"), id="a group that is not named"),
    pytest.param(
        "half of founders", Row("a", groups=FOUNDERS), Row("b", groups=BOTH), id="another group than is named"
    ),
    pytest.param("half of members", Row("a", classes=NORTH), Row("b", classes=SOUTH), id="an attribute"),
    pytest.param(
        "1 member in each chamber", Row("a", classes=NORTH), Row("b", classes=SOUTH), id="another attribute"
    ),
    pytest.param("half of members", Row("a", weights=shares(3)), Row("b"), id="a weight that is not named"),
    pytest.param("half of members", Row("a", count=3), Row("b"), id="how many they are"),
]


def every_way(row: Row) -> list[Votes]:
    votes = row.votes and row.in_body
    ways = [
        Votes(*numbers) for numbers in product(range(row.count + 1), repeat=4) if sum(numbers) <= row.count
    ]
    return [way for way in ways if votes or not any(way[:3])]


def agrees(text: str, electorate: Electorate) -> bool:
    """Whether the bound form answers as the reference judge on every set of ballots of two members."""
    one, other = electorate.rows
    bound = bind(rule_of(text), electorate)
    cases = [{one.id: mine, other.id: yours} for mine in every_way(one) for yours in every_way(other)]
    return all(bound.judge(each) == adopts(rule_of(text), electorate, each, silence=False) for each in cases)


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_members_are_told_apart(text: str, one: Row, other: Row) -> None:
    for rows in ((one, other), (other, one)):
        cells = cells_of([(rule_of(text), body(*rows))])
        assert [cell.ids for cell in cells] == [(rows[0].id,), (rows[1].id,)]
        # Where a share of all is asked for, those outside the body vote too.
        asked = [row.votes and (row.in_body or "coalition" in text) for row in rows]
        assert [cell.votes for cell in cells] == asked
        assert agrees(text, body(*rows))


@pytest.mark.parametrize(("text", "one", "other"), ALIKE)
def test_members_are_put_together(text: str, one: Row, other: Row) -> None:
    (cell,) = cells_of([(rule_of(text), body(one, other))])
    assert (cell.ids, cell.sizes) == (("a", "b"), (one.count, other.count))
    assert cell.count == one.count + other.count
    assert agrees(text, body(one, other))


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_two_rules_tell_apart_what_either_does(text: str, one: Row, other: Row) -> None:
    plain = "9 members"
    if "coalition" not in text:  # whoever is told apart by a body is so under every rule
        for first, second in ((text, plain), (plain, text)):
            pairs = [(rule_of(first), body(one, other)), (rule_of(second), body(one, other))]
            assert [cell.ids for cell in cells_of(pairs)] == [("a",), ("b",)]


def test_members_of_one_body_only_are_told_apart_from_those_of_both() -> None:
    rule = rule_of("half of members")
    small, large = body(Row("a"), Row("b")), body(Row("a"), Row("b"), Row("c"), Row("d"))
    for pairs in ([(rule, small), (rule, large)], [(rule, large), (rule, small)]):
        assert [cell.ids for cell in cells_of(pairs)] == [("a", "b"), ("c", "d")]


def test_who_comes_only_in_the_second_and_who_only_in_the_first_are_two_kinds() -> None:
    rule = rule_of("half of members")
    pairs = [(rule, body(Row("a"), Row("b"))), (rule, body(Row("b"), Row("c")))]
    assert [cell.ids for cell in cells_of(pairs)] == [("a",), ("b",), ("c",)]


def test_whoever_does_not_vote_on_the_one_is_a_kind_of_its_own() -> None:
    rule = rule_of("half of members")
    pairs = [(rule, body(Row("a", votes=False), Row("b"))), (rule, body(Row("a"), Row("b")))]
    assert [(cell.ids, cell.votes) for cell in cells_of(pairs)] == [(("a",), False), (("b",), True)]


def test_nobody_is_no_kind() -> None:
    assert cells_of([(rule_of("half of members"), body())]) == ()
    assert cells_of([]) == ()


@pytest.mark.parametrize(
    ("easy", "hard", "carried"),
    [
        pytest.param("half of members", "2/3 of members", {"a", "b"}, id="two of four, the first two"),
        pytest.param("2/3 of members", "half of members", None, id="the harder does not carry without"),
        pytest.param("half of members", "half of members", None, id="the same"),
        pytest.param("1 founder member", "1 permanent member", {"d"}, id="a founder alone"),
        pytest.param("2 members", "1 member in each region", {"a", "b"}, id="one region alone"),
        pytest.param("1 founder member", "more than half of shares", {"d"}, id="not the heaviest"),
    ],
)
def test_ballots_name_the_fewest(easy: str, hard: str, carried: set[str] | None) -> None:
    rows = [Row(name, classes=NORTH, weights=shares(1)) for name in "abc"]
    electorate = body(*rows, Row("d", groups=FOUNDERS, classes=SOUTH, weights=shares(2)))
    mixed = Electorate((*electorate.rows[:3], electorate.rows[3], Row("e", groups=BOTH, weights=shares(6))))
    chosen = electorate if "founder" not in easy else mixed
    found = carries_without((rule_of(easy), chosen), (rule_of(hard), chosen))
    assert (None if found is None else {name for name, votes in found.items() if votes.in_favour}) == carried
    if found is not None:
        assert found.keys() == {row.id for row in chosen.rows}
        assert all(sum(votes) == 1 for votes in found.values())


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        pytest.param("at least 2/3 of coalition members", True, id="of all: who has no seat votes too"),
        pytest.param("at least 4 members", False, id="of the body: two are too few"),
    ],
)
def test_a_share_of_all_can_be_reached_by_a_small_body(text: str, carried: bool) -> None:
    rows = (Row("a"), Row("b"), *(Row(name, in_body=False) for name in "cde"))
    assert can_adopt(rule_of(text), body(*rows)) is carried
