"""A first review that was held long after its day: said while the term lasts, as what one learns from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.facts.time import months_later
from coalcheck.engine.history.due_once import due_once
from coalcheck.engine.history.running import is_running, kept_since
from coalcheck.engine.history.telling import day_in_words, shown
from coalcheck.engine.wording.day import in_words
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.history.record import Record

MATTERS: Final[Mapping[str, str]] = {
    "first-review-late": "The first review was held after its day.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(late_days="How many days after its day it was held."),
    **texts(
        late_by="The same in words: months where there are two or more of them, else days.",
        late_due="The day on which it was due, in words.",
        late_held="The day on which it was held, in words.",
    ),
}
_IN_MONTHS: Final = 2


def matters(record: Record) -> Iterator[Matter]:
    """One at most; nothing where the record begins after that day, for it may have been held before."""
    since = kept_since(record)
    if since is None or not is_running(record):
        return
    for due in due_once(record):
        held = due.done
        if due.what != "first-review" or held is None or held.first is None:
            continue
        if since <= due.deadline < held.first:
            values: dict[str, Value] = {
                "late_days": (held.first - due.deadline).days,
                "late_by": _length(due.deadline, held.first),
                "late_due": in_words(due.day),
                "late_held": day_in_words(held),
            }
            yield Matter("first-review-late", values, due.route, None, (shown(held),))


def _length(first: date, last: date) -> str:
    months = (last.year - first.year) * 12 + last.month - first.month
    months -= months_later(first, months) > last
    return counted(months, "month") if months >= _IN_MONTHS else counted((last - first).days, "day")
