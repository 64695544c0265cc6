"""Counting over one weight where counts are long and sums many: columns of machine words, in limbs.

One column holds one limb, some forty bits, of the count at each sum. Adding a member adds the column to
itself,
shifted by its weight; carries are settled before a limb can run over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from coalcheck.engine.power.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from coalcheck.engine.power.one_weight import OneWeight

_WORD: Final = 63


def limb_bits(length: int) -> int:
    """Bits of a limb such that so many of them can be added up in one word."""
    return _WORD - length.bit_length()


def carry(limbs: NDArray[np.int64], bits: int) -> None:
    """Settle what has run over from each limb into the next; the last has room for it."""
    mask = (1 << bits) - 1
    for place in range(len(limbs) - 1):
        limbs[place + 1] += limbs[place] >> bits
        limbs[place] &= mask


def count_totals(game: OneWeight) -> Tally:
    """Count winning coalitions, and those each kind is in, where the quota is the same for all sizes."""
    n = sum(game.sizes)
    quota, total = game.quotas[0], game.total
    if not 0 < quota <= total:
        return Tally(
            n, 2**n if quota <= 0 else 0, tuple(2 ** (n - 1) if quota <= 0 else 0 for _ in game.sizes)
        )
    short = min(quota, total - quota + 1)
    weights = [min(weight, short) for weight in game.weights]
    weightless = sum(size for size, weight in zip(game.sizes, weights, strict=True) if not weight)
    heavy = n - weightless
    bits = limb_bits(short)
    losing = _losing(game.sizes, weights, short, bits)
    last = _at(losing, short - 1, bits)
    swings: dict[int, int] = {0: 0}
    for weight in set(weights) - swings.keys():
        places = losing[:, short - 1 - weight :: -weight] if weight < short else losing[:, :0]
        turned = places[:, 1::2].sum(axis=1) - places[:, ::2].sum(axis=1)
        swings[weight] = last + 2 * sum(
            int(limb) << bits * place for place, limb in enumerate(turned.tolist())
        )
    scale = 2**weightless
    won = (2**heavy - last if short == quota else last) * scale
    return Tally(n, won, tuple((won + swings[weight] * scale) // 2 for weight in weights))


def _losing(sizes: Sequence[int], weights: Sequence[int], length: int, bits: int) -> NDArray[np.int64]:
    """How many coalitions weigh no more than each sum below a length, limb by limb."""
    members = sorted(
        weight for weight, size in zip(weights, sizes, strict=True) if weight for _ in range(size)
    )
    limbs = np.zeros((len(members) // bits + 1, length), dtype=np.int64)
    limbs[0, 0] = 1
    reach, used, since = 1, 1, 0
    for number, weight in enumerate(members):
        reach = min(reach + weight, length)
        if weight < reach:
            limbs[:used, weight:reach] += limbs[:used, : reach - weight].copy()
        since += 1
        if since == _WORD - bits:
            used = min((number + 1) // bits + 1, len(limbs))
            carry(limbs[:used, :reach], bits)
            since = 0
    carry(limbs, bits)
    np.cumsum(limbs, axis=1, out=limbs)
    carry(limbs, bits)
    return limbs


def _at(limbs: NDArray[np.int64], place: int, bits: int) -> int:
    return sum(int(limb) << bits * number for number, limb in enumerate(limbs[:, place].tolist()))
