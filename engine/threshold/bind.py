"""Rule and electorate to ``Bound``: the words become integer inequalities.

Shares no code with the reference judge. Denominators are cleared here, roots become exact integer
bounds here, and the guards for shares of nothing are added here, so that no back end has to know them.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt
from typing import assert_never

from coalcheck.engine.threshold.bound import NEVER, AtLeast, Bound, Cell, Condition, Unknown
from coalcheck.engine.threshold.cells import cells_of
from coalcheck.engine.threshold.electorate import Electorate, Row
from coalcheck.engine.threshold.form import Exact, Form, exact
from coalcheck.engine.threshold.tree import (
    All,
    Any,
    Base,
    Clause,
    Compare,
    Count,
    Each,
    Everyone,
    Heads,
    Lead,
    Nobody,
    Number,
    Ratio,
    Root,
    Rule,
    Seats,
    Share,
    State,
    VotesCast,
    Weighted,
    Whom,
)

# Which of (in favour, against, abstaining, present, absent) a word takes in.
_COUNTS = {
    Count.SUPPORT: (1, 0, 0, 0, 0),
    Count.OPPOSITION: (0, 1, 0, 0, 0),
    Count.ABSTENTIONS: (0, 0, 1, 0, 0),
    Count.VOTES: (1, 1, 0, 0, 0),
    Count.TURNOUT: (1, 1, 1, 0, 0),
    Count.ATTENDANCE: (1, 1, 1, 1, 0),
    Count.NOT_IN_FAVOUR: (0, 1, 1, 1, 1),
    Count.ABSENT: (0, 0, 0, 0, 1),
}
_STATES = {
    None: (1, 1, 1, 1, 1),
    State.CAST: (1, 1, 0, 0, 0),
    State.VOTING: (1, 1, 1, 0, 0),
    State.PRESENT: (1, 1, 1, 1, 0),
    State.PRESENT_NOT_ABSTAINING: (1, 1, 0, 1, 0),
    State.NOT_ABSTAINING: (1, 1, 0, 1, 1),
}
_MEMBERS = Heads(Whom.MEMBERS)


def bind(
    rule: Rule, electorate: Electorate, *, silence: bool = False, cells: Sequence[Cell] | None = None
) -> Bound:
    """Put the members into a rule.

    Args:
        rule: what the words say.
        electorate: who is counted.
        silence: the decision adopts by silence, so no ballot in favour is asked.
        cells: kinds of members to use, from ``cells_of``; found from the rule where not given.

    """
    chosen = tuple(cells) if cells is not None else cells_of(((rule, electorate),))
    binder = Binder(electorate, chosen)
    condition = binder.rule(rule)
    if not silence:
        everyone = [row is not None for row in binder.rows]
        supported = binder.total(everyone, _COUNTS[Count.SUPPORT], _MEMBERS).above(0)
        condition = AtLeast(2, (condition, supported))
    return Bound(chosen, condition)


class Binder:
    """Turns clauses into conditions over the cells of one electorate."""

    def __init__(self, electorate: Electorate, cells: tuple[Cell, ...]) -> None:
        self.electorate = electorate
        self.counts = [cell.count for cell in cells]
        by_id = {row.id: row for row in electorate.rows}
        self.rows: list[Row | None] = [by_id.get(cell.ids[0]) for cell in cells]

    def rule(self, rule: Rule) -> Condition:
        """What a rule asks of these members."""
        match rule:
            case All(rules):
                return AtLeast(len(rules), tuple(self.rule(part) for part in rules))
            case Any(rules):
                return AtLeast(1, tuple(self.rule(part) for part in rules))
            case Clause():
                return self.clause(rule)
            case _:
                assert_never(rule)

    def clause(self, clause: Clause) -> Condition:
        """What a clause asks, of all or class by class."""
        whom = getattr(getattr(clause.measure, "base", None), "whom", Whom.MEMBERS)
        inside = [row is not None and self._belongs(row, whom, clause.among) for row in self.rows]
        spread = clause.spread
        if spread is None:
            return self.measure(clause, inside)
        values = [row.classes.get(spread.attribute, "") if row is not None else "" for row in self.rows]
        found = {v for v, here, n in zip(values, inside, self.counts, strict=True) if here and v and n}
        kinds = sorted(found | self.electorate.classes.get(spread.attribute, frozenset()))
        if not kinds:
            return Unknown()
        parts = tuple(
            self.measure(clause, [here and value == kind for value, here in zip(values, inside, strict=True)])
            for kind in kinds
        )
        if isinstance(spread, Each):
            return AtLeast(len(parts), parts)
        if spread.of is not None and spread.of.value != len(kinds):
            return Unknown()
        return AtLeast(int(spread.number.value), parts)

    @staticmethod
    def _belongs(row: Row, whom: Whom, among: str | None) -> bool:
        if whom is not Whom.COALITION and not row.in_body:
            return False
        if whom is Whom.OTHERS and row.concerned:
            return False
        return among is None or among in row.groups

    def total(self, inside: Sequence[bool], states: Sequence[int], unit: Base) -> Form:
        """Sum heads, ballots or a weight of the cells inside, over the states marked 1."""
        each: list[Exact] = []
        for row, here in zip(self.rows, inside, strict=True):
            if row is None or not here:
                each.append(0)
            elif isinstance(unit, Weighted):
                weight = row.weights.get(unit.weight)
                each.append(0 if weight is None else exact(weight))
            else:
                each.append(row.ballots if isinstance(unit, VotesCast | Seats) else 1)
        return Form.of(each, states, self.counts)

    def fixed(self, value: Exact) -> Form:
        """A number that no ballot changes."""
        return Form.fixed(value, self.counts)

    def measure(self, clause: Clause, inside: Sequence[bool]) -> Condition:
        """What a clause asks of those inside."""
        measure = clause.measure
        if not any(here and count for here, count in zip(inside, self.counts, strict=True)):
            return Unknown()
        match measure:
            case Share(count, compare, amount, base):
                whole = self._whole(clause, inside, base)
                if whole is None:
                    return Unknown()
                have = self.total(inside, _COUNTS[count], base)
                return _share(have, compare, amount.value, whole)
            case Number(count, compare, number, state):
                counted = _COUNTS[count] if count is not None else _STATES[None]
                both = [a * b for a, b in zip(counted, _STATES[state], strict=True)]
                return _compared(self.total(inside, both, _MEMBERS).plus(-exact(number.value)), compare)
            case Root(count, compare, factor, of):
                whole = self._whole(clause, inside, of)
                if whole is None:
                    return Unknown()
                return _root(self.total(inside, _COUNTS[count], of), compare, factor.value, whole.constant)
            case Lead(compare, margin):
                yes, no = self._yes_and_no(inside)
                return _guarded(
                    _compared(yes.minus(no).plus(-exact(margin.value)), compare), compare, yes.added(no)
                )
            case Ratio(compare, factor):
                yes, no = self._yes_and_no(inside)
                difference = yes.scaled(factor.value.denominator).minus(no.scaled(factor.value.numerator))
                return _guarded(_compared(difference, compare), compare, yes.added(no))
            case Nobody(count):
                return _compared(self.total(inside, _COUNTS[count], _MEMBERS), Compare.AT_MOST)
            case Everyone(count, all_but, base):
                whole = self._whole(clause, inside, base)
                if whole is None:
                    return Unknown()
                short = self.total(inside, _COUNTS[count], base).minus(whole).plus(exact(all_but.value))
                return _guarded(_compared(short, Compare.AT_LEAST), Compare.AT_LEAST, whole)
            case _:
                assert_never(measure)

    def _yes_and_no(self, inside: Sequence[bool]) -> tuple[Form, Form]:
        """Ballots in favour and against."""
        yes, no = (
            self.total(inside, _COUNTS[count], VotesCast()) for count in (Count.SUPPORT, Count.OPPOSITION)
        )
        return yes, no

    def _whole(self, clause: Clause, inside: Sequence[bool], base: Base) -> Form | None:
        """What a share is of; None where the charter does not say."""
        if isinstance(base, Seats):
            seats = self.electorate.seats
            return None if not seats else self.fixed(seats)
        if isinstance(base, VotesCast):
            return self.total(inside, _STATES[State.CAST], base)
        if isinstance(base, Weighted):
            if self.total(inside, _STATES[None], base).constant == 0:
                return None
            declared = self.electorate.totals.get(base.weight)
            if declared is not None and not (base.state or clause.among or clause.spread):
                return self.fixed(exact(declared))
        return self.total(inside, _STATES[base.state], base)


def _compared(difference: Form, compare: Compare) -> Condition:
    """Compare a difference with nought."""
    match compare:
        case Compare.AT_LEAST:
            return difference.at_least_nought()
        case Compare.MORE_THAN:
            return difference.above(0)
        case Compare.AT_MOST:
            return difference.negated().at_least_nought()
        case Compare.FEWER_THAN:
            return difference.negated().above(0)
        case Compare.EXACTLY:
            both = (difference.at_least_nought(), difference.negated().at_least_nought())
            return AtLeast(2, both)
        case _:
            assert_never(compare)


def _guarded(condition: Condition, compare: Compare, asked: Form) -> Condition:
    """A share of nothing is not support: who asks for something must be given something."""
    if compare in (Compare.AT_MOST, Compare.FEWER_THAN):
        return condition
    return AtLeast(2, (condition, asked.above(0)))


def _share(have: Form, compare: Compare, share: Fraction, whole: Form) -> Condition:
    # Both sides times the denominator: whole numbers stay whole numbers.
    difference = have.scaled(share.denominator).minus(whole.scaled(share.numerator))
    condition = _guarded(_compared(difference, compare), compare, whole)
    if compare is Compare.FEWER_THAN:
        # Of nothing, "less than a third" is met by nothing.
        nothing = have.added(whole).negated().at_least_nought()
        return AtLeast(1, (condition, nothing))
    return condition


def _root(have: Form, compare: Compare, factor: Fraction, whole: Exact) -> Condition:
    """Compare with ``factor * sqrt(whole)`` by the whole numbers around it; ``have`` is a whole number."""
    square = factor**2 * whole
    floor = isqrt(square.numerator // square.denominator)
    exact = floor * floor == square
    ceiling = floor if exact else floor + 1
    condition: Condition
    match compare:
        case Compare.AT_LEAST:
            condition = have.plus(-ceiling).at_least_nought()
        case Compare.MORE_THAN:
            condition = have.above(floor)
        case Compare.AT_MOST:
            condition = _compared(have.plus(-floor), Compare.AT_MOST)
        case Compare.FEWER_THAN:
            condition = _compared(have.plus(-ceiling), Compare.FEWER_THAN)
        case Compare.EXACTLY:
            return _compared(have.plus(-floor), Compare.EXACTLY) if exact and whole else NEVER
        case _:
            assert_never(compare)
    limits = compare in (Compare.AT_MOST, Compare.FEWER_THAN)
    return condition if whole or limits else NEVER
