"""What the ballots that are still to come can do: nothing any more, or which of them are enough.

A claim is made only where it is proven for every completion: for one inequality by its largest and smallest
value, for several by looking at each that could contradict. Otherwise nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.decide.alike import Moves, Reckoning, Way, ways
from coalcheck.engine.decide.change import ALL_ANSWERS, MOST_FOUND, MOST_STEPS, MOST_WAYS
from coalcheck.engine.decide.needs import (
    ABSENT,
    ABSTAIN,
    AGAINST,
    ALWAYS,
    IN_FAVOUR,
    PRESENT,
    allowed,
    denied,
)
from coalcheck.engine.decide.reach import Exhausted, Move, Reach, Wins, moved
from coalcheck.engine.threshold.bound import Cell, Condition, holds

MOST_COMPLETIONS: Final = 4_000
"""So many steps are spent on one set of members, of the many that are tried."""


_ONLY_THESE: Final = Reckoning(lambda _: False, lambda *_: False)


class Enough(Struct, frozen=True):
    """Sets of members that are enough; none of them can spare a head.

    Attributes:
        ways: the sets, those of one kind put together, the smallest first; their moves are from absent.
        complete: whether there are no others, so that without ways no set at all is proven to be enough.
    """

    ways: tuple[Way, ...]
    complete: bool


def settled(
    start: Sequence[int],
    still_open: Sequence[int],
    cells: Sequence[Cell],
    wins: Wins,
    *,
    condition: Condition | None = None,
) -> bool | None:
    """Tell whether every completion of the ballots comes to the same.

    Args:
        start: who did what so far: four numbers a cell.
        still_open: how many heads of each cell may yet do something; ``start`` does not count them. Those
            of a cell that may not vote can come or stay away.
        cells: the kinds of members.
        wins: judges a vector.
        condition: what ``wins`` reckons, where it is nothing but that; see ``change.smallest``.

    Returns:
        True where all are carried, False where none is, None where they differ, where some cannot be judged,
        or where it was not proven.

    """
    try:
        return _Question(cells, wins, condition).agreed(start, still_open, MOST_STEPS)
    except Exhausted:
        return None


class _Question(Struct, frozen=True):
    """What is asked of every completion."""

    cells: Sequence[Cell]
    wins: Wins
    condition: Condition | None

    def agreed(
        self,
        start: Sequence[int],
        still_open: Sequence[int],
        steps: int,
        answers: Sequence[int] = ALL_ANSWERS,
    ) -> bool | None:
        """Tell what every completion by such answers comes to; None where they differ, or are not all judged.

        Raises:
            Exhausted: where neither was proven.

        """
        silent = frozenset(number for number, cell in enumerate(self.cells) if not cell.votes)
        answer = self.wins(start)
        if answer is None:
            return None
        condition = self.condition
        for other in sorted(answers):
            # The simplest completions first: mostly two of them differ, and nothing is left to prove.
            heads = moved(
                start,
                [
                    Move(number, ABSENT, PRESENT if number in silent else other, count)
                    for number, count in enumerate(still_open)
                    if count and other != ABSENT and (number not in silent or PRESENT in answers)
                ],
            )
            if self.wins(heads) is not answer:
                return None
            if condition is not None and holds(condition, heads) is not answer:
                condition = None
        doubt: Condition = ALWAYS
        if condition is not None:
            doubt = denied(condition, unsaid=True) if answer else allowed(condition)
        free = {(number, ABSENT): count for number, count in enumerate(still_open)}
        reach = Reach(start, doubt, free, answers=answers, carry=not answer, steps=steps, silent=silent)
        for moves in reach.anywhere():
            reach.spend()
            if self.wins(moved(start, moves)) is not answer:
                return None
        return answer


def carrying(  # noqa: PLR0913  (each is a separate question about the same ballots)
    start: Sequence[int],
    still_open: Sequence[int],
    cells: Sequence[Cell],
    wins: Wins,
    *,
    wanted: bool = True,
    others: Sequence[int] = ALL_ANSWERS,
    condition: Condition | None = None,
) -> Enough:
    """Find the sets of members whose votes are enough: "any two of you", before anybody has voted.

    Args:
        start: who did what so far; all nought for a proposal.
        still_open: how many heads of each cell may yet vote.
        cells: the kinds of members.
        wins: judges a vector.
        wanted: True for sets that carry it by voting for it, False for sets that stop it by voting against.
        others: what the others may do beside staying away, by number, each for itself; anything unless given.
        condition: what ``wins`` reckons, where it is nothing but that; see ``change.smallest``.

    """
    answer = IN_FAVOUR if wanted else AGAINST
    spare = tuple(heads if cell.votes else 0 for heads, cell in zip(still_open, cells, strict=True))
    needs: Condition = ALWAYS
    if condition is not None and holds(condition, start) is wins(start):
        needs = condition if wanted else denied(condition)
    worst = (AGAINST if wanted else IN_FAVOUR, ABSTAIN, PRESENT, ABSENT)
    reaches = [
        _from(moved(start, _all(spare, other)), spare, other, needs, wanted=wanted)
        for other in worst
        if other in others
    ]
    if not reaches:
        return Enough((), complete=False)

    question = _Question(cells, wins, condition)
    unproven: list[Moves] = []

    def does(moves: Moves) -> bool:
        left = list(still_open)
        for move in moves:
            left[move.cell] -= move.heads
        try:
            agreed = question.agreed(moved(start, moves), left, MOST_COMPLETIONS, others)
        except Exhausted:
            unproven.append(moves)
            return False
        return agreed is wanted

    found, complete = _minimal(reaches, answer, does)
    complete = complete and not unproven
    free = {(number, ABSENT): heads for number, heads in enumerate(spare)}
    together = [
        way
        for size in sorted({_size(moves) for moves in found})
        for way in ways(
            [moves for moves in found if _size(moves) == size],
            free,
            _ONLY_THESE,
            carry=wanted,
            complete=True,
        )
    ]
    proven = [replace(way, smallest=not unproven) for way in together[:MOST_WAYS]]
    return Enough(tuple(proven), complete and len(together) <= MOST_WAYS)


def _all(spare: Sequence[int], other: int) -> list[Move]:
    """Everybody who has not voted does one thing."""
    return [Move(number, ABSENT, other, heads) for number, heads in enumerate(spare) if heads]


def _from(start: Sequence[int], spare: Sequence[int], other: int, needs: Condition, *, wanted: bool) -> Reach:
    """A search from where all the others do one thing."""
    free = {(number, other): heads for number, heads in enumerate(spare)}
    answers = (IN_FAVOUR if wanted else AGAINST,)
    return Reach(start, needs, free, answers=answers, carry=wanted, steps=MOST_STEPS)


def _minimal(
    reaches: Sequence[Reach], answer: int, does: Callable[[Moves], bool]
) -> tuple[list[Moves], bool]:
    """All sets of which no smaller part is enough, the smallest first; and whether there are no others."""
    reach = reaches[0]
    found: list[Moves] = []
    size = max(reach.fewest() for reach in reaches)
    try:
        while size <= reach.heads:
            for moves in _sets(reach, answer, size, found):
                if does(moves):
                    found.append(moves)
                if len(found) >= MOST_FOUND:
                    return found, False
            size += 1
    except Exhausted:
        return found, False
    return found, True


def _sets(reach: Reach, answer: int, size: int, found: Sequence[Moves]) -> Iterator[Moves]:
    """All sets of so many heads that the condition allows and that contain none of those found."""

    def larger(place: int, left: int, chosen: Moves, values: tuple[int, ...]) -> Iterator[Moves]:
        reach.spend()
        if any(_contains(chosen, each) for each in found):
            return
        if not left:
            if reach.needs.hold(values):
                yield tuple(sorted(chosen))
            return
        for here in range(place, len(reach.steps)):
            if reach.needs.fewest(values, here) > left or reach.room[here] < left:
                return
            step = reach.steps[here]
            for heads in range(min(step.most, left), 0, -1):
                more = (*chosen, Move(step.cell, ABSENT, answer, heads))
                yield from larger(here + 1, left - heads, more, reach.after(values, here, heads))

    yield from larger(0, size, (), reach.values)


def _contains(larger: Moves, smaller: Moves) -> bool:
    heads = {move.cell: move.heads for move in larger}
    return all(heads.get(move.cell, 0) >= move.heads for move in smaller)


def _size(moves: Moves) -> int:
    return sum(move.heads for move in moves)
