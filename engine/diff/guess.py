"""Ballots tried in a few likely orders, for bodies of so many unlike members that a search does not end.

Members go over to the one side one by one, the light ones first or the heavy ones first. What is found is
found; that nothing was proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from coalcheck.engine.proof.logic import all_of
from coalcheck.engine.threshold.bound import STATES, Condition, Linear, holds

if TYPE_CHECKING:
    from coalcheck.engine.proof.room import Room
    from coalcheck.engine.proof.witness import Witness
    from coalcheck.engine.threshold.bound import Cell

MOST: Final = 4_000
"""So many sets of ballots are tried."""

_ORDERS: Final = 6


def guessed(room: Room) -> tuple[Witness, Witness] | None:
    """Find ballots that carry the first of two votes and not the second; None where none of those tried do.

    Args:
        room: two votes over the same members.
    """
    first, second = room.overs
    wanted = all_of(first.adopted(), second.refused())
    voting = [place for place, cell in enumerate(room.cells) if cell.votes and cell.count]
    for heads in islice(_tried(room.cells, voting, _orders(wanted, voting)), MOST):
        if holds(wanted, heads):
            point = _with_absent(room.cells, heads)
            return room.shown(0, point, adopted=True), room.shown(1, point, adopted=False)
    return None


def _orders(condition: Condition, voting: Sequence[int]) -> list[tuple[int, ...]]:
    """Kinds by what a vote in favour adds, for each inequality, both ways round."""
    found: dict[tuple[int, ...], None] = {}
    for each in _linear(condition):
        by_weight = sorted(voting, key=lambda place: each.coefficients[STATES * place])
        found.setdefault(tuple(by_weight))
        found.setdefault(tuple(reversed(by_weight)))
        if len(found) >= _ORDERS:
            break
    return list(found)


def _linear(condition: Condition) -> Iterator[Linear]:
    if isinstance(condition, Linear):
        yield condition
    else:
        for part in getattr(condition, "parts", ()):
            yield from _linear(part)


def _tried(
    cells: Sequence[Cell], voting: Sequence[int], orders: Sequence[tuple[int, ...]]
) -> Iterator[list[int]]:
    """Ballots in which more and more are in favour, and the others against or away."""
    for order in orders:
        for against in (True, False):
            heads = [0] * (STATES * len(cells))
            if against:
                for place in voting:
                    heads[STATES * place + 1] = cells[place].count
            yield heads
            for place in order:
                for number in range(1, cells[place].count + 1):
                    heads[STATES * place] = number
                    heads[STATES * place + 1] = cells[place].count - number if against else 0
                    yield heads


def _with_absent(cells: Sequence[Cell], heads: Sequence[int]) -> tuple[int, ...]:
    """The same with those who are away as a fifth number of each kind."""
    point: list[int] = []
    for place, cell in enumerate(cells):
        here = heads[STATES * place : STATES * (place + 1)]
        point += [*here, cell.count - sum(here)]
    return tuple(point)
