"""What counting costs, before anything is counted: seconds and bytes of every way over one weight.

Measured on a slow machine of 2026 and rounded up; within a factor of three. Seconds choose a way and keep
within a budget. They are part of no answer.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import find_spec
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.power.tally import binomials

if TYPE_CHECKING:
    from coalcheck.engine.power.one_weight import OneWeight

_IMPORT: Final = 0.1
"""Seconds that it takes to import numpy."""

_MANY_BYTES: Final = 10**7
"""From here on memory is slower: it is new each time, and far from the processor."""

_WORD: Final = 64
_LIMB: Final = 48
_BYTES: Final = 8


class Estimate(NamedTuple):
    """What one way takes: seconds, and bytes at the highest."""

    seconds: float
    bytes: int


class Shape(NamedTuple):
    """What the cost of a game over one weight depends on.

    Attributes:
        game: the game.
        n: how many members vote.
        length: how many sums lie below the greatest quota.
        distinct: how many different weights there are.
        reads: how many sums are asked for in all, for all weights.
    """

    game: OneWeight
    n: int
    length: int
    distinct: int
    reads: int

    @property
    def words(self) -> int:
        """Machine words of a count."""
        return self.n // _WORD + 1

    @property
    def limbs(self) -> float:
        """Limbs of a count, on average while members are added."""
        return self.n / (2 * _LIMB) + 0.5

    @property
    def doublings(self) -> int:
        """How often a step is doubled until it is the length."""
        return self.length.bit_length()

    @property
    def members(self) -> list[int]:
        """The weight of each member, the lightest first."""
        pairs = sorted(zip(self.game.weights, self.game.sizes, strict=True))
        return [weight for weight, size in pairs for _ in range(size)]


def shape(game: OneWeight, *, either: bool = False) -> Shape:
    """What the cost of a game depends on.

    Args:
        game: the game.
        either: whether stopping is counted in the place of deciding where it has fewer sums; only where
            the quota is the same for every size.
    """
    total = game.total
    length = min(game.quotas[0] if either else max(game.quotas), total + 1)
    length = max(min(length, total + 1 - length) if either else length, 1)
    weights = set(game.weights)
    reads = sum([length // weight for weight in weights if weight])
    return Shape(game, sum(game.sizes), length, len(weights), reads)


@cache
def _installed() -> bool:
    return find_spec("numpy") is not None


def numpy_import() -> float | None:
    """Seconds that numpy still has to be waited for; None where it is not installed."""
    if "numpy" in sys.modules:
        return 0.0
    return _IMPORT if _installed() else None


def kinds(cases: int, terms: int) -> Estimate:
    """Of looking at every case of a rule with so many terms in its inequalities."""
    return Estimate(cases * (6e-7 + terms * 5e-8), 0)


def packed_totals(of: Shape) -> Estimate:
    """Of `coalcheck.engine.power.packed`, without sizes."""
    places = of.length * of.words
    bits = places * (of.n + 2 * of.doublings) * 1.4e-9
    return Estimate(1e-5 + of.n * 4e-7 + bits + of.reads * of.words * 3e-8, places * _BYTES * 9)


def packed_by_size(of: Shape) -> Estimate:
    """Of `coalcheck.engine.power.packed`, by size."""
    places = of.length * (of.n + 1) * of.words
    each = 1.8e-9 if places * _BYTES < _MANY_BYTES else 4.5e-9
    reading = of.distinct * of.n * of.words * 1e-6
    return Estimate(2e-5 + places * (of.n + 2 * of.doublings) * each + reading, places * _BYTES * 9)


def wide(of: Shape) -> Estimate:
    """Of `coalcheck.engine.power.wide`."""
    reached = sum(min(most + 1, of.length) for most in accumulate(of.members))
    calls = of.n * (4e-6 + of.limbs * 1.2e-6) + of.distinct * of.limbs * 6e-6
    seconds = 3e-5 + calls + reached * of.limbs * 7.5e-10
    return Estimate(seconds, of.length * (of.n // _LIMB + 1) * _BYTES)


def grid(of: Shape) -> Estimate:
    """Of `coalcheck.engine.power.grid`."""
    places = of.length * (of.n + 1)
    each = 8e-10 if places * _BYTES < 2 * _MANY_BYTES else 1.5e-9
    return Estimate(5e-5 + of.n * 4e-6 + of.distinct * 8e-6 + places * of.n * each, places * _BYTES * 3)


def rows(of: Shape) -> Estimate:
    """Of `coalcheck.engine.power.rows`."""
    members = of.members
    lightest = [0, *accumulate(members)]
    heaviest = [0, *accumulate(reversed(members))]
    needed = _BYTES * sum(
        (ways.bit_length() // _LIMB + 1) * max(0, min(of.length, most + 1) - low)
        for ways, low, most in zip(binomials(of.n), lightest, heaviest, strict=True)
    )
    calls = of.n**2 / 2 * (5e-7 + of.limbs * 1.4e-6) + of.distinct * of.n * (4e-6 + of.limbs * 3.5e-6)
    return Estimate(1e-4 + calls + needed * of.n * 2.8e-11, needed)


def halves(of: Shape) -> Estimate:
    """Of `coalcheck.engine.power.halves`."""
    return Estimate(2e-5 + _searches(of.n) * 1.6e-6, 2 ** (of.n // 2) * 200)


def halves_at_once(of: Shape) -> Estimate:
    """Of `coalcheck.engine.power.halves_at_once`."""
    half = of.n // 2 + 1
    each = 3e-8 if of.n <= 28 else 3e-8 * 1.2 ** (of.n - 28)
    return Estimate(1e-4 + half**2 * 6e-6 + _searches(of.n) * each, 2 ** (of.n // 2) * _BYTES * of.n)


def _searches(n: int) -> int:
    return (1 << (n + 1) // 2) * (n // 2 + 1)
