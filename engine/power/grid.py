"""Counting over one weight by size in a grid of machine words: up to 62 members.

The same alternating sums as `coalcheck.engine.power.packed`, each as one column. Words wrap around, which
does no harm: every number that is asked for is below 2^62, and sums modulo 2^64 know it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coalcheck.engine.power.tally import Tally, binomials, tally_by_size

if TYPE_CHECKING:
    from coalcheck.engine.power.one_weight import OneWeight


def count_by_size(game: OneWeight) -> Tally:
    """Count winning coalitions by their sizes, and those each kind is in."""
    n = sum(game.sizes)
    stride = n + 1
    length = game.length
    below = _losing(game, n, length)
    quotas = np.minimum(np.array(game.quotas, dtype=np.int64), game.total + 1)
    sizes = np.arange(n + 1)
    of_all = binomials(n)
    losing = np.where(quotas > 0, below[np.maximum(quotas - 1, 0) * stride + sizes], 0)
    winning = [ways - lost for ways, lost in zip(of_all, losing.tolist(), strict=True)]
    of_others = [0, *binomials(n - 1)]
    found: dict[int, list[int]] = {}
    for weight in set(game.weights):
        # Losing coalitions of a size with the member: those of the others, one smaller, below what is left.
        most, size = quotas - 1 - weight, sizes - 1
        turns = n if not weight else min(n, max(int(most.max()), 0) // weight + 1)
        steps = np.arange(turns)[:, None]
        heights, widths = most - steps * weight, size - steps
        lost = np.where((heights >= 0) & (widths >= 0), below[np.maximum(heights * stride + widths, 0)], 0)
        total = lost[::2].sum(axis=0) - lost[1::2].sum(axis=0)
        found[weight] = [ways - int(each) for ways, each in zip(of_others, total.tolist(), strict=True)]
    return tally_by_size(n, winning, [found[weight] for weight in game.weights])


def _losing(game: OneWeight, n: int, length: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """How many coalitions of each size weigh no more than each sum; sum by sum, then by size."""
    stride = n + 1
    grid = np.zeros(max(length, 1) * stride, dtype=np.int64)
    grid[0] = 1
    reach = 1
    for weight, size in sorted(zip(game.weights, game.sizes, strict=True)):
        for _ in range(size):
            shift = weight * stride + 1
            reach = min(reach + shift, len(grid))
            if shift < reach:
                grid[shift:reach] += grid[: reach - shift].copy()
    return grid.reshape(-1, stride).cumsum(axis=0).ravel()
