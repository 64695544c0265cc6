"""Counting over one weight by size for many members: a column of sums for each size, as long as it must be.

As `coalcheck.engine.power.wide` for each size: coalitions of so many members have sums between those of the
lightest and of the heaviest so many, and only these are kept.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from coalcheck.engine.power.column import ADDED, Column
from coalcheck.engine.power.tally import Tally, binomials, tally_by_size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from coalcheck.engine.power.one_weight import OneWeight


def count_by_size(game: OneWeight) -> Tally:
    """Count winning coalitions by their sizes, and those each kind is in."""
    n, length = sum(game.sizes), game.length
    # Whoever weighs more than any quota wins alone as much as with the greatest.
    weights = [min(weight, length) for weight in game.weights]
    quotas = [min(quota, game.total + 1) for quota in game.quotas]
    rows = _losing(sorted(_each(weights, game.sizes)), length)
    of_all, of_others = binomials(n), [0, *binomials(n - 1)] if n else [0]
    winning = [ways - row.up_to(quota - 1) for ways, row, quota in zip(of_all, rows, quotas, strict=True)]
    below = np.array(quotas, dtype=np.int64) - 1
    found = {weight: _with_one(rows, weight, below, of_others) for weight in set(weights)}
    return tally_by_size(n, winning, [found[weight] for weight in weights])


def _each(weights: Sequence[int], sizes: Sequence[int]) -> list[int]:
    return [weight for weight, size in zip(weights, sizes, strict=True) for _ in range(size)]


def _losing(members: Sequence[int], length: int) -> list[Column]:
    """For each size, how many coalitions weigh no more than each sum below a length.

    The lightest members come first: sums stay few as long as they can.
    """
    n = len(members)
    heaviest = [0, *accumulate(reversed(members))]
    rows = [
        Column(low, min(length, most + 1) - low)
        for low, most in zip([0, *accumulate(members)], heaviest, strict=True)
    ]
    rows[0].one()
    for number, weight in enumerate(members, start=1):
        for size in range(number, 0, -1):
            rows[size].add(rows[size - 1], weight)
        if number % ADDED == 0 or number == n:
            for row in rows[: number + 1]:
                row.carry()
    for row in rows:
        row.sum_up()
    return rows


def _with_one(
    rows: Sequence[Column], weight: int, below: NDArray[np.int64], ways: Sequence[int]
) -> list[int]:
    """Winning coalitions with one member of a weight, by size, whatever the quota of each size.

    Losing coalitions of a size with the member are those of the others, one smaller, below what is left:
    those of all, one smaller, less those of them that the member is in, and so on, one smaller each time.
    """
    n = len(rows) - 1
    lost: dict[int, NDArray[np.int64]] = {}
    steps = np.arange(1, n + 1)
    for size, row in enumerate(rows[:n]):
        turns = n - size
        places = below[size + 1 :] - weight * steps[:turns] - row.low
        here = np.flatnonzero(places >= 0)
        if not row.end or not len(here):
            continue
        signs = 1 - 2 * (here & 1)
        places = np.minimum(places[here], row.end - 1)
        for power, limb in row.limbs():
            of_limb = lost.setdefault(power, np.zeros(n + 1, dtype=np.int64))
            of_limb[size + 1 + here] += limb[places].astype(np.int64) * signs
    found = list(ways)
    for power, counts in lost.items():
        for size, count in enumerate(counts.tolist()):
            found[size] -= count << power
    return found
