"""Rules over one weight and any numbers of heads: for each size of a coalition, the weight that it needs.

Most rules of real bodies are of this form, the double majority of the EU Council among them: a condition on
how
many are in favour together with one on how much weight they carry comes to a quota for each size.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd
from typing import TYPE_CHECKING, NamedTuple

from coalcheck.engine.power.game import Undecidable, linears, quota_of
from coalcheck.engine.threshold.bound import AtLeast, Condition, Linear, Unknown

if TYPE_CHECKING:
    from coalcheck.engine.power.game import Game


class OneWeight(NamedTuple):
    """A monotone game over one weight.

    Attributes:
        sizes: how many members each kind has.
        weights: what one member of each kind weighs; whole, not negative, without a common divisor.
        quotas: by size from 0 to n, the least weight that wins: 0 where every coalition of that size
            does, and
            one more than the weight of all where none does.
        by_weight_alone: whether the quota is the same for every size.
    """

    sizes: tuple[int, ...]
    weights: tuple[int, ...]
    quotas: tuple[int, ...]

    @property
    def total(self) -> int:
        """The weight of all members together."""
        return sum(size * weight for size, weight in zip(self.sizes, self.weights, strict=True))

    @property
    def length(self) -> int:
        """How many sums, from 0, lie below the greatest quota that a coalition can reach."""
        return max(min(quota, self.total + 1) for quota in self.quotas)

    def dual(self) -> OneWeight:
        """The game of stopping: a coalition wins in it where the others, without it, lose."""
        quotas = tuple(self.total + 1 - min(quota, self.total + 1) for quota in reversed(self.quotas))
        return self._replace(quotas=quotas)

    @property
    def by_weight_alone(self) -> bool:
        """Whether the quota is the same whatever the size."""
        return len(set(self.quotas)) == 1


def one_weight(game: Game) -> OneWeight | None:
    """The game over one weight; None where it is not monotone, or asks for several weights."""
    if not game.monotone:
        return None
    known = linears(game.condition)
    direction: tuple[int, ...] | None = None
    for linear in known:
        own = _direction(linear)
        if own is None:
            continue
        if direction is None:
            direction = own
        elif own != direction:
            return None
    n = game.n
    if direction is None:
        # Heads alone: each weighs one, and the least size that wins is the quota.
        least = next((size for size in range(n + 1) if _holds(game.condition, size, size)), n + 1)
        return OneWeight(game.sizes, (1,) * len(game.sizes), (least,) * (n + 1))
    total = sum(size * weight for size, weight in zip(game.sizes, direction, strict=True))
    marks = sorted({0, *(_mark(linear, total) for linear in known if _direction(linear))})
    marks = [mark for mark in marks if mark <= total]
    if all(_direction(linear) for linear in known):
        quota = _quota(game.condition, marks, 0, total + 1)
        return OneWeight(game.sizes, direction, (quota,) * (n + 1))
    quotas = tuple(_quota(game.condition, marks, size, total + 1) for size in range(n + 1))
    return OneWeight(game.sizes, direction, quotas)


def _direction(linear: Linear) -> tuple[int, ...] | None:
    """The weights of an inequality without their common divisor; None where it counts heads, or nothing."""
    if len(set(linear.coefficients)) <= 1:
        return None
    divisor = gcd(*linear.coefficients)
    return tuple(value // divisor for value in linear.coefficients)


def _quota(condition: Condition, marks: Sequence[int], size: int, none: int) -> int:
    """The least weight with which a coalition of a size wins: one of the weights asked for somewhere."""
    return next((mark for mark in marks if _holds(condition, size, mark)), none)


def _mark(linear: Linear, total: int) -> int:
    """The weight, in units of the direction, at which an inequality over it begins to hold."""
    divisor = gcd(*linear.coefficients)
    return min(max(0, -(-quota_of(linear) // divisor)), total + 1)


def _holds(condition: Condition, size: int, weight: int) -> bool:
    if isinstance(condition, AtLeast):
        return sum(_holds(part, size, weight) for part in condition.parts) >= condition.number
    if isinstance(condition, Unknown):
        raise Undecidable
    if _direction(condition) is None:
        each = condition.coefficients[0] if condition.coefficients else 0
        return each * size >= quota_of(condition)
    return gcd(*condition.coefficients) * weight >= quota_of(condition)
