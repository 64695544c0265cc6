"""Days, months and working days by the calendar, and the time that a moment on record stands for."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct

from coalcheck.engine.action.moment import Moment, UnknownZone, Year, zone_of
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Calendar

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

Zone: TypeAlias = "str | tzinfo | None"
"""A time zone, or the name that the charter gives it; None for UTC."""

_LAST_MINUTE: Final = time(23, 59, fold=1)
_LAST: Final = date.max.toordinal()


class WorkingDays(Struct, frozen=True):
    """Which days are working days.

    Attributes:
        weekdays: the days of the week that count, 0 for Monday.
        holidays: days that do not count, in order, each once, none of them on another day of the week.
    """

    weekdays: frozenset[int]
    holidays: tuple[date, ...]

    def between(self, first: date, after: date) -> int:
        """How many there are from ``first`` on and before ``after``; 0 where ``after`` is not later."""
        if after <= first:
            return 0
        weeks, rest = divmod((after - first).days, 7)
        begin = first.weekday()
        days = weeks * len(self.weekdays) + sum((begin + i) % 7 in self.weekdays for i in range(rest))
        return days - sum(first <= holiday < after for holiday in self.holidays)

    def after(self, day: date, number: int) -> date:
        """The working day that is so many later; the day itself for none, the last day there is at most."""
        while number > 0 and day < date.max:
            day += timedelta(days=1)
            number -= day.weekday() in self.weekdays and day not in self.holidays
        return day


def working_days(calendar: Calendar | None) -> WorkingDays | None:
    """The working days that a charter states; None where it does not say which days of the week they are."""
    if calendar is None or not calendar.working_days:
        return None
    weekdays = frozenset(WEEKDAYS.index(day) for day in calendar.working_days)
    return WorkingDays(
        weekdays, tuple(sorted({day for day in calendar.holidays if day.weekday() in weekdays}))
    )


def days_later(day: date, days: int) -> date:
    """The day so many days later; the last day there is at most, the first one at least."""
    number = day.toordinal() + days
    if 0 < number <= _LAST:
        return date.fromordinal(number)
    return date.max if days > 0 else date.min


def days_of(moment: Moment, zone: Zone) -> tuple[date, date]:
    """The first and the last day that a moment may mean; one day twice unless only the year is known.

    Raises:
        UnknownZone: it is an instant, and its day needs a time zone that is not known here.
    """
    if type(moment) is date:
        return moment, moment
    if isinstance(moment, datetime):
        day = moment.astimezone(_zone(zone)).date()
        return day, day
    if isinstance(moment, Year):
        return date(moment.number, 1, 1), date(moment.number, 12, 31)
    return moment, moment


def instants_of(moment: Moment, zone: Zone) -> tuple[datetime, datetime]:
    """The first and the last instant that a moment may mean, in UTC; of a day its first and last minute.

    Raises:
        UnknownZone: it is no instant, and where its days begin needs a time zone that is not known here.
    """
    if isinstance(moment, datetime):
        instant = moment.astimezone(UTC)
        return instant, instant
    first, last = days_of(moment, zone)
    if zone is None or zone is UTC:
        return datetime.combine(first, time.min, UTC), datetime.combine(last, _LAST_MINUTE, UTC)
    here = _zone(zone)
    # Where the clocks show midnight, or the last minute, twice, the day begins with the one and ends with
    # the other.
    begins = datetime.combine(first, time.min, here).astimezone(UTC)
    ends = datetime.combine(last, _LAST_MINUTE, here).astimezone(UTC)
    return begins, max(begins, ends)


def day_differs(moment: Moment, zone: Zone) -> bool:
    """Whether the day of an instant is another in the time zone than where it was written down."""
    return isinstance(moment, datetime) and moment.date() != moment.astimezone(_zone(zone)).date()


def moment_in_words(moment: Moment, zone: Zone, *, year: bool = True) -> str:
    """Write a moment as a letter would: ``11 April 2026``, ``11 April at 14:00``, ``1874``."""
    if type(moment) is date:
        return in_words(moment, year=year)
    if isinstance(moment, datetime):
        with suppress(UnknownZone):  # its own offset then says as much
            moment = moment.astimezone(_zone(zone))
        return f"{in_words(moment.date(), year=year)} at {moment:%H:%M}"
    return str(moment) if isinstance(moment, Year) else in_words(moment, year=year)


def same_year(one: Moment, two: Moment) -> bool:
    """Whether the year need not be said of the one where the other has been named with it."""
    if type(one) is type(two) is date:
        return one.year == two.year
    return _year(one) == _year(two)


def _year(moment: Moment) -> int:
    return moment.number if isinstance(moment, Year) else moment.year


def _zone(zone: Zone) -> tzinfo:
    return zone if isinstance(zone, tzinfo) else zone_of(zone)
