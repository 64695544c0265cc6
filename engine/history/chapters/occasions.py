"""What gives the members a reason to look at where they stand, where they have not looked since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.facts.time import months_later
from coalcheck.engine.history.chains import chains
from coalcheck.engine.history.days import known_not
from coalcheck.engine.history.discreet import discreetly
from coalcheck.engine.history.running import is_running, last_looked
from coalcheck.engine.history.tenure import departures, is_member
from coalcheck.engine.mission.goal_day import goal_day
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Record

MATTERS: Final[Mapping[str, str]] = {
    "event-held": "The event that was the reason to meet is over, and nobody said what becomes of the goal.",
    "inducement-ended": "What a member was given for joining has ended, and no review was held since.",
    "trigger-unreviewed": "Something that brings a review forward is on record, and no review since.",
    "two-left": "Two members left within a year, and no review was held since.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        event_days="How many days ago the event was.",
        ended_days="How many days ago that ended which a member was given for joining.",
        trigger_days="How many days ago the reason for a review was put on record.",
        left_days="How many days ago the second of two members left.",
        left_in_all="How many members have left.",
    ),
    **texts(
        event="The event, in the charter's words, or as words for it.",
        event_on="The day of the event, in words.",
        given="What a member was given or promised for joining, in the charter's words, or as words for it.",
        given_until="The day on which that ended, in words.",
        trigger="What happened that brings a review forward, as the record has it.",
        trigger_on="The day on which it was put on record, in words.",
        first_left="The last day of the first of two members that left within a year, in words.",
        second_left="The last day of the second, in words.",
    ),
}

_A_YEAR: Final = 12


def matters(record: Record) -> Iterator[Matter]:
    """One for each occasion; nothing where nothing at all is on record, or the coalition has ended."""
    if not is_running(record) or not record.entries:
        return
    looked = last_looked(record) or date.min
    yield from _event(record, looked)
    yield from _inducements(record, looked)
    yield from _triggers(record, looked)
    yield from _departures(record, looked)


def _event(record: Record, looked: date) -> Iterator[Matter]:
    """The event, unless the goal has a day of its own, which is asked about by itself."""
    reason = record.charter.why_now
    day = reason.date if reason is not None else None
    if reason is None or day is None or day >= record.as_of or goal_day(record.charter) is not None:
        return
    decided = [each for each in record.acts_perhaps("renew", "dissolve") if each.carried]
    decided += record.events("goal")
    if looked >= day or any(each.last is not None and each.last >= day for each in decided):
        return
    values: dict[str, Value] = {
        "event_days": (record.as_of - day).days,
        "event": (reason.event or "the event").rstrip("."),
        "event_on": in_words(day),
    }
    yield Matter("event-held", values, ("why_now", "date"))


def _inducements(record: Record, looked: date) -> Iterator[Matter]:
    for i, member in enumerate(record.charter.members):
        if not is_member(member, record.as_of):
            continue
        for j, given in enumerate(member.inducements or ()):
            until = given.until
            if until is None or until >= record.as_of or looked >= until:
                continue
            values: dict[str, Value] = {
                "ended_days": (record.as_of - until).days,
                "given": (given.what or "what it was given").rstrip("."),
                "given_until": in_words(until),
            }
            yield Matter("inducement-ended", values, ("members", i, "inducements", j, "until"))


def _triggers(record: Record, looked: date) -> Iterator[Matter]:
    for chain in chains(record, "trigger"):
        first = chain[0]
        told = first.action.trigger
        talked = [each.action.trigger.talked for each in chain if each.action.trigger is not None]
        if first.last is None or any(each is not None and not known_not(each) for each in talked):
            continue
        if looked >= first.last:
            continue
        what = (told.what if told is not None else None) or first.called
        values: dict[str, Value] = {
            "trigger_days": (record.as_of - first.last).days,
            "trigger": what.rstrip("."),
            "trigger_on": in_words(first.last),
        }
        yield Matter("trigger-unreviewed", values, ("happened",), first.document)


def _departures(record: Record, looked: date) -> Iterator[Matter]:
    """The last two members that left within a year of one another."""
    left = departures(record)
    for one, two in reversed([*pairwise(left)]):
        if months_later(one.day, _A_YEAR) < two.day:
            continue
        if looked >= two.day:
            return
        values: dict[str, Value] = {
            "left_days": (record.as_of - two.day).days,
            "left_in_all": len(left),
            "first_left": in_words(one.day),
            "second_left": in_words(two.day),
        }
        entries = [each.entry for each in (one, two) if each.entry is not None]
        yield Matter("two-left", values, ("leaving",), None, discreetly(entries, "a member left", "happened"))
        return
