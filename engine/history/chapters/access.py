"""Who could not see what the others saw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers
from coalcheck.engine.facts.time import months_later
from coalcheck.engine.history.discreet import discreetly

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "without-access": "A member could not see what the others saw, more than once within a year.",
}
PROPERTIES: Final[Mapping[str, Property]] = numbers(
    unseen_times="How often within the last year one member could not see something.",
)

_A_YEAR: Final = 12
_MORE_THAN_ONCE: Final = 2


def matters(record: Record) -> Iterator[Matter]:
    """One for each member concerned; which one it is stands in the entries alone."""
    since = months_later(record.as_of, -_A_YEAR)
    unseen: dict[str, list[Entry]] = {}
    for entry in record.entries:
        access = entry.action.access
        if access is None or entry.last is None or entry.last < since:
            continue
        for member in dict.fromkeys(access.not_seen_by):
            unseen.setdefault(member, []).append(entry)
    for entries in unseen.values():
        if len(entries) >= _MORE_THAN_ONCE:
            seen = discreetly(entries, "not seen by all", "access", "not_seen_by")
            values = {"unseen_times": len(entries)}
            yield Matter("without-access", values, ("access", "not_seen_by"), entries[-1].document, seen)
