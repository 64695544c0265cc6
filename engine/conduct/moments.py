"""Days and deadlines around an act, in the charter's own way of counting time."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from coalcheck.engine.action.moment import Moment, UnknownZone
from coalcheck.engine.charter.quantity import Period
from coalcheck.engine.decide.calendar import days_of, working_days
from coalcheck.engine.decide.timing import deadline_under, end_under
from coalcheck.engine.decide.told import Terms

if TYPE_CHECKING:
    from coalcheck.engine.action.done import Done
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.conduct.act import Act


def terms_of(charter: Charter) -> Terms:
    """How the charter counts time."""
    return Terms(charter.counting, working_days(charter.calendar), charter.time_zone)


def days(charter: Charter, moment: Moment | None) -> tuple[date, date] | None:
    """The first and the last day that a moment may mean; None where that cannot be said."""
    if moment is None:
        return None
    try:
        return days_of(moment, charter.time_zone)
    except UnknownZone:
        return None


def is_after(charter: Charter, one: Moment | None, other: Moment | None) -> bool:
    """Whether one moment is certainly after another: of two days the later, of two instants too."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one > other
    here, there = days(charter, one), days(charter, other)
    return here is not None and there is not None and here[0] > there[1]


def day_of_done(done: Done | None) -> Moment | None:
    """When something was done; None where no day is on record for it."""
    return None if done is None or isinstance(done, bool) else done


def is_done(done: Done | None) -> bool:
    """Whether it is on record that something was done."""
    return done is not None and done is not False


def kept_within(act: Act, start: Moment, period: Period, done: Done | None) -> tuple[bool | None, str]:
    """Whether something came within a period after something else, and how that was reckoned.

    Nothing on record yet is no fault before the time has gone by on the day from which it is looked at.

    Args:
        act: gives the charter's way of counting, and the day from which it is looked at.
        start: from when the time runs.
        period: how long it is.
        done: when it came; True for a day that is not on record, False for that it never did.
    """
    terms = terms_of(act.charter)
    end = end_under(terms, start, period)
    at = day_of_done(done)
    if at is not None:
        told = deadline_under(terms, start, period, at)
        return told.met, told.said
    if done is True:
        return None, end.said
    over = deadline_under(terms, start, period, act.as_of).met is False
    return (False, end.said) if over or done is False else (None, end.said)
