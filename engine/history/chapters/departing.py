"""How it went for those who left, and what was looked at again after members came or went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from coalcheck.engine.decide.calendar import working_days
from coalcheck.engine.decide.days import last_day
from coalcheck.engine.decide.told import Terms
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.named import listed
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.history.days import when
from coalcheck.engine.history.looking_back import latest, reviews
from coalcheck.engine.history.membership import Arrival, arrivals
from coalcheck.engine.history.telling import shown
from coalcheck.engine.history.tenure import Departure, departures
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "left-beyond-the-terms": "Whoever left was asked for more than the terms say, each of them.",
    "shares-not-looked-at": "Members came or went, and nobody has looked at shares since.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        left_so="How many left and were asked for more than the terms say.",
        members_changed="How many members came or went since shares were last looked at.",
        change_days="How many days ago the first of these changes was.",
    ),
    **texts(
        asked_beyond="What was asked of those who left beyond the terms, in words.",
        changed_on="The day of the first of these changes, in words.",
    ),
}
_SEVERAL: Final = 2
"""One hard departure is spoken of where it is told; several, and no other, are a door that does not open."""


def matters(record: Record) -> Iterator[Matter]:
    """What there is to say of departures and arrivals."""
    left = departures(record)
    yield from _beyond_the_terms(record, left)
    yield from _shares(record, left)


def _beyond_the_terms(record: Record, left: list[Departure]) -> Iterator[Matter]:
    entries = [each.entry for each in left if each.entry is not None and each.entry.action.leaving]
    asked = [_beyond(record, each) for each in entries]
    if len(entries) >= _SEVERAL and all(asked):
        what = listed(dict.fromkeys(each for one in asked for each in one))
        values: dict[str, Value] = {"left_so": len(entries), "asked_beyond": what}
        yield Matter("left-beyond-the-terms", values, ("exit",), None, tuple(map(shown, entries)))


def _beyond(record: Record, entry: Entry) -> list[str]:
    """What was asked of one who left that no terms ask for."""
    leaving, terms = entry.action.leaving, record.charter.exit
    if leaving is None or terms is None:
        return []
    found = []
    if leaving.consent_asked:
        found.append("the consent of the others")
    if leaving.pay_asked is not None and leaving.pay_asked.amount > 0 and terms.cost is None:
        found.append("money")
    told = when(leaving.notice, entry) if leaving.notice is not None else entry.last
    if leaving.stay_asked is not None and terms.notice is not None and told is not None:
        calendar = working_days(record.charter.calendar)
        counted = Terms(record.charter.counting, calendar, record.charter.time_zone)
        if leaving.stay_asked > last_day(counted, told, terms.notice):
            found.append("a longer stay")
    if leaving.reason_asked and terms.reason_needed is False:
        found.append("a reason")
    return found


def _shares(record: Record, left: list[Departure]) -> Iterator[Matter]:
    """Changes of membership since the last review of value, where the charter shares value at all."""
    value = record.charter.value
    if value is None or not (value.portfolios or value.rebalance_when or value.review):
        return
    looked: date | None = None
    if (review := latest(reviews(record, "value"))) is not None:
        looked = review.last
    changes: list[Arrival | Departure] = [*left, *arrivals(record)]
    changes.sort(key=lambda each: each.day)
    since = [each for each in changes if (looked is None or each.day > looked) and not _rebalanced(each)]
    if since:
        first = since[0].day
        values: dict[str, Value] = {
            "members_changed": len(since),
            "change_days": (record.as_of - first).days,
            "changed_on": in_words(first),
        }
        seen = tuple(shown(each.entry) for each in since if each.entry is not None)
        yield Matter("shares-not-looked-at", values, ("value",), None, seen)


def _rebalanced(change: Arrival | Departure) -> bool:
    joining = change.entry.action.joining if change.entry is not None else None
    return joining is not None and bool(joining.rebalancing)
