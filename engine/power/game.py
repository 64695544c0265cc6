"""A decision rule as a simple game: who wins with whom, when everyone is for or against.

The field's words: a *coalition* here is any set of members that vote for while all others vote against; it
is *winning* where that adopts. Members that no clause tells apart form one kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck.engine.threshold.bound import STATES, AtLeast, Condition, Linear, Unknown

if TYPE_CHECKING:
    from coalcheck.engine.threshold.bound import Bound

_AGAINST: Final = 1
_PRESENT: Final = 3


class Undecidable(Exception):
    """The charter does not say whether some coalition wins, so that nothing can be counted."""


class Game(Struct, frozen=True):
    """A simple game.

    Attributes:
        sizes: how many alike members each kind has.
        condition: what must hold; its inequalities have one coefficient a kind, times how many of that kind
            are in favour.
        members: the ids of each kind, where it comes from a charter; a row of many heads stands once.
    """

    sizes: tuple[int, ...]
    condition: Condition
    members: tuple[tuple[str, ...], ...] = ()

    @property
    def n(self) -> int:
        """How many members vote."""
        return sum(self.sizes)

    def wins(self, chosen: Sequence[int]) -> bool:
        """Whether so many of each kind win when all others are against."""
        return won(self.condition, chosen)

    @property
    def monotone(self) -> bool:
        """Whether one more in favour can never turn a win into a loss."""
        return all(value >= 0 for linear in linears(self.condition) for value in linear.coefficients)


def weighted(quota: int, weights: Sequence[int]) -> Game:
    """The game in which a coalition wins where its weights come to the quota: ``[quota; weights]``.

    Args:
        quota: at least so much is needed; a whole number.
        weights: one for each member; whole numbers, nought allowed.
    """
    return Game((1,) * len(weights), Linear(tuple(weights), -quota, strict=False))


def game_of(bound: Bound) -> Game:
    """The game of a rule with its members put in: voters for or against, the others present.

    Raises:
        Undecidable: a clause of it cannot be judged from the charter.
    """
    voting = [index for index, cell in enumerate(bound.cells) if cell.votes and cell.count]
    condition = _of_supporters(bound.condition, bound, voting)
    cells = [bound.cells[index] for index in voting]
    return Game(tuple(cell.count for cell in cells), condition, tuple(cell.ids for cell in cells))


def _of_supporters(condition: Condition, bound: Bound, voting: Sequence[int]) -> Condition:
    """The same condition over how many of each voting kind are in favour, the rest of it against."""
    if isinstance(condition, AtLeast):
        parts = tuple(_of_supporters(part, bound, voting) for part in condition.parts)
        return AtLeast(condition.number, parts)
    if isinstance(condition, Unknown):
        raise Undecidable
    constant = condition.constant
    for index, cell in enumerate(bound.cells):
        state = _AGAINST if cell.votes else _PRESENT
        constant += condition.coefficients[STATES * index + state] * cell.count
    coefficients = tuple(
        condition.coefficients[STATES * index] - condition.coefficients[STATES * index + _AGAINST]
        for index in voting
    )
    return Linear(coefficients, constant, condition.strict)


def linears(condition: Condition) -> list[Linear]:
    """All inequalities of a condition, in reading order."""
    if isinstance(condition, Linear):
        return [condition]
    if isinstance(condition, Unknown):
        raise Undecidable
    return [linear for part in condition.parts for linear in linears(part)]


def quota_of(linear: Linear) -> int:
    """The least whole number that the weighted sum of an inequality must reach."""
    return -linear.constant + linear.strict


def won(condition: Condition, chosen: Sequence[int]) -> bool:
    """Whether a condition without unknown parts holds for so many of each kind."""
    if isinstance(condition, Linear):
        value: int = condition.constant + sum(map(mul, condition.coefficients, chosen))
        return value > 0 if condition.strict else value >= 0
    if isinstance(condition, Unknown):
        raise Undecidable
    needed = condition.number
    if needed <= 0:
        return True
    left = len(condition.parts)
    for part in condition.parts:
        if needed > left:
            return False
        left -= 1
        if won(part, chosen):
            needed -= 1
            if not needed:
                return True
    return False
