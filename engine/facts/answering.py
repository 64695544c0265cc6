"""Deadlines held against the members that must answer: whether the slowest of them has the time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.facts.named import member_name
from coalcheck.engine.facts.time import minutes

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Decision


def too_short(charter: Charter, members: Iterable[str], given: int) -> dict[str, Value]:
    """Whether one of these members needs longer than so many minutes to decide, and which needs longest.

    A member whose delegate may answer alone needs no time.
    """
    values: dict[str, Value] = {"window_too_short": False}
    asked, slowest = set(members), given
    for member in charter.members:
        ways = member.how_we_work
        if member.id not in asked or ways is None or ways.decides_in is None or ways.delegate_alone:
            continue
        needed = minutes(ways.decides_in)
        if needed > slowest:
            slowest = needed
            values |= {
                "window_too_short": True,
                "slowest": member_name(member),
                "slowest_needs": str(ways.decides_in),
            }
    return values


def time_to_answer(charter: Charter, decision: Decision, members: Iterable[str]) -> dict[str, Value]:
    """Whether the slowest member that must answer has the time, all that runs before the vote closes."""
    applies = decision.applies_if.notice if decision.applies_if is not None else None
    notice = decision.notice or applies
    answering = max((minutes(each) for each in (decision.window, decision.answer_within) if each), default=0)
    before = sum(minutes(each) for each in (notice, decision.deliberation) if each)
    if not answering + before:
        return {}
    given = (decision.answer_within, decision.window, notice, decision.deliberation)
    values = too_short(charter, members, answering + before)
    values["window_words"] = next(str(each) for each in given if each)
    return values
