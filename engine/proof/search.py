"""Ballots that meet a condition, or the certainty that there are none.

The parts of a condition that are all asked for go to `feasible`; where so many of several are enough, the
point that it finds says which of them are still to be asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from coalcheck.engine.proof.box import ANSWERS, Box, Inequality, Vector, inequality
from coalcheck.engine.proof.budget import TooManyCases
from coalcheck.engine.proof.feasible import feasible
from coalcheck.engine.proof.logic import ABSENT, ABSTAIN, AGAINST, FOR, all_of, heads
from coalcheck.engine.threshold.bound import AtLeast, Condition, Linear, Unknown

if TYPE_CHECKING:
    from coalcheck.engine.proof.budget import Budget

_PLAIN: Final = ((FOR, AGAINST), (FOR, AGAINST, ABSENT), (FOR, AGAINST, ABSTAIN))
_TRIES: Final = 4_000
"""Cases that may go into finding plainer ballots than those that were found."""

Asked = tuple[list[Inequality], list[AtLeast]]


def find(box: Box, condition: Condition, budget: Budget, *, plain: bool = False) -> Vector | None:
    """Find heads that meet a condition for certain; None where none do.

    Args:
        box: what each kind may do.
        condition: what must hold.
        budget: what may be spent.
        plain: whether to look on for ballots with fewer kinds of answers in them.

    Raises:
        TooManyCases: the budget is spent, and nothing was found.
    """
    found = _search(box, condition, budget)
    if found is None or not plain:
        return found
    for answers in _PLAIN:
        try:
            better = _search(box.only(answers), condition, budget.part(_TRIES))
        except TooManyCases:
            continue
        if better is not None:
            return better
    return found


def fewest(
    box: Box, condition: Condition, budget: Budget, answers: Sequence[int] = (FOR,)
) -> tuple[int, Vector] | None:
    """The least number of heads that give some answers where a condition holds, and such ballots.

    Raises:
        TooManyCases: the budget is spent before it is clear.
    """
    found = _search(box, condition, budget)
    if found is None:
        return None
    kinds = range(len(box.kinds))

    def number(point: Vector) -> int:
        return sum(point[ANSWERS * kind + answer] for kind in kinds for answer in answers)

    low, high = 0, number(found)
    while low < high:
        middle = (low + high) // 2
        # At most so many: not at least one more.
        most = heads(len(box.kinds), kinds, answers, middle + 1)
        fewer = Linear(tuple(-n for n in most.coefficients), middle, strict=False)
        better = _search(box, all_of(condition, fewer), budget)
        if better is None:
            low = middle + 1
        else:
            found, high = better, number(better)
    return high, found


def _search(box: Box, condition: Condition, budget: Budget) -> Vector | None:
    todo: list[Asked] = []
    first = _with(([], []), condition)
    if first is not None:
        todo.append(first)
    while todo:
        budget.spend(1)
        asked = _simplified(todo.pop(), box)
        if asked is None:
            continue
        required, pending = asked
        point = feasible(box, required, budget)
        if point is None:
            continue
        open_ = next((each for each in pending if not met(each, point)), None)
        if open_ is None:
            return point
        todo += _branches(asked, open_)
    return None


def _branches(asked: Asked, open_: AtLeast) -> list[Asked]:
    """One part is asked for, or can be done without; the first of these is the last in the list."""
    required, pending = asked
    rest = [each for each in pending if each is not open_]
    part, *others = open_.parts
    without = AtLeast(open_.number, tuple(others))
    with_it = AtLeast(open_.number - 1, tuple(others))
    found = [_with((required, rest), without)]
    taken = _with((required, rest), part)
    found.append(None if taken is None else _with(taken, with_it))
    return [each for each in found if each is not None]


def _with(asked: Asked, condition: Condition) -> Asked | None:
    """The same with one condition more; None where that can never hold."""
    required, pending = list(asked[0]), list(asked[1])
    todo = [condition]
    while todo:
        each = todo.pop()
        if isinstance(each, Unknown):
            return None
        if isinstance(each, Linear):
            required.append(inequality(each))
        elif each.number <= 0:
            continue
        elif each.number > len(each.parts):
            return None
        elif each.number == len(each.parts):
            todo += each.parts
        else:
            pending.append(each)
    return required, pending


def _simplified(asked: Asked, box: Box) -> Asked | None:
    """What is asked, without parts that the box settles; None where one of them is settled against it."""
    required, pending = asked
    for each in required:
        most = box.most(each.numbers)
        if most is None or most < each.least:
            return None
    found: Asked | None = (required, [])
    for node in pending:
        settled = _settled(node, box)
        if found is None or settled is False:
            return None
        if settled is not True:
            found = _with(found, settled)
    return found


def _settled(condition: Condition, box: Box) -> bool | Condition:
    """Whether a box settles a condition; else what is left of it."""
    if isinstance(condition, Unknown):
        return False
    if isinstance(condition, Linear):
        each = inequality(condition)
        most = box.most(each.numbers)
        if most is None or most < each.least:
            return False
        least = box.most([-number for number in each.numbers])
        return True if least is not None and -least >= each.least else condition
    number = condition.number
    parts: list[Condition] = []
    for part in condition.parts:
        answer = _settled(part, box)
        if answer is True:
            number -= 1
        elif answer is not False:
            parts.append(answer)
    if number <= 0:
        return True
    return False if number > len(parts) else AtLeast(number, tuple(parts))


def met(condition: Condition, point: Vector) -> bool:
    """Whether a point meets a condition for certain."""
    if isinstance(condition, Unknown):
        return False
    if isinstance(condition, Linear):
        return inequality(condition).surplus(point) >= 0
    return sum(met(part, point) for part in condition.parts) >= condition.number
