"""Ballots tried in likely orders, for bodies of so many unlike members that a search is slow.

Members go over to one side one by one, the light ones first or the heavy ones first, and the rest does one
thing, or two. What is found is found; that nothing was proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from coalcheck.engine.proof.logic import ABSENT, ABSTAIN, AGAINST, FOR, linears
from coalcheck.engine.threshold.bound import STATES, holds

if TYPE_CHECKING:
    from coalcheck.engine.proof.box import Vector
    from coalcheck.engine.proof.room import Room
    from coalcheck.engine.threshold.bound import Condition, Linear

MOST: Final = 12_000
"""So many sets of ballots are tried for one difference."""

_ORDERS: Final = 6
_STEPS: Final = 24
_REST: Final = (AGAINST, ABSENT, ABSTAIN)


def likely(room: Room, wanted: Condition) -> Vector | None:
    """Ballots that meet a condition; None where none of those tried do."""
    kinds = [place for place, cell in enumerate(room.cells) if cell.votes and cell.count]
    for heads in islice(chain(_filled(room, wanted, kinds), _tried(room, _orders(wanted, kinds))), MOST):
        if holds(wanted, heads):
            return _with_absent(room, heads)
    return None


def _orders(wanted: Condition, kinds: Sequence[int]) -> list[tuple[int, ...]]:
    """Kinds by what a vote in favour adds, for each inequality, both ways round."""
    found: dict[tuple[int, ...], None] = {tuple(kinds): None}
    for each in linears(wanted):
        by_weight = sorted(kinds, key=lambda place: each.coefficients[STATES * place])
        found.setdefault(tuple(by_weight))
        found.setdefault(tuple(reversed(by_weight)))
        if len(found) >= _ORDERS:
            break
    return list(found)


def _tried(room: Room, orders: Sequence[tuple[int, ...]]) -> Iterator[list[int]]:
    for two in (False, True):
        for order in orders:
            for in_favour in range(len(order) + 1):
                rest = order[in_favour:]
                for first, second in ((a, b) for a in _REST for b in _REST if two == (a != b)):
                    for some in range(1, len(rest)) if two else (len(rest),):
                        yield _vector(room, order[:in_favour], rest[:some], rest[some:], first, second)


def _filled(room: Room, wanted: Condition, kinds: Sequence[int]) -> Iterator[list[int]]:
    """Ballots in favour that come exactly to what an inequality asks for, or as near as can be.

    Some light ones first, then the heavy ones as far as there is room for them; the rest does one thing.
    """
    for each in islice(linears(wanted), _ORDERS):
        ordered = sorted(kinds, key=lambda place: _adds(room, each, place, FOR))
        if _adds(room, each, ordered[0], FOR) == _adds(room, each, ordered[-1], FOR):
            continue
        for rest in _REST:
            nobody = each.constant + sum(_adds(room, each, place, rest) for place in kinds)
            gains = {p: _adds(room, each, p, FOR) - _adds(room, each, p, rest) for p in kinds}
            for light in range(0, len(ordered), max(1, len(ordered) // _STEPS)):
                chosen = ordered[:light]
                left = -nobody - sum(gains[place] for place in chosen)
                for place in reversed(ordered[light:]):
                    if gains[place] <= left:
                        chosen.append(place)
                        left -= gains[place]
                taken = set(chosen)
                others = [place for place in kinds if place not in taken]
                yield _vector(room, chosen, others, (), rest, ABSENT)


def _adds(room: Room, linear: Linear, place: int, answer: int) -> int:
    """What all of a kind add to a sum by one answer."""
    return 0 if answer == ABSENT else linear.coefficients[STATES * place + answer] * room.cells[place].count


def _vector(  # noqa: PLR0913, PLR0917  (three groups of kinds, and what two of them do)
    room: Room, in_favour: Sequence[int], some: Sequence[int], others: Sequence[int], first: int, second: int
) -> list[int]:
    heads = [0] * (STATES * len(room.cells))
    for answer, group in ((FOR, in_favour), (first, some), (second, others)):
        if answer != ABSENT:
            for place in group:
                heads[STATES * place + answer] = room.cells[place].count
    return heads


def _with_absent(room: Room, heads: Sequence[int]) -> Vector:
    point: list[int] = []
    for place, cell in enumerate(room.cells):
        did = heads[STATES * place : STATES * (place + 1)]
        point += (*did, cell.count - sum(did))
    return tuple(point)
