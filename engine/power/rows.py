"""Counting over one weight by size for many members: one row of limbs for each size, as long as it must be.

As `coalcheck.engine.power.wide` for each size: coalitions of so many members have sums between those of the
lightest and of the heaviest so many, and only these are kept.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

import numpy as np

from coalcheck.engine.power.tally import Tally, binomials, tally_by_size
from coalcheck.engine.power.wide import carry, limb_bits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from coalcheck.engine.power.one_weight import OneWeight

_WORD: Final = 63
_BYTES: Final = 8


class _Rows:
    """How many coalitions of each size weigh so much, or, once summed up, no more than so much.

    Attributes:
        lows: the least sum of each row.
        rows: limbs by sum, from the least.
        bits: bits of a limb.
    """

    def __init__(self, members: Sequence[int], length: int, bits: int) -> None:
        self._length = length
        self.bits = bits
        n = len(members)
        self.lows = [0, *accumulate(members)]
        heaviest = [0, *accumulate(reversed(members))]
        ways = binomials(n)
        self.rows: list[NDArray[np.int64]] = [
            np.zeros(
                (
                    ways[size].bit_length() // bits + 1,
                    max(0, min(length, heaviest[size] + 1) - self.lows[size]),
                ),
                dtype=np.int64,
            )
            for size in range(n + 1)
        ]
        self._fill(members)

    def _fill(self, members: Sequence[int]) -> None:
        """Add the members, the lightest first: sums stay few as long as they can."""
        if self.rows[0].shape[1]:
            self.rows[0][0, 0] = 1
        # By size: how far sums reach by now, and the limbs in use, both of what has been added.
        heaviest = [0] * (len(members) + 2)
        since = 0
        for number, weight in enumerate(members):
            ways = binomials(number + 1)
            for size in range(number, -1, -1):
                self._add(size, weight, min(heaviest[size], self._length - 1), ways[size + 1])
            for size in range(number, -1, -1):
                heaviest[size + 1] = max(heaviest[size + 1], heaviest[size] + weight)
            since += 1
            if since == _WORD - self.bits:
                since = 0
                for row in self.rows[: number + 2]:
                    carry(row, self.bits)
        for row in self.rows:
            carry(row, self.bits)

    def _add(self, size: int, weight: int, most: int, ways: int) -> None:
        """Coalitions of a size with one member more."""
        source, target = self.rows[size], self.rows[size + 1]
        low, low_of_target = self.lows[size], self.lows[size + 1]
        start = max(low, low_of_target - weight)
        end = min(most + 1, low + source.shape[1], low_of_target + target.shape[1] - weight)
        if start >= end:
            return
        used = min(len(source), len(target), ways.bit_length() // self.bits + 1)
        to = start + weight - low_of_target
        target[:used, to : to + end - start] += source[:used, start - low : end - low]

    def sum_up(self) -> None:
        """Turn counts at each sum into counts up to it."""
        for row in self.rows:
            np.cumsum(row, axis=1, out=row)
            carry(row, self.bits)

    def up_to(self, size: int, most: int) -> int:
        """How many coalitions of a size weigh no more than so much, once summed up."""
        place = most - self.lows[size]
        row = self.rows[size]
        if place < 0 or not row.shape[1]:
            return 0
        limbs = row[:, min(place, row.shape[1] - 1)].tolist()
        return sum(limb << self.bits * number for number, limb in enumerate(limbs))


def bytes_needed(game: OneWeight) -> int:
    """How much memory the rows take; a little less where rows are shorter than they could be."""
    n, length = sum(game.sizes), game.length
    members = _members(game)
    lows = [0, *accumulate(members)]
    heaviest = [0, *accumulate(reversed(members))]
    bits = limb_bits(max(length, 2))
    return sum(
        (ways.bit_length() // bits + 1) * max(0, min(length, heaviest[size] + 1) - lows[size]) * _BYTES
        for size, ways in enumerate(binomials(n))
    )


def _members(game: OneWeight) -> list[int]:
    return sorted(weight for weight, size in zip(game.weights, game.sizes, strict=True) for _ in range(size))


def count_by_size(game: OneWeight) -> Tally:
    """Count winning coalitions by their sizes, and those each kind is in."""
    n, length = sum(game.sizes), game.length
    rows = _Rows(_members(game), length, limb_bits(max(length, 2)))
    rows.sum_up()
    quotas = [min(quota, game.total + 1) for quota in game.quotas]
    of_all = binomials(n)
    winning = [
        of_all[size] - (rows.up_to(size, quotas[size] - 1) if quotas[size] else 0) for size in range(n + 1)
    ]
    of_others = [0, *binomials(n - 1)]
    same = len(set(quotas)) == 1
    found = {
        weight: _with_one(rows, weight, quotas, of_others) if not same else
        _with_one_at_once(rows, weight, quotas[0], of_others)
        for weight in set(game.weights)
    }  # fmt: skip
    return tally_by_size(n, winning, [found[weight] for weight in game.weights])


def _with_one(rows: _Rows, weight: int, quotas: Sequence[int], ways: Sequence[int]) -> list[int]:
    """Winning coalitions with one member of a weight, by size, whatever the quota of each size."""
    found = [0] * len(quotas)
    for size in range(1, len(quotas)):
        most, left, sign, lost = quotas[size] - 1 - weight, size - 1, 1, 0
        while left >= 0 and most >= rows.lows[left]:
            lost += sign * rows.up_to(left, most)
            most, left, sign = most - weight, left - 1, -sign
        found[size] = ways[size] - lost
    return found


def _with_one_at_once(rows: _Rows, weight: int, quota: int, ways: Sequence[int]) -> list[int]:
    """The same where the quota is one: along each row, every weight-th sum."""
    n = len(ways) - 1
    most = quota - 1 - weight
    limbs = max(len(row) for row in rows.rows)
    lost = np.zeros((limbs, n + 1), dtype=np.int64)
    for size in range(n):
        row, low = rows.rows[size], rows.lows[size]
        last = row.shape[1] - 1
        turns = n - size
        if most < low or last < 0:
            continue
        here = np.arange(min(turns, (most - low) // weight + 1 if weight else turns))
        places = np.minimum(most - here * weight - low, last)
        signs = 1 - 2 * (here & 1)
        lost[: len(row), size + 1 : size + 1 + len(here)] += row[:, places] * signs
    return [
        ways[size] - sum(int(limb) << rows.bits * number for number, limb in enumerate(column))
        for size, column in enumerate(lost.T.tolist())
    ]
