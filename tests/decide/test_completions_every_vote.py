"""What the ballots still to come can do, held against every way to complete them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NAMES, cases, electorates, rules

from coalcheck.engine.decide.completions import Enough, carrying, settled
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import STATES, Bound, holds
from coalcheck.engine.threshold.electorate import Ballots, Electorate, Row, Votes
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.judge import adopts
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import Rule

FOR, AGAINST, ABSTAIN, PRESENT, ABSENT = range(5)
YES, NO, BLANK = Votes(1), Votes(against=1), Votes(abstain=1)


def rule_of(text: str) -> Rule:
    rule = parse(text, NAMES)
    assert not isinstance(rule, Fault), rule
    return rule


ALIVE = [
    rule_of(text)
    for text in """
majority of votes cast and attendance at least half of members
no permanent member against and 1 member
more than half of members or 2/3 of shares
more than half of votes cast in each region or 2/3 of members
at least half of population and at most 2 members against
at most 2 members and at least 1 member
at least 1 more in favour than against or abstentions at least 2 members
more than half of votes cast or opposition at least half of votes cast
exactly 2 members or turnout at most 1 member
""".strip().splitlines()
]
RULES = st.one_of(rules(), st.sampled_from(ALIVE), st.sampled_from(ALIVE))
few = cases().filter(lambda case: sum(row.count for row in case[0].rows) <= 6)


def completed(row: Row, votes: Votes) -> Iterator[Votes]:
    """All that can become of the heads of a row of which some have voted."""
    left = row.count - sum(votes)
    for more in product(range(left + 1), repeat=STATES):
        if sum(more) <= left and ((row.votes and row.in_body) or not any(more[:PRESENT])):
            yield Votes(*(a + b for a, b in zip(votes, more, strict=True)))


def open_heads(bound: Bound, start: Sequence[int]) -> list[int]:
    return [
        cell.count - sum(start[STATES * number : STATES * (number + 1)])
        for number, cell in enumerate(bound.cells)
    ]


def every_answer(rule: Rule, electorate: Electorate, ballots: Ballots) -> set[bool | None]:
    """What each way to complete the ballots comes to, by the judge that reads the words."""
    rows = [completed(row, ballots.get(row.id, Votes())) for row in electorate.rows]
    ids = [row.id for row in electorate.rows]
    answers: set[bool | None] = set()
    for votes in product(*rows):
        answers.add(adopts(rule, electorate, dict(zip(ids, votes, strict=True)), silence=False))
        if len(answers) > 1:
            break
    return answers


@pytest.mark.parametrize("told", [True, False], ids=["by the condition", "by asking only"])
def test_it_is_settled_just_where_every_completion_agrees(told: bool) -> None:
    seen = {True: 0, False: 0, None: 0}

    @given(RULES, few)
    def held(rule: Rule, case: tuple[Electorate, Ballots]) -> None:
        electorate, ballots = case
        bound = bind(rule, electorate)
        start = bound.heads(ballots)
        answers = every_answer(rule, electorate, ballots)
        found = settled(
            start,
            open_heads(bound, start),
            bound.cells,
            lambda heads: holds(bound.condition, heads),
            condition=bound.condition if told else None,
        )
        seen[found] += 1
        assert found is (answers.pop() if len(answers) == 1 else None)

    held()
    print(seen)  # noqa: T201  (how much was tested)
    assert min(seen.values()) > 0


def by_lot(bound: Bound, rule: Rule, electorate: Electorate, *, wanted: bool) -> set[tuple[int, ...]]:
    """By listing all: how many heads of each cell are enough, whatever the others do, and no fewer are."""
    did = range(FOR if wanted else AGAINST, (FOR if wanted else AGAINST) + 1)
    enough: list[tuple[int, ...]] = []
    for sizes in sorted(product(*(range(cell.count * cell.votes + 1) for cell in bound.cells)), key=sum):
        if any(all(a <= b for a, b in zip(one, sizes, strict=True)) for one in enough):
            continue
        ballots: dict[str, Votes] = {}
        for size, cell in zip(sizes, bound.cells, strict=True):
            left = size
            for member, most in zip(cell.ids, cell.sizes, strict=True):
                taken = min(left, most)
                left -= taken
                ballots[member] = Votes(*(taken if place in did else 0 for place in range(STATES)))
        if every_answer(rule, electorate, ballots) == {wanted}:
            enough.append(sizes)
    return set(enough)


def sets_of(found: Enough, bound: Bound) -> set[tuple[int, ...]]:
    """Every set that was found, as heads of each cell."""
    sets: set[tuple[int, ...]] = set()
    for way in found.ways:
        cells = [cell for cell, _ in way.pool] or [move.cell for move in way.moves]
        sizes = [range(bound.cells[cell].count + 1) for cell in cells]
        if not way.pool:
            sizes = [range(move.heads, move.heads + 1) for move in way.moves]
        for chosen in product(*sizes):
            if sum(chosen) == way.heads:
                heads = [0] * len(bound.cells)
                for cell, count in zip(cells, chosen, strict=True):
                    heads[cell] = count
                sets.add(tuple(heads))
    return sets


@pytest.mark.parametrize("wanted", [True, False], ids=["to carry", "to stop"])
def test_the_sets_that_are_enough_are_enough_and_can_spare_nobody(wanted: bool) -> None:
    seen = {"some": 0, "several": 0, "all": 0}

    @given(RULES, electorates().filter(lambda one: sum(row.count for row in one.rows) <= 5))
    def held(rule: Rule, electorate: Electorate) -> None:
        bound = bind(rule, electorate)
        none = [0] * (STATES * len(bound.cells))
        expected = by_lot(bound, rule, electorate, wanted=wanted)
        found = carrying(
            none,
            [cell.count for cell in bound.cells],
            bound.cells,
            lambda heads: holds(bound.condition, heads),
            wanted=wanted,
            condition=bound.condition,
        )
        got = sets_of(found, bound)
        assert got <= expected
        assert not found.complete or got == expected
        assert bool(got) is bool(expected)
        if expected:
            assert found.ways[0].heads == min(map(sum, expected))
        seen["all"] += 1
        seen["some"] += bool(expected)
        seen["several"] += len(expected) > 1

    held()
    print(seen)  # noqa: T201  (how much was tested)
    assert seen["several"] > 1
