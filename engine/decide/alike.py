"""Changes that say the same of different members, put together: "any two of these three".

Nothing is claimed of a set of members that was not reckoned, each choice of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from math import comb
from typing import Final, TypeAlias, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.decide.needs import ABSENT, ABSTAIN, PRESENT
from coalcheck.engine.decide.reach import EASIEST, Free, Move

NO_VOTES: Final = (ABSTAIN, PRESENT, ABSENT)

MOST_CHOICES: Final = 300
"""So many choices of members are reckoned for one sentence that says "any of these"."""

ANY: Final = -1
"""In place of one answer: whatever they did before."""

Moves: TypeAlias = tuple[Move, ...]
Class: TypeAlias = tuple[int, int]
"""A cell and the answer that its heads gave."""

_Key = TypeVar("_Key")


class Way(Struct, frozen=True):
    """A change, and whoever could do it instead.

    Attributes:
        moves: one example.
        pool: cells and answers: any so many heads of those cells that gave those answers do just as well, by
            answering as in ``moves``; empty where only the members of the cells of ``moves`` do.
        instead: other answers that do as well as the one in ``moves``, also mixed among them.
        smallest: whether it is proven that nothing smaller does.
    """

    moves: Moves
    pool: tuple[Class, ...] = ()
    instead: tuple[int, ...] = ()
    smallest: bool = True

    @property
    def heads(self) -> int:
        """How many heads change."""
        return sum(move.heads for move in self.moves)


class Reckoning(Struct, frozen=True):
    """How changes are judged that were not found one by one.

    Attributes:
        does: judges a change.
        every: tells whether so many heads of these classes can always do it by one answer, whoever they are;
            False where that is not proven.
    """

    does: Callable[[Moves], bool]
    every: Callable[[Sequence[Class], int, int], bool]


def ways(
    changes: Collection[Moves], free: Free, reckoning: Reckoning, *, carry: bool, complete: bool
) -> tuple[Way, ...]:
    """Put changes of equally many heads together.

    Args:
        changes: those found.
        free: how many heads of a cell with an answer may change.
        reckoning: judges others.
        carry: whether they carry or stop it; tells the order.
        complete: whether there are no others.

    """
    known = set(changes)
    pooled: dict[tuple[int, int], Way] = {}

    def does_always(classes: Sequence[Class], after: int, heads: int) -> bool:
        rooms = [free[each] for each in classes]
        few = list(islice(_shared(classes, rooms, heads), MOST_CHOICES + 1))
        if len(few) > MOST_CHOICES:
            return reckoning.every(classes, after, heads)
        every = (_moves(after, chosen) for chosen in few)
        return all(moves in known or (not complete and reckoning.does(moves)) for moves in every)

    def pool(like: Sequence[Moves], befores: int, after: int) -> None:
        seen = tuple(sorted({(move.cell, move.before) for moves in like for move in moves}))
        others = (each for each, heads in free.items() if heads and each[1] != after)
        pools = [seen] if complete or befores != ANY else [tuple(sorted(others)), seen]
        heads = sum(move.heads for move in like[0])
        for classes in pools:
            if does_always(classes, after, heads):
                did = {before for _, before in classes}
                before = did.pop() if len(did) == 1 else befores
                pooled[before, after] = Way(min(like, key=lambda each: _key(each, carry=carry)), classes)
                return

    # Of one head it is said what it did; of several it mostly matters only what they do.
    if any(sum(move.heads for move in moves) > 1 for moves in changes):
        for after, like in _by(changes, lambda move: move.after).items():
            pool(like, ANY, after)
    rest = [moves for moves in changes if not _among(moves, pooled)]
    for (before, after), like in _by(rest, lambda move: (move.before, move.after)).items():
        pool(like, before, after)
    found = list(_merged(pooled, changes, free, complete=complete))
    left = [moves for moves in changes if not any(_is_one(moves, way) for way in found)]
    return tuple(sorted([*found, *map(Way, left)], key=lambda way: _key(way.moves, carry=carry)))


def _among(moves: Moves, pooled: dict[tuple[int, int], Way]) -> bool:
    return any(_is_one(moves, way) for way in pooled.values())


def _is_one(moves: Moves, way: Way) -> bool:
    """Whether a change is one of those that a way stands for."""
    answers = {way.moves[0].after, *way.instead} if way.moves else set()
    return all((move.cell, move.before) in way.pool and move.after in answers for move in moves)


def _by(changes: Iterable[Moves], answers: Callable[[Move], _Key]) -> dict[_Key, list[Moves]]:
    """The changes in which all do the same, by what that is."""
    groups: dict[_Key, list[Moves]] = {}
    for moves in changes:
        found = {answers(move) for move in moves}
        if len(found) == 1:
            groups.setdefault(found.pop(), []).append(moves)
    return groups


def _merged(
    pooled: dict[tuple[int, int], Way], changes: Collection[Moves], free: Free, *, complete: bool
) -> Iterator[Way]:
    """Put those together that differ only in how the same members do not vote."""
    left = dict(pooled)
    for (before, after), way in pooled.items():
        if (before, after) not in left:
            continue
        del left[before, after]
        others = [
            other
            for other in NO_VOTES
            if after in NO_VOTES and (before, other) in left and left[before, other].pool == way.pool
        ]
        both = replace(way, instead=tuple(others))
        if others and way.heads > 1:
            # They may also be mixed. Of members that answered otherwise, two such may come to the same votes.
            mixed = sum(_is_one(moves, both) for moves in changes)
            rooms = [free[each] for each in way.pool]
            same = complete and before != ANY and way.heads <= MOST_CHOICES
            if not same or mixed != _choices(rooms, way.heads, len(others) + 1):
                both, others = way, []
        for other in others:
            del left[before, other]
        yield both


def _moves(after: int, chosen: Iterable[tuple[Class, int]]) -> Moves:
    return tuple(Move(cell, before, after, heads) for (cell, before), heads in chosen)


def _choices(rooms: Sequence[int], heads: int, answers: int) -> int:
    """In how many ways so many heads of these cells take one of so many answers, who being all one."""
    ways = [1] + [0] * heads
    for room in rooms:
        own = [comb(n + answers - 1, n) for n in range(min(room, heads) + 1)]
        ways = [
            sum(own[n] * ways[total - n] for n in range(min(total, len(own) - 1) + 1))
            for total in range(heads + 1)
        ]
    return ways[heads]


def _shared(
    classes: Sequence[Class], rooms: Sequence[int], heads: int
) -> Iterator[tuple[tuple[Class, int], ...]]:
    """All ways to take so many heads of these classes."""
    if not heads:
        yield ()
        return
    if not classes or sum(rooms) < heads:
        return
    for here in range(min(rooms[0], heads), -1, -1):
        own = ((classes[0], here),) if here else ()
        for rest in _shared(classes[1:], rooms[1:], heads - here):
            yield (*own, *rest)


def _key(moves: Moves, *, carry: bool) -> tuple[object, ...]:
    order = EASIEST[carry]
    last = (*order[1:], order[0])
    # Two members that do the same are simpler to say than two that do two things.
    return (
        len({(move.before, move.after) for move in moves}),
        len(moves),
        sorted((order.index(move.after), last.index(move.before), move.cell, -move.heads) for move in moves),
    )
