"""How many coalitions have each sum, where counts are long and sums many: a column of words, in limbs.

A limb holds 48 bits of the count at each sum, so that 16 may be added up before what has run over must be
carried into the next. A limb comes into being with the first count that needs it, and is nought, and
untouched, at all sums below that one: memory is taken, and time spent, only where counts are that long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

_BITS: Final = 48
ADDED: Final = 64 - _BITS
"""So often may a column be added to before it must be carried: it doubles each time."""

TILE: Final = 1 << 14
"""Places that are worked on together: 128 KiB, which stay near the processor. So many limbs fit a word."""

_MASK: Final = np.uint64((1 << _BITS) - 1)
_SHIFT: Final = np.uint64(_BITS)


class Column:
    """Counts by sum.

    Attributes:
        low: the least sum that has a place.
        length: how many sums have one.
        end: how many places are in use, from the first.
    """

    def __init__(self, low: int, length: int) -> None:
        self.low = low
        self.length = max(length, 0)
        self.end = 0
        self._limbs: list[NDArray[np.uint64]] = []
        # For each limb, the first place at which it may be other than nought.
        self._starts: list[int] = []

    def one(self) -> None:
        """Count one coalition, of the least sum."""
        if self.length:
            self._limb(0, 0)[0] = 1
            self.end = 1

    def add(self, other: Column, weight: int) -> None:
        """Count each coalition of another column, or of this one, once more with a member of some weight."""
        shift = other.low + weight - self.low
        first = max(0, -shift)
        last = min(other.end, self.length - shift)
        if first >= last:
            return
        for place, source in enumerate(other._limbs):
            start = max(other._starts[place], first)
            if start >= last:
                continue
            target = self._limb(place, start + shift)
            # Within one column the highest sums come first, so that nothing is added twice.
            step = TILE if other is self else last - start
            for stop in range(last, start, -step):
                begin = max(stop - step, start)
                target[begin + shift : stop + shift] += source[begin:stop]
        self.end = max(self.end, last + shift)

    def carry(self) -> None:
        """Carry what has run over a limb into the next."""
        spare = np.empty(TILE, dtype=np.uint64)
        place = 0
        while place < len(self._limbs):
            for start in range(self._starts[place], self.end, TILE):
                self._carry(place, start, min(start + TILE, self.end), spare)
            place += 1

    def sum_up(self) -> None:
        """Turn counts at each sum into counts up to it; they must have been carried, and are."""
        self.end = self.length
        spare = np.empty(TILE, dtype=np.uint64)
        before: list[np.uint64] = []
        for start in range(0, self.end, TILE):
            stop = min(start + TILE, self.end)
            for number, limb in enumerate(self._limbs):
                first = max(start, self._starts[number])
                if first < stop:
                    limb[first] += before[number] if number < len(before) else np.uint64(0)
                    np.cumsum(limb[first:stop], out=limb[first:stop])
            number = 0
            while number < len(self._limbs) and self._starts[number] < stop:
                self._carry(number, start, stop, spare)
                number += 1
            before = [limb[stop - 1] for limb in self._limbs]

    def alternating(self, most: int, step: int) -> int:
        """Counts up to a sum, less those up to one step below it, and so on in turns, once summed up.

        Args:
            most: the sum; no greater than the last that has a place.
            step: how far apart they are; from one on.
        """
        stop = max(most - self.low + 1, 0)
        found = 0
        for number, limb in enumerate(self._limbs):
            # Limbs are nought below their first place.
            here = limb[self._starts[number] : stop][::-1][::step]
            found += _total(here[::2]) - _total(here[1::2]) << _BITS * number
        return found

    def up_to(self, most: int) -> int:
        """How many coalitions have a sum of no more than so much, once summed up."""
        place = min(most - self.low, self.end - 1)
        if place < 0:
            return 0
        return sum(int(limb[place]) << _BITS * number for number, limb in enumerate(self._limbs))

    def limbs(self) -> Iterator[tuple[int, NDArray[np.uint64]]]:
        """Each limb with the power of two that it stands for."""
        return ((_BITS * number, limb) for number, limb in enumerate(self._limbs))

    def _limb(self, number: int, start: int) -> NDArray[np.uint64]:
        """A limb that is written to from some place on."""
        if number == len(self._limbs):
            self._limbs.append(np.zeros(self.length, dtype=np.uint64))
            self._starts.append(start)
        self._starts[number] = min(self._starts[number], start)
        return self._limbs[number]

    def _carry(self, number: int, start: int, stop: int, spare: NDArray[np.uint64]) -> None:
        limb = self._limbs[number]
        over = np.right_shift(limb[start:stop], _SHIFT, out=spare[: stop - start])
        if over.any():
            self._limb(number + 1, start)[start:stop] += over
            limb[start:stop] &= _MASK


def _total(counts: NDArray[np.uint64]) -> int:
    """The sum of carried limbs."""
    return sum(int(counts[start : start + TILE].sum()) for start in range(0, len(counts), TILE))
