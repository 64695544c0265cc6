"""What a threshold speaks of and the charter does not say: who is in a group, how many seats there are."""

from __future__ import annotations

from coalcheck.engine.roll.names import PREDEFINED
from coalcheck.engine.threshold.bound import AtLeast, Bound, Condition, Unknown
from coalcheck.engine.threshold.electorate import Electorate, Row
from coalcheck.engine.threshold.names import plural, singular
from coalcheck.engine.threshold.search import undecidable
from coalcheck.engine.threshold.tree import Clause, Heads, Rule, Seats, Some, Weighted, Whom, clauses


def unsaid(rule: Rule, roll: Electorate, bound: Bound) -> str:
    """What is missing for a threshold to be judged, without a full stop; empty where nothing is."""
    for clause in clauses(rule) if _is_open(bound.condition) else ():
        if clause.among in PREDEFINED:
            continue  # who has signed by now is a matter of the day, not of the charter
        if undecidable(clause, roll) and not enough_classes(clause, roll):
            return _reason(clause, roll)
    return ""


def _is_open(condition: Condition) -> bool:
    if isinstance(condition, AtLeast):
        return any(map(_is_open, condition.parts))
    return isinstance(condition, Unknown)


def _reason(clause: Clause, roll: Electorate) -> str:
    unit = getattr(clause.measure, "of", getattr(clause.measure, "base", None))
    inside = [row for row in roll.rows if row.in_body and row.count]
    if isinstance(unit, Seats) and roll.seats is None:
        return "how many seats there are is not written"
    if not inside:
        return "nobody is in the body that decides"
    if clause.among is not None:
        inside = [row for row in inside if clause.among in row.groups]
        if not inside:
            return f"nobody who decides is in the group {clause.among}"
    if clause.spread is not None:
        attribute = clause.spread.attribute
        there = _by_class(inside, attribute)
        known = roll.classes.get(attribute, frozenset()) | there.keys()
        said = clause.spread.of if isinstance(clause.spread, Some) else None
        if not known:
            return f"no member that decides says its {singular(attribute)}"
        if said is not None and said.value != len(known):
            noun = singular(attribute) if len(known) == 1 else plural(singular(attribute))
            return f"the sentence says {said.value} and the members have {len(known)} {noun}"
        for value in sorted(known - there.keys()):
            return f"nobody who decides is in the {singular(attribute)} {value}"
    if isinstance(unit, Weighted):
        return f"no member that decides has any {unit.weight}"
    return "nobody is there to be counted"


def enough_classes(clause: Clause, roll: Electorate, less: int = 0) -> bool:
    """Whether a clause that asks for some classes can be judged by those in which somebody is.

    Args:
        clause: what is asked.
        roll: who is counted.
        less: how many of these classes are empty by then.
    """
    some, base = clause.spread, getattr(clause.measure, "base", None)
    if not isinstance(some, Some):
        return False
    everywhere = isinstance(base, Heads) and base.whom is Whom.COALITION
    others = isinstance(base, Heads) and base.whom is Whom.OTHERS
    inside = [
        row
        for row in roll.rows
        if (row.in_body or everywhere)
        and not (others and row.concerned)
        and (clause.among is None or clause.among in row.groups)
        and (not isinstance(base, Weighted) or row.weights.get(base.weight))
    ]
    there = _by_class(inside, some.attribute).keys()
    known = roll.classes.get(some.attribute, frozenset()) | there
    if some.of is not None and some.of.value != len(known):
        return False
    return len(there) - less >= some.number.value


def _by_class(rows: list[Row], attribute: str) -> dict[str, list[Row]]:
    classes: dict[str, list[Row]] = {}
    for row in rows:
        if value := row.classes.get(attribute):
            classes.setdefault(value, []).append(row)
    return classes


def without_anyone(clause: Clause, row: Row) -> str:
    """Where nobody is left without the only one that a clause counts: ``in the group founders``."""
    if clause.spread is not None:
        attribute = clause.spread.attribute
        return f"in the {singular(attribute)} {row.classes.get(attribute, '')}"
    if clause.among is not None:
        return f"in the group {clause.among}"
    base = getattr(clause.measure, "base", None)
    if isinstance(base, Weighted):
        return f"with any {base.weight}"
    return "in the body that decides"
