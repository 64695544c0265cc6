"""Entries that concern one member, in words and at places that say what happened and not to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.matter import Shown
from coalcheck.engine.history.telling import day_in_words
from coalcheck.engine.source.node import Document, Mapping, Node, Route, Scalar, Sequence

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry

_OPEN: Final = frozenset({"leaving", "joining", "vetoes", "benefits"})
_NAMING: Final = r"(?<![\w-])(?:who|by|member|owner|proposed_by|not_seen_by|between) *:(?! *[0-9])"
"""Keys behind which stands whom something concerns, or who put it forward, and not a day."""
_HEADS: Final = ("happened", "action")
"""What stands at the head of every entry."""


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


def without_names(document: Document, route: Route) -> Route:
    """A place of an entry; but its head where the line would name who it was: pages are passed round.

    Who leaves or comes in, raised a veto or gains from it is no secret of the page.
    """
    if not route or route[0] in _OPEN:
        return route
    line = line_of(document, route)
    if line > len(document.lines) or not re.search(_NAMING, document.lines[line - 1]):
        return route
    keys = document.root.entries if isinstance(document.root, Mapping) else {}
    return next(((head,) for head in _HEADS if head in keys), route)


def line_of(document: Document, route: Route) -> int:
    """The line on which something stands; of what is not there, the line of what it would stand in."""
    node, line = document.root, 1
    for step in route:
        below = _below(node, step)
        if below is None:
            break
        node, line = below
    return line


def _below(node: Node | None, step: str | int) -> tuple[Node, int] | None:
    if isinstance(node, Mapping):
        entry = node.entries.get(str(step))
        return None if entry is None else (entry.value, entry.key.span.line)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        item = node.items[step]
        return item, item.span.line
    # The model reads one item as a list of one; the file has no place of its own for it.
    return (node, node.span.line) if isinstance(node, Scalar) and step == 0 else None
