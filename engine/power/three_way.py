"""Counting where members can also abstain: ballots with three answers, for, abstain and against.

Source of the measures: Felsenthal & Machover 1997 (ternary voting games).
"""

from __future__ import annotations

from itertools import product
from math import factorial, prod
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck.engine.threshold.bound import holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.threshold.bound import Bound

_PRESENT: Final = 3


class ThreeWay(Struct, frozen=True):
    """Ballots of everyone who votes, counted.

    Attributes:
        n: how many vote.
        ballots: in how many ways they can vote, 3^n.
        adopted: how many of these adopt.
        undecided: how many leave open whether they do, for want of a fact in the charter.
        if_for: for each voting kind, how many ways of the others adopt when one member of it is in favour.
        if_abstaining: the same when it abstains.
        if_against: the same when it is against.
    """

    n: int
    ballots: int
    adopted: int
    undecided: int
    if_for: tuple[int, ...]
    if_abstaining: tuple[int, ...]
    if_against: tuple[int, ...]


def cases(bound: Bound) -> int:
    """In how many ways the members of each kind can be divided, kind by kind."""
    return prod((cell.count + 1) * (cell.count + 2) // 2 for cell in bound.cells if cell.votes)


def count_three_way(bound: Bound) -> ThreeWay:
    """Count every way to vote; those who may not vote are present."""
    cells = bound.cells
    voting = [index for index, cell in enumerate(cells) if cell.votes and cell.count]
    n = sum(cells[index].count for index in voting)
    adopted = undecided = 0
    by_answer = [[0] * len(voting) for _ in range(3)]
    divisions = [
        list(_divided(cell.count)) if index in voting else [((0, 0, 0), 1)]
        for index, cell in enumerate(cells)
    ]
    still = [0 if index in voting else cell.count for index, cell in enumerate(cells)]
    for chosen in product(*divisions):
        heads: list[int] = []
        for (answers, _), present in zip(chosen, still, strict=True):
            in_favour, abstain, against = answers
            heads += (in_favour, against, abstain, present)
        answer = holds(bound.condition, heads)
        if answer is False:
            continue
        times = prod(ways for _, ways in chosen)
        if answer is None:
            undecided += times
            continue
        adopted += times
        for place, index in enumerate(voting):
            count = cells[index].count
            for answer_place, number in enumerate(chosen[index][0]):
                by_answer[answer_place][place] += times * number // count
    return ThreeWay(n, 3**n, adopted, undecided, *map(tuple, by_answer))


def _divided(count: int) -> Iterator[tuple[tuple[int, int, int], int]]:
    """All ways to divide alike members over the three answers, and how many ballots each stands for."""
    for in_favour in range(count + 1):
        for abstain in range(count - in_favour + 1):
            against = count - in_favour - abstain
            ways = factorial(count) // (factorial(in_favour) * factorial(abstain) * factorial(against))
            yield (in_favour, abstain, against), ways
