"""When the time for ballots ends, and whether a ballot came after it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from coalcheck.engine.decide.calendar import instants_of, moment_in_words
from coalcheck.engine.decide.timing import deadline_under, end_under

if TYPE_CHECKING:
    from coalcheck.engine.action.moment import Moment
    from coalcheck.engine.decide.calendar import Zone
    from coalcheck.engine.decide.case import Case


class Closing(NamedTuple):
    """When the time for ballots ends.

    Attributes:
        is_late: whether a ballot came after it; None where the record does not tell.
        words: when that is.
    """

    is_late: Callable[[Moment], bool | None]
    words: str


def closing_of(case: Case) -> Closing | None:
    """When the time for ballots ends, by the record or else by the charter; None where neither says."""
    action, window, terms = case.action, case.decision.window, case.terms
    closes, opened = action.closes, action.opened
    if closes is not None:
        return Closing(lambda at: is_late(at, closes, terms.zone), moment_in_words(closes, terms.zone))
    if window is None or window.or_longer or opened is None:
        return None
    end = end_under(terms, opened, window)
    words = end.said if end.last is None else moment_in_words(end.last, terms.zone)

    def after(at: Moment) -> bool | None:
        in_time = deadline_under(terms, opened, window, at).met
        return None if in_time is None else not in_time

    return Closing(after, words)


def is_late(at: Moment, deadline: Moment, zone: Zone) -> bool | None:
    """Whether something came after a moment, whose last minute is still in time; None where that is open.

    Raises:
        UnknownZone: the day of one of them needs a time zone that is not known here.
    """
    if not isinstance(at, datetime) and not isinstance(deadline, datetime) and at == deadline:
        return False
    begins, ends = instants_of(at, zone)
    last = instants_of(deadline, zone)[1]
    if ends <= last:
        return False
    return True if begins > last else None
