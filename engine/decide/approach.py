"""A small change where the smallest is not proven yet: straight along the bound, then made smaller.

What comes out does what is asked; that nothing smaller does is not claimed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations_with_replacement
from typing import Final

from msgspec.structs import replace

from coalcheck.engine.decide.jointly import strengthened
from coalcheck.engine.decide.needs import Needs, Step
from coalcheck.engine.decide.reach import Move, Reach, moved

MOST_TRIED: Final = 10_000
"""So many changes are tried when one is to be made smaller."""

MOST_SHARPENED: Final = 4_000
"""So many steps are looked at to sharpen the bound anew on the way; one with fewer steps is, more often."""

Moves = tuple[Move, ...]
Does = Callable[[Moves], bool]
Heads = dict[int, int]
"""Place of a step to how many heads take it."""


def approach(reach: Reach, does: Does) -> Moves | None:
    """Find a small change that does it; None where none was found."""
    steps = reach.steps
    candidates = [_Path(reach).straight(), *_extremes(steps)]
    found = [_less(each, steps, does) for each in candidates if each and does(_moves(each, steps))]
    if not found:
        return None
    best = min(found, key=lambda each: sum(each.values()))
    return _moves(_exchanged(best, steps, does), steps)


class _Path:
    """One step after the other, each as often as the bound then comes down by as much."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._taken: Heads = {}
        self._sharpened = 0
        self._needs = reach.needs

    def straight(self) -> Heads:
        """Go on until the condition holds, or until no step is left."""
        steps = self._reach.steps
        self._sharpen({})
        while self._now > 0 and len(self._taken) <= len(steps):
            place = self._best()
            if place is None:
                return {}
            heads = self._as_often(place)
            before = self._now
            while True:
                taken = {**self._taken, place: self._taken.get(place, 0) + heads}
                self._sharpen(taken)
                if heads == 1 or self._now <= before - heads:
                    break
                # The bound was too kind: not so far in this direction.
                heads //= 2
            self._taken = taken
        return self._taken

    def _sharpen(self, taken: Heads) -> None:
        """Bound anew from where these heads lead."""
        steps, start = self._reach.steps, moved(self._reach.start, _moves(taken, self._reach.steps))
        left = [replace(step, most=_room(taken, steps, place)) for place, step in enumerate(steps)]
        condition = self._reach.condition
        if self._sharpened < MOST_SHARPENED:
            self._sharpened += len(steps)
            condition = strengthened(condition, start, left)
        self._needs = Needs(condition, left)
        self._values = self._needs.values(start)
        self._now = self._needs.fewest(self._values, 0)

    def _best(self) -> int | None:
        """The first step that brings the bound down by one, or else whatever leads nearest."""
        best: tuple[tuple[int, int], int] | None = None
        for place in range(len(self._reach.steps)):
            if not _room(self._taken, self._reach.steps, place):
                continue
            after = self._after(place, 1)
            rank = (self._needs.fewest(after, 0), self._needs.shortage(after))
            if best is None or rank < best[0]:
                best = (rank, place)
            if rank[0] < self._now:
                break
        return None if best is None else best[1]

    def _as_often(self, place: int) -> int:
        """How many heads can take a step so that each brings the bound down by one; at least one."""
        low, high = 1, _room(self._taken, self._reach.steps, place)
        while low < high:
            heads = (low + high + 1) // 2
            straight = self._needs.fewest(self._after(place, heads), 0) <= self._now - heads
            low, high = (heads, high) if straight else (low, heads - 1)
        return low

    def _after(self, place: int, heads: int) -> tuple[int, ...]:
        gains = self._needs.effects[place]
        return tuple(value + heads * gain for value, gain in zip(self._values, gains, strict=True))


def _extremes(steps: Sequence[Step]) -> Iterator[Heads]:
    """Everybody gives the same answer."""
    for answer in dict.fromkeys(step.after for step in steps):
        yield {place: step.most for place, step in enumerate(steps) if step.after == answer}


def _less(taken: Heads, steps: Sequence[Step], does: Does) -> Heads:
    """Take back what is not needed, in turn, until nothing can be taken back."""
    taken, again = dict(taken), True
    while again:
        again = False
        for place in sorted(taken, reverse=True):
            low, high = 0, taken[place]
            while low < high:
                fewer = (low + high) // 2
                low, high = (
                    (low, fewer) if does(_moves({**taken, place: fewer}, steps)) else (fewer + 1, high)
                )
            again |= high < taken[place]
            taken[place] = high
    return {place: heads for place, heads in taken.items() if heads}


def _exchanged(taken: Heads, steps: Sequence[Step], does: Does) -> Heads:
    """Put one head in the place of two, as long as that can be done."""
    left, smaller = MOST_TRIED, True
    while smaller and left > 0:
        smaller = False
        for first, second in combinations_with_replacement(sorted(taken), 2):
            fewer = dict(taken)
            for place in (first, second):
                fewer[place] -= 1
            if min(fewer.values()) < 0:
                continue
            left -= len(steps)
            for place in range(len(steps)):
                tried = {**fewer, place: fewer.get(place, 0) + 1}
                if _room(fewer, steps, place) and does(_moves(tried, steps)):
                    taken, smaller = {key: heads for key, heads in tried.items() if heads}, True
                    break
            if smaller or left <= 0:
                break
    return taken


def _room(taken: Mapping[int, int], steps: Sequence[Step], place: int) -> int:
    """How many heads can still take a step."""
    step = steps[place]
    gone = sum(heads for other, heads in taken.items() if steps[other].kind == step.kind)
    return step.most - gone


def _moves(taken: Heads, steps: Sequence[Step]) -> Moves:
    return tuple(
        Move(steps[place].cell, steps[place].before, steps[place].after, heads)
        for place, heads in sorted(taken.items())
        if heads
    )
