"""Which decision of the new charter is which of the old one: by its id, else by what it covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter


class Matched(Struct, frozen=True):
    """Decisions of two charters.

    Attributes:
        pairs: old and new ids, in the order of the new charter.
        added: ids that only the new one has.
        dropped: ids that only the old one has.
    """

    pairs: tuple[tuple[str, str], ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]


def matched(old: Charter, new: Charter) -> Matched:
    """Pair the decisions of two charters.

    One whose id is gone is the one that covers the most of what it covered, the larger part of both taken
    together first; what shares no kind with any is dropped or added.
    """
    pairs = {name: name for name in new.decisions if name in old.decisions}
    gone = [name for name in old.decisions if name not in pairs]
    fresh = [name for name in new.decisions if name not in pairs]
    likeness = []
    for before in gone:
        kinds = set(old.decisions[before].covers)
        for after in fresh:
            others = set(new.decisions[after].covers)
            shared = len(kinds & others)
            if shared:
                # By what is alike first; the names settle what is equally alike, so that order never does.
                likeness.append((-shared * 10_000 // len(kinds | others), before, after))
    for _, before, after in sorted(likeness):
        if before in gone and after in fresh:
            pairs[after] = before
            gone.remove(before)
            fresh.remove(after)
    return Matched(
        tuple((pairs[after], after) for after in new.decisions if after in pairs), tuple(fresh), tuple(gone)
    )
