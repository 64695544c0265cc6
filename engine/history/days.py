"""The days of what is on record."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from coalcheck.engine.action.moment import Year

if TYPE_CHECKING:
    from coalcheck.engine.action.done import Done
    from coalcheck.engine.history.record import Entry


def when(done: Done | None, entry: Entry) -> date | None:
    """The day of something that an entry tells of; None where it was not, or no day is known.

    Args:
        done: when; or that it was, which is then the day of the entry. Of a year its last day.
        entry: the entry that tells of it.
    """
    if done is None or done is False:
        return None
    if done is True:
        return entry.last
    if isinstance(done, Year):
        return date(done.number, 12, 31)
    return done.date() if isinstance(done, datetime) else done


def known_not(done: Done | None) -> bool:
    """Whether it is on record that something was not."""
    return done is False
