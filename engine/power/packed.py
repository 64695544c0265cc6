"""Counting over one weight with whole numbers as polynomials: a coefficient in every so many bits.

The generating function of sums, the product of (1 + x^w) over the members, is one whole number growing by a
shift and an addition a member. What one member leaves behind when it is taken out again is an alternating sum
of
a few of its coefficients, so that nothing is divided and nothing is counted twice.
Sources: Mann & Shapley 1962 for the generating function; Bilbao et al. 2000 for its use for both indices.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from coalcheck.engine.power.tally import Tally, binomials, tally_by_size

if TYPE_CHECKING:
    from coalcheck.engine.power.one_weight import OneWeight

_WORD: Final = 8
"""Bytes of a coefficient are a multiple of this, so that short ones are read as machine words."""


class Coefficients:
    """The coefficients of a packed polynomial, read by their place."""

    def __init__(self, packed: int, width: int, length: int) -> None:
        data = packed.to_bytes(width * length, "little")
        self._width = width
        self._length = length
        self._words: Sequence[int] | None = memoryview(data).cast("Q") if width == _WORD else None
        self._data = data

    def __getitem__(self, place: int) -> int:
        if self._words is not None:
            return self._words[place]
        return int.from_bytes(self._data[place * self._width : (place + 1) * self._width], "little")


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
    weights = [min(weight, short) for weight in game.weights]
    weightless = sum(size for size, weight in zip(game.sizes, weights, strict=True) if not weight)
    heavy = n - weightless
    width = _width(heavy)
    below = _sums(game.sizes, weights, short, width)
    losing = Coefficients(_running(below, short, 8 * width), width, short)
    last = losing[short - 1]
    swings: dict[int, int] = {0: 0}
    for weight in set(weights) - swings.keys():
        found, sign = last, -2
        for place in range(short - 1 - weight, -1, -weight):
            found += sign * losing[place]
            sign = -sign
        swings[weight] = found
    scale = 2**weightless
    won = (2**heavy - last if short == quota else last) * scale
    return Tally(n, won, tuple((won + swings[weight] * scale) // 2 for weight in weights))


def _width(members: int) -> int:
    """Bytes that hold any number of coalitions of so many members."""
    return -(-(members + 1) // (8 * _WORD)) * _WORD


def _sums(sizes: Sequence[int], weights: Sequence[int], length: int, width: int) -> int:
    """How many coalitions have each sum below a length; the lightest come first, as their sums are few."""
    bits = 8 * width
    packed, reach = 1, 0
    for weight, size in sorted(zip(weights, sizes, strict=True)):
        if not weight:
            continue
        for _ in range(size):
            packed += packed << weight * bits
            reach += weight
            if reach >= length:
                packed &= (1 << length * bits) - 1
                reach = length
    return packed


def _running(packed: int, length: int, bits: int) -> int:
    """Running sums of the coefficients."""
    full = (1 << length * bits) - 1
    step = 1
    while step < length:
        packed = (packed + (packed << step * bits)) & full
        step *= 2
    return packed


def count_by_size(game: OneWeight) -> Tally:
    """Count winning coalitions by their sizes, and those each kind is in; any quota for each size."""
    n = sum(game.sizes)
    stride = n + 1
    total = game.total
    # Losing coalitions of a size are those below its quota; beyond the greatest quota no sum is needed.
    length = game.length
    if not length:
        return tally_by_size(n, *_all_of(game.sizes, n))
    width = _width(n)
    bits = 8 * width
    full = (1 << length * stride * bits) - 1
    packed = 1
    for weight, size in sorted(zip(game.weights, game.sizes, strict=True)):
        for _ in range(size):
            packed = (packed + (packed << (weight * stride + 1) * bits)) & full
    below = Coefficients(_running(packed, length, stride * bits), width, length * stride)
    quotas = [min(quota, total + 1) for quota in game.quotas]
    row = binomials(n)
    losing = [below[(quota - 1) * stride + size] if quota else 0 for size, quota in enumerate(quotas)]
    winning = [row[size] - losing[size] for size in range(n + 1)]
    others = binomials(n - 1) if n else []
    found: dict[int, list[int]] = {}
    for weight in set(game.weights):
        with_one = [0] * (n + 1)
        for size in range(1, n + 1):
            quota = quotas[size]
            # Losing coalitions of this size with the member: those of the others, one smaller, below what is
            # left.
            lost = _without(below, weight, size - 1, quota - 1 - weight, stride)
            with_one[size] = others[size - 1] - lost
        found[weight] = with_one
    return tally_by_size(n, winning, [found[weight] for weight in game.weights])


def _without(below: Coefficients, weight: int, size: int, most: int, stride: int) -> int:
    """Coalitions of a size without one member of a weight, whose sum is at most so much."""
    found, sign = 0, 1
    while size >= 0 and most >= 0:
        found += sign * below[most * stride + size]
        sign, size, most = -sign, size - 1, most - weight
    return found


def _all_of(sizes: Sequence[int], n: int) -> tuple[list[int], list[list[int]]]:
    row = binomials(n)
    others = [0, *binomials(n - 1)] if n else [0]
    return row, [others for _ in sizes]
