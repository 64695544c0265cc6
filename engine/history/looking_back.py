"""When the members last looked at where they stand, and when the term ends by what they decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from coalcheck.engine.facts.term import days_of
from coalcheck.engine.history.kinds import changes_scope
from coalcheck.engine.history.record import Entry, Record

if TYPE_CHECKING:
    from coalcheck.engine.action.happenings.review import ReviewOf


def end_of(record: Record) -> date | None:
    """The last day of the term: the charter's, or a later one that was decided on record."""
    end = days_of(record.charter).ends
    if end is None:
        return None
    renewed = (each.action.until for each in record.acts_perhaps("renew") if each.carried)
    return max((end, *(day for day in renewed if day is not None)))


def reviews(record: Record, of: ReviewOf) -> Iterator[Entry]:
    """The reviews of a kind on record, in order; one that does not say is of the coalition."""
    for entry in record.events("review"):
        review = entry.action.review
        if ((review.of if review is not None else None) or "coalition") == of:
            yield entry


def renewals(record: Record) -> list[Entry]:
    """Whenever it was, or may have been, talked over or decided to go on: talks, and renewals carried."""
    found = [*reviews(record, "renewal"), *(each for each in record.acts_perhaps("renew") if each.carried)]
    return sorted(found, key=lambda each: each.last or date.max)


def widenings(record: Record) -> list[Entry]:
    """The decisions that were carried to widen the scope, in order.

    Of a decision that covers more than that, only what says that it changes what lies inside the scope.
    """
    return [
        each
        for each in record.acts_perhaps("widen-scope")
        if each.carried and (each.kinds == ("widen-scope",) or changes_scope(each.action))
    ]


def first_from(entries: Iterable[Entry], day: date | None) -> Entry | None:
    """The first of some entries that may have been on a day or later; one without a day comes last."""
    found = (each for each in entries if each.last is None or day is None or each.last >= day)
    return min(found, key=lambda each: each.last or date.max, default=None)


def latest(entries: Iterable[Entry]) -> Entry | None:
    """The last of some entries that have a day."""
    dated = [each for each in entries if each.last is not None]
    return max(dated, key=lambda each: each.last or date.min, default=None)


def day_of(entry: Entry | None) -> date | None:
    """Its day; None where there is none."""
    return entry.last if entry is not None else None
