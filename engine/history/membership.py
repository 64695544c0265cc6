"""Who came in after the start, by the charter and by the record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coalcheck.engine.history.tenure import member_id

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record


class Arrival(NamedTuple):
    """That a member came in.

    Attributes:
        day: its first day as a member.
        entry: the first entry that tells of it; None where only the charter does.
    """

    day: date
    entry: Entry | None


def arrivals(record: Record) -> list[Arrival]:
    """Every member that came in after the start, up to the day from which the record is looked at, by day.

    The charter's day stands before that of the record; of one that only the record names the record's does.
    """
    charter = record.charter
    starts = charter.term.starts if charter.term is not None else None
    told: dict[str, Arrival] = {}
    for number, entry in enumerate(record.events("joining")):
        who = entry.action.joining.who if entry.action.joining is not None else None
        if entry.last is not None:
            told.setdefault(member_id(charter, who) or who or f"#{number}", Arrival(entry.last, entry))
    found: list[Arrival] = []
    for member in charter.members:
        known = told.pop(member.id, None)
        begins = [stretch.from_ for stretch in member.in_ if stretch.from_ is not None]
        if begins and starts is not None and min(begins) > starts:
            found.append(Arrival(min(begins), known.entry if known is not None else None))
        elif known is not None:
            found.append(known)
    came = (each for each in (*found, *told.values()) if each.day <= record.as_of)
    return sorted(came, key=lambda each: each.day)
