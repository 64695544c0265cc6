"""The value of a matrix game, exactly: how well points can be mixed so that the worst inequality does best.

The simplex method on whole numbers over one common denominator (Edmonds 1967), its tableau condensed to the
variables that are nought, with Bland's rule, so that it ends (Dantzig 1951; Bland 1977). The games here have
a handful of rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct


class Mixed(Struct, frozen=True):
    """The solution of a game.

    Attributes:
        short: whether every mix leaves some row below nought.
        points: what share of the mix each column has; whole numbers, to be divided by their sum.
        rows: weights of the rows, in proportion, under which no column does better than the best mix.
    """

    short: bool
    points: tuple[int, ...]
    rows: tuple[int, ...]

    def mixed(self, columns: Sequence[Sequence[int]]) -> list[Fraction]:
        """The columns in these shares."""
        whole = sum(self.points)
        sums = [0] * len(columns[0])
        for share, column in zip(self.points, columns, strict=True):
            if share:
                sums = [a + share * b for a, b in zip(sums, column, strict=True)]
        return [Fraction(number, whole) for number in sums]


def solve(rows: Sequence[Sequence[int]]) -> Mixed:
    """Mix columns so that the smallest row is as large as it can be.

    Args:
        rows: one sequence for each inequality, with its surplus at each point; at least one of each.
    """
    width, height = len(rows[0]), len(rows)
    shift = 1 - min(map(min, rows))
    # Everything positive, the weights y of the rows solve: sum(y) as large as may be with A^T y <= 1. A line
    # for each column: what is left of its 1, and what each y takes of it; the last line is the sum. All of it
    # is to be divided by the denominator.
    table = [[1, *(row[j] + shift for row in rows)] for j in range(width)]
    table.append([0, *([1] * height)])
    denominator = 1
    # Weights are numbered before the rest of each column, which is Bland's order.
    inside = [height + j for j in range(width)]
    outside = list(range(height))
    while True:
        gains = table[width]
        enter = min((k for k in range(height) if gains[k + 1] > 0), key=outside.__getitem__, default=None)
        if enter is None:
            break
        leave = _leaving(table, inside, enter + 1)
        table, denominator = _exchanged(table, denominator, leave, enter + 1)
        inside[leave], outside[enter] = outside[enter], inside[leave]
    weights, mix = [0] * height, [0] * width
    for j, name in enumerate(inside):
        if name < height:
            weights[name] = table[j][0]
    for k, name in enumerate(outside):
        if name >= height:
            mix[name - height] = -table[width][k + 1]
    # The value is 1 / sum(y) - shift.
    return Mixed(denominator + table[width][0] * shift < 0, tuple(mix), tuple(weights))


def _leaving(table: Sequence[Sequence[int]], inside: Sequence[int], enter: int) -> int:
    """The line that is used up first; of several the first in Bland's order."""
    best = -1
    for j, name in enumerate(inside):
        line = table[j]
        if line[enter] <= 0:
            continue
        if best < 0:
            best = j
            continue
        # Both sides times two numbers that are positive.
        here, least = line[0] * table[best][enter], table[best][0] * line[enter]
        if here < least or (here == least and name < inside[best]):
            best = j
    return best


def _exchanged(
    table: Sequence[list[int]], denominator: int, leave: int, enter: int
) -> tuple[list[list[int]], int]:
    """Exchange a variable that is nought for one that is not; every division is without rest."""
    line = table[leave]
    pivot = line[enter]
    found: list[list[int]] = []
    for j, other in enumerate(table):
        if j == leave:
            new = list(line)
            new[enter] = denominator
        else:
            factor = other[enter]
            new = [(a * pivot - factor * b) // denominator for a, b in zip(other, line, strict=True)]
            new[enter] = -factor
        found.append(new)
    return found, pivot
