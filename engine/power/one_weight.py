"""Rules over one weight and any numbers of heads: for each size of a coalition, the weight that it needs.

Most rules of real bodies are of this form, the double majority of the EU Council among them: a condition on
how many are in favour together with one on how much weight they carry comes to a quota for each size.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from coalcheck.engine.power.game import Undecidable, quota_of
from coalcheck.engine.threshold.bound import AtLeast, Condition, Unknown

if TYPE_CHECKING:
    from coalcheck.engine.power.game import Game


class OneWeight(NamedTuple):
    """A monotone game over one weight.

    Attributes:
        sizes: how many members each kind has.
        weights: what one member of each kind weighs; whole, not negative, no more than the greatest quota.
        quotas: by size from 0 to n, the least weight that wins: 0 where every coalition of that size does,
            and one more than the weight of all where none does.
        total: the weight of all members together.
    """

    sizes: tuple[int, ...]
    weights: tuple[int, ...]
    quotas: tuple[int, ...]
    total: int

    @property
    def length(self) -> int:
        """How many sums, from 0, lie below the greatest quota that a coalition can reach."""
        return min(max(self.quotas), self.total + 1)

    def dual(self) -> OneWeight:
        """The game of stopping: a coalition wins in it where the others, without it, lose."""
        none = self.total + 1
        quotas = tuple([none - quota if quota < none else 0 for quota in reversed(self.quotas)])
        return _capped(self.sizes, self.weights, quotas, max(quotas))

    @property
    def by_weight_alone(self) -> bool:
        """Whether the quota is the same whatever the size."""
        return self.quotas.count(self.quotas[0]) == len(self.quotas)


class _Least(NamedTuple):
    """That the weight, or how many there are, comes to so much."""

    by_weight: bool
    least: int


class _Parts(NamedTuple):
    """That so many of several conditions hold."""

    number: int
    parts: tuple[_Least | _Parts, ...]


def one_weight(game: Game) -> OneWeight | None:
    """The game over one weight; None where it is not monotone, or asks for several weights.

    Raises:
        Undecidable: the charter does not say whether some coalition wins.
    """
    directions: set[tuple[int, ...]] = set()
    asked = _over_one(game.condition, directions)
    if asked is None:
        return None
    n = game.n
    if not directions:
        # Heads alone: each weighs one, and the least size that wins is the quota.
        least = next((size for size in range(n + 1) if _holds(asked, size, size)), n + 1)
        return OneWeight(game.sizes, (1,) * len(game.sizes), (least,) * (n + 1), n)
    (weights,) = directions
    total = sum(map(mul, game.sizes, weights))
    if isinstance(asked, _Least):
        quota = max(asked.least, 0) if asked.least <= total else total + 1
        return _capped(game.sizes, weights, (quota,) * (n + 1), quota)
    leasts = _leasts(asked)
    # Below the next mark nothing changes, so that the least weight that wins is one of them.
    marks = sorted({0, *(each.least for each in leasts if each.by_weight and 0 < each.least <= total)})
    if all(each.by_weight for each in leasts):
        quotas = (_quota(asked, marks, 0, total + 1),) * (n + 1)
    else:
        quotas = tuple(_quota(asked, marks, size, total + 1) for size in range(n + 1))
    return _capped(game.sizes, weights, quotas, max(quotas))


def _capped(
    sizes: tuple[int, ...], weights: tuple[int, ...], quotas: tuple[int, ...], most: int
) -> OneWeight:
    """The game with nobody heavier than the greatest quota, with which one wins alone at every size."""
    if max(weights, default=0) > most:
        weights = tuple([min(weight, most) for weight in weights])
    return OneWeight(sizes, weights, quotas, sum(map(mul, sizes, weights)))


def _over_one(condition: Condition, directions: set[tuple[int, ...]]) -> _Least | _Parts | None:
    """A condition over a size and a weight; None where it is not monotone or they are several weights.

    Args:
        condition: the condition.
        directions: gets the weights, without their common divisor.
    """
    if isinstance(condition, Unknown):
        raise Undecidable
    if isinstance(condition, AtLeast):
        parts = []
        for each in condition.parts:
            part = _over_one(each, directions)
            if part is None:
                return None
            parts.append(part)
        return _Parts(condition.number, tuple(parts))
    values, quota = condition.coefficients, quota_of(condition)
    least, most = min(values, default=0), max(values, default=0)
    if least < 0:
        return None
    if not most:  # nobody counts: always, or never
        return _Parts(int(quota > 0), ())
    if least == most:  # every head counts the same
        return _Least(by_weight=False, least=-(-quota // most))
    divisor = gcd(*values)
    directions.add(tuple(value // divisor for value in values) if divisor > 1 else values)
    if len(directions) > 1:
        return None
    return _Least(by_weight=True, least=-(-quota // divisor))


def _leasts(asked: _Least | _Parts) -> list[_Least]:
    if isinstance(asked, _Least):
        return [asked]
    return [each for part in asked.parts for each in _leasts(part)]


def _quota(asked: _Least | _Parts, marks: Sequence[int], size: int, none: int) -> int:
    """The least weight with which a coalition of a size wins: one of the weights asked for somewhere."""
    return next((mark for mark in marks if _holds(asked, size, mark)), none)


def _holds(asked: _Least | _Parts, size: int, weight: int) -> bool:
    if isinstance(asked, _Least):
        return (weight if asked.by_weight else size) >= asked.least
    return sum(_holds(part, size, weight) for part in asked.parts) >= asked.number
