"""How much a file may hold before reading stops; far above any charter, far below any harm.

The limits are checked while the file is read, so that a file made to exhaust a
machine costs no more than the part of it that is inside the limits.
"""

from __future__ import annotations

from typing import Final

MOST_BYTES: Final = 5 * 1024 * 1024
"""Size of a file in bytes."""

MOST_DEPTH: Final = 100
"""Levels of lists and mappings inside one another, what aliases stand for included."""

MOST_NODES: Final = 100_000
"""Keys, values, lists and mappings; an alias counts as much as what it stands for."""

MOST_TEXT: Final = 100_000
"""Length of one text in characters."""

MOST_DIGITS: Final = 40
"""Digits of one number, written out; more is a slip of the keyboard, not an amount."""

MOST_LINES: Final = 100_000
"""Lines of a file."""

MOST_COLUMNS: Final = 5_000
"""Length of a line in which slips of the hand are looked for; nobody writes longer ones by hand."""

MOST_ALIKE: Final = 50
"""Problems of one kind that are told one by one; that there are more is told once."""

MOST_REPAIRS: Final = 40
"""Readings of one file, each of which repairs what the one before could not read."""

MOST_WORK: Final = 120_000
"""Parser events, and characters by the two hundred, after which no further reading is begun."""
