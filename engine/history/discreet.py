"""Entries that concern one member, in words that say what happened and not to whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from coalcheck.engine.facts.matter import Shown
from coalcheck.engine.history.telling import day_in_words

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry


def discreetly(entries: Iterable[Entry], what: str, *route: str | int) -> tuple[Shown, ...]:
    """Entries with their days and the same few words; their titles may name the member, and are left out.

    Args:
        entries: the entries.
        what: what each of them tells of, such as "a promised day was missed".
        route: the place to point at in each.
    """
    return tuple(Shown(each.document, route, _said(each, what)) for each in entries)


def _said(entry: Entry, what: str) -> str:
    day = day_in_words(entry)
    return f"{day}: {what}" if day else what
