"""Counting by kinds of alike members: every way to have so many of each, each as often as it occurs.

The plainest engine, for any rule; it costs the product of one more than the size of each kind.
"""

from __future__ import annotations

from itertools import product
from math import comb, prod
from typing import TYPE_CHECKING

from coalcheck.engine.power.tally import Tally, tally_by_size

if TYPE_CHECKING:
    from coalcheck.engine.power.game import Game


def cases(game: Game) -> int:
    """How many ways there are to have so many of each kind in favour."""
    return prod([size + 1 for size in game.sizes])


def count(game: Game) -> Tally:
    """Count every case."""
    n = game.n
    winning = [0] * (n + 1)
    with_one = [[0] * (n + 1) for _ in game.sizes]
    ways = [[comb(size, number) for number in range(size + 1)] for size in game.sizes]
    for chosen in product(*(range(size + 1) for size in game.sizes)):
        if not game.wins(chosen):
            continue
        size = sum(chosen)
        times = prod(map(list.__getitem__, ways, chosen))
        winning[size] += times
        for kind, number in enumerate(chosen):
            if number:
                with_one[kind][size] += times * number // game.sizes[kind]
    return tally_by_size(n, winning, with_one)
