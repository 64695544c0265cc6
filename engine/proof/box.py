"""A box of ballots: how many heads of each kind may give each answer, at least and at most.

Sums over a box have their largest value at a corner that is found kind by kind, which is what makes every
bound here exact and cheap.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from operator import mul
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from coalcheck.engine.proof.logic import ABSENT
from coalcheck.engine.threshold.bound import STATES

if TYPE_CHECKING:
    from coalcheck.engine.threshold.bound import Linear

ANSWERS = STATES + 1

Vector: TypeAlias = tuple[int, ...]
"""Heads by kind and answer, absence last: five numbers a kind."""


class Inequality(Struct, frozen=True):
    """``sum(numbers * heads) >= least``; five whole numbers a kind, of which absence has nought."""

    numbers: Vector
    least: int

    def surplus(self, point: Sequence[int]) -> int:
        """By how much a point goes beyond what is asked; below nought where it falls short."""
        return total(self.numbers, point) - self.least


def total(numbers: Sequence[int], point: Sequence[int]) -> int:
    """What the heads of a point come to, each by its number."""
    return sum(map(mul, numbers, point))


def inequality(linear: Linear) -> Inequality:
    """An inequality over whole numbers of heads; what is above a bound is at the next whole number."""
    numbers: list[int] = []
    for first in range(0, len(linear.coefficients), STATES):
        numbers.extend(linear.coefficients[first : first + STATES])
        numbers.append(0)
    return Inequality(tuple(numbers), -linear.constant + linear.strict)


class Bounds(Struct, frozen=True):
    """What the heads of one kind may do.

    Attributes:
        count: how many they are.
        low: the fewest for each answer.
        high: the most.
        free: the answers among which all of them may choose, whatever they choose; empty where bounds on
            some answers leave less than that.
    """

    count: int
    low: tuple[int, ...]
    high: tuple[int, ...]
    free: tuple[int, ...]

    def best(self, each: Sequence[int]) -> list[int] | None:
        """The heads by answer at which a sum is largest; None where the bounds leave nothing."""
        if self.free:
            here = [0] * ANSWERS
            here[max(self.free, key=each.__getitem__)] = self.count
            return here
        here = list(self.low)
        left = self.count - sum(here)
        if left < 0:
            return None
        for answer in sorted(range(ANSWERS), key=each.__getitem__, reverse=True):
            if not left:
                break
            taken = min(left, self.high[answer] - here[answer])
            if taken > 0:
                here[answer] += taken
                left -= taken
        return None if left else here


def bounds(count: int, low: Sequence[int], high: Sequence[int]) -> Bounds:
    """Bounds on one kind."""
    open_ = tuple(answer for answer in range(ANSWERS) if high[answer])
    free = not any(low) and all(high[answer] >= count for answer in open_)
    return Bounds(count, tuple(low), tuple(high), open_ if free else ())


class Box(Struct, frozen=True):
    """So many heads of each kind, with bounds on how many of them give each answer."""

    kinds: tuple[Bounds, ...]

    def corner(self, numbers: Sequence[int]) -> list[int] | None:
        """The point at which a sum is largest; None where the bounds leave no point at all."""
        point: list[int] = []
        first = 0
        for kind in self.kinds:
            here = kind.best(numbers[first : first + ANSWERS])
            if here is None:
                return None
            point += here
            first += ANSWERS
        return point

    def most(self, numbers: Sequence[int]) -> int | None:
        """The largest value of a sum; None where there is no point."""
        whole = first = 0
        for kind in self.kinds:
            each = numbers[first : first + ANSWERS]
            first += ANSWERS
            if kind.free:
                # All of a kind do what counts most.
                whole += kind.count * max([each[answer] for answer in kind.free])
                continue
            here = kind.best(each)
            if here is None:
                return None
            whole += total(each, here)
        return whole

    def may(self, kind: int, answer: int) -> int:
        """How many heads of a kind may give an answer at most."""
        return self.kinds[kind].high[answer]

    def bounded(self, place: int, *, low: int | None = None, high: int | None = None) -> Box:
        """The same with one bound drawn closer; the place is that in a vector."""
        number, answer = divmod(place, ANSWERS)
        kind = self.kinds[number]
        lows, highs = list(kind.low), list(kind.high)
        if low is not None:
            lows[answer] = low
        if high is not None:
            highs[answer] = high
        closer = bounds(kind.count, lows, highs)
        return Box((*self.kinds[:number], closer, *self.kinds[number + 1 :]))

    def range_of(self, place: int) -> tuple[int, int]:
        """The bounds at a place of a vector."""
        number, answer = divmod(place, ANSWERS)
        return self.kinds[number].low[answer], self.kinds[number].high[answer]

    def only(self, answers: Collection[int], among: Collection[int] | None = None) -> Box:
        """The same with only some answers for those kinds that have one of them.

        Args:
            answers: the answers.
            among: the kinds that are held to them; all where not given.
        """
        found: list[Bounds] = []
        for number, kind in enumerate(self.kinds):
            held = among is None or number in among
            if held and any(kind.high[answer] for answer in answers):
                highs = [most if answer in answers else 0 for answer, most in enumerate(kind.high)]
                found.append(bounds(kind.count, kind.low, highs))
            else:
                found.append(kind)
        return Box(tuple(found))


def box_of(kinds: Sequence[tuple[int, Sequence[int]]]) -> Box:
    """The whole box of kinds, each with its heads and the answers that it may give; absence is always one."""
    return Box(
        tuple(
            bounds(
                count,
                (0,) * ANSWERS,
                [count if answer == ABSENT or answer in answers else 0 for answer in range(ANSWERS)],
            )
            for count, answers in kinds
        )
    )
