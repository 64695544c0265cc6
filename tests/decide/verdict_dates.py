"""Dates and limits of the oracle of verdicts: of a day the first and the last minute are tried.

Written from the description alone, like `verdict_oracle`.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

Answer = bool | None
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def day(moment: Any) -> date:
    """The day of a moment as a charter or an action writes it."""
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment) if "T" in moment else date.fromisoformat(moment)
    if isinstance(moment, datetime):
        return (moment if moment.tzinfo is None else moment.astimezone(UTC)).date()
    assert isinstance(moment, date)
    return moment


def extent(moment: Any) -> tuple[datetime, datetime]:
    """The first and the last minute that it can have been."""
    if isinstance(moment, str) and "T" in moment:
        moment = datetime.fromisoformat(moment)
    if isinstance(moment, datetime):
        instant = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        return instant, instant
    whole = day(moment)
    return datetime.combine(whole, time(0, 0), UTC), datetime.combine(whole, time(23, 59), UTC)


def period(text: str) -> tuple[int, str]:
    """``2 clear days`` as 2 and *clear days*; the unit always in the plural."""
    number, unit = text.split(" ", 1)
    return int(number), unit if unit.endswith("s") else unit + "s"


def later(start: Any, text: str) -> date:
    """The last day of a period that starts on a day; months keep the day, clipped to their end."""
    number, unit = period(text)
    begun = day(start)
    if unit in {"days", "weeks"}:
        return begun + timedelta(days=number * (7 if unit == "weeks" else 1))
    assert unit in {"months", "years"}
    months = begun.year * 12 + begun.month - 1 + number * (12 if unit == "years" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(begun.day, monthrange(year, month + 1)[1]))


def long_enough(sent: Any, held: Any, text: str, charter: dict[str, Any] | None = None) -> Answer:
    """Was it sent so long before? Days, clear days, working days and hours are four things."""
    number, unit = period(text)
    first, last = day(sent), day(held)
    if unit == "hours":
        shortest = extent(held)[0] - extent(sent)[1]
        longest = extent(held)[1] - extent(sent)[0]
        needed = timedelta(hours=number)
        return True if shortest >= needed else False if longest < needed else None
    if unit == "days" and (charter or {}).get("counting") == "clear days":
        unit = "clear days"
    if unit == "days":
        return (last - first).days >= number
    if unit == "clear days":
        return (last - first).days - 1 >= number
    if unit == "working days":
        calendar = (charter or {}).get("calendar")
        return sum(_works(each, calendar) for each in _days(first, last)) >= number if calendar else None
    return last >= later(sent, text)


def soon_enough(begun: Any, done: Any, text: str) -> Answer:
    """Was it done within the period? The last day of it is included."""
    number, unit = period(text)
    if unit != "hours":
        return day(done) <= later(begun, text)
    longest = extent(done)[1] - extent(begun)[0]
    shortest = extent(done)[0] - extent(begun)[1]
    allowed = timedelta(hours=number)
    return True if longest <= allowed else False if shortest > allowed else None


def _days(first: date, end: date) -> Iterator[date]:
    """Every day from the first to the one before the end."""
    return (first + timedelta(days=number) for number in range(max((end - first).days, 0)))


def _works(when: date, calendar: dict[str, Any]) -> bool:
    return WEEKDAYS[when.weekday()] in calendar["working_days"] and when not in {
        day(holiday) for holiday in calendar.get("holidays", ())
    }
