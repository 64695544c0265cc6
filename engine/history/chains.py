"""Entries that belong together: what happened, and what goes back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coalcheck.engine.action.happened import Happened
    from coalcheck.engine.history.record import Entry, Record


def chains(record: Record, name: Happened) -> list[list[Entry]]:
    """What happened of one kind, each with everything that goes back to it, in the order of the record.

    An entry goes back to others by ``follows``, directly or through one that does, or by having their id. Of
    several that it goes back to, the first counts. What stands before that to which it goes back begins anew.
    """
    if next(iter(record.events(name)), None) is None:
        return []
    begun: dict[str, list[Entry]] = {}
    found: list[list[Entry]] = []
    for entry in record.entries:
        action = entry.action
        own = () if action.id is None else (action.id,)
        chain = next((begun[each] for each in (*action.follows, *own) if each in begun), None)
        if chain is None:
            if action.happened != name:
                continue
            chain = []
            found.append(chain)
        chain.append(entry)
        if action.id is not None:
            begun.setdefault(action.id, chain)
    return found
