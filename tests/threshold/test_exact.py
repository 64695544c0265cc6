"""By tally, for every number of members to 10,000: the boundary is where integers put it."""

from __future__ import annotations

import os
from fractions import Fraction
from math import isqrt

import pytest
from hypothesis import given
from strategies import NAMES, ballots_of, electorates, rules

from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.electorate import Electorate, Row, Votes
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.judge import adopts
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import (
    Clause,
    Compare,
    Count,
    Lead,
    Number,
    Ratio,
    Root,
    Rule,
    Share,
    clauses,
)

DEEP = int(os.environ.get("COALCHECK_EXAMPLES", "1")) > 1
SIZES = range(1, 10_001) if DEEP else [*range(1, 121), *range(997, 1004), *range(9_990, 10_001)]


def least(share: Fraction, size: int, *, strict: bool) -> int:
    """The least whole number that reaches a share of ``size``, by integers alone."""
    product = share.numerator * size
    return product // share.denominator + 1 if strict else -(-product // share.denominator)


@pytest.mark.parametrize("comparator", ["at least", "more than"])
@pytest.mark.parametrize("share", ["1/2", "2/3", "3/5", "3/4", "55%", "85%"])
def test_shares_have_their_boundary_where_integers_put_it(share: str, comparator: str) -> None:
    exact = Fraction(share.rstrip("%")) / (100 if share.endswith("%") else 1)
    rule = parse(f"{comparator} {share} of members", NAMES)
    assert not isinstance(rule, Fault)
    for size in SIZES:
        around(rule, size, least(exact, size, strict=comparator == "more than"))


def test_all_but_one_has_its_boundary_one_below() -> None:
    rule = parse("all but 1 of members", NAMES)
    assert not isinstance(rule, Fault)
    for size in SIZES[1:]:
        around(rule, size, size - 1)


def test_a_root_has_its_boundary_where_the_squares_meet() -> None:
    rule = parse("at least 1.5 times the square root of members", NAMES)
    assert not isinstance(rule, Fault)
    for size in SIZES:
        need = isqrt(9 * size - 1) + 1  # the least t with (2t)² >= 9n
        around(rule, size, (need + 1) // 2)


def around(rule: Rule, size: int, need: int) -> None:
    """Just below, at and just above: not carried, carried, carried."""
    electorate = Electorate((Row("everyone", count=size),))
    bound = bind(rule, electorate)
    for yes in (need - 1, need, need + 1):
        if 0 <= yes <= size:
            ballots = {"everyone": Votes(yes, size - yes)}
            expected = yes >= need and yes > 0
            assert adopts(rule, electorate, ballots, silence=False) is expected, (size, yes)
            assert bound.judge(ballots) is expected, (size, yes)


def rises(rule: Rule) -> bool:
    """Tell whether a rule neither limits nor fixes support (semantics: where the laws hold)."""
    return all(asks_only(clause) for clause in clauses(rule))


def asks_only(clause: Clause) -> bool:
    measure = clause.measure
    floor = (Compare.AT_LEAST, Compare.MORE_THAN)
    if isinstance(measure, Share | Number | Root):
        if measure.count in (Count.OPPOSITION, Count.NOT_IN_FAVOUR):
            return measure.compare in (Compare.AT_MOST, Compare.FEWER_THAN)
        return measure.count is Count.SUPPORT and measure.compare in floor
    return not isinstance(measure, Lead | Ratio) or measure.compare in floor


@given(rules().filter(rises), electorates().flatmap(lambda e: ballots_of(e).map(lambda b: (e, b))))
def test_turning_against_into_for_never_undoes_an_adoption(
    rule: Rule, case: tuple[Electorate, dict[str, Votes]]
) -> None:
    electorate, ballots = case
    before = adopts(rule, electorate, ballots, silence=False)
    for row_id, votes in ballots.items():
        if votes.against:
            turned = votes._replace(in_favour=votes.in_favour + 1, against=votes.against - 1)
            after = adopts(rule, electorate, {**ballots, row_id: turned}, silence=False)
            assert not (before is True and after is not True)


@given(rules(), electorates())
def test_nothing_is_adopted_without_a_ballot_in_favour(rule: Rule, electorate: Electorate) -> None:
    against = {row.id: Votes(against=row.count) for row in electorate.rows if row.votes and row.in_body}
    for ballots in ({}, against):
        assert adopts(rule, electorate, ballots, silence=False) is False
        assert bind(rule, electorate).judge(ballots) is False
