"""Whether what was founded for a time has become permanent, and whether the agreement still lives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.facts.term import days_of
from coalcheck.engine.facts.time import months_later
from coalcheck.engine.history.looking_back import reviews
from coalcheck.engine.history.running import is_running, kept_since
from coalcheck.engine.history.telling import all_shown, shown
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "renewed-again": "It was renewed, and nothing was decided on becoming permanent.",
    "past-three-years": "It has lasted more than three years, and nothing was decided on becoming permanent.",
    "nothing-used": "Nothing was changed, settled or shared anew for a year and a half.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        renewals="How often it was renewed.",
        years_together="How many whole years it has lasted.",
        months_unused="How many whole months nothing was changed, settled or shared anew.",
    ),
    **texts(
        together_since="The first day of the term, in words.",
        last_used="When something was last changed, settled or shared anew, in words; absent if never.",
    ),
}

_PERMANENT: Final = ("permanen", "incorporat", "conver")
"""What is in the words by which a coalition names the kind of decision that ends its being for a time."""

_YEARS: Final = 3
_UNUSED_MONTHS: Final = 18


def matters(record: Record) -> Iterator[Matter]:
    """What the length of time shows; nothing of what has ended, or of which nothing is on record."""
    if not is_running(record) or not record.entries:
        return
    yield from _permanent(record)
    yield from _living(record)


def _permanent(record: Record) -> Iterator[Matter]:
    if any(each.carried and _is_on_permanence(each) for each in record.acts()):
        return
    renewed = [each for each in record.acts("renew") if each.carried]
    if renewed:
        # It stays one matter however long it lasts: what is counted is the same question.
        yield Matter("renewed-again", {"renewals": len(renewed)}, ("renewal",), None, all_shown(renewed))
    starts = days_of(record.charter).starts
    if starts is not None and months_later(starts, 12 * _YEARS) < record.as_of:
        years = _whole_months(starts, record.as_of) // 12
        values: dict[str, Value] = {"years_together": years, "together_since": in_words(starts)}
        yield Matter("past-three-years", values, ("term",), None, all_shown(renewed))


def _is_on_permanence(entry: Entry) -> bool:
    return any(word in kind for kind in entry.kinds for word in _PERMANENT)


def _living(record: Record) -> Iterator[Matter]:
    kept = kept_since(record)
    if kept is None:
        return
    used = [
        *(each for each in record.acts_perhaps("amend", "widen-scope") if each.carried),
        *record.events("conflict", "exercise", "credit"),
        *reviews(record, "value"),
    ]
    last = max((each for each in used if each.last is not None), key=_day, default=None)
    since = max(kept, _day(last)) if last is not None else kept
    if months_later(since, _UNUSED_MONTHS) >= record.as_of:
        return
    values: dict[str, Value] = {"months_unused": _whole_months(since, record.as_of)}
    if last is not None:
        values["last_used"] = in_words(_day(last))
    yield Matter("nothing-used", values, (), None, (shown(last),) if last is not None else ())


def _day(entry: Entry) -> date:
    return entry.last or date.min


def _whole_months(first: date, last: date) -> int:
    months = (last.year - first.year) * 12 + last.month - first.month
    return months if months_later(first, months) <= last else months - 1
