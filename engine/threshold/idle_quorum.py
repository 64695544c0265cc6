"""A quorum that changes nothing, because what must agree is more already."""

from __future__ import annotations

from itertools import product
from math import prod

from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import holds
from coalcheck.engine.threshold.cells import cells_of
from coalcheck.engine.threshold.differing import Way
from coalcheck.engine.threshold.tree import (
    Clause,
    Compare,
    Count,
    Everyone,
    Heads,
    Number,
    Seats,
    Share,
    Weighted,
    clauses,
)

_TAKING_PART = frozenset({Count.VOTES, Count.TURNOUT, Count.ATTENDANCE, Count.SUPPORT})


def quorum_never_decides(way: Way, *, most: int) -> bool:
    """Whether whatever carries a decision meets its quorum too, so that the quorum changes nothing.

    Asked only of rules that count yes votes against what does not shrink; of others the answer is no.

    Args:
        way: what must agree and who must be there.
        most: how many ways to choose who is in favour are looked at; with more the answer is no.
    """
    if way.quorum is None or way.silence or not all(map(_counts_yes, clauses(way.passes))):
        return False
    if not all(map(_asks_for_more, clauses(way.quorum))):
        return False
    counted = way.quorum_roll or way.roll
    cells = cells_of(((way.passes, way.roll), (way.quorum, counted)))
    rooms = [cell.count if cell.votes else 0 for cell in cells]
    if prod(room + 1 for room in rooms) > most:
        return False
    passes = bind(way.passes, way.roll, cells=cells).condition
    quorum = bind(way.quorum, counted, silence=True, cells=cells).condition
    carried = False
    for chosen in product(*(range(room + 1) for room in rooms)):
        # Whoever else comes can only help the quorum, and makes no difference to the rule.
        heads = [number for in_favour in chosen for number in (in_favour, 0, 0, 0)]
        if holds(passes, heads):
            carried = True
            if holds(quorum, heads) is not True:
                return False
    return carried


def _counts_yes(clause: Clause) -> bool:
    """Whether a clause asks for so many yes of what stays as large when members stay away."""
    measure = clause.measure
    base = getattr(measure, "base", None)
    fixed = isinstance(base, Seats) or (isinstance(base, Heads | Weighted) and base.state is None)
    match measure:
        case Share(Count.SUPPORT, Compare.AT_LEAST | Compare.MORE_THAN, _, _) | Everyone(Count.SUPPORT, _, _):
            return fixed
        case Number(Count.SUPPORT, Compare.AT_LEAST | Compare.MORE_THAN, _, None):
            return True
        case _:
            return False


def _asks_for_more(clause: Clause) -> bool:
    """Whether a clause of a quorum is the easier met the more come."""
    measure = clause.measure
    taking_part = getattr(measure, "count", None) in _TAKING_PART
    floor = getattr(measure, "compare", Compare.AT_LEAST) in (Compare.AT_LEAST, Compare.MORE_THAN)
    base = getattr(measure, "base", None)
    return taking_part and floor and getattr(base, "state", None) is None
