"""Entries of a record in words: the day, and what each is called; never who."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from coalcheck.engine.facts.matter import Shown
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry


def day_in_words(entry: Entry) -> str:
    """Its day, ``2 May 2026``; its year where no more is known; empty where nothing is."""
    if entry.first is None or entry.last is None:
        return ""
    return in_words(entry.first) if entry.first == entry.last else str(entry.first.year)


def told(entry: Entry) -> str:
    """Its day and what it is called: ``2 May 2026: Letter to the council``."""
    day = day_in_words(entry)
    return f"{day}: {entry.called}" if day else entry.called


def shown(entry: Entry, *route: str | int) -> Shown:
    """An entry as one from which something is seen, at a place of its file."""
    return Shown(entry.document, route, told(entry))


def all_shown(entries: Iterable[Entry], *route: str | int) -> tuple[Shown, ...]:
    """Several entries, each at the same place of its file."""
    return tuple(shown(each, *route) for each in entries)
