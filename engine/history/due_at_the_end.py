"""What is due towards the end, and after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from coalcheck.engine.facts.next_step import BEFORE_THE_END
from coalcheck.engine.facts.term import days_of
from coalcheck.engine.facts.time import later, months_later
from coalcheck.engine.history.due_once import is_over
from coalcheck.engine.history.duty import Due
from coalcheck.engine.history.looking_back import end_of, first_from, renewals, reviews
from coalcheck.engine.history.record import Record
from coalcheck.engine.source.node import Route

_LOOKING_BACK: Final = timedelta(days=30)
"""So long before its end, a pilot may already be looked back on."""

_BEFORE_DECIDING: Final = 6
"""So many months before the end it may already be decided whether to go on."""


def due_at_the_end(record: Record) -> Iterator[Due]:
    """A decision on whether to go on, the end itself, and what is wound up after it."""
    charter, end = record.charter, end_of(record)
    starts = days_of(charter).starts
    if end is None:
        return
    route: Route = ("term", "ends")
    if charter.stage == "pilot":
        looked = [*reviews(record, "coalition"), *renewals(record), *record.acts_perhaps("dissolve", "amend")]
        done = first_from(looked, end - _LOOKING_BACK)
        said = "a decision on what comes after the pilot"
        yield Due("pilot-end", end, None, done, route, said)
        return
    if charter.stage != "ended":
        begin = max(each for each in (months_later(end, -_BEFORE_DECIDING), starts) if each is not None)
        decided = [each for each in record.acts_perhaps("dissolve") if each.carried]
        declared = [each for each in record.events("goal") if is_over(each)]
        done = first_from([*renewals(record), *decided, *declared], begin)
        said = "a decision on whether to end, to go on or to change"
        yield Due("decision-on-end", end - BEFORE_THE_END, end, done, route, said)
        yield Due("end", end, None, None, route, "the end of the term")
    within = charter.winding_up.finished_within if charter.winding_up is not None else None
    if within is not None and end < record.as_of:
        place: Route = ("winding_up", "finished_within")
        yield Due("winding-up", later(end, within), None, None, place, "the last of what is to be wound up")
