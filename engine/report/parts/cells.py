"""How wide characters are on a screen.

The standard library's Unicode tables are enough for a caret and cost nothing at start-up; the fuller
tables of ``wcwidth`` (joined emoji) take 25 ms to import, a seventh of a whole run.
"""

from __future__ import annotations

from unicodedata import category, east_asian_width

_NO_ROOM = frozenset({"Mn", "Me", "Cf"})
_SOFT_HYPHEN = "\u00ad"


def cells(character: str) -> int:
    """Columns that one character takes: 0 for a combining mark, 2 for a wide one, else 1."""
    if character.isascii():
        return 1
    if category(character) in _NO_ROOM and character != _SOFT_HYPHEN:
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1


def width(text: str) -> int:
    """Columns that a text takes; a tab counts as one, so expand tabs before."""
    return len(text) if text.isascii() else sum(map(cells, text))
