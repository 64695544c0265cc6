"""Periods of hours and minutes: as the time goes by, also where the clocks change.

A bare date is tried with its first and its last minute; where they do not agree, the hour is asked for.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

from coalcheck.engine.action.moment import Moment, Year
from coalcheck.engine.charter.quantity import Period
from coalcheck.engine.decide.calendar import Zone, instants_of, moment_in_words, same_year
from coalcheck.engine.decide.told import End, Terms, Told, agreed, day_asked

MINUTES: Final = {"minute": 1, "hour": 60}
"""How many minutes the units have that go by the clock."""

_MINUTE: Final = 60_000_000
"""In microseconds, so that a second too late is too late."""

_DAY: Final = 24 * 60 * _MINUTE

_MICROSECOND: Final = timedelta(microseconds=1)


def hours_before(terms: Terms, sent: Moment, held: Moment, period: Period, verb: str) -> Told:
    """Whether so many hours or minutes lie between two moments.

    Raises:
        UnknownZone: the day of a date needs the charter's time zone, and it is not known.
    """
    zone = terms.zone
    first, last = instants_of(sent, zone)
    begins, ends = instants_of(held, zone)
    needed = in_minutes(period) * _MINUTE
    met = agreed(_elapsed(last, begins) >= needed, _elapsed(first, ends) >= needed)
    said = f"{verb} {moment_in_words(sent, zone, year=not same_year(sent, held))}"
    until = moment_in_words(held, zone)
    if first > ends:
        return Told(met, f"{said}, after {until}")
    if isinstance(sent, datetime) and isinstance(held, datetime):
        return Told(met, f"{said}, {_in_words(_elapsed(first, begins) // _MINUTE)} before {until}")
    if met is None:
        asks = hour_asked(sent, held, zone)
        return Told(None, f"{said}, for {until}: whether that is {period} depends on the hour", asks=asks)
    least = "at least" if met else "less than"
    return Told(met, f"{said}, {least} {period} before {until} at whatever hour")


def within_hours(terms: Terms, start: Moment, at: Moment, period: Period) -> bool | None:
    """Whether something came within so many hours or minutes; None where the hour decides.

    Raises:
        UnknownZone: the day of a date needs the charter's time zone, and it is not known.
    """
    allowed = in_minutes(period) * _MINUTE
    if terms.zone is None and type(start) is type(at) is date:
        # The last minute of a day in UTC begins so much after its first.
        passed, spread = (at - start).days * _DAY, _DAY - _MINUTE
        return True if passed + spread <= allowed else None if passed - spread <= allowed else False
    first, last = instants_of(start, terms.zone)
    begins, ends = instants_of(at, terms.zone)
    return agreed(_elapsed(first, ends) <= allowed, _elapsed(last, begins) <= allowed)


def end_by_the_clock(terms: Terms, start: Moment, period: Period) -> End:
    """The instant at which so many hours or minutes are over."""
    if not isinstance(start, datetime):
        since = moment_in_words(start, terms.zone)
        return End(None, f"{period} from {since}, by the hour", hour_asked(start, start, terms.zone))
    # A day is left for a time zone that is ahead.
    most = _elapsed(start.astimezone(UTC), datetime.max.replace(tzinfo=UTC)) // _MINUTE - 24 * 60
    over = start.astimezone(UTC) + timedelta(minutes=min(in_minutes(period), most))
    last = over.astimezone(start.tzinfo)
    return End(last, f"the time ran to {moment_in_words(last, terms.zone, year=not same_year(start, last))}")


def in_minutes(period: Period) -> int:
    """How many minutes a period of hours or minutes has."""
    return period.number * MINUTES[period.unit]


def hour_asked(one: Moment, two: Moment, zone: Zone) -> str:
    """The question for the hours that are not on record, or for the day where not even that is."""
    year = next((each for each in (one, two) if isinstance(each, Year)), None)
    if year is not None:
        return day_asked(year)
    days = dict.fromkeys(moment_in_words(each, zone) for each in (one, two) if not isinstance(each, datetime))
    return f"At what hour was it, on {' and on '.join(days)}? The message or the minutes will say."


def _elapsed(start: datetime, end: datetime) -> int:
    """Microseconds from one instant to another, both in UTC."""
    return (end - start) // _MICROSECOND


def _in_words(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} {'hour' if hours == 1 else 'hours'}"] if hours or not rest else []
    if rest:
        parts.append(f"{rest} {'minute' if rest == 1 else 'minutes'}")
    return " and ".join(parts)
