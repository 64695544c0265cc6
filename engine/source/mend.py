"""What a finding offers to do to its file, and whether anybody must be asked before it is done."""

from __future__ import annotations

from msgspec import Struct

from coalcheck.engine.source.node import Edit, Route


class Mend(Struct, frozen=True):
    """Edits of lines, or keys that are added to a part of the file.

    Attributes:
        safe: True where what the author meant is certain, so that nobody needs to be asked.
        edits: what changes, in the columns of the file.
        into: the way to the mapping that gets new keys; only where there are no edits.
        adds: these keys with what stands behind them, as YAML at the left edge.
    """

    safe: bool
    edits: tuple[Edit, ...] = ()
    into: Route = ()
    adds: str = ""
