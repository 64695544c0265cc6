"""The smallest change, held against listing every vote there could be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NAMES, cases, rules

from coalcheck.engine.decide import change
from coalcheck.engine.decide.alike import Way
from coalcheck.engine.decide.change import smallest
from coalcheck.engine.decide.reach import Move, moved
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import STATES, Cell, holds
from coalcheck.engine.threshold.electorate import Ballots, Electorate, Row, Votes
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.judge import adopts
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import Rule, Weighted, clauses


def rule_of(text: str) -> Rule:
    rule = parse(text, NAMES)
    assert not isinstance(rule, Fault), rule
    return rule


ALIVE = [
    rule_of(text)
    for text in """
majority of votes cast and attendance at least half of members
2/3 of shares and no permanent member against
more than half of votes cast in each region or 2/3 of members
at least half of population and at most 2 members against
exactly half of votes cast and turnout at least 2 members
at most 2 members and at least 1 member
at least 2 more in favour than against and abstentions at most 1 member
1 member in at least 2 regions and majority of members present
more than 1/3 of shares or no founder member against
exactly 2 members or opposition at least 2 members
""".strip().splitlines()
]
"""Rules that some votes carry and some do not; of rules drawn at random most are one or the other."""


def compound(rule: Rule) -> bool:
    found = clauses(rule)
    weights = any(isinstance(getattr(each.measure, "base", None), Weighted) for each in found)
    return len(found) > 1 or weights or any(each.spread is not None or each.among for each in found)


def did(row: Row) -> Iterator[tuple[int, ...]]:
    """All that the heads of one row can do."""
    return (each for each in product(range(row.count + 1), repeat=STATES) if sum(each) <= row.count)


def apart(row: Row, one: Sequence[int], other: Sequence[int]) -> int:
    """How many heads of a row answer otherwise."""
    full = [(*each, row.count - sum(each)) for each in (one, other)]
    return sum(max(0, a - b) for a, b in zip(*full, strict=True))


def every_nearest(
    rule: Rule, electorate: Electorate, ballots: Ballots, *, wanted: bool
) -> tuple[int | None, set[tuple[int, ...]]]:
    """By listing all votes: the fewest heads, and all votes they can lead to, as vectors."""
    bound = bind(rule, electorate)
    voters = {member for cell in bound.cells if cell.votes for member in cell.ids}
    choices: list[list[tuple[tuple[int, ...], int]]] = []
    for row in electorate.rows:
        now = tuple(ballots.get(row.id, Votes()))
        if row.id in voters:
            choices.append(sorted(((each, apart(row, now, each)) for each in did(row)), key=lambda c: c[1]))
        else:
            choices.append([(now, 0)])
    by_size: dict[int, list[Ballots]] = {}
    for choice in product(*choices):
        votes: Ballots = {
            row.id: Votes(*each) for row, (each, _) in zip(electorate.rows, choice, strict=True)
        }
        by_size.setdefault(sum(distance for _, distance in choice), []).append(votes)
    judged: dict[tuple[int, ...], bool | None] = {}
    for size in sorted(by_size):
        for votes in by_size[size]:
            heads = tuple(bound.heads(votes))
            if heads not in judged:
                # The judge by words, which shares no code with the conditions that the search works on.
                judged[heads] = adopts(rule, electorate, votes, silence=False)
        found = {heads for heads, answer in judged.items() if answer is wanted}
        if found:
            return size, found
    return None, set()


def choices_of(way: Way, start: Sequence[int], cells: Sequence[Cell]) -> Iterator[tuple[Move, ...]]:
    """Every change that a way stands for."""
    if not way.pool:
        yield way.moves
        return
    answers = (way.moves[0].after, *way.instead)
    rooms = []
    for cell, before in way.pool:
        heads = start[STATES * cell : STATES * (cell + 1)]
        rooms.append((*heads, cells[cell].count - sum(heads))[before])
    splits = [
        [each for each in product(range(room + 1), repeat=len(answers)) if sum(each) <= room]
        for room in rooms
    ]
    for split in product(*splits):
        if sum(map(sum, split)) == way.heads:
            yield tuple(
                Move(cell, before, answer, heads)
                for (cell, before), each in zip(way.pool, split, strict=True)
                for answer, heads in zip(answers, each, strict=True)
                if heads
            )


@st.composite
def votes(draw: st.DrawFn) -> tuple[Electorate, Ballots]:
    """Few members, half the time with every other one of them in favour, so that more is carried."""
    electorate, ballots = draw(cases().filter(lambda case: 0 < sum(row.count for row in case[0].rows) <= 6))
    if draw(st.booleans()):
        most = [row for row in electorate.rows if row.votes and row.in_body][draw(st.integers(0, 1)) :: 2]
        ballots = {**ballots, **{row.id: Votes(row.count) for row in most}}
    return electorate, ballots


few = votes()
RULES = st.one_of(rules(), st.sampled_from(ALIVE), st.sampled_from(ALIVE))


@pytest.mark.parametrize("how", ["by the condition", "by the closer bound", "by asking only"])
@pytest.mark.parametrize("wanted", [True, False], ids=["to carry", "to stop"])
def test_no_smaller_change_does_it_and_every_one_named_does(
    how: str, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if how == "by the closer bound":
        monkeypatch.setattr(change, "FEW_STEPS", 0)
    seen = {"compound": 0, "changed": 0, "all": 0}

    @given(RULES, few)
    def held(rule: Rule, case: tuple[Electorate, Ballots]) -> None:
        electorate, ballots = case
        bound = bind(rule, electorate)
        start = bound.heads(ballots)
        best, vectors = every_nearest(rule, electorate, ballots, wanted=wanted)

        def wins(heads: Sequence[int]) -> bool | None:
            return holds(bound.condition, heads)

        condition = None if how == "by asking only" else bound.condition
        found = smallest(start, bound.cells, wins, wanted=wanted, condition=condition)
        assert found.smallest
        assert (found.heads if found.ways else None) == best
        reached = {
            tuple(moved(start, moves)) for way in found.ways for moves in choices_of(way, start, bound.cells)
        }
        assert reached <= vectors
        assert not found.complete or reached == vectors
        assert bool(found.ways) is bool(vectors)
        seen["all"] += 1
        seen["compound"] += compound(rule)
        seen["changed"] += bool(best)

    held()
    print(f"{seen['compound']} of {seen['all']} rules compound; {seen['changed']} needed a change")  # noqa: T201  (how much was tested)
    assert 2 * seen["compound"] >= seen["all"]
    assert 5 * seen["changed"] >= seen["all"]


@pytest.mark.parametrize("wanted", [True, False], ids=["to carry", "to stop"])
def test_what_it_finds_without_a_search_does_it_and_claims_no_more_than_is_so(
    wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(change, "FEW_STEPS", 0)
    monkeypatch.setattr(change, "MOST_STEPS", 0)
    seen = {"best": 0, "found": 0, "all": 0}

    @given(RULES, few)
    def held(rule: Rule, case: tuple[Electorate, Ballots]) -> None:
        electorate, ballots = case
        bound = bind(rule, electorate)
        start = bound.heads(ballots)
        best, _ = every_nearest(rule, electorate, ballots, wanted=wanted)

        def wins(heads: Sequence[int]) -> bool | None:
            return holds(bound.condition, heads)

        found = smallest(start, bound.cells, wins, wanted=wanted, condition=bound.condition)
        for way in found.ways:
            assert wins(moved(start, way.moves)) is wanted
            assert way.heads == found.heads
            assert best is not None
            assert way.heads >= best
        if found.smallest:
            assert (found.heads if found.ways else None) == best
        if best:
            seen["all"] += 1
            seen["found"] += bool(found.ways)
            seen["best"] += found.heads == best

    held()
    print(seen)  # noqa: T201  (how good the guess is)
    assert 10 * seen["best"] >= 8 * seen["all"]
