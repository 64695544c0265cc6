"""When something was: a whole day, an instant, or a year of which no more is known.

A day is a day in the charter's time zone. A time without an offset is read in that zone too; one that the
clocks skipped or had twice is refused, for it says no one instant. An instant shows the clocks of that zone,
whatever offset it was written with: its day is the charter's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Annotated, Any, Final, NamedTuple, TypeAlias

from pydantic_core import PydanticCustomError

from coalcheck.engine.action.reading import ReadIn
from coalcheck.engine.charter.quantity import day_of

A_MOMENT: Final = "a date such as 2026-04-03, or a time such as 2026-04-03T14:00+02:00"
ZONE: Final = "zone"
"""The key of a reading's context under which the charter's time zone stands."""

_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?"
    r" ?(Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?",
    re.ASCII,
)
_YEAR = re.compile(r"[12][0-9]{3}", re.ASCII)


class Year(NamedTuple):
    """A year of which neither month nor day is known, as old records have it."""

    number: int

    def __str__(self) -> str:
        return str(self.number)


Moment: TypeAlias = date | datetime | Year
"""A day, an instant with its offset, or a year. Ask for ``datetime`` first: it is a kind of ``date``."""


class UnknownZone(Exception):
    """The charter's time zone is none that this computer knows."""


def zone_of(name: str | None) -> tzinfo:
    """The time zone of this name, such as Europe/Madrid; UTC where the charter names none.

    Raises:
        UnknownZone: there is no such zone, or this computer has no list of them.
    """
    if name is None:
        return UTC
    from coalcheck.engine.charter.zone import zone_named

    zone = zone_named(name)
    if zone is None:
        raise UnknownZone(name)
    return zone


def moment_of(value: object, context: Mapping[str, Any]) -> Moment:
    """A moment of what YAML gave.

    Args:
        value: a text, or a whole number for a year.
        context: under ``zone`` a time zone, or the name of one that is not known; UTC where it has none.

    Raises:
        PydanticCustomError: it is none, or the clocks had that time not once.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    text = value if isinstance(value, str) else ""
    if _YEAR.fullmatch(text):
        return Year(int(text))
    day = day_of(text)
    if day is not None:
        return day
    written = _TIME.fullmatch(text)
    day = day_of(written[1]) if written else None
    if written is None or day is None:
        raise _unclear(value)
    hour, minute, second = int(written[2]), int(written[3]), int(written[4] or 0)
    time = datetime(day.year, day.month, day.day, hour, minute, second)
    zone = context.get(ZONE, UTC)
    if written[5]:
        instant = time.replace(tzinfo=_offset(written[5]))
        return instant if isinstance(zone, str) else _fixed(instant.astimezone(zone))
    return _fixed(_in_zone(time, zone))


MomentText: TypeAlias = Annotated[Moment, ReadIn(moment_of)]


def told_moment(moment: Moment) -> str:
    """As it is written in an action file."""
    return moment.isoformat() if isinstance(moment, date) else str(moment)


def _fixed(instant: datetime) -> datetime:
    """The same with the offset of that instant, so that the hours between two are those that passed.

    Python subtracts two times of one zone by their clocks, and would miss the hour that summer time takes.
    """
    ahead = instant.utcoffset() or timedelta()
    return instant.replace(tzinfo=timezone(ahead) if ahead else UTC, fold=0)


def _offset(text: str) -> tzinfo:
    if text == "Z":
        return UTC
    ahead = timedelta(hours=int(text[1:3]), minutes=int(text[4:6]))
    return timezone(-ahead if text[0] == "-" else ahead)


def _in_zone(time: datetime, zone: tzinfo | str) -> datetime:
    if isinstance(zone, str):
        raise _time_unclear(
            f"The charter's time zone, {zone}, is not known here, so write the time with its offset, "
            f"such as {_written(time)}+02:00."
        )
    first, second = (time.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    # Back from UTC the clock shows another time where it never showed this one.
    real = [
        each for each in (first, second) if each.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == time
    ]
    if not real:
        raise _time_unclear("The clocks went forward past this time: there was none that day.")
    if first.utcoffset() != second.utcoffset():
        one, other = (each.isoformat(timespec="minutes") for each in (first, second))
        raise _time_unclear(
            f"The clocks showed this time twice that day. Write {one} or {other}.", one, other
        )
    return first


def _written(time: datetime) -> str:
    return time.isoformat(timespec="minutes")


def _time_unclear(suggestion: str, one: str = "", other: str = "") -> PydanticCustomError:
    values = {"expected": A_MOMENT, "suggestion": suggestion, "repair": ""}
    return PydanticCustomError(
        "time-unclear", "not one instant", {**values, "reading_one": one, "reading_two": other}
    )


def _unclear(value: object) -> PydanticCustomError:
    from coalcheck.engine.charter.unclear import A_DATE, explain

    error = explain(value, "date")
    values = {name: str(text) for name, text in (error.context or {}).items()}
    values["suggestion"] = values["suggestion"].replace(A_DATE, A_MOMENT)
    return PydanticCustomError("date-unclear", "not clear", {**values, "expected": A_MOMENT})
