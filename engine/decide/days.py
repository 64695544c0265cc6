"""Periods of days, weeks, months and years: counted on the calendar, whatever the hour and the clocks."""

from __future__ import annotations

from datetime import date

from coalcheck.engine.action.moment import Moment, Year
from coalcheck.engine.charter.quantity import Period
from coalcheck.engine.decide.calendar import (
    day_differs,
    days_later,
    days_of,
    moment_in_words,
    same_year,
)
from coalcheck.engine.decide.told import CLEAR, MONTHS, Terms, Told, agreed, day_asked
from coalcheck.engine.facts.time import months_later
from coalcheck.engine.wording.day import in_words as day_in_words
from coalcheck.engine.wording.number import in_words as number_in_words

_AS_SENT = (
    "the day of sending counts, as the charter does not say otherwise; in clear days it would be too short"
)
_IN_UTC = "days are days in UTC, as the charter names no time zone"


def days_before(terms: Terms, sent: Moment, held: Moment, period: Period, verb: str) -> Told:
    """Whether so many days, weeks, months or years lie between two moments.

    Raises:
        UnknownZone: an instant's day needs the charter's time zone, and it is not known.
    """
    zone = terms.zone
    sent_first, sent_last = days_of(sent, zone)
    held_first, held_last = days_of(held, zone)
    plain = period.unit == "day" and period.manner is None
    clear = period.manner == "clear" or (plain and terms.counting == CLEAR)
    number = _between(terms, sent_first, held_first, period, clear=clear)
    met: bool | None = _enough(number, sent_first, held_first, period, clear=clear)
    said = f"{verb} {moment_in_words(sent, zone, year=not same_year(sent, held))}"
    if isinstance(sent, Year) or isinstance(held, Year):
        worst = _between(terms, sent_last, held_first, period, clear=clear)
        best = _between(terms, sent_first, held_last, period, clear=clear)
        met = agreed(
            _enough(worst, sent_last, held_first, period, clear=clear),
            _enough(best, sent_first, held_last, period, clear=clear),
        )
        said += f", for {moment_in_words(held, zone)}"
        if met is None:
            year = sent if isinstance(sent, Year) else held
            asks = day_asked(year) if isinstance(year, Year) else ""
            return Told(None, f"{said}; only the year is known", asks=asks)
        return Told(met, f"{said}: {'at least' if met else 'less than'} {period} whatever the day")
    note = reading = ""
    if met and plain and terms.counting is None:
        other = _between(terms, sent_first, held_first, period, clear=True)
        if not _enough(other, sent_first, held_first, period, clear=True):
            note = _AS_SENT
            reading = _in_days(other, sent_first, held_first, period, clear=True)
    if zone is None and (day_differs(sent, zone) or day_differs(held, zone)):
        note = f"{note}; {_IN_UTC}" if note else _IN_UTC
    if sent_first > held_first:
        return Told(met, f"{said}, after {day_in_words(held_first)}", note, reading=reading)
    how = _by_the_month if period.unit in MONTHS else _in_days
    told = f"{said}, {how(number, sent_first, held_first, period, clear=clear)}"
    return Told(met, told, note, reading=reading)


def last_day(terms: Terms, start: date, period: Period) -> date:
    """The last day within a period after a day, which itself does not count."""
    if period.unit in MONTHS:
        return months_later(start, MONTHS[period.unit] * period.number)
    if period.manner == "working" and terms.calendar is not None:
        return terms.calendar.after(start, period.number)
    return days_later(start, in_days(period))


def in_days(period: Period) -> int:
    """How many days a period of days or weeks has."""
    return period.number * (7 if period.unit == "week" else 1)


def _between(terms: Terms, sent: date, held: date, period: Period, *, clear: bool) -> int:
    """How many days there are; the day of sending among them unless they are to be clear."""
    if period.manner == "working" and terms.calendar is not None:
        return terms.calendar.between(days_later(sent, 1) if clear else sent, held)
    number = (held - sent).days - clear
    return max(number, 0)


def _enough(number: int, sent: date, held: date, period: Period, *, clear: bool) -> bool:
    if sent > held:
        return False
    if period.unit in MONTHS:
        end = months_later(sent, MONTHS[period.unit] * period.number)
        return end < held if clear else end <= held
    return number >= in_days(period)


def _by_the_month(number: int, sent: date, held: date, period: Period, *, clear: bool) -> str:
    del number
    end = months_later(sent, MONTHS[period.unit] * period.number)
    besides = "with neither day counted, " if clear else ""
    kept = end < held if clear else end <= held
    when = day_in_words(end, year=end.year != held.year)
    verdict = "in time" if kept else "too late"
    return f"and {period} from then is {when}: {besides}{verdict} for {day_in_words(held)}"


def _in_days(number: int, sent: date, held: date, period: Period, *, clear: bool) -> str:
    """How many days that is, and which."""
    noun = "day" if number == 1 else "days"
    if period.manner == "working":
        noun = f"clear working {noun}" if clear else f"working {noun}"
        which = ""
    else:
        noun = f"clear {noun}" if clear else noun
        which = (
            f" ({_from_to(days_later(sent, 1) if clear else sent, days_later(held, -1))})" if number else ""
        )
    said = f"{number_in_words(number) if number else 'no'} {noun}{which}"
    needed = in_days(period)
    if number >= needed:
        return said
    return f"{said}; {number_in_words(needed)} {'was' if needed == 1 else 'were'} needed"


def _from_to(first: date, last: date) -> str:
    if first == last:
        return day_in_words(last, year=False)
    joined = "and" if (last - first).days == 1 else "to"
    year = first.year != last.year
    if first.month == last.month and not year:
        return f"{first.day} {joined} {day_in_words(last, year=False)}"
    return f"{day_in_words(first, year=year)} {joined} {day_in_words(last, year=year)}"
