"""Decisions that may be used only with a notice, and what stands beside them: one or the other is enough.

So Robert's Rules change bylaws: with previous notice by two thirds, *or* by most of the entire membership.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from coalcheck.engine.decide.case import Case, Point, against
from coalcheck.engine.decide.timing import notice_under
from coalcheck.engine.decide.told import Told
from coalcheck.engine.decide.verdict import Consulted

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Decision
    from coalcheck.engine.source.node import Route


def condition_told(case: Case, decision: Decision) -> Told | None:
    """Whether the notice was given without which the rule may not be used; None where there is no such."""
    condition = decision.applies_if
    if condition is None or condition.notice is None:
        return None
    notice = case.action.notice
    if notice is None and case.proposed:
        return Told(None, f"not sent yet; it can be used with a notice of {condition.notice}")
    if notice is None:
        said = f"no notice is on record; one of {condition.notice} is needed"
        return Told(None, said, asks="When was notice sent? The message will say.")
    return notice_under(case.terms, notice, case.opens, condition.notice)


def condition_point(key: str, told: Told | None) -> Point:
    """Whether the notice was given, as a clause."""
    told = told or Told(None, "")
    route: Route = ("decisions", key, "applies_if", "notice")
    clause = Consulted("authority", told.met, "", told.said, route, reading=told.reading)
    return Point(clause, told.asks if told.met is None else "", told.note)


def too_late(case: Case, key: str, told: Told | None) -> Point:
    """That it was not, where no other decision covers the same."""
    told = told or Told(met=False, said="")
    condition = case.charter.decisions[key].applies_if
    text = str(condition.notice) if condition is not None else ""
    clause = against(
        "authority",
        text,
        f"{key} may be used only with that notice: {told.said}",
        ("decisions", key, "applies_if", "notice"),
        cure="repeat",
        remedy=f"Send it again with a notice of {text}, and decide anew.",
    )
    return Point(clause)


def same_body(case: Case, keys: Iterable[str]) -> bool:
    """Whether decisions are taken by the same body, so that one vote can be held against each."""
    return len({case.charter.decisions[key].body for key in keys}) == 1


def or_else(case: Case, key: str, told: Told | None) -> str:
    """What is said of a further decision on the same: that it would do as well, or what it would need."""
    condition = case.charter.decisions[key].applies_if
    if condition is None or told is None:
        return f"; so does {key}, and either is enough"
    said = told.said
    if case.action.notice is None:
        said = "none has been sent yet" if case.proposed else "none is on record"
    return f"; so does {key} with a notice of {condition.notice}: {said}"
