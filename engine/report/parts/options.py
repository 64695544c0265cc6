"""How a report is to be shown."""

from __future__ import annotations

from typing import NamedTuple


class Options(NamedTuple):
    """What the caller may choose; a format ignores what has no meaning for it.

    Attributes:
        width: columns of the screen that may be filled.
        colour: whether ANSI colours may be used.
        show_all: every point, not only the first five of each file.
        verbose: also what could not be examined; in ``plain`` also why and what to write.
        names: also who was absent or late, which is only counted otherwise.
    """

    width: int = 100
    colour: bool = False
    show_all: bool = False
    verbose: bool = False
    names: bool = False
