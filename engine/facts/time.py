"""Days and months between the dates of a charter: exact, by the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from coalcheck.engine.charter.quantity import period_of

if TYPE_CHECKING:
    from coalcheck.engine.charter.quantity import Period


HOURS = {"hour": 1, "day": 24, "week": 7 * 24, "month": 30 * 24, "quarter": 91 * 24, "year": 365 * 24}


_SIGNS: Final = " .,;:()"
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def months_later(day: date, months: int) -> date:
    """The same day some months later, or earlier where negative, clipped to the end of a short month.

    It is the last day there is at most, and the first one at least.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    if year < date.min.year:
        return date.min
    leap = month == 1 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, month + 1, min(day.day, _LENGTHS[month] + leap))


def months_begun(first: date, after: date) -> int:
    """How many months from a day until ``after`` are needed, one begun counted whole; 0 where none is."""
    months = max((after.year - first.year) * 12 + after.month - first.month - 1, 0)
    while months_later(first, months) < after:
        months += 1
    return months


def later(day: date, period: Period) -> date:
    """The day on which a period has gone by; hours and minutes count as the days they reach into."""
    match period.unit:
        case "month" | "quarter" | "year":
            each = {"month": 1, "quarter": 3, "year": 12}[period.unit]
            return months_later(day, each * period.number)
        case _:
            days = -(-minutes(period) // (24 * 60))
            return date.max if days > (date.max - day).days else day + timedelta(days=days)


def minutes(period: Period) -> int:
    """A period in minutes; a month is counted as 30 days, a quarter as 91, a year as 365."""
    return period.number if period.unit == "minute" else period.number * 60 * HOURS[period.unit]


def whole_days(period: Period) -> int:
    """A period in days, what is begun counted whole; a month as 30, a quarter as 91, a year as 365."""
    return -(-minutes(period) // (24 * 60))


def whole_hours(period: Period) -> int:
    """A period in hours, what is begun counted whole."""
    return -(-minutes(period) // 60)


def period_in(text: str | None) -> Period | None:
    """The one length of time that a sentence names, such as ``within 7 days``; None for none or several."""
    words = [word.strip(_SIGNS) for word in (text or "").lower().split()]
    found: list[Period] = []
    here = 0
    while here < len(words):
        for length in (3, 2):
            period = period_of(" ".join(words[here : here + length]))
            if period is not None and len(words) - here >= length:
                found.append(period)
                here += length
                break
        else:
            here += 1
    return found[0] if len(set(found)) == 1 else None
