"""Days and hours around a period: a little shorter, just as long, a little longer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from coalcheck.engine.charter.quantity import Period

_DAYS: Final = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "quarter": (89, 92), "year": (365, 366)}
"""The fewest and the most days of a unit."""
_SECONDS: Final = {"minute": 60, "hour": 3600}
_MOST: Final = 40
_NOON: Final = time(12, tzinfo=UTC)


def spans(period: Period) -> Iterator[timedelta]:
    """Lengths around a period; of one in days the days next to it, of one in hours half hours too."""
    if period.unit in _SECONDS:
        unit = timedelta(seconds=_SECONDS[period.unit])
        yield from (unit * half / 2 for half in range(max(2 * period.number - 3, 0), 2 * period.number + 4))
        return
    fewest, most = (each * period.number for each in _DAYS[period.unit])
    if period.manner == "working":
        most = 2 * most + 4
    days = range(max(fewest - 2, 0), most + 4)
    # Of long periods the days at the two ends tell the most.
    every = days if len(days) <= _MOST else (*days[: _MOST // 2], *days[-_MOST // 2 :])
    yield from (timedelta(days=each) for each in every)


def moment(day: date, span: timedelta, *, by_the_clock: bool) -> str:
    """A day, or a time counted from its noon, so much later."""
    if not by_the_clock:
        return str(day + span)
    return (datetime.combine(day, _NOON) + span).isoformat(timespec="minutes")


def by_the_clock(period: Period) -> bool:
    """Whether a period is counted in hours or minutes."""
    return period.unit in _SECONDS
