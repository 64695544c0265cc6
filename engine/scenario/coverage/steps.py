"""The votes around a threshold: which values an inequality can take, and votes that give them.

An inequality ``constant + sum(coefficient * heads) >= 0`` takes only some values, for there are only so many
members. Of these the greatest that fails it, the smallest that meets it and the next one above are what a
test has to try: half a vote more or less does not exist. Sums are kept as the bits of one integer, so that
adding a member is a shift.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from math import gcd
from operator import mul
from typing import Final

from msgspec import Struct

from coalcheck.engine.threshold.bound import STATES, Cell, Condition, Linear, holds

MOST_WORK: Final = 1 << 33
"""So many bits are shifted at most; weights of millions of people go beyond it."""
MOST_SPLIT: Final = 400
"""Of so many alike members the votes are looked for among all ways to split them; of more among the few."""

FEW: Final = 5
MOST_TRIED: Final = 500
"""So many votes that come to one value are looked at for some with a quorum."""
MOST_VALUES: Final = 40
"""So many values on each side of a threshold are looked at for some with a quorum."""


class Comparison(Struct, frozen=True):
    """One comparison of a threshold, over the cells of those who decide.

    Attributes:
        linear: the inequality.
        asked: what must be above nought for it to be a comparison at all, such as the votes cast of which it
            takes a share; None where that is always so.
        cells: the kinds of members.
    """

    linear: Linear
    asked: Linear | None
    cells: tuple[Cell, ...]

    def value(self, heads: Sequence[int]) -> int | None:
        """Where votes stand: at nought or above it is met, or above nought where it is strict.

        None where there is nothing to compare.
        """
        if self.asked is not None and _value(self.asked, heads) <= 0:
            return None
        return _value(self.linear, heads)

    def meets(self, value: int) -> bool:
        """Whether a value is enough."""
        return value > 0 if self.linear.strict else value >= 0


class Steps(Struct, frozen=True):
    """The values around a threshold that votes can give.

    Attributes:
        below: the greatest that is not enough; None where all are.
        enough: the smallest that is; None where none is.
        above: the next one; None where there is none.
    """

    below: int | None
    enough: int | None
    above: int | None


class Values:
    """Every value that one comparison can take, and votes for each."""

    def __init__(self, comparison: Comparison) -> None:
        """Add up member after member.

        Raises:
            TooMany: there are too many values to list them.
        """
        self._comparison = comparison
        linear = comparison.linear
        self._unit = gcd(*linear.coefficients) or 1
        self._cells = [
            _Options.of(comparison, number, cell, self._unit) for number, cell in enumerate(comparison.cells)
        ]
        width = sum(cell.count * (cell.most - cell.least) for cell in self._cells) + 1
        if width * STATES * sum(cell.count for cell in self._cells) > MOST_WORK:
            raise TooMany
        # Sums without anything that is asked for, and sums with it; where nothing is, all have it.
        self._sums = [(0, 1) if comparison.asked is None else (1, 0)]
        for cell in self._cells:
            self._sums.append(cell.added(*self._sums[-1]))
        self._least = sum(cell.count * cell.least for cell in self._cells)

    def steps(self) -> Steps:
        """The values around the threshold."""
        bits, first = self._sums[-1][1], self._first()
        below = next(_downwards(bits, first - 1), None)
        enough, above = (*islice(_upwards(bits, max(first, 0)), 2), None, None)[:2]
        return Steps(*(None if each is None else self._value(each) for each in (below, enough, above)))

    def near(self, needed: Condition) -> tuple[Steps, dict[int, list[int]]]:
        """The values around the threshold among votes for which something holds, and such votes for each.

        There are too many votes to go through all: of a value only some are looked at, and a value for which
        none of these will do is passed over, so that each step is one that votes can be shown for.

        Args:
            needed: what must hold, such as the quorum.
        """
        bits, first = self._sums[-1][1], self._first()
        below = islice(_downwards(bits, first - 1), MOST_VALUES)
        above = islice(_upwards(bits, max(first, 0)), MOST_VALUES)
        found: list[tuple[int, list[int]]] = []
        for places, number in ((below, 1), (above, 2)):
            fitting = ((self._value(place), self._votes_with(place, needed)) for place in places)
            chosen = list(islice(((value, heads) for value, heads in fitting if heads is not None), number))
            found += chosen
            if number == 1:
                low = chosen[0][0] if chosen else None
        high = [value for value, _ in found if self._comparison.meets(value)]
        enough, more = (*high, None, None)[:2]
        return Steps(low, enough, more), dict(found)

    def votes(self, value: int) -> list[int] | None:
        """Votes that give a value, four numbers a cell; None where none was found among the likely ones."""
        place = (value - self._comparison.linear.constant) // self._unit - self._least
        return next(self._splits_to(len(self._cells) - 1, place, asked=True), None)

    def _votes_with(self, place: int, needed: Condition) -> list[int] | None:
        found = islice(self._splits_to(len(self._cells) - 1, place, asked=True), MOST_TRIED)
        return next((heads for heads in found if holds(needed, heads)), None)

    def _first(self) -> int:
        """The bit of the smallest value that is enough: above nought is one or more."""
        linear = self._comparison.linear
        needed = (1 if linear.strict else 0) - linear.constant
        return -(-needed // self._unit) - self._least

    def _splits_to(self, number: int, place: int, *, asked: bool) -> Iterator[list[int]]:
        """Ways in which the cells up to one come to a sum; ``asked``: they must give what is asked for."""
        if number < 0:
            if place == 0 and (not asked or self._sums[0][1]):
                yield []
            return
        cell, (without, given) = self._cells[number], self._sums[number]
        for split in cell.splits():
            rest = place - cell.sum_of(split)
            if rest < 0:
                continue
            still = asked and not cell.gives(split)
            if (given if still else without | given) >> rest & 1:
                for heads in self._splits_to(number - 1, rest, asked=still):
                    yield [*heads, *split]

    def _value(self, place: int) -> int:
        return self._comparison.linear.constant + self._unit * (place + self._least)


class TooMany(Exception):
    """A comparison can take too many values to list them."""


class _Options(Struct, frozen=True):
    """What the heads of one cell can add.

    Attributes:
        count: how many there are.
        adds: what one of them adds in each state, and absent; in units, 0 for a state that it cannot be in.
        asked: the states in which it gives what is asked for.
        votes: whether they may vote.
        least: the smallest of what one adds.
        most: the greatest.
    """

    count: int
    adds: tuple[int, ...]
    asked: tuple[bool, ...]
    votes: bool
    least: int
    most: int

    @classmethod
    def of(cls, comparison: Comparison, number: int, cell: Cell, unit: int) -> _Options:
        """Those of one cell of a comparison."""
        first = STATES * number
        numbers = comparison.linear.coefficients[first : first + STATES]
        asked = comparison.asked.coefficients[first : first + STATES] if comparison.asked else (0,) * STATES
        if not cell.votes:
            numbers = asked = (0,) * STATES
        adds = (*(each // unit for each in numbers), 0)
        return cls(cell.count, adds, tuple(each > 0 for each in asked), cell.votes, min(adds), max(adds))

    def added(self, without: int, given: int) -> tuple[int, int]:
        """Sums with these heads: those where nothing was given that is asked for, and the others."""
        plain = {
            add - self.least for add, asks in zip(self.adds, (*self.asked, False), strict=True) if not asks
        }
        giving = {add - self.least for add, asks in zip(self.adds, self.asked, strict=False) if asks}
        for _ in range(self.count):
            more = 0
            for add in plain | giving:
                more |= given << add
            for add in giving:
                more |= without << add
            less = 0
            for add in plain:
                less |= without << add
            without, given = less, more
        return without, given

    def splits(self) -> Iterator[tuple[int, int, int, int]]:
        """Ways to vote, those that are easy to read first: for and against, then with abstentions."""
        if not self.votes:
            yield (0, 0, 0, 0)
            return
        n = self.count
        for yes in range(n, -1, -1):
            yield (yes, n - yes, 0, 0)
        for other in (2, 3):
            for yes in range(n, -1, -1):
                split = [yes, 0, 0, 0]
                split[other] = n - yes
                yield (split[0], split[1], split[2], split[3])
        if n > MOST_SPLIT:
            # Of many, all but a few vote for or against: what a share of the votes cast comes to exactly.
            for few in range(1, FEW + 1):
                for neither in (few, 0):
                    yield from ((yes, n - few - yes, neither, 0) for yes in range(n - few, -1, -1))
            return
        for other in (1, 2, 3):
            for yes in range(n, -1, -1):
                for some in range(n - yes, -1, -1):
                    split = [yes, 0, 0, 0]
                    split[other] += some
                    yield (split[0], split[1], split[2], split[3])

    def sum_of(self, split: Sequence[int]) -> int:
        """What a way to vote adds, from the least."""
        there: int = sum(map(mul, self.adds, split))
        return there - self.count * self.least

    def gives(self, split: Sequence[int]) -> bool:
        """Whether a way to vote gives what is asked for."""
        return any(number and asks for number, asks in zip(split, self.asked, strict=True))


def _value(linear: Linear, heads: Sequence[int]) -> int:
    value: int = linear.constant + sum(map(mul, linear.coefficients, heads))
    return value


def _upwards(bits: int, place: int) -> Iterator[int]:
    """The places of the bits that are set, from one on."""
    rest = bits >> place
    while rest:
        place += (rest & -rest).bit_length() - 1
        yield place
        rest = bits >> (place + 1)
        place += 1


def _downwards(bits: int, place: int) -> Iterator[int]:
    """The places of the bits that are set, from one down."""
    rest = bits & ((1 << max(place + 1, 0)) - 1)
    while rest:
        place = rest.bit_length() - 1
        yield place
        rest ^= 1 << place
