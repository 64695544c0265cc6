"""Questions about all ballots at once, answered by counting over kinds of members.

Nothing here is sampled: an answer is exact, or it says that there were too many cases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations_with_replacement, product
from math import comb, prod
from typing import Final, TypeAlias

from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import STATES, AtLeast, Bound, Cell, Condition, Linear, Unknown, holds
from coalcheck.engine.threshold.cells import cells_of, told_apart_by
from coalcheck.engine.threshold.electorate import Ballots, Electorate, Votes
from coalcheck.engine.threshold.tree import Compare, Count, Number, Root, Rule, Share, clauses

MOST_CASES: Final = 100_000
"""How many sets of ballots a question may look at before it gives up and says so."""

PRESENT: Final = 3
"""The place of those who are at the meeting and do not vote."""

Ask: TypeAlias = tuple[Rule, Electorate]


class TooManyCases(Exception):
    """The question has more cases than ``MOST_CASES``; it was not answered."""


def undecidable(rule: Rule, electorate: Electorate) -> bool:
    """Tell whether some clause cannot be judged whatever the ballots, for want of a fact in the charter."""
    return _has_unknown(bind(rule, electorate).condition)


def _has_unknown(condition: Condition) -> bool:
    if isinstance(condition, Linear):
        return False
    return isinstance(condition, Unknown) or any(_has_unknown(part) for part in condition.parts)


def can_adopt(rule: Rule, electorate: Electorate, *, silence: bool = False) -> bool | None:
    """Tell whether some ballots adopt; None where the charter does not say.

    Raises:
        TooManyCases: for a rule that limits what it also asks for, over many kinds of members.

    """
    bound = bind(rule, electorate, silence=silence)
    # Those who may not vote help a quorum by coming, and a share of those present by staying away.
    answers = {holds(bound.condition, _all_in_favour(bound.cells, come)) for come in (True, False)}
    if True in answers:
        return True
    if rises_with_support(rule) and all(cell.votes for cell in bound.cells):
        return None if None in answers else False
    answers = {holds(bound.condition, heads) for heads in _every_ballot(bound.cells)}
    return True if True in answers else None if None in answers else False


def fewest_in_favour(rule: Rule, electorate: Electorate, *, others: str = "against") -> int | None:
    """Return the least number of heads in favour that adopts; None where none does.

    Args:
        rule: the rule.
        electorate: who is counted.
        others: what those not in favour do: ``against``, or ``absent``.

    Raises:
        TooManyCases: when there are more than ``MOST_CASES`` ways to choose them.

    """
    bound = bind(rule, electorate)
    condition = _yes_or(bound.condition, bound.cells, 1 if others == "against" else None)
    best: int | None = None
    for chosen in _splits(bound.cells):
        if best is not None and sum(chosen) >= best:
            continue
        if holds(condition, chosen):
            best = sum(chosen)
    return best


def carries_without(
    easy: Ask, hard: Ask, bound: Callable[[Rule, Electorate], Bound] = bind
) -> Ballots | None:
    """Find ballots by everyone, without abstentions, that carry the first rule and not the second.

    Args:
        easy: the rule that should be the harder one, and who votes on it.
        hard: the other one.
        bound: binds a rule; a caller that has bound both before says so here.

    Returns:
        Such ballots, with the fewest in favour; None where there are none, so that the first rule
        is not easier than the second.

    Raises:
        TooManyCases: when the kinds of members have more than ``MOST_CASES`` ballots.

    """
    cells = _cells(easy, hard, bound)
    first, second = (_yes_or(_over(cells, *ask, bound).condition, cells, 1) for ask in (easy, hard))
    best: tuple[int, ...] | None = None
    for chosen in _splits(cells):
        if (
            holds(first, chosen)
            and holds(second, chosen) is False
            and (best is None or sum(chosen) < sum(best))
        ):
            best = chosen
    return None if best is None else _ballots(cells, best)


def _cells(easy: Ask, hard: Ask, bound: Callable[[Rule, Electorate], Bound]) -> tuple[Cell, ...]:
    """The kinds of members that neither rule tells apart; mostly the same people are asked the same of."""
    if easy[1] is hard[1] and told_apart_by(easy[0]) == told_apart_by(hard[0]):
        return bound(*easy).cells
    return cells_of((easy, hard))


def _over(
    cells: Sequence[Cell], rule: Rule, electorate: Electorate, bound: Callable[[Rule, Electorate], Bound]
) -> Bound:
    """A rule bound to just these kinds of members; they are mostly those that it tells apart by itself."""
    known = bound(rule, electorate)
    return known if known.cells == cells else bind(rule, electorate, cells=cells)


def rises_with_support(rule: Rule) -> bool:
    """Tell whether everyone in favour is the best that a rule can be given."""
    asked = (Count.SUPPORT, Count.VOTES, Count.TURNOUT, Count.ATTENDANCE)
    for clause in clauses(rule):
        measure = clause.measure
        if isinstance(measure, Share | Number | Root):
            floor = measure.compare in (Compare.AT_LEAST, Compare.MORE_THAN)
            if (measure.count is None or measure.count in asked) is not floor:
                return False
        elif getattr(measure, "compare", Compare.AT_LEAST) not in (Compare.AT_LEAST, Compare.MORE_THAN):
            return False
    return True


def _splits(cells: Sequence[Cell]) -> Iterator[tuple[int, ...]]:
    """All ways to choose who is in favour: how many of each kind."""
    most = [cell.count if cell.votes else 0 for cell in cells]
    if prod(count + 1 for count in most) > MOST_CASES:
        raise TooManyCases
    return product(*(range(count + 1) for count in most))


def _yes_or(condition: Condition, cells: Sequence[Cell], rest: int | None) -> Condition:
    """Return the condition over how many of each kind are in favour, the rest doing one thing (None: absent).

    With one number a kind in place of four a case is looked at in a quarter of the time.
    """
    if isinstance(condition, AtLeast):
        return AtLeast(condition.number, tuple(_yes_or(part, cells, rest) for part in condition.parts))
    if isinstance(condition, Unknown):
        return condition
    coefficients, constant = [], condition.constant
    for index, cell in enumerate(cells):
        did = condition.coefficients[STATES * index : STATES * (index + 1)]
        other = 0 if rest is None else did[rest if cell.votes else PRESENT]
        constant += other * cell.count
        coefficients.append(did[0] - other)
    return Linear(tuple(coefficients), constant, condition.strict)


def _all_in_favour(cells: Sequence[Cell], come: bool) -> list[int]:  # noqa: FBT001
    """The vector in which everyone who may vote is in favour, and the others come or stay away."""
    heads: list[int] = []
    for cell in cells:
        heads.extend((cell.count, 0, 0, 0) if cell.votes else (0, 0, 0, cell.count if come else 0))
    return heads


def _every_ballot(cells: Sequence[Cell]) -> Iterator[list[int]]:
    """All vectors of who did what, absences included."""
    if prod(comb(cell.count + STATES, STATES) for cell in cells) > MOST_CASES:
        raise TooManyCases
    for vector in product(*(_compositions(cell) for cell in cells)):
        yield [heads for part in vector for heads in part]


def _compositions(cell: Cell) -> list[tuple[int, ...]]:
    """All ways in which the heads of a kind can be in favour, against, abstaining, present, or absent."""
    if not cell.votes:
        return [(0, 0, 0, present) for present in range(cell.count + 1)]
    edges = combinations_with_replacement(range(cell.count + 1), STATES)
    return [tuple(b - a for a, b in zip((0, *edge), edge, strict=False)) for edge in edges]


def _ballots(cells: Sequence[Cell], chosen: Sequence[int]) -> Ballots:
    """Ballots for the rows of the cells: the first rows of a kind are in favour."""
    ballots: dict[str, Votes] = {}
    for cell, count in zip(cells, chosen, strict=True):
        left = count
        for member, size in zip(cell.ids, cell.sizes, strict=True):
            taken = min(left, size)
            left -= taken
            ballots[member] = Votes(taken, size - taken) if cell.votes else Votes(present=size)
    return ballots
