"""Who has left a post and was not replaced: the coordinator, and those who signed for a member."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.history.days import when
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "coordinator-gone": "The coordinator left, and nobody has been named since.",
    "signatory-gone": "Somebody who signed for a member left, and no other has been named since.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(gone_days="How many days ago the post was left."),
    **texts(gone_on="The day on which the post was left, in words."),
}
_POSTS: Final = {"coordinator": "coordinator-gone", "signatory": "signatory-gone"}


def matters(record: Record) -> Iterator[Matter]:
    """One for each post that is empty, with since when."""
    empty: dict[tuple[str, str | None], tuple[date, Entry]] = {}
    for entry in record.events("contact"):
        contact = entry.action.contact
        if contact is None or contact.post not in _POSTS:
            continue
        post = (contact.post, contact.member if contact.post == "signatory" else None)
        left = when(contact.left, entry)
        if left is not None and left <= record.as_of:
            empty[post] = (left, entry)
        if contact.named:
            empty.pop(post, None)
    for (name, _), (left, entry) in empty.items():
        values: dict[str, Value] = {"gone_days": (record.as_of - left).days, "gone_on": in_words(left)}
        yield Matter(_POSTS[name], values, ("contact", "left"), entry.document)
