"""The smallest change with which a vote comes out otherwise: the fewest heads that answer otherwise.

Absent to in favour is included; whoever may not vote stays as it is. This room knows vectors of heads and a
function that judges them, and neither actions nor charters. With a ``condition`` the search is exact up to 20
classes of alike members, or 16 members, and mostly far beyond; what is not proven says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from msgspec import Struct

from coalcheck.engine.decide.alike import Class, Moves, Reckoning, Way, ways
from coalcheck.engine.decide.approach import approach
from coalcheck.engine.decide.jointly import strengthened
from coalcheck.engine.decide.needs import ALWAYS, denied
from coalcheck.engine.decide.reach import Exhausted, Free, Move, Reach, Wins, everyone, moved
from coalcheck.engine.decide.verdict import Answer, Change, Edit, Outcome
from coalcheck.engine.threshold.bound import Cell, Condition, holds
from coalcheck.engine.threshold.electorate import Ballots, Votes

ANSWERS: Final[tuple[Answer, ...]] = ("for", "against", "abstain", "present", "absent")
"""The answers by their numbers in a ``Move``."""

ALL_ANSWERS: Final = tuple(range(len(ANSWERS)))

MOST_STEPS: Final = 60_000
"""So much is looked at for one question, about a second's work; then the best found is returned."""

FEW_STEPS: Final = 1_500
"""So much is looked at before the bound is sharpened."""

MOST_WAYS: Final = 8
"""So many ways are returned."""

MOST_FOUND: Final = 400
"""So many changes of the smallest size are gathered before they are put together."""


class Smallest(Struct, frozen=True):
    """The smallest changes that were found.

    Attributes:
        ways: the changes, those of one kind put together, in a stable order; all of equally many heads.
            Empty where none does it, or none was found.
        heads: how many heads each of them changes; 0 where there is none.
        smallest: whether it is proven that nothing smaller does; without ways, that nothing at all does.
        complete: whether there are no other changes of this size.
    """

    ways: tuple[Way, ...]
    heads: int
    smallest: bool
    complete: bool


def smallest(  # noqa: PLR0913  (each limits the search in its own way)
    start: Sequence[int],
    cells: Sequence[Cell],
    wins: Wins,
    *,
    wanted: bool = True,
    condition: Condition | None = None,
    answers: Sequence[int] = ALL_ANSWERS,
    free: Free | None = None,
) -> Smallest:
    """Find the fewest heads that must answer otherwise so that ``wins`` says what is wanted.

    Args:
        start: the vote as it is: four numbers a cell, the remainder absent.
        cells: the kinds of members; the search never tells the members of a cell apart.
        wins: judges a vector; every change that is returned has been judged by it.
        wanted: True for what would carry it, False for what would stop it.
        condition: what ``wins`` reckons, where it is nothing but that: for all vectors ``holds(condition,
            heads) is wins(heads)``. Without it every vector within reach is judged one by one, and the search
            soon gives up.
        answers: what heads may answer then, by number: 0 for, 1 against, 2 abstain, 3 present, 4 absent.
        free: how many heads of a cell with an answer may answer otherwise; all who may vote unless given.

    """
    if wins(start) is wanted:
        return Smallest((Way(()),), 0, smallest=True, complete=True)
    needs: Condition = ALWAYS
    if condition is not None and holds(condition, start) is wins(start):
        needs = condition if wanted else denied(condition)
    free = everyone(start, cells) if free is None else free
    judged: dict[tuple[int, ...], bool] = {}

    def does(moves: Moves) -> bool:
        heads = tuple(moved(start, moves))
        if heads not in judged:
            judged[heads] = wins(heads) is wanted
        return judged[heads]

    def every(classes: Sequence[Class], after: int, heads: int) -> bool:
        if needs is ALWAYS:
            return False
        pool = {each: free[each] for each in classes}
        group = Reach(start, needs, pool, answers=(after,), carry=wanted, steps=0)
        return group.heads >= heads and group.needs.surely(group.values, heads)

    reach = Reach(start, needs, free, answers=answers, carry=wanted, steps=FEW_STEPS)
    nearest, best = _nearest(reach, max(1, reach.fewest()), start, does), None
    if nearest.given_up:
        # A closer bound costs more to find than most questions cost to answer.
        closer = strengthened(needs, start, reach.steps)
        reach = Reach(start, closer, free, answers=answers, carry=wanted, steps=MOST_STEPS)
        size = max(nearest.size, reach.fewest())
        if not nearest.changes:
            best = approach(reach, does)
        if nearest.changes or (best is not None and _size(best) == size):
            reach.left //= 4  # what is left to find are others like it
        again = _nearest(reach, size, start, does)
        nearest = again if again.changes or not nearest.changes else nearest
    if nearest.changes:
        complete = not nearest.given_up
        reckoning = Reckoning(does, every)
        together = ways(nearest.changes, free, reckoning, carry=wanted, complete=complete)
        complete = complete and len(together) <= MOST_WAYS
        return Smallest(together[:MOST_WAYS], nearest.size, smallest=True, complete=complete)
    if best is None:
        return Smallest((), 0, smallest=not nearest.given_up, complete=not nearest.given_up)
    proven = _size(best) == nearest.size
    way = Way(_tidy(best), smallest=proven)
    return Smallest((way,), way.heads, smallest=proven, complete=False)


class _Nearest(NamedTuple):
    """The changes of the smallest size; none of a smaller size does it.

    Attributes:
        changes: those found.
        size: how many heads they change; where none was found, the size that was not done with.
        given_up: whether there may be more, or smaller ones than are known.
    """

    changes: list[Moves]
    size: int
    given_up: bool


def _nearest(reach: Reach, size: int, start: Sequence[int], does: Callable[[Moves], bool]) -> _Nearest:
    """Look at all changes of one size after the other, from a size below which there is none."""
    found: dict[tuple[int, ...], Moves] = {}
    given_up = True
    try:
        while size <= reach.heads and not found:
            for moves in reach.at(size):
                reach.spend()
                if does(moves):
                    # Two ways to come to the same votes are one.
                    found.setdefault(tuple(moved(start, moves)), _tidy(moves))
                if len(found) >= MOST_FOUND:
                    break
            else:
                size += not found
                continue
            break
        else:
            given_up = False
    except Exhausted:
        pass
    return _Nearest(list(found.values()), size, given_up)


def named(
    found: Sequence[Way],
    start: Sequence[int],
    cells: Sequence[Cell],
    cast: Ballots,
    reckon: Callable[[Sequence[int]], tuple[Outcome, str]],
) -> tuple[Change, ...]:
    """Say changes by member, each reckoned again: the first members, in the charter's order, that can.

    Args:
        found: the changes, of ``Smallest`` or of ``completions.Enough``.
        start: the vote as it is.
        cells: the kinds of members.
        cast: who did what; it must be what ``start`` counts.
        reckon: tells the outcome for a vector, and how it was counted, in words.

    """
    told = []
    for way in found:
        outcome, said = reckon(moved(start, way.moves))
        edits: list[Edit] = []
        gone: dict[tuple[str, int], int] = {}
        for move in way.moves:
            edits.extend(_edits(move, cells[move.cell], cast, gone))
        able = _able(way, cells, cast)
        told.append(
            Change(
                tuple(edits),
                outcome,
                said,
                way.smallest,
                any_of=able if {edit.member for edit in edits} <= set(able) else (),
                instead=tuple(ANSWERS[answer] for answer in way.instead),
            )
        )
    return tuple(told)


def _edits(move: Move, cell: Cell, cast: Ballots, gone: dict[tuple[str, int], int]) -> Iterator[Edit]:
    """Name members for a move; ``gone`` holds who was named for another move of the same change."""
    left = move.heads
    for member, able in _with(cell, move.before, cast):
        used = gone.get((member, move.before), 0)
        heads = min(left, able - used)
        if heads > 0:
            gone[member, move.before] = used + heads
            left -= heads
            yield Edit(member, ANSWERS[move.before], ANSWERS[move.after], heads)


def _able(way: Way, cells: Sequence[Cell], cast: Ballots) -> tuple[str, ...]:
    """Every member of whom any heads could do it, in the order of the cells; nobody where it matters who.

    Of a row of many heads that answered unlike each other not just any may do: then it is not among them.
    """
    pool = way.pool or tuple({(move.cell, move.before) for move in way.moves if len(way.moves) == 1})
    done = {way.moves[0].after, *way.instead} if way.moves else set()
    able: list[str] = []
    for number in sorted({number for number, _ in pool}):
        did: dict[str, set[int]] = {}
        for answer in set(ALL_ANSWERS) - done:
            for member, heads in _with(cells[number], answer, cast):
                did.setdefault(member, set()).update({answer} if heads else ())
        able += [
            member
            for member, answers in did.items()
            if answers and all((number, answer) in pool for answer in answers)
        ]
    return tuple(able)


def _with(cell: Cell, answer: int, cast: Ballots) -> Iterator[tuple[str, int]]:
    """Members of a cell, and how many of their heads gave an answer."""
    for member, size in zip(cell.ids, cell.sizes, strict=True):
        votes = cast.get(member, Votes())
        yield member, (*votes, size - sum(votes))[answer]


def _size(moves: Moves) -> int:
    return sum(move.heads for move in moves)


def _tidy(moves: Moves) -> Moves:
    return tuple(sorted(moves))
