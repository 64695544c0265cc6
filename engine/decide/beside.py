"""Decisions that would do as well as the one that an action names by its id: told, and not judged by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.decide.conditional import condition_told, same_body
from coalcheck.engine.decide.covering import covering_keys, in_force_of

if TYPE_CHECKING:
    from coalcheck.engine.decide.case import Case


def beside(case: Case, kind: str) -> tuple[str, ...]:
    """Decisions on the same by the same body that may be used, where a notice tells them from the one named.

    Args:
        case: the action.
        kind: the kind that it is of; empty where it is of all that the decision covers.
    """
    charter, named = case.charter, case.action.action
    decisions = charter.decisions
    if named not in decisions or all(each.applies_if is None for each in decisions.values()):
        return ()
    kinds = (kind,) if kind else decisions[named].covers
    alike = [
        key
        for key, decision in decisions.items()
        if key != named
        and (decision.applies_if is not None or decisions[named].applies_if is not None)
        and all(key in covering_keys(charter, each) for each in kinds)
        and same_body(case, (named, key))
    ]
    if not kinds or not alike:
        return ()
    in_force, unsure, _ = in_force_of(case, tuple(alike))
    if unsure:
        return ()
    conditions = {key: condition_told(case, decisions[key]) for key in in_force}
    return tuple(key for key, told in conditions.items() if told is None or told.met)
