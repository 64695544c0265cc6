"""A rule with its members put in: integer inequalities over how many of each kind of member did what.

Counting, proving and the fast judge work on this form. Every inequality reads
``constant + sum(coefficient * heads) >= 0``, or ``> 0`` where it is strict; there is no fraction left.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul
from typing import TypeAlias

from msgspec import Struct

from coalcheck.engine.threshold.electorate import Ballots, Votes

STATES = 4
"""In favour, against, abstaining, present without a ballot; who is absent is the remainder."""


class Cell(Struct, frozen=True):
    """Members that no clause of the rule can tell apart.

    Attributes:
        ids: their row ids, in the charter's order.
        sizes: how many heads each of these rows stands for.
        votes: whether they may vote on this.
    """

    ids: tuple[str, ...]
    sizes: tuple[int, ...]
    votes: bool

    @property
    def count(self) -> int:
        """Heads in all."""
        return sum(self.sizes)


class Linear(Struct, frozen=True):
    """One inequality; ``coefficients`` holds four integers a cell, in the order of ``STATES``."""

    coefficients: tuple[int, ...]
    constant: int
    strict: bool


class Unknown(Struct, frozen=True):
    """What the charter does not say: neither met nor not met."""


class AtLeast(Struct, frozen=True):
    """So many of the parts: all of them for "and", one for "or"."""

    number: int
    parts: tuple[Condition, ...]


Condition: TypeAlias = Linear | Unknown | AtLeast

NEVER = AtLeast(1, ())


class Bound(Struct, frozen=True):
    """A rule bound to an electorate.

    Attributes:
        cells: the kinds of members, in the order of the coefficients.
        condition: what must hold; with the guard that nothing is adopted without a ballot in favour,
            unless it was bound for silence.
    """

    cells: tuple[Cell, ...]
    condition: Condition

    def heads(self, ballots: Ballots) -> list[int]:
        """Count ballots into the vector that ``holds`` takes; length four times the cells."""
        vector: list[int] = []
        for cell in self.cells:
            votes = [ballots.get(member, _NOTHING) for member in cell.ids]
            vector.extend(map(sum, zip(*votes, strict=True)))
        return vector

    def judge(self, ballots: Ballots) -> bool | None:
        """Tell whether the ballots adopt; None where the charter does not say."""
        return holds(self.condition, self.heads(ballots))


_NOTHING = Votes()


def holds(condition: Condition, heads: Sequence[int]) -> bool | None:
    """Evaluate a condition for a vector of head counts, by three-valued logic."""
    if isinstance(condition, Linear):
        value: int = condition.constant + sum(map(mul, condition.coefficients, heads))
        return value > 0 if condition.strict else value >= 0
    if isinstance(condition, Unknown):
        return None
    needed, open_parts = condition.number, 0
    left = len(condition.parts)
    for part in condition.parts:
        answer = holds(part, heads)
        left -= 1
        if answer:
            needed -= 1
        elif answer is None:
            open_parts += 1
        if needed <= 0 or needed > left + open_parts:
            break
    if needed <= 0:
        return True
    return None if needed <= open_parts + left else False
