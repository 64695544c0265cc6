"""Which decision covers which kind: none, one, or more than one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from coalcheck.engine.facts.kinds import needed

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Decision


def covering(charter: Charter) -> Mapping[str, tuple[str, ...]]:
    """The decisions that cover each kind, in the order of the file."""
    found: dict[str, tuple[str, ...]] = {}
    for key, decision in charter.decisions.items():
        for kind in dict.fromkeys(decision.covers):
            found[kind] = (*found.get(kind, ()), key)
    return found


def uncovered(charter: Charter) -> tuple[str, ...]:
    """The kinds that should have a rule and have none, lowest stakes first."""
    covered = set(covering(charter))
    if charter.scope is not None and charter.scope.widen in charter.decisions:
        covered.add("widen-scope")
    if charter.joining is not None and charter.joining.decision in charter.decisions:
        covered.add("admit")
    members = sum(member.count or 1 for member in charter.members)
    kinds = needed(kind=charter.kind or "", model=charter.model or "", members=members)
    return tuple(kind for kind in kinds if kind not in covered)


def clashes(charter: Charter, key: str) -> Mapping[str, tuple[str, ...]]:
    """For one decision the earlier ones that cover the same kind at the same time, with these kinds."""
    decision = charter.decisions[key]
    found: dict[str, tuple[str, ...]] = {}
    for other_key, other in charter.decisions.items():
        if other_key == key:
            break
        apart = {"spend"} if _shared_by_amount(charter, decision, other) else set()
        both = (kind for kind in dict.fromkeys(decision.covers) if kind in other.covers)
        kinds = tuple(kind for kind in both if kind not in apart)
        if kinds and decision.applies_if == other.applies_if and _overlap(decision, other):
            found[other_key] = kinds
    return found


def _shared_by_amount(charter: Charter, one: Decision, two: Decision) -> bool:
    """Whether a body with a limit on spending decides up to it, and another body above it."""
    bodies = [charter.bodies.get(each.body or "") for each in (one, two)]
    limits = [body.limits for body in bodies if body is not None and body.limits is not None]
    return one.body != two.body and any(limit.spend is not None for limit in limits)


def _overlap(one: Decision, two: Decision) -> bool:
    """Whether both are in force on some day; either end may be open."""
    first = max(_first(one), _first(two))
    last = min(_last(one), _last(two))
    return first <= last


def _first(decision: Decision) -> date:
    return (decision.valid.from_ if decision.valid else None) or date.min


def _last(decision: Decision) -> date:
    return (decision.valid.to if decision.valid else None) or date.max
