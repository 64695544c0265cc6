"""What a rule does at its edges: when members stay away, and when the votes are equal."""

from __future__ import annotations

from fractions import Fraction

from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import STATES, Bound, holds
from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.tree import (
    All,
    Any,
    Clause,
    Compare,
    Count,
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
    Weighted,
    clauses,
)

_TAKING_PART = frozenset({Count.SUPPORT, Count.VOTES, Count.TURNOUT, Count.ATTENDANCE, None})
_ASKS_FOR_MORE = frozenset({Compare.AT_LEAST, Compare.MORE_THAN, Compare.EXACTLY})


def needs_no_yes(rule: Rule, roll: Electorate) -> bool:
    """Whether it holds when nobody does anything, so that it only limits opposition."""
    if not any(map(_only_limits, clauses(rule))):
        return False
    # Bound for silence, without the guard that nothing is adopted without a yes: what the words alone ask.
    bound = bind(rule, roll, silence=True)
    return holds(bound.condition, [0] * (STATES * len(bound.cells))) is True


def _only_limits(clause: Clause) -> bool:
    compare = getattr(clause.measure, "compare", None)
    return isinstance(clause.measure, Nobody) or compare in (Compare.FEWER_THAN, Compare.AT_MOST)


def has_floor(rule: Rule) -> bool:
    """Whether so many are needed however few come: a rule that protects those who are absent by itself."""
    match rule:
        case All(rules):
            return any(has_floor(part) for part in rules)
        case Any(rules):
            return all(has_floor(part) for part in rules)
        case Clause(measure):
            match measure:
                case Share(count, compare, _, base):
                    return count in _TAKING_PART and compare in _ASKS_FOR_MORE and _is_fixed(base)
                case Number(count, compare, number, _):
                    return count in _TAKING_PART and compare in _ASKS_FOR_MORE and number.value > 1
                case Root(count, compare, _, _):
                    return count in _TAKING_PART and compare in _ASKS_FOR_MORE
                case Everyone(_, _, base):
                    return _is_fixed(base)
                case _:
                    return False


def _is_fixed(base: object) -> bool:
    """Whether a base stays as large when members stay away."""
    if isinstance(base, Heads | Weighted):
        return base.state in (None, State.NOT_ABSTAINING)
    return isinstance(base, Seats)


def adopts_on_tie(rule: Rule, bound: Bound) -> bool:
    """Whether as many for as against carry it: asked only of a rule in which half is enough."""
    if not any(_half_is_enough(clause) for clause in clauses(rule)):
        return False
    if len(bound.cells) != 1:
        return True
    half = bound.cells[0].count // 2
    return half > 0 and holds(bound.condition, [half, half, 0, 0]) is True


def _half_is_enough(clause: Clause) -> bool:
    measure = clause.measure
    if getattr(measure, "compare", None) is not Compare.AT_LEAST:
        return False
    match measure:
        case Share(Count.SUPPORT, _, amount, _):
            return amount.value == Fraction(1, 2)
        case Lead(_, margin):
            return margin.value == 0
        case Ratio(_, factor):
            return factor.value == 1
        case _:
            return False
