"""The votes around a threshold, against going through every vote there is."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from suites import loaded

from coalcheck.engine.roll.electorate import electorate
from coalcheck.engine.roll.sentences import sentences
from coalcheck.engine.scenario.coverage.steps import Comparison, Steps, TooMany, Values
from coalcheck.engine.scenario.coverage.votes import around, every_vote
from coalcheck.engine.threshold.bound import Cell, Linear, holds

NUMBERS = st.integers(-4, 4)


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """A few members in up to three cells, and any inequality over them."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    cells = tuple(
        Cell((f"m{i}",), (size,), draw(st.booleans()) if i else True) for i, size in enumerate(sizes)
    )
    many = st.lists(NUMBERS, min_size=4 * len(cells), max_size=4 * len(cells)).map(tuple)
    linear = Linear(draw(many), draw(NUMBERS), draw(st.booleans()))
    asked = None
    if draw(st.booleans()):
        ones = st.lists(st.integers(0, 1), min_size=4 * len(cells), max_size=4 * len(cells)).map(tuple)
        asked = Linear(draw(ones), 0, strict=True)
    return Comparison(linear, asked, cells)


def by_hand(comparison: Comparison) -> Steps:
    """The same by going through every vote."""
    each = []
    for cell in comparison.cells:
        n = cell.count if cell.votes else 0
        each.append([split for split in product(range(n + 1), repeat=4) if sum(split) <= n])
    values = {
        value
        for chosen in product(*each)
        if (value := comparison.value([number for split in chosen for number in split])) is not None
    }
    met = sorted(filter(comparison.meets, values))
    below = max((value for value in values if not comparison.meets(value)), default=None)
    return Steps(below, met[0] if met else None, met[1] if len(met) > 1 else None)


@given(comparisons())
def test_the_steps_are_those_of_all_votes(comparison: Comparison) -> None:
    expected = by_hand(comparison)
    every = every_vote(comparison.cells)

    assert Values(comparison).steps() == expected
    assert every is not None
    assert around(comparison, every)[0] == expected


@given(comparisons())
def test_votes_for_a_step_come_to_it(comparison: Comparison) -> None:
    values = Values(comparison)
    steps = values.steps()
    for value in (steps.below, steps.enough, steps.above):
        heads = values.votes(value) if value is not None else None
        if heads is None:
            continue
        assert comparison.value(heads) == value
        for number, cell in enumerate(comparison.cells):
            split = heads[4 * number : 4 * number + 4]
            assert min(split) >= 0
            assert sum(split) <= (cell.count if cell.votes else 0)


@given(comparisons(), st.integers(0, 3), st.integers(0, 4))
def test_steps_with_a_quorum_are_shown_by_votes_and_no_nearer_than_all_votes_allow(
    comparison: Comparison, state: int, most: int
) -> None:
    there = tuple(int(place % 4 <= state) for place in range(4 * len(comparison.cells)))
    needed = Linear(there, -most, strict=False)
    every = every_vote(comparison.cells)
    assert every is not None
    exact, _ = around(comparison, (heads for heads in every if holds(needed, heads)))

    steps, found = Values(comparison).near(needed)

    for value, heads in found.items():
        assert comparison.value(heads) == value
        assert holds(needed, heads)
    for step in (steps.below, steps.enough, steps.above):
        assert step is None or step in found
    # Only likely votes are looked at, so what is found may lie further off, and never nearer.
    assert steps.below is None or (exact.below is not None and steps.below <= exact.below)
    assert steps.enough is None or (exact.enough is not None and steps.enough >= exact.enough)


@pytest.mark.parametrize(
    ("rule", "members", "expected"),
    [
        # 2 for, 1 against is exactly two thirds of 3; 1 to 1 is one step short, 1 to 0 the next above.
        pytest.param("at least 2/3 of votes cast", 3, (-1, 0, 1), id="two thirds of three"),
        # With two members two thirds cannot be met exactly: 1 to 0 is the least that is enough.
        pytest.param("at least 2/3 of votes cast", 2, (-1, 1, 2), id="two thirds of two"),
        pytest.param("more than half of members", 4, (0, 1, 2), id="half of four is not enough"),
        pytest.param("all members", 3, (-1, 0, None), id="nothing above all"),
        pytest.param("at least 1 member", 1, (-1, 0, None), id="one member"),
        pytest.param("no member against", 3, (-1, 0, None), id="one against is one step short"),
        pytest.param("at most 1 member against", 3, (-1, 0, 1), id="a limit"),
        pytest.param("more than 5 members", 3, (-2, None, None), id="out of reach"),
    ],
)
def test_the_steps_of_a_rule(rule: str, members: int, expected: tuple[int | None, ...]) -> None:
    from coalcheck.engine.scenario.coverage.thresholds import comparison_of
    from coalcheck.engine.threshold.bind import Binder
    from coalcheck.engine.threshold.cells import cells_of
    from coalcheck.engine.threshold.tree import Clause

    rows = "".join(f"  - {{id: m{i}}}\n" for i in range(members))
    charter = loaded(f"name: A\nmembers:\n{rows}decisions:\n  d: {{passes: {rule}}}\n").charter
    assert charter is not None
    (sentence,) = sentences(charter)
    clause = sentence.rule
    assert isinstance(clause, Clause)
    roll = electorate(charter, "d")
    cells = cells_of(((clause, roll),))
    comparison = comparison_of(Binder(roll, cells).clause(clause), clause, cells)
    assert comparison is not None

    steps = Values(comparison).steps()
    assert (steps.below, steps.enough, steps.above) == expected


def test_weights_that_cannot_be_listed_are_said_and_not_guessed() -> None:
    cells = tuple(Cell((f"m{i}",), (1,), votes=True) for i in range(60))
    numbers = tuple(
        number for i in range(60) for number in (10_000_000 + 7919 * i, -(9_000_000 + 6133 * i), 0, 0)
    )
    with pytest.raises(TooMany):
        Values(Comparison(Linear(numbers, -1, strict=False), None, cells))
