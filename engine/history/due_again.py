"""What comes back: when the next time is due, counted from the last one on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from coalcheck.engine.facts.term import days_of
from coalcheck.engine.facts.time import later
from coalcheck.engine.history.duty import Due
from coalcheck.engine.history.looking_back import day_of, latest, renewals, reviews
from coalcheck.engine.history.record import Entry, Record
from coalcheck.engine.source.node import Route

if TYPE_CHECKING:
    from coalcheck.engine.charter.quantity import Period


def due_again(record: Record) -> Iterator[Due]:
    """The next renewal, review of value, exercise and check-in, as far as the charter has them."""
    charter = record.charter
    yield from _renewal(record)
    review = charter.value.review if charter.value is not None else None
    if review is not None:
        last = latest(reviews(record, "value"))
        for day, key in _next(record, last, review.first, review.every):
            route: Route = ("value", "review", key)
            yield Due("value-review", day, None, None, route, "the review of who gains what", last)
    exercise = charter.conflict.exercise if charter.conflict is not None else None
    if exercise is not None:
        last = latest(record.events("exercise"))
        for day, key in _next(record, last, exercise.first, exercise.every):
            route = ("conflict", "exercise", key)
            yield Due("exercise", day, None, None, route, "the exercise for a conflict", last)
    every = charter.check_ins.every if charter.check_ins is not None else None
    last = latest(each for each in record.events("meeting") if is_for_all(each))
    since = day_of(last)
    if every is not None and since is not None:
        # That one falls out happens; when the next one falls out as well, it is no longer regular.
        day = later(since, every)
        yield Due("check-in", day, later(day, every), None, ("check_ins", "every"), "the check-in", last)


def is_for_all(entry: Entry) -> bool:
    """Whether a meeting was one of all members, or of those who decide."""
    meeting = entry.action.meeting
    return meeting is None or meeting.kind not in ("group", "informal")


def _renewal(record: Record) -> Iterator[Due]:
    renewal = record.charter.renewal
    if renewal is None:
        return
    last = latest(renewals(record))
    base = day_of(last) or days_of(record.charter).starts
    if base is None:
        return
    said = "the talk on whether to go on"
    at_latest = later(base, renewal.at_latest) if renewal.at_latest is not None else None
    if renewal.every is not None:
        day = later(base, renewal.every)
        until = max(day, at_latest) if at_latest is not None else None
        yield Due("renewal", day, until, None, ("renewal", "every"), said, last)
    elif at_latest is not None:
        yield Due("renewal", at_latest, None, None, ("renewal", "at_latest"), said, last)


def _next(
    record: Record, last: Entry | None, first: date | None, every: Period | None
) -> Iterator[tuple[date, str]]:
    """The next day of something that comes back, and the key that says so; none where none does."""
    since = day_of(last)
    if since is None and first is not None:
        yield first, "first"
        return
    base = since or days_of(record.charter).starts
    if every is not None and base is not None:
        yield later(base, every), "every"
