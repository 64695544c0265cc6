"""Ways of counting that share no code agree, where counts are long, sums many, and weights far apart."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from itertools import accumulate
from random import Random
from textwrap import dedent
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.power import cost, door, grid, halves, halves_at_once, packed, rows, wide
from coalcheck.engine.power.column import ADDED, TILE, Column
from coalcheck.engine.power.game import Game, weighted
from coalcheck.engine.power.one_weight import OneWeight, one_weight
from coalcheck.engine.power.tally import Tally
from coalcheck.engine.threshold.bound import AtLeast, Linear


def simple(quota: int, weights: list[int]) -> OneWeight:
    found = one_weight(weighted(quota, weights))
    assert found is not None
    return found


def drawn(number: int, most: int, seed: int) -> list[int]:
    return [Random(f"{seed}.{each}").randint(1, most) for each in range(number)]


LONG: Final = [
    pytest.param(15, 9_000, id="more sums than are worked on together"),
    pytest.param(64, 40, id="a count of two words"),
    pytest.param(100, 700, id="three limbs and many sums"),
    pytest.param(200, 90, id="five limbs"),
    pytest.param(300, 3, id="hardly any sums, many members"),
]


@pytest.mark.parametrize(("number", "most"), LONG)
@pytest.mark.parametrize("part", [0.15, 0.5, 0.97])
def test_columns_say_what_whole_numbers_say(number: int, most: int, part: float) -> None:
    weights = drawn(number, most, 1)
    game = simple(max(1, int(sum(weights) * part)), weights)
    assert wide.count_totals(game) == packed.count_totals(game)
    assert wide.count_totals(game.dual()).dual() == packed.count_totals(game)


@pytest.mark.parametrize(
    ("number", "most"),
    [
        pytest.param(12, 4_000, id="more sums than are worked on together"),
        pytest.param(70, 12, id="a count of two words"),
        pytest.param(110, 4, id="three limbs"),
    ],
)
@pytest.mark.parametrize("part", [0.15, 0.5])
def test_rows_say_what_whole_numbers_say(number: int, most: int, part: float) -> None:
    weights = drawn(number, most, 2)
    total = sum(weights)
    heads = Linear((1,) * number, -(number // 2), strict=False)
    by_weight = Linear(tuple(weights), -int(total * part), strict=False)
    for condition in (by_weight, AtLeast(2, (heads, by_weight)), AtLeast(1, (heads, by_weight))):
        game = one_weight(Game((1,) * number, condition))
        assert game is not None
        assert rows.count_by_size(game) == packed.count_by_size(game)
        assert rows.count_by_size(game.dual()).dual() == packed.count_by_size(game)


HEAVY: Final = 10**40


@pytest.mark.parametrize(
    "counting",
    [
        packed.count_totals,
        wide.count_totals,
        packed.count_by_size,
        halves.count_by_size,
        halves_at_once.count_by_size,
        grid.count_by_size,
        rows.count_by_size,
    ],
    ids=lambda counting: f"{counting.__module__.rsplit('.', 1)[-1]}.{counting.__name__}",
)
def test_a_member_of_any_weight(counting: Callable[[OneWeight], Tally]) -> None:
    # It wins alone, and so do two of the three others.
    found = counting(simple(2, [HEAVY, 1, 1, 1]))
    assert found.winning == 8 + 4
    assert found.swings == (4, 2, 2, 2)


@st.composite
def members(draw: st.DrawFn) -> tuple[list[int], int]:
    weights = draw(st.lists(st.integers(0, 5), min_size=1, max_size=3 * ADDED))
    return sorted(weights), draw(st.integers(1, sum(weights) + 2))


@given(members())
def test_one_column_against_plain_numbers(drawn_members: tuple[list[int], int]) -> None:
    weights, length = drawn_members
    column, plain = Column(0, length), [1] + [0] * (length - 1)
    column.one()
    for number, weight in enumerate(weights, start=1):
        column.add(column, weight)
        plain = [here + (plain[place - weight] if place >= weight else 0) for place, here in enumerate(plain)]
        if number % ADDED == 0:
            column.carry()
    column.carry()
    column.sum_up()
    sums = list(accumulate(plain))
    assert [column.up_to(most) for most in range(-1, length + 1)] == [0, *sums, sums[-1]]
    for step in {1, *weights} - {0}:
        signs = [sums[most] * (-1) ** place for place, most in enumerate(range(length - 1, -1, -step))]
        assert column.alternating(length - 1, step) == sum(signs)


def test_a_column_longer_than_is_worked_on_together() -> None:
    column, length = Column(7, 3 * TILE + 5), 3 * TILE + 5
    column.one()
    for number in range(1, 5 * ADDED + 1):
        column.add(column, 0)
        if number % ADDED == 0:
            column.carry()
    for weight in (1, TILE - 1, TILE, TILE + 1, 3 * TILE):
        column.add(column, weight)
    column.carry()
    column.sum_up()
    shifts = [0]
    for weight in (1, TILE - 1, TILE, TILE + 1, 3 * TILE):
        shifts += [each + weight for each in shifts]
    for most in (6, 7, 8, TILE + 6, TILE + 7, 2 * TILE + 8, length + 6, length + 7):
        reached = sum(each <= min(most - 7, length - 1) for each in shifts)
        assert column.up_to(most) == reached * 2 ** (5 * ADDED)


SMALL: Final = dedent("""
    import sys
    from coalcheck.engine.power.door import count
    from coalcheck.engine.power.game import weighted
    for n in (1, 5, 15, 51):
        for weights in ([1] * n, list(range(n))):
            for by_size in (False, True):
                count(weighted(sum(weights) // 2 + 1, weights), by_size=by_size)
    assert "numpy" not in sys.modules, "numpy was imported for a small game"
    great = weighted(10**13, [10**12 + 7**number for number in range(27)])
    count(great)
    assert "numpy" in sys.modules, "a great game was counted without numpy"
""")


def test_small_games_do_not_wait_for_numpy() -> None:
    done = subprocess.run([sys.executable, "-c", SMALL], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_without_numpy_everything_is_counted_with_whole_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    game = weighted(600, drawn(18, 100, 3))
    by_size, totals = door.count(game), door.count(game, by_size=False)
    monkeypatch.setattr(cost, "numpy_import", lambda: None)
    names = {way.name for each in (True, False) for way in door.ways(game, by_size=each)}
    assert names == {"kinds", "packed sums", "packed sums by size", "halves"}
    assert door.count(game) == by_size
    assert door.count(game, by_size=False).swings == totals.swings


@pytest.mark.parametrize(
    ("number", "most", "by_size"),
    [
        pytest.param(190, 25_000, True, id="too long"),
        pytest.param(190, 10**9, False, id="too long and too large"),
        pytest.param(60, 10**12, True, id="weights without end"),
    ],
)
def test_what_costs_too_much_is_refused(number: int, most: int, by_size: bool) -> None:
    weights = drawn(number, most, 4)
    game = weighted(sum(weights) // 2 + 1, weights)
    with pytest.raises(door.TooCostly) as refused:
        door.count(game, by_size=by_size, budget=1.0)
    assert refused.value.way.seconds > 1 or refused.value.way.bytes > door.MOST_BYTES
