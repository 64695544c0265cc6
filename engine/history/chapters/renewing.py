"""Going on: how long, how often, and with what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.chapters.renewing import renewed_by
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.facts.term import days_of
from coalcheck.engine.facts.time import months_begun, months_later
from coalcheck.engine.history.looking_back import day_of, end_of, latest, renewals, widenings
from coalcheck.engine.history.running import is_running
from coalcheck.engine.history.telling import all_shown
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "renewed-past-six-months": "A coalition was renewed, and lasts longer than six months in all.",
    "half-life": "For eighteen months or more nobody has decided to go on, and no day for that is set.",
    "wider-at-each-renewal": "At every renewal the scope was widened.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        lasts_months="How many months it lasts in all, or has lasted, one begun counted whole.",
        renewed="How often it was renewed.",
        months_since_decided="How many whole months ago it was last decided to go on, or it began.",
        carried_widenings="How many widenings were carried.",
    ),
    **texts(
        decided_on="The day on which it was last decided to go on, or it began, in words.",
        renew_by="The decision that covers going on, or the one best fitted to; else all members.",
    ),
}
SHORT_MONTHS: Final = 6
HALF_LIFE_MONTHS: Final = 18
_AROUND: Final = 3
"""A widening within so many months of a renewal belongs to it."""
_TWICE: Final = 2


def matters(record: Record) -> Iterator[Matter]:
    """What the record shows of going on."""
    if not is_running(record):
        return
    starts = days_of(record.charter).starts
    carried = [each for each in record.acts("renew") if each.carried and each.last is not None]
    if starts is not None and carried:
        yield from _longer(record, starts, carried)
    yield from _half_life(record, starts)
    yield from _wider(record, carried)


def _longer(record: Record, starts: date, carried: list[Entry]) -> Iterator[Matter]:
    end = end_of(record) or record.as_of
    if end >= months_later(starts, SHORT_MONTHS):
        values: dict[str, Value] = {"lasts_months": months_begun(starts, end), "renewed": len(carried)}
        yield Matter("renewed-past-six-months", values, ("term",), None, all_shown(carried))


def _half_life(record: Record, starts: date | None) -> Iterator[Matter]:
    """Only where the charter sets no day for it: where it does, that day is what is overdue."""
    renewal = record.charter.renewal
    if renewal is not None and (renewal.every or renewal.at_latest):
        return
    since = day_of(latest(renewals(record))) or starts
    if since is None or months_later(since, HALF_LIFE_MONTHS) > record.as_of:
        return
    months = months_begun(since, record.as_of)
    whole = months if months_later(since, months) <= record.as_of else months - 1
    values: dict[str, Value] = {
        "months_since_decided": whole,
        "decided_on": in_words(since),
        "renew_by": renewed_by(record.charter),
    }
    yield Matter("half-life", values, ("renewal",))


def _wider(record: Record, carried: list[Entry]) -> Iterator[Matter]:
    """Renewals that each had a widening with it: before it since the last one, or soon after."""
    widened = [each for each in widenings(record) if each.last is not None]
    if len(carried) < _TWICE:
        return
    for each in carried:
        day = each.last
        if day is None or not any(
            months_later(day, -_AROUND) <= (one.last or day) <= months_later(day, _AROUND) for one in widened
        ):
            return
    values: dict[str, Value] = {"renewed": len(carried), "carried_widenings": len(widened)}
    # One decision may have done both.
    both = {id(each): each for each in (*carried, *widened)}.values()
    seen = sorted(both, key=lambda each: each.last or record.as_of)
    yield Matter("wider-at-each-renewal", values, ("scope",), None, all_shown(seen))
