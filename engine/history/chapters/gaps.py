"""Gaps of the record itself: long times without an entry, and entries that go back to nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.facts.time import whole_days
from coalcheck.engine.history.telling import all_shown
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "record-gap": "There is a long time between two entries of which nothing is on record.",
    "refers-to-nothing": "An entry goes back to one that is not on record.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        gaps="How many such times there are.",
        gap_days="How many days the longest of them has.",
    ),
    **texts(
        gap_after="The day of the entry before the longest of them, in words.",
        gap_before="The day of the entry after it, in words.",
        refers_to="The id under which nothing is on record.",
    ),
}

_A_QUARTER: Final = 92
_CHECK_INS: Final = 3
"""A time is long when so many check-ins fit into it, and a quarter at the least."""


def matters(record: Record) -> Iterator[Matter]:
    """The longest gap, and one for each entry that goes back to nothing."""
    if record.charter.kind != "body":
        yield from _gap(record)
    yield from _references(record)


def _gap(record: Record) -> Iterator[Matter]:
    check_ins = record.charter.check_ins
    every = check_ins.every if check_ins is not None else None
    longest = max(_A_QUARTER, _CHECK_INS * whole_days(every)) if every is not None else _A_QUARTER
    dated = [each for each in record.entries if each.first is not None]
    gaps = [(days, one, two) for one, two in pairwise(dated) if (days := _days(one, two)) > longest]
    if not gaps:
        return
    days, one, two = max(gaps, key=lambda gap: gap[0])
    if one.last is not None and two.first is not None:
        values: dict[str, Value] = {
            "gaps": len(gaps),
            "gap_days": days,
            "gap_after": in_words(one.last),
            "gap_before": in_words(two.first),
        }
        yield Matter("record-gap", values, ("records",), None, all_shown((one, two)))


def _days(one: Entry, two: Entry) -> int:
    """Days between two entries that follow one another, none of which is known to be one of them."""
    if one.last is None or two.first is None:
        return 0
    return (two.first - one.last).days


def _references(record: Record) -> Iterator[Matter]:
    known = {each.action.id for each in (*record.entries, *record.ahead)}
    for entry in record.entries:
        for place, name in enumerate(entry.action.follows):
            if name not in known:
                route = ("follows", place)
                yield Matter("refers-to-nothing", {"refers_to": name}, route, entry.document)
