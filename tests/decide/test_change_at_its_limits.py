"""The smallest change is exact for 16 members all different and for 20 classes of alike members.

Beyond that it is the best that was found, and marked. Both are held against a short reference: for 16 members
every change that is smaller, for 20 classes all sums that can be reached, class by class.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, product

import pytest
from law_charters import FACTOR
from strategies import GROUPS, NAMES

from coalcheck.engine.decide.change import Smallest, smallest
from coalcheck.engine.decide.reach import moved
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import STATES, AtLeast, Bound, Cell, Condition, Linear, holds
from coalcheck.engine.threshold.electorate import Ballots, Electorate, Row, Votes
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import Rule

ANSWERS = 5
SIXTEEN = Electorate(
    tuple(
        Row(
            f"m{number:02}",
            groups=frozenset(GROUPS[: number % 3]),
            classes={"region": ("north", "south", "west")[number % 3], "chamber": "upper"},
            weights={
                "shares": Fraction(7 * number % 17 + 1, 2),
                "population": Fraction(11 * number % 23 + 3),
            },
        )
        for number in range(16)
    ),
    16,
)
"""Sixteen members of whom no two are alike."""

LISTED = 4 if FACTOR > 1 else 3
"""Of 16 members all changes of fewer ballots than these are listed; 36,000 are of three."""

HEADS = 2
TWENTY = Electorate(
    tuple(
        Row(
            f"c{number:02}",
            count=HEADS,
            groups=frozenset(GROUPS[: number % 3]),
            classes={"region": ("north", "south", "west")[number % 3], "chamber": "upper"},
            weights={"shares": Fraction(number % 4 + 1), "population": Fraction(number % 3 + 1)},
        )
        for number in range(20)
    ),
    40,
)
"""Twenty classes, each of heads that are alike; told apart also where a rule would not."""


def rule_of(text: str) -> Rule:
    rule = parse(text, NAMES)
    assert not isinstance(rule, Fault), rule
    return rule


def ask(bound: Bound, start: Sequence[int], *, wanted: bool) -> Smallest:
    return smallest(
        start,
        bound.cells,
        lambda heads: holds(bound.condition, heads),
        wanted=wanted,
        condition=bound.condition,
    )


def given(number: int) -> Votes:
    """What the member of this number did: by turns one of the five answers."""
    place = 3 * number % ANSWERS
    return Votes(*(int(place == each) for each in range(STATES)))


def smaller(electorate: Electorate, ballots: Ballots, heads: int) -> Sequence[Ballots]:
    """Every vote that is fewer than so many ballots away."""
    found = []
    ids = [row.id for row in electorate.rows]
    answers = [Votes(*(int(place == each) for each in range(STATES))) for place in range(ANSWERS)]
    for size in range(1, heads):
        for who in combinations(ids, size):
            for did in product(answers, repeat=size):
                if all(ballots[each] != now for each, now in zip(who, did, strict=True)):
                    found += [{**ballots, **dict(zip(who, did, strict=True))}]
    return found


RULES = [
    pytest.param("more than half of votes cast and attendance at least 3/4 of members", id="a quorum"),
    pytest.param("2/3 of shares and 10 members", id="weights and heads"),
    pytest.param("more than half of shares and more than half of population", id="two weights"),
    pytest.param("2/3 of members and no permanent member against", id="a veto"),
    pytest.param("more than half of votes cast in each region", id="in each region"),
    pytest.param("2/3 of votes cast in at least 2 regions or 12 members", id="in some regions, or many"),
    pytest.param("at least 3 more in favour than against and abstentions at most 3 members", id="a lead"),
    pytest.param("(55% of members and 65% of population) or at most 3 members not in favour", id="a floor"),
]


@pytest.mark.parametrize("wanted", [True, False], ids=["to carry", "to stop"])
@pytest.mark.parametrize("text", RULES)
def test_sixteen_members_all_different(text: str, wanted: bool) -> None:
    rule = rule_of(text)
    cells = tuple(Cell((row.id,), (1,), votes=True) for row in SIXTEEN.rows)
    bound = bind(rule, SIXTEEN, cells=cells)
    ballots = {
        row.id: given(number) if number % 2 else Votes(against=1) for number, row in enumerate(SIXTEEN.rows)
    }
    if not wanted:
        ballots = {
            row.id: Votes(number % 8 != 2, 0, number % 8 == 2) for number, row in enumerate(SIXTEEN.rows)
        }
    start = bound.heads(ballots)
    assert holds(bound.condition, start) is not wanted
    found = ask(bound, start, wanted=wanted)
    assert found.ways
    assert found.smallest
    assert all(way.heads == found.heads for way in found.ways)
    assert all(holds(bound.condition, moved(start, way.moves)) is wanted for way in found.ways)
    for votes in smaller(SIXTEEN, ballots, min(found.heads, LISTED)):
        assert bound.judge(votes) is not wanted


def leaves(condition: Condition) -> list[Linear]:
    if isinstance(condition, AtLeast):
        return [leaf for part in condition.parts for leaf in leaves(part)]
    assert isinstance(condition, Linear)
    return [condition]


def met(condition: Condition, values: list[int]) -> bool:
    """Whether it holds where its inequalities come to these sums, in their order; takes them off the list."""
    if isinstance(condition, AtLeast):
        return sum([met(part, values) for part in condition.parts]) >= condition.number
    assert isinstance(condition, Linear)
    value = values.pop(0) + condition.constant
    return value > 0 or (value == 0 and not condition.strict)


def fewest_by_sums(bound: Bound, start: Sequence[int], *, wanted: bool) -> int:
    """The fewest heads, by all sums that the cells can come to one after the other."""
    parts = leaves(bound.condition)
    options = [each for each in product(range(HEADS + 1), repeat=ANSWERS) if sum(each) == HEADS]
    reached: dict[tuple[int, ...], int] = {(0,) * len(parts): 0}
    for number, cell in enumerate(bound.cells):
        at = STATES * number
        now = (*start[at : at + STATES], cell.count - sum(start[at : at + STATES]))
        ways: dict[tuple[int, ...], int] = {}
        for did in options:
            sums = tuple(
                sum(a * b for a, b in zip(part.coefficients[at : at + STATES], did[:STATES], strict=True))
                for part in parts
            )
            cost = sum(max(0, a - b) for a, b in zip(now, did, strict=True))
            ways[sums] = min(cost, ways.get(sums, cost))
        further: dict[tuple[int, ...], int] = {}
        for before, heads in reached.items():
            for sums, cost in ways.items():
                key = tuple(map(sum, zip(before, sums, strict=True)))
                if heads + cost < further.get(key, 1 << 30):
                    further[key] = heads + cost
        reached = further
    return min(cost for sums, cost in reached.items() if met(bound.condition, list(sums)) is wanted)


SUMS = [
    pytest.param("more than half of votes cast and attendance at least 3/4 of members", id="a quorum"),
    pytest.param("more than half of shares", id="one weight"),
    pytest.param("2/3 of shares and 25 members", id="weights and heads"),
    pytest.param("exactly 21 members or 3/4 of shares", id="exactly, or many"),
    pytest.param("at least 3 more in favour than against and abstentions at most 3 members", id="a lead"),
]


@pytest.mark.parametrize("wanted", [True, False], ids=["to carry", "to stop"])
@pytest.mark.parametrize("text", SUMS)
def test_twenty_classes_of_alike_members(text: str, wanted: bool) -> None:
    cells = tuple(Cell((row.id,), (HEADS,), votes=True) for row in TWENTY.rows)
    bound = bind(rule_of(text), TWENTY, cells=cells)
    ballots = {row.id: Votes(*given(number)) for number, row in enumerate(TWENTY.rows)}
    if not wanted:
        ballots = {row.id: Votes(HEADS - (number < 5), number < 5) for number, row in enumerate(TWENTY.rows)}
    start = bound.heads(ballots)
    assert holds(bound.condition, start) is not wanted
    found = ask(bound, start, wanted=wanted)
    assert found.smallest
    assert found.heads == fewest_by_sums(bound, start, wanted=wanted)
    assert all(holds(bound.condition, moved(start, way.moves)) is wanted for way in found.ways)


def test_beyond_that_it_is_the_best_found_and_marked() -> None:
    """Sixty members whose weights must come to exactly so much, with a number of heads that makes it hard."""
    rows = tuple(Row(f"m{n:02}", weights={"shares": Fraction(7919 * n % 1009 + 211)}) for n in range(60))
    electorate = Electorate(rows)
    total = sum((row.weights["shares"] for row in rows), Fraction(0))
    electorate = Electorate(rows, totals={"shares": Fraction(2 * (total // 2))})
    bound = bind(rule_of("exactly half of shares and at most 29 members"), electorate)
    start = bound.heads({row.id: Votes(n % 3 == 0, n % 3 == 1) for n, row in enumerate(rows)})
    found = ask(bound, start, wanted=True)
    assert not found.smallest
    assert not found.complete
    for way in found.ways:
        assert not way.smallest
        assert holds(bound.condition, moved(start, way.moves)) is True
