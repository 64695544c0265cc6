"""Whether a period was kept, when one ends, and how a charter counts time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck.engine.action.moment import Moment, UnknownZone, Year
from coalcheck.engine.decide.calendar import WorkingDays, Zone

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Counting

CLEAR: Final = "clear days"
MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
"""How many months the units have that follow the calendar."""

NO_CALENDAR: Final = "the charter asks for working days and does not say which days are working days"
CALENDAR_ASKED: Final = (
    "Which days are working days? The charter can say it: calendar, with working_days and holidays."
)


class Told(Struct, frozen=True):
    """Whether a period was kept, and how that was reckoned.

    Attributes:
        met: None where what is on record, or the charter, does not tell.
        said: the reckoning in words: "sent 11 April, two clear days (12 and 13 April)".
        note: what holds only because the charter does not say otherwise, where that makes the difference.
        asks: what must be known for an answer, and from whom; empty where there is one.
        reading: how it comes out if days are counted in the other usual way, where that makes the difference
            and the charter does not say which is meant.
    """

    met: bool | None
    said: str
    note: str = ""
    asks: str = ""
    reading: str = ""


class End(Struct, frozen=True):
    """When a period ends.

    Attributes:
        last: the last day, or the instant, that still belongs to it; None where that cannot be said.
        said: the same in words, or why it cannot be said.
        asks: what must be known; empty where it is known.
    """

    last: Moment | None
    said: str
    asks: str = ""


class Terms(Struct, frozen=True):
    """How one charter counts time.

    Attributes:
        counting: how plain days are counted, where the charter says so; weeks and months it leaves alone.
        calendar: its working days.
        zone: the time zone in which a day is a day, or its name; None for UTC.
    """

    counting: Counting | None = None
    calendar: WorkingDays | None = None
    zone: Zone = None


def zone_asked(unknown: UnknownZone) -> tuple[str, str]:
    """What is said, and what is asked, where the charter's time zone is not known."""
    return (
        f"the charter's time zone, {unknown}, is not known here",
        f"What is the time zone? {unknown} is not known here; one such as Europe/Madrid is.",
    )


def day_asked(year: Year) -> str:
    """The question for the day of which only the year is on record."""
    return f"On which day of {year} was it? The minutes will say."


def agreed(*answers: bool) -> bool | None:
    """The answer on which all readings agree; None where they do not."""
    return answers[0] if len(set(answers)) == 1 else None
