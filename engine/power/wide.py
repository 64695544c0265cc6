"""Counting over one weight where counts are long and sums many: one column of sums, in limbs.

The same alternating sums as `coalcheck.engine.power.packed`. A member adds the column to itself, shifted by
its weight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.power.column import ADDED, Column
from coalcheck.engine.power.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalcheck.engine.power.one_weight import OneWeight


def count_totals(game: OneWeight) -> Tally:
    """Count winning coalitions, and those each kind is in, where the quota is the same for all sizes."""
    n = sum(game.sizes)
    quota, total = game.quotas[0], game.total
    if not 0 < quota <= total:
        every = int(quota <= 0)
        return Tally(n, every * 2**n, tuple(every * 2 ** (n - 1) for _ in game.sizes))
    # A game and its dual (who can stop a decision) have the same swings; the smaller quota is counted.
    short = min(quota, total - quota + 1)
    weights = [min(weight, short) for weight in game.weights]
    weightless = sum(size for size, weight in zip(game.sizes, weights, strict=True) if not weight)
    heavy = n - weightless
    losing = _losing(game.sizes, weights, short)
    last = losing.up_to(short - 1)
    swings = {0: 0} | {
        weight: last - 2 * losing.alternating(short - 1 - weight, weight) for weight in set(weights) if weight
    }
    scale = 2**weightless
    won = (2**heavy - last if short == quota else last) * scale
    return Tally(n, won, tuple((won + swings[weight] * scale) // 2 for weight in weights))


def _losing(sizes: Sequence[int], weights: Sequence[int], length: int) -> Column:
    """How many coalitions weigh no more than each sum below a length; the lightest members come first."""
    members = sorted(
        weight for weight, size in zip(weights, sizes, strict=True) if weight for _ in range(size)
    )
    column = Column(0, length)
    column.one()
    for number, weight in enumerate(members, start=1):
        column.add(column, weight)
        if number % ADDED == 0:
            column.carry()
    column.carry()
    column.sum_up()
    return column
