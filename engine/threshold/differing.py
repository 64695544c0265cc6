"""Ballots on which two ways of deciding come to different results: the smallest first.

What is found is exact. That nothing was found proves that nothing differs only where ``Found`` says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import STATES, Cell, Condition, holds
from coalcheck.engine.threshold.cells import cells_of
from coalcheck.engine.threshold.electorate import Ballots, Electorate, Votes
from coalcheck.engine.threshold.tree import Rule

MOST_BALLOTS: Final = 8_000
"""So many sets of ballots are looked at for one question, and no more."""


class Way(Struct, frozen=True):
    """One way to decide: what must agree and who must be there.

    Attributes:
        passes: what must agree.
        roll: who votes.
        quorum: who must be there; None where nothing is said.
        quorum_roll: who is counted for that.
        silence: nobody need vote for it.
    """

    passes: Rule
    roll: Electorate
    quorum: Rule | None = None
    quorum_roll: Electorate | None = None
    silence: bool = False


class Found(Struct, frozen=True):
    """What a search came to.

    Attributes:
        first: ballots that carry the first way and not the second, of the fewest who take part.
        second: ballots that carry the second way and not the first.
        most: ballots of as many as possible on which the way that ``first`` carries (or ``second``, where
            there is no first) is still carried alone; None where either way can be carried alone.
        complete: whether all ballots were looked at, so that what was not found does not exist.
        alike: whether it makes no difference who votes, the member concerned left aside, only how many.
    """

    first: Ballots | None
    second: Ballots | None
    most: Ballots | None
    complete: bool
    alike: bool = False


def differing(one: Way, two: Way) -> Found:
    """Look for ballots that one way carries and the other does not.

    First for ballots with a quorum by both, so that it is the rules that differ; then for any.
    """
    cells = cells_of([ask for way in (one, two) for ask in _asks(way)])
    passes = [bind(way.passes, way.roll, silence=way.silence, cells=cells).condition for way in (one, two)]
    quorums = [_quorum(way, cells) for way in (one, two)]
    found = _search(cells, passes, [*quorums[0], *quorums[1]], ((), ()))
    if found.first is None and found.second is None and quorums[0] != quorums[1]:
        found = _search(cells, passes, [], (quorums[0], quorums[1]))
    concerned = {row.id for way in (one, two) for row in way.roll.rows if row.concerned}
    others = [cell for cell in cells if cell.votes and not concerned.issuperset(cell.ids)]
    return replace(found, alike=len(others) < 2)


def _asks(way: Way) -> Iterator[tuple[Rule, Electorate]]:
    yield way.passes, way.roll
    if way.quorum is not None:
        yield way.quorum, way.quorum_roll or way.roll


def _quorum(way: Way, cells: Sequence[Cell]) -> tuple[Condition, ...]:
    if way.quorum is None:
        return ()
    return (bind(way.quorum, way.quorum_roll or way.roll, silence=True, cells=cells).condition,)


def _search(
    cells: Sequence[Cell],
    passes: Sequence[Condition],
    given: Sequence[Condition],
    also: tuple[Sequence[Condition], Sequence[Condition]],
) -> Found:
    """Search among the ballots for which all of ``given`` holds."""
    alone: list[tuple[int, ...] | None] = [None, None]
    left = MOST_BALLOTS
    complete = False
    # Who abstains or sits there without voting makes for longer examples: only where nothing simpler differs.
    for states in (2, 3, STATES):
        for heads in _ballots_of(cells, states, descending=False):
            left -= 1
            if left < 0:
                break
            carried = _carried_alone(heads, passes, given, also)
            if carried is not None and alone[carried] is None:
                alone[carried] = heads
                if None not in alone:
                    break
        if left < 0 or alone != [None, None]:
            break
    else:
        # Who may not vote could still come and be counted; such ballots were not looked at.
        complete = all(cell.votes or not cell.count for cell in cells)
    which = 0 if alone[0] is not None else 1
    most = None
    if alone[which] is not None and None in alone:
        wanted = _ballots_of(cells, 2, descending=True)
        for _, heads in zip(range(MOST_BALLOTS), wanted, strict=False):
            if _carried_alone(heads, passes, given, also) == which:
                most = heads
                break
    first, second, fullest = (None if each is None else _named(cells, each) for each in (*alone, most))
    return Found(first, second, fullest, complete)


def _carried_alone(
    heads: Sequence[int],
    passes: Sequence[Condition],
    given: Sequence[Condition],
    also: tuple[Sequence[Condition], Sequence[Condition]],
) -> int | None:
    """Which of the two is carried while the other is not; None where they agree, or one is not said."""
    if not all(holds(condition, heads) for condition in given):
        return None
    answers = []
    for condition, more in zip(passes, also, strict=True):
        parts = [holds(each, heads) for each in (condition, *more)]
        answers.append(False if False in parts else None if None in parts else True)
    if answers == [True, False]:
        return 0
    return 1 if answers == [False, True] else None


def _ballots_of(cells: Sequence[Cell], states: int, *, descending: bool) -> Iterator[tuple[int, ...]]:
    """All vectors in which so many states are used, the fewest (or the most) who take part first."""
    rooms = [cell.count if cell.votes else 0 for cell in cells]
    sizes: Iterable[int] = range(sum(rooms) + 1)
    for size in reversed(range(sum(rooms) + 1)) if descending else sizes:
        yield from _of_size(rooms, states, size)


def _of_size(rooms: Sequence[int], states: int, size: int) -> Iterator[tuple[int, ...]]:
    if not rooms:
        if not size:
            yield ()
        return
    room, *others = rooms
    rest = sum(others)
    for here in range(min(room, size), max(0, size - rest) - 1, -1):
        for did in _shared_out(here, states):
            for after in _of_size(others, states, size - here):
                yield (*did, *(0,) * (STATES - states), *after)


def _shared_out(heads: int, states: int) -> Iterator[tuple[int, ...]]:
    """All ways in which heads take one of the states; with few in favour first."""
    if states == 1:
        yield (heads,)
        return
    for first in range(heads + 1):
        for rest in _shared_out(heads - first, states - 1):
            yield (first, *rest)


def _named(cells: Sequence[Cell], heads: Sequence[int]) -> Ballots:
    """Ballots for the rows of the cells; the first rows of a kind are in favour."""
    ballots: dict[str, Votes] = {}
    for number, cell in enumerate(cells):
        left = list(heads[STATES * number : STATES * (number + 1)])
        for member, size in zip(cell.ids, cell.sizes, strict=True):
            did, free = [0, 0, 0, 0], size
            for state in range(STATES):
                did[state] = min(left[state], free)
                left[state] -= did[state]
                free -= did[state]
            ballots[member] = Votes(*did)
    return ballots
