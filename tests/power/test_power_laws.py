"""Random rules of every kind against going through all coalitions one by one."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import factorial

from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.power import enumerate_kinds, grid, halves, halves_at_once, minimal, packed, rows, wide
from coalcheck.engine.power.door import cheapest
from coalcheck.engine.power.game import Game, linears, won
from coalcheck.engine.power.one_weight import one_weight
from coalcheck.engine.power.tally import Tally
from coalcheck.engine.threshold.bound import AtLeast, Condition, Linear

MOST = 7


@st.composite
def games(draw: st.DrawFn, *, monotone: bool = False) -> Game:
    sizes = tuple(draw(st.lists(st.integers(1, 3), min_size=1, max_size=4)))
    least = 0 if monotone else -2

    def linear() -> st.SearchStrategy[Condition]:
        counts = st.integers(least, 4).map(lambda each: (each,) * len(sizes))
        weights = st.lists(st.integers(least, 9), min_size=len(sizes), max_size=len(sizes)).map(tuple)
        return st.builds(Linear, counts | weights, st.integers(-20, 3), st.booleans())

    def combined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        return st.lists(parts, min_size=1, max_size=3).flatmap(
            lambda each: st.integers(0, len(each)).map(lambda number: AtLeast(number, tuple(each)))
        )

    return Game(sizes, draw(st.recursive(linear(), combined, max_leaves=4)))


@st.composite
def one_weights(draw: st.DrawFn) -> Game:
    """A weight and numbers of heads, combined."""
    weights = tuple(draw(st.lists(st.integers(0, 12), min_size=1, max_size=MOST)))
    total = sum(weights)

    def linear() -> st.SearchStrategy[Condition]:
        by_weight = st.builds(Linear, st.just(weights), st.integers(-total - 2, 1), st.booleans())
        by_heads = st.builds(
            Linear, st.just((1,) * len(weights)), st.integers(-len(weights) - 1, 1), st.booleans()
        )
        return by_weight | by_heads

    def combined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        return st.lists(parts, min_size=1, max_size=3).flatmap(
            lambda each: st.integers(0, len(each)).map(lambda number: AtLeast(number, tuple(each)))
        )

    return Game((1,) * len(weights), draw(st.recursive(linear(), combined, max_leaves=4)))


def brute(game: Game) -> tuple[int, list[int], list[int]]:
    """Winning coalitions, swings less harms, and orders in which each decides, member by member."""
    kinds = [kind for kind, size in enumerate(game.sizes) for _ in range(size)]
    n = len(kinds)

    def wins(members: tuple[bool, ...]) -> bool:
        chosen = [0] * len(game.sizes)
        for kind, there in zip(kinds, members, strict=True):
            chosen[kind] += there
        return won(game.condition, chosen)

    table = {members: wins(members) for members in product((False, True), repeat=n)}
    swings, orders = [0] * n, [0] * n
    for members, without in table.items():
        for place in range(n):
            if not members[place]:
                gained = table[(*members[:place], True, *members[place + 1 :])] - without
                swings[place] += gained
                orders[place] += gained * factorial(sum(members)) * factorial(n - 1 - sum(members))
    return sum(table.values()), swings, orders


def agrees(game: Game, tally: Tally) -> None:
    winning, swings, orders = brute(game)
    kinds = [kind for kind, size in enumerate(game.sizes) for _ in range(size)]
    assert tally.winning == winning
    assert [tally.swings[kind] for kind in kinds] == swings
    if tally.winning_by_size:
        numerators = tally.shapley_numerators()
        assert [numerators[kind] for kind in kinds] == orders


@given(games())
def test_any_rule(game: Game) -> None:
    agrees(game, enumerate_kinds.count(game))
    agrees(game, cheapest(game).do())
    agrees(game, cheapest(game, by_size=False).do())


@given(one_weights())
def test_one_weight_and_heads(game: Game) -> None:
    simple = one_weight(game)
    if simple is None:  # two weights: heads that all weigh the same are one
        assert len({linear.coefficients for linear in linears(game.condition)}) > 1
        return
    ways = [
        packed.count_by_size,
        halves.count_by_size,
        halves_at_once.count_by_size,
        grid.count_by_size,
        rows.count_by_size,
    ]
    if simple.by_weight_alone:
        ways += [packed.count_totals, wide.count_totals]
    for counting in ways:
        agrees(game, counting(simple))
        agrees(game, counting(simple.dual()).dual())


@given(games(monotone=True))
def test_minimal_coalitions_and_stopping(game: Game) -> None:
    stopping = minimal.dual(game)
    kinds = list(product(*(range(size + 1) for size in game.sizes)))
    for chosen in kinds:
        rest = [size - number for size, number in zip(game.sizes, chosen, strict=True)]
        assert stopping.wins(chosen) is not game.wins(rest)
    smallest = list(minimal.kinds(game))
    for chosen in kinds:
        covered = any(all(a <= b for a, b in zip(least, chosen, strict=True)) for least in smallest)
        assert covered is game.wins(chosen)
    for one, other in product(smallest, repeat=2):
        assert one == other or any(a > b for a, b in zip(one, other, strict=True))


@given(games(monotone=True))
def test_shares_come_to_one(game: Game) -> None:
    tally = cheapest(game).do()
    orders = factorial(tally.n)
    parts = [
        Fraction(each, orders) * size
        for each, size in zip(tally.shapley_numerators(), game.sizes, strict=True)
    ]
    nobody, everyone = game.wins([0] * len(game.sizes)), game.wins(game.sizes)
    assert sum(parts) == everyone - nobody
