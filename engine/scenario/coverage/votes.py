"""All the votes that some members can give, gone through one by one where there are not too many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import comb, prod
from typing import TYPE_CHECKING, Final, TypeAlias

from coalcheck.engine.scenario.coverage.steps import Steps
from coalcheck.engine.threshold.bound import STATES

if TYPE_CHECKING:
    from coalcheck.engine.scenario.coverage.steps import Comparison
    from coalcheck.engine.threshold.bound import Cell

MOST: Final = 20_000
"""So many ways to vote are gone through; of more, only sums are known."""
_Split: TypeAlias = tuple[int, int, int, int]


def every_vote(cells: Sequence[Cell]) -> Iterator[list[int]] | None:
    """All ways to vote, four numbers a cell, those with most votes first; None where there are too many.

    Where there are too many with members that come and give no ballot, these are left out.
    """
    for states in (STATES, STATES - 1):
        ways = prod(comb(cell.count + states, states) if cell.votes else 1 for cell in cells)
        if ways <= MOST:
            return _votes(cells, states)
    return None


def _votes(cells: Sequence[Cell], states: int) -> Iterator[list[int]]:
    each = [list(_splits(cell.count, states)) if cell.votes else [(0, 0, 0, 0)] for cell in cells]
    for chosen in product(*each):
        yield [number for split in chosen for number in split]


def _splits(count: int, states: int) -> Iterator[_Split]:
    """Ways in which so many can vote: first for and against alone, then with abstentions, then with less."""
    for votes in range(count, -1, -1):
        for neither in range(count - votes, -1, -1):
            for there in range(count - votes - neither + 1 if states == STATES else 1):
                yield from ((yes, votes - yes, neither, there) for yes in range(votes, -1, -1))


def around(
    comparison: Comparison, every: Iterable[Sequence[int]]
) -> tuple[Steps, Mapping[int, Sequence[int]]]:
    """The values around a threshold among some votes, and for each the first votes that give it.

    Args:
        comparison: the threshold.
        every: the votes.
    """
    found: dict[int, Sequence[int]] = {}
    for heads in every:
        value = comparison.value(heads)
        if value is not None and value not in found:
            found[value] = heads
    met = sorted(value for value in found if comparison.meets(value))
    not_met = [value for value in found if not comparison.meets(value)]
    below = max(not_met, default=None)
    enough, above = (*met, None, None)[:2]
    steps = Steps(below, enough, above)
    wanted = {each for each in (below, enough, above) if each is not None}
    return steps, {value: heads for value, heads in found.items() if value in wanted}
