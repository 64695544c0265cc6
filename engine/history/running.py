"""Whether a coalition is at work on the day from which its record is looked at, and since when it is kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coalcheck.engine.history.looking_back import end_of

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Record


def is_running(record: Record) -> bool:
    """Whether it has begun and not ended: what is asked of its daily life is asked only then."""
    charter = record.charter
    if charter.kind == "body" or charter.stage in ("exploring", "ended"):
        return False
    end = end_of(record)
    return end is None or record.as_of <= end


def kept_since(record: Record) -> date | None:
    """The day of the first entry; None where no entry has one. What was before that nobody can tell."""
    return record.entries[0].last if record.entries else None


def last_looked(record: Record) -> date | None:
    """The last day on which a review of any kind may have been held; None where none is on record."""
    return max((each.last for each in record.events("review") if each.last is not None), default=None)
