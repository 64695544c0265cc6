"""A rule after one member has left: worked out for every member at once, in one pass over their kinds.

A head that has gone is a fifth thing that a head can do, beside voting for, against, abstaining and being
there: it is taken out of what a share is of, where one that is only absent stays in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from coalcheck.engine.threshold.bind import Binder
from coalcheck.engine.threshold.bound import STATES, AtLeast, Cell, Condition, Linear, Unknown
from coalcheck.engine.threshold.cells import cells_of
from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.form import Exact, Form
from coalcheck.engine.threshold.tree import Base, Clause, Heads, Root, Rule, State, Weighted, Whom, clauses

_GONE = STATES
"""The place of those who have left, behind the four of ``STATES``."""

_WIDTH = STATES + 1

_OF_ALL = frozenset(Heads(Whom.COALITION, state) for state in (None, *State))


class Hung(AtLeast, frozen=True):
    """A part that can be judged only as long as the single head of one cell is there.

    Attributes:
        cell: the index of that cell.
        clause: what it says.
    """

    cell: int
    clause: Clause


class Departures(Struct, frozen=True):
    """A rule bound so that any one head can be taken out of it.

    Attributes:
        cells: the kinds of members.
        condition: what must hold, with five numbers a cell.
    """

    cells: tuple[Cell, ...]
    condition: Condition

    def hung(self) -> tuple[tuple[Cell, Clause], ...]:
        """The cells of one head without which some clause could not be judged, and that clause."""
        return tuple((self.cells[index], clause) for index, clause in _hung(self.condition))

    def carried(self) -> tuple[bool | None, ...]:
        """For each cell: after one head of it has left, do all others together carry it.

        Those who may not vote come or stay away, whichever helps. None where it could not be judged.
        """
        attending = [self._carried(come=True)]
        if any(not cell.votes for cell in self.cells):
            attending.append(self._carried(come=False))
        return tuple(_best(answers) for answers in zip(*attending, strict=True))

    def _carried(self, *, come: bool) -> tuple[bool | None, ...]:
        does = [0 if cell.votes else STATES - 1 if come else None for cell in self.cells]
        heads: list[int] = []
        for cell, did in zip(self.cells, does, strict=True):
            heads += [cell.count if did == state else 0 for state in range(_WIDTH)]
        totals = _Totals(heads)
        return tuple(
            totals.after(self.condition, index, None if did is None else _WIDTH * index + did)
            for index, did in enumerate(does)
        )


class _Totals:
    """What each inequality comes to with everybody there; who leaves changes it by two numbers."""

    def __init__(self, heads: Sequence[int]) -> None:
        self._heads = heads
        self._values: dict[int, int] = {}

    def after(self, condition: Condition, cell: int, did: int | None) -> bool | None:
        """Evaluate a condition after one head of a cell has left, by three-valued logic.

        Args:
            condition: what must hold.
            cell: the index of the cell.
            did: the place in the vector from which the head goes; None where it was absent.
        """
        if isinstance(condition, Linear):
            value = self._value(condition) + condition.coefficients[_WIDTH * cell + _GONE]
            if did is not None:
                value -= condition.coefficients[did]
            return value > 0 if condition.strict else value >= 0
        if isinstance(condition, Unknown) or (isinstance(condition, Hung) and condition.cell == cell):
            return None
        answers = [self.after(part, cell, did) for part in condition.parts]
        met = answers.count(True)
        if met >= condition.number:
            return True
        return None if met + answers.count(None) >= condition.number else False

    def _value(self, condition: Linear) -> int:
        # The condition lives as long as this object, so that its identity stands for it.
        key = id(condition)
        if key not in self._values:
            pairs = zip(condition.coefficients, self._heads, strict=True)
            self._values[key] = condition.constant + sum(a * b for a, b in pairs if b)
        return self._values[key]


def departures(rule: Rule, electorate: Electorate) -> Departures:
    """Bind a rule so that any one head can be taken out of it; not for rules that ``needs_recount``."""
    cells = cells_of(((rule, electorate),))
    binder = _Departing(electorate, cells)
    condition = binder.rule(rule)
    everyone = [row is not None for row in binder.rows]
    supported = binder.total(everyone, (1, 0, 0, 0, 0), Heads(Whom.MEMBERS)).above(0)
    return Departures(cells, AtLeast(2, (condition, supported)))


def needs_recount(rule: Rule) -> bool:
    """Whether a departure changes a rule by more than what the one who leaves adds.

    It does where a root is taken, and where the classes are those of members outside the body too.
    """
    return any(
        isinstance(clause.measure, Root)
        or (clause.spread is not None and getattr(clause.measure, "base", None) in _OF_ALL)
        for clause in clauses(rule)
    )


class _Departing(Binder):
    """Binds with a fifth number for each cell: what changes when one of its heads has gone."""

    def total(self, inside: Sequence[bool], states: Sequence[int], unit: Base) -> Form:
        *there, absent = states
        return super().total(inside, (*there, 0, absent), unit)

    def fixed(self, value: Exact) -> Form:
        return Form.fixed(value, self.counts, _WIDTH)

    def measure(self, clause: Clause, inside: Sequence[bool]) -> Condition:
        condition = super().measure(clause, inside)
        if isinstance(condition, Unknown):
            return condition
        base = getattr(clause.measure, "base", None)
        there = [
            index
            for index, (row, here) in enumerate(zip(self.rows, inside, strict=True))
            if row is not None
            and here
            and self.counts[index]
            and (not isinstance(base, Weighted) or row.weights.get(base.weight, 0))
        ]
        if len(there) == 1 and self.counts[there[0]] == 1:
            return Hung(1, (condition,), there[0], clause)
        return condition


def _hung(condition: Condition) -> Iterator[tuple[int, Clause]]:
    if isinstance(condition, Hung):
        yield condition.cell, condition.clause
    if isinstance(condition, AtLeast):
        for part in condition.parts:
            yield from _hung(part)


def _best(answers: tuple[bool | None, ...]) -> bool | None:
    return True if True in answers else None if None in answers else False
