"""Whole numbers of heads that meet some inequalities at once, or the certainty that there are none.

Branch and bound. The bound at a box is a linear programme over it, solved by generating corners: weights for
the inequalities under which no corner of the box reaches what they ask together prove that no point of it
does (Farkas 1902). The proof is checked in whole numbers before a box is given up.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from coalcheck.engine.proof.box import ANSWERS, Box, Inequality, Vector, total
from coalcheck.engine.proof.matrix_game import solve

if TYPE_CHECKING:
    from coalcheck.engine.proof.budget import Budget

MOST_CORNERS = 60
"""So many corners are mixed at one box; where that does not settle it, the box is divided."""


def feasible(box: Box, asked: Sequence[Inequality], budget: Budget) -> Vector | None:
    """Find a point of a box that meets all inequalities; None where there is none.

    Args:
        box: the bounds.
        asked: the inequalities.
        budget: what may be spent.

    Raises:
        TooManyCases: the budget is spent, and nothing was found.
    """
    boxes = [box]
    while boxes:
        here = boxes.pop()
        budget.spend(len(here.kinds))
        found = _Corners(here, asked, budget).settle()
        if isinstance(found, list):
            boxes += found
        elif found is not None:
            return found
    return None


class _Corners:
    """Corners of one box, mixed until it is clear whether some mixture meets everything."""

    def __init__(self, box: Box, asked: Sequence[Inequality], budget: Budget) -> None:
        self.box = box
        self.budget = budget
        self.asked: list[Inequality] = []
        self.points: list[Vector] = []
        self.surpluses: list[list[int]] = []
        self.scales: list[int] = []
        self.width = ANSWERS * len(box.kinds)
        self.empty = box.corner((0,) * self.width) is None
        for each in () if self.empty else asked:
            least = box.most([-number for number in each.numbers])
            if least is None or -least < each.least:
                self.asked.append(each)

    def settle(self) -> Vector | list[Box] | None:
        """A point; or the boxes into which this one is divided; None where there is nothing in it."""
        if self.empty:
            return None
        if not self.asked:
            return self._tried([0] * self.width)
        largest = [max(map(abs, each.numbers)) or 1 for each in self.asked]
        # People and votes are summed side by side: each inequality weighs about the same.
        self.scales = [max(max(largest) // each, 1) for each in largest]
        ones = len(self.scales)
        starts = [[1] * ones, *([int(i == k) for i in range(ones)] for k in range(ones))]
        for start in starts if ones > 1 else starts[:1]:
            found = self._corner(start)
            if found is None:
                return None
            if found:
                return self.points[-1]
        return self._mixed() if ones > 1 else None

    def _mixed(self) -> Vector | list[Box] | None:
        """Mix the corners, adding the best one under the weights that the mix leaves, until it is settled."""
        while True:
            game = solve(list(zip(*self.surpluses, strict=True)))
            self.budget.spend(len(self.box.kinds))
            if not game.short or len(self.points) > MOST_CORNERS:
                break
            found = self._corner(game.rows)
            if found is None:
                return None
            if found:
                return self.points[-1]
            if self.points[-1] in self.points[:-1]:
                # No corner does better: the mix falls short, and the weights prove it only at equality.
                break
        return self._divided(game.mixed(self.points))

    def _corner(self, weights: Sequence[int]) -> bool | None:
        """Add the best corner under some weights: whether it meets everything; None where the box is empty.

        It is where even that corner falls short of what the inequalities ask together under these weights.
        """
        numbers = [0] * self.width
        least = 0
        for weight, scale, each in zip(weights, self.scales, self.asked, strict=True):
            if weight:
                times = weight * scale
                numbers = [a + times * b for a, b in zip(numbers, each.numbers, strict=True)]
                least += times * each.least
        point = self.box.corner(numbers)
        if point is None or total(numbers, point) < least:
            return None
        return self._add(point)

    def _add(self, point: Sequence[int]) -> bool:
        surplus = [scale * each.surplus(point) for scale, each in zip(self.scales, self.asked, strict=True)]
        self.points.append(tuple(point))
        self.surpluses.append(surplus)
        return min(surplus, default=0) >= 0

    def _tried(self, numbers: Sequence[int]) -> Vector | None:
        point = self.box.corner(numbers)
        return None if point is None else tuple(point)

    def _divided(self, mix: Sequence[Fraction]) -> Vector | list[Box]:
        """The point that a mix comes to, if it is whole; else two boxes, one on either side of a number."""
        broken = [place for place, number in enumerate(mix) if number.denominator > 1]
        if not broken:
            whole = [int(number) for number in mix]
            if self._add(whole):
                return self.points[-1]
            # Only where the corners ran out before it was settled.
            place, (low, high) = max(
                ((p, self.box.range_of(p)) for p in range(self.width)),
                key=lambda each: each[1][1] - each[1][0],
            )
            middle = (low + high) // 2
            return [self.box.bounded(place, low=middle + 1), self.box.bounded(place, high=middle)]
        place = min(broken, key=lambda p: abs(mix[p] - floor(mix[p]) - Fraction(1, 2)))
        under = floor(mix[place])
        lower = self.box.bounded(place, high=under)
        upper = self.box.bounded(place, low=under + 1)
        # The nearer side is looked at first: it is the one that is popped.
        return [upper, lower] if mix[place] - under <= Fraction(1, 2) else [lower, upper]
