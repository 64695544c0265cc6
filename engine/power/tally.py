"""What counting gives: how many coalitions win, and how many of these each member is in."""

from __future__ import annotations

from math import factorial
from operator import mul

from msgspec import Struct


class Tally(Struct, frozen=True):
    """Coalitions counted, exactly.

    Attributes:
        n: how many members vote.
        winning: how many of the 2^n coalitions win.
        with_one: for each kind, how many winning coalitions one given member of it is in.
        winning_by_size: how many win, by how many members they have, from 0 to n; empty where it was not
            asked.
        with_one_by_size: the same of those that one given member of each kind is in.
    """

    n: int
    winning: int
    with_one: tuple[int, ...]
    winning_by_size: tuple[int, ...] = ()
    with_one_by_size: tuple[tuple[int, ...], ...] = ()

    @property
    def swings(self) -> tuple[int, ...]:
        """For each kind, in how many coalitions of the others one member of it makes the difference.

        Where more support can undo a win, it is those that it turns into a win less those that it undoes.
        """
        winning = self.winning
        return tuple([2 * with_one - winning for with_one in self.with_one])

    def dual(self) -> Tally:
        """The tally of the game of stopping: a coalition wins in it where the others, without it, lose."""
        n = self.n
        if not self.winning_by_size:
            winning = 2**n - self.winning
            return Tally(n, winning, tuple((winning + swings) // 2 for swings in self.swings))
        of_all, of_others = binomials(n), [0, *binomials(n - 1)] if n else [0]
        won = self.winning_by_size
        winning_by_size = [of_all[size] - won[n - size] for size in range(n + 1)]
        with_one = [
            [of_others[size] - won[n - size] + each[n - size] for size in range(n + 1)]
            for each in self.with_one_by_size
        ]
        return tally_by_size(n, winning_by_size, with_one)

    def shapley_numerators(self) -> tuple[int, ...]:
        """For each kind, in how many of the n! orders one member of it is the one that decides.

        Raises:
            ValueError: it was not counted by size.
        """
        if not self.winning_by_size:
            msg = "counted without sizes"
            raise ValueError(msg)
        n = self.n
        orders = [factorial(size) * factorial(n - 1 - size) for size in range(n)]
        won = self.winning_by_size
        found: dict[tuple[int, ...], int] = {}
        for with_one in self.with_one_by_size:
            # Kinds of the same weight are counted once.
            if with_one not in found:
                swings = [with_one[size + 1] - won[size] + with_one[size] for size in range(n)]
                found[with_one] = sum(map(mul, swings, orders))
        return tuple([found[with_one] for with_one in self.with_one_by_size])


def tally_by_size(n: int, winning: list[int], with_one: list[list[int]]) -> Tally:
    """A tally of counts by size."""
    return Tally(
        n,
        sum(winning),
        tuple(map(sum, with_one)),
        tuple(winning),
        tuple(map(tuple, with_one)),
    )


def binomials(n: int) -> list[int]:
    """How many sets of each size n members have."""
    row = [1]
    for number in range(n):
        row.append(row[-1] * (n - number) // (number + 1))
    return row
