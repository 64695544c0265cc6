"""People who left and were not replaced, and members that came and had no time to grow together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.history.chains import chains
from coalcheck.engine.history.days import known_not, when
from coalcheck.engine.history.running import is_running
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "contact-gone": "A member's contact left, and no other has been named since.",
    "newcomer-alone": "A member came in, and no time was set apart for growing together since.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        contact_days="How many days ago the contact left.",
        joined_days="How many days ago the member came in.",
    ),
    **texts(
        contact_left="The day on which the contact left, in words.",
        joined_on="The day on which the member came in, in words.",
    ),
}


def matters(record: Record) -> Iterator[Matter]:
    """One for each contact and for each newcomer; nothing of what has ended."""
    if is_running(record):
        yield from _contacts(record)
        yield from _newcomers(record)


def _contacts(record: Record) -> Iterator[Matter]:
    """Contacts that left; one that is named replaces the first of its member that has not been replaced."""
    gone: dict[str, list[tuple[date, Entry]]] = {}
    for number, entry in enumerate(record.events("contact")):
        contact = entry.action.contact
        if contact is None or contact.post not in (None, "contact"):
            continue
        whose = contact.member or next((each for each in entry.action.follows if each in gone), None)
        key = whose or entry.action.id or f"#{number}"
        left = when(contact.left, entry)
        if left is not None and left < record.as_of:
            gone.setdefault(key, []).append((left, entry))
        named = contact.named if contact.named is not None else bool(contact.name)
        if named and gone.get(key):
            gone[key].pop(0)
    for left, entry in (each for several in gone.values() for each in several):
        values: dict[str, Value] = {
            "contact_days": (record.as_of - left).days,
            "contact_left": in_words(left),
        }
        yield Matter("contact-gone", values, ("contact",), entry.document)


def _newcomers(record: Record) -> Iterator[Matter]:
    sprints = (each.last for each in record.events("sprint") if each.last is not None)
    sprint = max(sprints, default=date.min)
    for chain in chains(record, "joining"):
        days = [each.last for each in chain if each.last is not None]
        told = [each.action.joining.integration for each in chain if each.action.joining is not None]
        if not days or any(each is not None and not known_not(each) for each in told):
            continue
        joined = days[0]
        if sprint >= joined:
            continue
        values: dict[str, Value] = {
            "joined_days": (record.as_of - joined).days,
            "joined_on": in_words(joined),
        }
        yield Matter("newcomer-alone", values, ("happened",), chain[0].document)
