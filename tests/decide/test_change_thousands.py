"""The smallest change where nobody could list the votes: thousands of members, or hundreds all different."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from strategies import NAMES

from coalcheck.engine.decide.alike import Way
from coalcheck.engine.decide.change import named, smallest
from coalcheck.engine.decide.reach import Move, moved
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import STATES, Cell, holds
from coalcheck.engine.threshold.electorate import Ballots, Electorate, Row, Votes
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import Rule

FOR, AGAINST, ABSTAIN, PRESENT, ABSENT = range(5)


def rule_of(text: str) -> Rule:
    rule = parse(text, NAMES)
    assert not isinstance(rule, Fault), rule
    return rule


def alike(members: int, kinds: int) -> Electorate:
    """Many members of a few kinds, with as many seats each and a weight of its own."""
    regions = ("north", "south", "west")
    return Electorate(
        tuple(
            Row(
                f"m{number}",
                count=members // kinds,
                classes={"region": regions[number % 3]},
                weights={"population": Fraction(number + 1)},
            )
            for number in range(kinds)
        ),
        members,
    )


def quarters(electorate: Electorate) -> Ballots:
    """A quarter in favour, a third against, a sixth abstaining, a twelfth there, the rest absent."""
    return {
        row.id: Votes(row.count // 4, row.count // 3, row.count // 6, row.count // 12)
        for row in electorate.rows
    }


@pytest.mark.parametrize(
    ("text", "kinds", "heads"),
    [
        pytest.param("majority of votes cast", 1, 417, id="a majority"),
        pytest.param("2/3 of members", 1, 4167, id="two thirds of all"),
        pytest.param("2/3 of members", 10, 4167, id="two thirds of ten kinds alike"),
        pytest.param("at least 55% of members and at least 65% of population", 4, 3000, id="two weights"),
        pytest.param(
            "more than half of votes cast in each region and 2/3 of population"
            " and attendance at least 2/3 of members",
            4,
            2883,  # the optimum of the integer programme, by a solver; the bound of each part alone is 2848
            id="five parts that pull in several directions",
        ),
    ],
)
def test_ten_thousand_members_of_a_few_kinds(text: str, kinds: int, heads: int) -> None:
    electorate = alike(10_000, kinds)
    bound = bind(rule_of(text), electorate)
    start = bound.heads(quarters(electorate))
    found = smallest(start, bound.cells, lambda each: holds(bound.condition, each), condition=bound.condition)
    assert (found.heads, found.smallest) == (heads, True)
    for way in found.ways:
        for pool in (way.pool, way.pool[::-1]):
            assert holds(bound.condition, moved(start, taken_from(pool, way, start, bound.cells)))


def taken_from(
    pool: Sequence[tuple[int, int]], way: Way, start: Sequence[int], cells: Sequence[Cell]
) -> list[Move]:
    """The same change by the first of the pool; as it was found where there is no pool."""
    if not pool:
        return list(way.moves)
    left, moves = way.heads, []
    for cell, before in pool:
        heads = start[STATES * cell : STATES * (cell + 1)]
        taken = min(left, (*heads, cells[cell].count - sum(heads))[before])
        left -= taken
        moves.append(Move(cell, before, way.moves[0].after, taken))
    assert not left
    return moves


def test_that_it_does_not_matter_who_is_said_of_thousands() -> None:
    """Seven thousand five hundred are not in favour yet, in four ways: any 4,167 of them will do."""
    electorate = alike(10_000, 1)
    ballots = quarters(electorate)
    bound = bind(rule_of("2/3 of members"), electorate)
    start = bound.heads(ballots)
    found = smallest(start, bound.cells, lambda each: holds(bound.condition, each), condition=bound.condition)
    assert [way.pool for way in found.ways] == [((0, AGAINST), (0, ABSTAIN), (0, PRESENT), (0, ABSENT))]
    told = named(found.ways, start, bound.cells, ballots, lambda _: ("adopted", ""))
    assert sum(edit.heads for edit in told[0].edits) == 4167
    assert told[0].any_of == ("m0",)


@pytest.mark.parametrize("members", [16, 20, 27, 60, 190])
def test_weights_that_are_all_different_need_the_heaviest(members: int) -> None:
    """For one weight the answer is known without a search: the heaviest, until it is enough."""
    weights = [(7919 * number) % 1009 + 1 for number in range(members)]
    electorate = Electorate(
        tuple(Row(f"m{n}", weights={"shares": Fraction(weight, 3)}) for n, weight in enumerate(weights))
    )
    bound = bind(rule_of("at least 85.5% of shares"), electorate)
    start = bound.heads({f"m{number}": Votes(1) for number in range(0, members, 3)})
    missing = sorted((weight for number, weight in enumerate(weights) if number % 3), reverse=True)
    short = Fraction(171, 200) * sum(weights) - sum(weights[::3])
    fewest = next(n for n in range(len(missing) + 1) if sum(missing[:n]) >= short)
    found = smallest(start, bound.cells, lambda each: holds(bound.condition, each), condition=bound.condition)
    assert (found.heads, found.smallest) == (fewest, True)
