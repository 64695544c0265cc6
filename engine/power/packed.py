"""Counting over one weight with whole numbers as polynomials: a coefficient in every so many bits.

The generating function of sums, the product of (1 + x^w) over the members, is one whole number, to which a
member adds the number itself, shifted. What one member leaves behind when it is taken out again is an
alternating sum of a few of its coefficients, so that nothing is divided and nothing is counted twice.

The number is kept with the coefficient of the least sum on top. A shift to the right then lets go of what is
too heavy by itself. The first members are multiplied in the other way round, while the number is still
short: such a product reads the same from both ends.

Sources: Mann & Shapley 1962 for the generating function; Bilbao et al. 2000 for its use for both indices.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from coalcheck.engine.power.tally import Tally, binomials, tally_by_size

if TYPE_CHECKING:
    from coalcheck.engine.power.one_weight import OneWeight

_WORD: Final = 64
"""Coefficients have a multiple of so many bits, so that they are read as machine words."""


class _Coefficients:
    """The coefficients of a packed polynomial by their place, from the last."""

    def __init__(self, packed: int, words: int, length: int) -> None:
        self._each = words
        data = memoryview(packed.to_bytes(8 * words * length, sys.byteorder)).cast("Q")
        self._words = (data if sys.byteorder == "little" else data[::-1]).tolist()

    def __getitem__(self, place: int) -> int:
        return self.total(place, place + 1, 1)

    def total(self, start: int, stop: int | None, step: int) -> int:
        """The sum of every so-many-th of them."""
        each = self._each
        if each == 1:
            return sum(self._words[start:stop:step])
        end = None if stop is None else stop * each
        return sum(
            sum(self._words[start * each + word : end : step * each]) << _WORD * word for word in range(each)
        )

    def alternating(self, start: int, stop: int | None, step: int) -> int:
        """Every so-many-th of them, the first added, the second taken away, and so on in turns."""
        if self._each == 1:
            words = self._words
            return sum(words[start : stop : 2 * step]) - sum(words[start + step : stop : 2 * step])
        return self.total(start, stop, 2 * step) - self.total(start + step, stop, 2 * step)


def count_totals(game: OneWeight) -> Tally:
    """Count winning coalitions, and those each kind is in, where the quota is the same for all sizes."""
    n = sum(game.sizes)
    quota, total = game.quotas[0], game.total
    if quota <= 0:
        return Tally(n, 2**n, tuple(2 ** (n - 1) for _ in game.sizes))
    if quota > total:
        return Tally(n, 0, tuple(0 for _ in game.sizes))
    # A game and its dual (who can stop a decision) have the same swings; the smaller quota is counted.
    short = min(quota, total - quota + 1)
    weights = game.weights
    members = sorted(weights if game.sizes.count(1) == n == len(weights) else _each(weights, game.sizes))
    if members[-1] > short:
        weights = tuple([min(weight, short) for weight in weights])
        members = [min(weight, short) for weight in members]
    del members[: members.count(0)]
    heavy = len(members)
    words = heavy // _WORD + 1
    below = _sums(members, short, _WORD * words)
    losing = _Coefficients(_running(below, short, _WORD * words), words, short)
    last = losing[0]
    scale = 2 ** (n - heavy)
    won = (2**heavy - last if short == quota else last) * scale
    # With a member win half of all coalitions that win or that it swings.
    half = (won + last * scale) // 2
    with_one = {weight: half - losing.alternating(weight, None, weight) * scale for weight in set(members)}
    with_one[0] = won // 2
    return Tally(n, won, tuple([with_one[weight] for weight in weights]))


def _each(weights: Sequence[int], sizes: Sequence[int]) -> list[int]:
    """The weight of each member."""
    return [weight for weight, size in zip(weights, sizes, strict=True) for _ in range(size)]


def _sums(members: Sequence[int], length: int, bits: int) -> int:
    """How many coalitions have each sum below a length; the lightest come first, as their sums are few."""
    reaches = [0, *accumulate(members)]
    short = bisect_left(reaches, length) - 1
    packed = 1
    for weight in members[:short]:
        packed += packed << weight * bits
    packed <<= (length - 1 - reaches[short]) * bits
    for weight in members[short:]:
        packed += packed >> weight * bits
    return packed


def _running(packed: int, length: int, bits: int) -> int:
    """Running sums of the coefficients, from the top."""
    step = 1
    while step < length:
        packed += packed >> step * bits
        step *= 2
    return packed


def count_by_size(game: OneWeight) -> Tally:
    """Count winning coalitions by their sizes, and those each kind is in; any quota for each size."""
    n = sum(game.sizes)
    stride = n + 1
    # Losing coalitions of a size are those below its quota; beyond the greatest quota no sum is needed.
    length = game.length
    if not length:
        return tally_by_size(n, *_all_of(game.sizes, n))
    words = n // _WORD + 1
    packed = _sums_by_size(game, length, _WORD * words)
    below = _Coefficients(_running(packed, length, stride * _WORD * words), words, length * stride)
    # The place of what is a sum too few below each quota, among coalitions of that size.
    none = game.total + 1
    left = [min(quota, none) - 1 for quota in game.quotas]
    places = [(length - 1 - most) * stride + n - size for size, most in enumerate(left)]
    row = binomials(n)
    winning = [
        row[size] - (below[place] if most >= 0 else 0)
        for size, (most, place) in enumerate(zip(left, places, strict=True))
    ]
    others = binomials(n - 1) if n else []
    found: dict[int, list[int]] = {}
    for weight in set(game.weights):
        step = weight * stride + 1
        with_one = [0] * (n + 1)
        for size in range(1, n + 1):
            with_one[size] = others[size - 1]
            if left[size] >= weight:
                # Losing coalitions of this size with the member: those of the others, one smaller, below what
                # is left. They are those of all, less those with the member again, one smaller each time.
                first = places[size] + step
                with_one[size] -= below.alternating(first, first + size * step, step)
        found[weight] = with_one
    return tally_by_size(n, winning, [found[weight] for weight in game.weights])


def _sums_by_size(game: OneWeight, length: int, bits: int) -> int:
    """How many coalitions of each size have each sum below a length, sum by sum."""
    n = sum(game.sizes)
    stride = n + 1
    packed, reach, count = 1, 0, 0
    turned = False
    for weight, size in sorted(zip(game.weights, game.sizes, strict=True)):
        for _ in range(size):
            if not turned and reach + weight >= length:
                packed <<= ((length - 1 - reach) * stride + n - count) * bits
                turned = True
            shift = (weight * stride + 1) * bits
            if turned:
                packed += packed >> shift
            else:
                packed += packed << shift
                reach, count = reach + weight, count + 1
    return packed if turned else packed << ((length - 1 - reach) * stride + n - count) * bits


def _all_of(sizes: Sequence[int], n: int) -> tuple[list[int], list[list[int]]]:
    row = binomials(n)
    others = [0, *binomials(n - 1)] if n else [0]
    return row, [others for _ in sizes]
