"""The votes within reach of a vote: so many heads answer otherwise, and it comes out as asked.

Members that cannot be told apart and that answered alike are one class; a search chooses how many of each
class do what, never who.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from coalcheck.engine.decide.needs import (
    ABSENT,
    ABSTAIN,
    AGAINST,
    IN_FAVOUR,
    PRESENT,
    Needs,
    Step,
)
from coalcheck.engine.threshold.bound import STATES, Cell, Condition

Wins: TypeAlias = Callable[[Sequence[int]], bool | None]
"""What is asked of a vector of heads, four numbers a cell; None where the charter does not say."""

Free: TypeAlias = Mapping[tuple[int, int], int]
"""How many heads of a cell with an answer may answer otherwise."""

EASIEST = {
    True: (IN_FAVOUR, ABSTAIN, PRESENT, ABSENT, AGAINST),
    False: (AGAINST, ABSTAIN, PRESENT, ABSENT, IN_FAVOUR),
}
"""The order in which answers are proposed, to carry (True) or to stop; who is furthest moves last."""


class Exhausted(Exception):
    """More was to be looked at than was allowed."""


class Move(Struct, frozen=True, order=True):
    """So many heads of a cell answer otherwise; answers are numbers, 0 in favour to 4 absent."""

    cell: int
    before: int
    after: int
    heads: int


def moved(start: Sequence[int], moves: Sequence[Move]) -> list[int]:
    """Return the vector after some moves."""
    heads = list(start)
    for move in moves:
        if move.before != ABSENT:
            heads[STATES * move.cell + move.before] -= move.heads
        if move.after != ABSENT:
            heads[STATES * move.cell + move.after] += move.heads
    return heads


def everyone(start: Sequence[int], cells: Sequence[Cell]) -> Free:
    """All heads that may vote, by cell and answer."""
    free: dict[tuple[int, int], int] = {}
    for number, cell in enumerate(cells):
        did = start[STATES * number : STATES * (number + 1)]
        if cell.votes:
            free.update({(number, answer): heads for answer, heads in enumerate(did)})
            free[number, ABSENT] = cell.count - sum(did)
    return free


class Reach:
    """What can be reached from one vote by so many heads, nearest first.

    Attributes:
        kinds: how many classes there are.
        start: the vote.
        condition: what must hold where it comes out as asked.
        heads: how many heads may answer otherwise.
        steps: what one head can do, class by class.
        room: for each place among the steps, how many heads those from there on can move.
        left: how many steps may still be looked at.
    """

    def __init__(  # noqa: PLR0913  (each limits the search in its own way)
        self,
        start: Sequence[int],
        condition: Condition,
        free: Free,
        *,
        answers: Sequence[int],
        carry: bool,
        steps: int,
        silent: Collection[int] = (),
    ) -> None:
        """Prepare a search.

        Args:
            start: the vote.
            condition: what must hold where it comes out as asked.
            free: who may answer otherwise.
            answers: the answers that heads may take.
            carry: whether it is to be carried; tells which answers are proposed first.
            steps: how many steps may be looked at.
            silent: cells whose heads may come or stay away, and no more.

        """
        self.start, self.condition = start, condition
        order = EASIEST[carry]
        # Whoever is next to what is asked comes first; who already does what is asked most, last.
        rank = {answer: place for place, answer in enumerate((*order[1:], order[0]))}
        classes = sorted(
            (rank[before], cell, before, heads) for (cell, before), heads in free.items() if heads
        )
        self.steps = [
            Step(kind, cell, before, after, heads)
            for kind, (_, cell, before, heads) in enumerate(classes)
            for after in order
            if after != before and after in answers and (cell not in silent or after in (PRESENT, ABSENT))
        ]
        self.kinds = len(classes)
        self.heads = sum(heads for *_, heads in classes)
        self.left = steps
        self.needs = Needs(condition, self.steps)
        self.values = self.needs.values(start)
        self.room = [0] * (len(self.steps) + 1)
        for place in range(len(self.steps) - 1, -1, -1):
            step, last = self.steps[place], place + 1 == len(self.steps)
            new = last or self.steps[place + 1].kind != step.kind
            self.room[place] = self.room[place + 1] + (step.most if new else 0)
        self._barren: set[tuple[int, int, int, tuple[int, ...]]] = set()
        self._met = 0

    def fewest(self) -> int:
        """Bound from below how many heads it takes."""
        return self.needs.fewest(self.values, 0)

    def at(self, heads: int) -> Iterator[tuple[Move, ...]]:
        """All that so many heads can do with which the condition holds; each once or more.

        Raises:
            Exhausted: after as many steps as are allowed.

        """
        if not heads:
            if self.needs.hold(self.values):
                yield ()
            return
        for place, step in enumerate(self.steps):
            if step.most >= heads and self.needs.hold(self.after(self.values, place, heads)):
                yield (_move(step, heads),)
        yield from self._walk((0, 0), heads, self.values, [], exact=True)

    def anywhere(self) -> Iterator[tuple[Move, ...]]:
        """All that any number of heads can do with which the condition holds.

        Raises:
            Exhausted: after as many steps as are allowed.

        """
        if self.needs.hold(self.values):
            yield ()
        yield from self._walk((0, 0), self.heads, self.values, [], exact=False)

    def spend(self, steps: int = 1) -> None:
        """Count steps.

        Raises:
            Exhausted: when there are none left.

        """
        self.left -= steps
        if self.left < 0:
            raise Exhausted

    def after(self, values: Sequence[int], place: int, heads: int) -> tuple[int, ...]:
        """What the inequalities come to after so many heads take the step at a place."""
        return tuple(
            value + heads * gain for value, gain in zip(values, self.needs.effects[place], strict=True)
        )

    def _walk(
        self, at: tuple[int, int], left: int, values: tuple[int, ...], path: list[Move], *, exact: bool
    ) -> Iterator[tuple[Move, ...]]:
        """Spend so many heads on the steps from a place on, of whose class some have gone already."""
        place, gone = at
        key = (*at, left, values)
        if key in self._barren:
            return
        met = self._met
        kind = self.steps[place].kind if place < len(self.steps) else -1
        for here in range(place, len(self.steps)):
            if (exact and self.room[here] < left) or self.needs.fewest(values, here) > left:
                break
            step = self.steps[here]
            room = min(step.most - (gone if step.kind == kind else 0), left)
            for heads in range(room, 0, -1):
                self.spend()
                after = self.after(values, here, heads)
                rest = left - heads
                if (not exact or not rest) and self.needs.hold(after):
                    self._met += 1
                    yield (*path, _move(step, heads))
                if rest and self.needs.fewest(after, here + 1) <= rest:
                    path.append(_move(step, heads))
                    used = heads + (gone if step.kind == kind else 0)
                    same = here + 1 < len(self.steps) and self.steps[here + 1].kind == step.kind
                    yield from self._walk((here + 1, used if same else 0), rest, after, path, exact=exact)
                    path.pop()
        if self._met == met:
            # Only the condition was asked here, so that the same values fail again by any other way.
            self._barren.add(key)


def _move(step: Step, heads: int) -> Move:
    return Move(step.cell, step.before, step.after, heads)
