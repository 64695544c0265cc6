"""How long before, and how soon after: every period of a charter held against two moments on record.

``2 days``, ``2 clear days``, ``2 working days`` and ``48 hours`` are four things:

- a plain day: the day of sending counts, the day of the meeting does not (Robert's Rules of Order); or
  neither does, where the charter says ``counting: clear days``. Weeks, months and years are no days, and are
  counted in the first way whatever it says;
- clear days: neither counts;
- working days: as plain days, but only those of the charter's calendar; without one nothing is said;
- hours and minutes: as the time goes by, also where the clocks change. Of a bare date the first and the last
  minute are tried; where they do not agree, the hour is asked for.

Months keep the day of the month, clipped to its end. A time limit after a day runs to the end of its last
day, and the day from which it runs does not count.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from coalcheck.engine.action.moment import Moment, UnknownZone, Year
from coalcheck.engine.charter.quantity import Period
from coalcheck.engine.decide.calendar import (
    Zone,
    days_later,
    days_of,
    moment_in_words,
    same_year,
    working_days,
)
from coalcheck.engine.decide.days import days_before, in_days, last_day
from coalcheck.engine.decide.hours import (
    MINUTES,
    end_by_the_clock,
    hour_asked,
    hours_before,
    in_minutes,
    within_hours,
)
from coalcheck.engine.decide.told import (
    CALENDAR_ASKED,
    MONTHS,
    NO_CALENDAR,
    End,
    Terms,
    Told,
    agreed,
    day_asked,
    zone_asked,
)
from coalcheck.engine.facts.time import months_later
from coalcheck.engine.wording.day import in_words as day_in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Calendar, Counting

__all__ = [
    "End",
    "Terms",
    "Told",
    "by_deadline",
    "deadline_under",
    "end_of",
    "end_under",
    "enough_notice",
    "in_time",
    "last_day_to_send",
    "notice_under",
    "open_for",
]

_FURTHEST_BACK: Final = 400
"""After so many days without one early enough, the search for the last day of sending gives up."""


def enough_notice(  # noqa: PLR0913  (the charter's three answers on how it counts time)
    sent: Moment,
    held: Moment,
    period: Period,
    *,
    counting: Counting | None = None,
    calendar: Calendar | None = None,
    zone: Zone = None,
    verb: str = "sent",
) -> Told:
    """Whether at least a period lies between two moments, such as the notice and the meeting.

    Args:
        sent: when it began.
        held: when that was for which it was needed.
        period: how long it must be.
        counting: how the charter counts plain days, where it says so.
        calendar: the charter's calendar of working days.
        zone: the charter's time zone; UTC where it has none.
        verb: what was done first, for the sentence.
    """
    return notice_under(Terms(counting, working_days(calendar), zone), sent, held, period, verb=verb)


def by_deadline(  # noqa: PLR0913  (the charter's three answers on how it counts time)
    start: Moment,
    period: Period,
    at: Moment,
    *,
    counting: Counting | None = None,
    calendar: Calendar | None = None,
    zone: Zone = None,
) -> Told:
    """Whether something came within a period after something else; also where it came before.

    A day on which nothing has come yet may be asked for too: met then says that there is still time on it.
    """
    return deadline_under(Terms(counting, working_days(calendar), zone), start, period, at)


def end_of(
    start: Moment,
    period: Period,
    *,
    counting: Counting | None = None,
    calendar: Calendar | None = None,
    zone: Zone = None,
) -> End:
    """The last moment that is still within a period after something."""
    return end_under(Terms(counting, working_days(calendar), zone), start, period)


def notice_under(terms: Terms, sent: Moment, held: Moment, period: Period, *, verb: str = "sent") -> Told:
    """Whether at least a period lies between two moments, as a charter counts time (`enough_notice`)."""
    if period.manner == "working" and terms.calendar is None:
        return Told(None, NO_CALENDAR, asks=CALENDAR_ASKED)
    before = hours_before if period.unit in MINUTES else days_before
    try:
        return before(terms, sent, held, period, verb)
    except UnknownZone as unknown:
        said, asks = zone_asked(unknown)
        return Told(None, said, asks=asks)


def in_time(terms: Terms, start: Moment, period: Period, at: Moment) -> bool | None:
    """Whether something came within a period, without the reckoning in words; None where that is open.

    Raises:
        UnknownZone: a day needs the charter's time zone, and it is not known.
    """
    if period.manner == "working" and terms.calendar is None:
        return None
    if period.unit in MINUTES:
        return within_hours(terms, start, at, period)
    first, last = days_of(start, terms.zone)
    begins, ends = days_of(at, terms.zone)
    return agreed(ends <= last_day(terms, first, period), begins <= last_day(terms, last, period))


def deadline_under(terms: Terms, start: Moment, period: Period, at: Moment) -> Told:
    """Whether something came within a period, as a charter counts time (`by_deadline`)."""
    if period.manner == "working" and terms.calendar is None:
        return Told(None, NO_CALENDAR, asks=CALENDAR_ASKED)
    zone = terms.zone
    try:
        met = in_time(terms, start, period, at)
    except UnknownZone as unknown:
        said, asks = zone_asked(unknown)
        return Told(None, said, asks=asks)
    when = moment_in_words(at, zone, year=not same_year(at, start))
    end = end_under(terms, start, period)
    if met is None:
        return Told(None, f"{when}; {end.said}", asks=end.asks or hour_asked(start, at, zone))
    return Told(met, f"{when}; {end.said}")


def end_under(terms: Terms, start: Moment, period: Period) -> End:
    """The last moment that is still within a period, as a charter counts time (`end_of`)."""
    if period.manner == "working" and terms.calendar is None:
        return End(None, NO_CALENDAR, CALENDAR_ASKED)
    if isinstance(start, Year):
        return End(None, f"{period} from a day in {start}", day_asked(start))
    if period.unit in MINUTES:
        return end_by_the_clock(terms, start, period)
    try:
        last = last_day(terms, days_of(start, terms.zone)[0], period)
    except UnknownZone as unknown:
        return End(None, *zone_asked(unknown))
    return End(last, f"the time ran to {day_in_words(last, year=not same_year(start, last))}")


def open_for(terms: Terms, opened: Moment, closes: Moment, period: Period) -> bool | None:
    """Whether something was open for a period; a bare day on which it closes belongs to it to its end."""
    told = notice_under(terms, opened, closes, period)
    if told.met or period.unit in MINUTES or isinstance(closes, datetime | Year):
        return told.met
    return notice_under(terms, opened, days_later(closes, 1), period).met


def last_day_to_send(terms: Terms, held: Moment, period: Period) -> date | None:
    """The last day on which notice can be sent so that it is long enough at whatever hour.

    None where none is found, or where it cannot be said.
    """
    try:
        day = days_of(held, terms.zone)[0]
    except UnknownZone:
        return None
    if period.unit in MONTHS:
        # A month back from a clipped day may be some days early.
        day = days_later(months_later(day, -MONTHS[period.unit] * period.number), 4)
    elif period.unit in MINUTES:
        day = days_later(day, -(in_minutes(period) // (24 * 60)))
    elif period.manner != "working":
        day = days_later(day, -in_days(period))
    for _ in range(_FURTHEST_BACK):
        told = notice_under(terms, day, held, period)
        if told.met:
            return day
        if day == date.min or told.said == NO_CALENDAR:
            return None
        day -= timedelta(days=1)
    return None
