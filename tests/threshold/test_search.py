"""Questions about all ballots, held against listing every ballot one by one."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from strategies import NAMES, electorates, rules

from coalcheck.engine.threshold.electorate import Ballots, Electorate, Row, Votes
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.judge import adopts
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.search import (
    TooManyCases,
    can_adopt,
    carries_without,
    fewest_in_favour,
    undecidable,
)
from coalcheck.engine.threshold.tree import Rule


def rule_of(text: str) -> Rule:
    rule = parse(text, NAMES)
    assert not isinstance(rule, Fault), rule
    return rule


def members(count: int) -> Electorate:
    return Electorate(tuple(Row(f"m{number}") for number in range(count)))


def heads(row: Row, *, everyone: bool) -> list[Votes]:
    """All that the heads of one row can do."""
    votes = row.votes and row.in_body
    found = []
    for numbers in product(range(row.count + 1), repeat=4):
        if sum(numbers) > row.count or (not votes and any(numbers[:3])):
            continue
        if everyone and (sum(numbers) != row.count or (votes and numbers[2] + numbers[3])):
            continue
        found.append(Votes(*numbers))
    return found


def every_ballot(electorate: Electorate, *, everyone: bool = False) -> list[Ballots]:
    ids = [row.id for row in electorate.rows]
    lists = [heads(row, everyone=everyone) for row in electorate.rows]
    return [dict(zip(ids, votes, strict=True)) for votes in product(*lists)]


small = electorates().filter(lambda one: sum(row.count for row in one.rows) <= 5)


@given(rules(), small)
def test_a_rule_can_adopt_when_some_ballots_do(rule: Rule, electorate: Electorate) -> None:
    answers = {adopts(rule, electorate, ballots, silence=False) for ballots in every_ballot(electorate)}
    found = can_adopt(rule, electorate)
    if found is None:
        assert undecidable(rule, electorate)
    else:
        assert found is (True in answers)


@given(rules(), small)
def test_the_fewest_in_favour_are_the_fewest(rule: Rule, electorate: Electorate) -> None:
    carried = [
        sum(votes.in_favour for votes in ballots.values())
        for ballots in every_ballot(electorate, everyone=True)
        if adopts(rule, electorate, ballots, silence=False)
    ]
    assert fewest_in_favour(rule, electorate) == min(carried, default=None)


@given(rules(), rules(), small)
def test_ballots_that_carry_the_one_and_not_the_other_are_found(
    first: Rule, second: Rule, electorate: Electorate
) -> None:
    apart = [
        ballots
        for ballots in every_ballot(electorate, everyone=True)
        if adopts(first, electorate, ballots, silence=False)
        and adopts(second, electorate, ballots, silence=False) is False
    ]
    found = carries_without((first, electorate), (second, electorate))
    assert (found is not None) == bool(apart)
    if found is not None:
        assert adopts(first, electorate, found, silence=False)
        assert adopts(second, electorate, found, silence=False) is False


@pytest.mark.parametrize(
    ("text", "count", "fewest"),
    [
        pytest.param("more than half of members", 7, 4, id="majority of seven is four, not 4.5"),
        pytest.param("at least 2/3 of members", 3, 2, id="two thirds of three"),
        pytest.param("at least 3/4 of members", 3, 3, id="three quarters of three is everyone"),
        pytest.param("at least 3/2 of members", 4, None, id="more than everyone"),
        pytest.param("at least 1.5 times the square root of members", 1000, 48, id="Debian's 3Q of 1000"),
        pytest.param("at least 1.5 times the square root of members", 64, 12, id="an exact root"),
        pytest.param("more than 66.67% of members", 10000, 6668, id="66.67 is not two thirds"),
    ],
)
def test_fewest_in_favour(text: str, count: int, fewest: int | None) -> None:
    alike = Electorate((Row("everyone", count=count),))
    assert fewest_in_favour(rule_of(text), alike) == fewest


def test_too_many_kinds_of_members_are_refused_and_not_guessed() -> None:
    rows = tuple(Row(f"m{number}", ballots=number + 1) for number in range(40))
    with pytest.raises(TooManyCases):
        fewest_in_favour(rule_of("more than half of votes cast"), Electorate(rows))


def test_alike_members_of_any_number_are_one_case_each() -> None:
    assert carries_without(
        (rule_of("more than half of members"), members(1000)), (rule_of("2/3 of members"), members(1000))
    )
