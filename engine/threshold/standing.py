"""Rules that whoever stays can always meet, whoever leaves: seen from their words, without a search."""

from __future__ import annotations

from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.tree import (
    Clause,
    Compare,
    Count,
    Everyone,
    Heads,
    Nobody,
    Number,
    Rule,
    Seats,
    Share,
    VotesCast,
    Weighted,
    Whom,
    clauses,
)

_FLOORS = frozenset({Compare.AT_LEAST, Compare.MORE_THAN})
_GIVEN_BY_ALL = frozenset({Count.SUPPORT, Count.VOTES, Count.TURNOUT, Count.ATTENDANCE, None})
_GIVEN_BY_NONE = frozenset({Count.OPPOSITION, Count.ABSTENTIONS, Count.NOT_IN_FAVOUR, Count.ABSENT})


def stands_after_any(rule: Rule, electorate: Electorate) -> bool:
    """Whether all who stay, voting for it, meet the rule after any departure; no where it is not plain."""
    heads = 0
    for row in electorate.rows:
        if row.in_body:
            if not row.votes:
                return False
            heads += row.count
    # With the member concerned left out and another gone, somebody is there still.
    return heads > 2 and all(_met_by_all(clause, heads - 1, electorate) for clause in clauses(rule))


def _met_by_all(clause: Clause, heads: int, electorate: Electorate) -> bool:
    """Whether so many heads, or more, all in favour, meet a clause."""
    if clause.among is not None or clause.spread is not None:
        return False
    match clause.measure:
        case Share(count, compare, amount, Seats()):
            if count not in _GIVEN_BY_ALL or compare not in _FLOORS:
                return False
            inside = [row for row in electorate.rows if row.in_body]
            given = sum(row.ballots * row.count for row in inside) - max(row.ballots for row in inside)
            asked = amount.value * electorate.seats if electorate.seats else given + 1
            return given > asked or (given == asked and compare is Compare.AT_LEAST)
        case Share(count, compare, amount, base):
            full = amount.value < 1 or (amount.value == 1 and compare is Compare.AT_LEAST)
            return count in _GIVEN_BY_ALL and compare in _FLOORS and full and _shrinks(base, electorate)
        case Everyone(count, _, base):
            return count in _GIVEN_BY_ALL and _shrinks(base, electorate)
        case Nobody(count):
            return count in _GIVEN_BY_NONE
        case Number(count, compare, number, _):
            if compare in _FLOORS:
                needed = number.value + (compare is Compare.MORE_THAN)
                return count in _GIVEN_BY_ALL and heads >= needed
            limit = number.value - (compare is Compare.FEWER_THAN)
            return compare is not Compare.EXACTLY and count in _GIVEN_BY_NONE and limit >= 0
        case _:
            return False


def _shrinks(base: object, electorate: Electorate) -> bool:
    """Whether what a share is of is just those who vote for it, when all do."""
    if isinstance(base, Heads):
        return base.whom is not Whom.COALITION
    if isinstance(base, Weighted):
        # A declared total stays when somebody leaves; of a weight that one alone has, nothing stays.
        weight = base.weight
        carrying = sum(row.count for row in electorate.rows if row.in_body and row.weights.get(weight))
        return carrying > 1 and (base.state is not None or weight not in electorate.totals)
    return isinstance(base, VotesCast)
