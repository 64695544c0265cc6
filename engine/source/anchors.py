"""What stands before a value: ``&name`` to use it again, and ``!tag``."""

from __future__ import annotations

import re
from typing import Final

from coalcheck.engine.source.node import Node, Route, Span

# An anchor and a tag, in any order, with the blanks, notes and line ends behind them.
_PROPERTIES: Final = r"(?:[!&][^\s,\[\]{}]*(?:[ \t]+|(?=[\n,\]}])|\Z)(?:(?:#[^\n]*)?\n\s*)*){1,2}"


class Anchor:
    """A name for a value, and what it stands for.

    Attributes:
        node: the value; None as long as it is still being read.
        size: how many nodes an alias stands for.
        height: how many levels it has below it.
        span: where the name stands.
        route: the way to the value.
        loses_text: True before an unquoted text, where ``&name`` may be part of a sentence.
        used: True once an alias asked for it.
    """

    def __init__(self, node: Node | None, size: int, span: Span, route: Route, *, loses_text: bool) -> None:
        self.node = node
        self.size = size
        self.height = 0
        self.span = span
        self.route = route
        self.loses_text = loses_text
        self.used = False


def behind_properties(text: str, index: int, line: int, column: int) -> tuple[int, int]:
    """The line and column of a value whose anchor or tag stands at ``index``, on ``line`` and ``column``."""
    written = re.compile(_PROPERTIES).match(text, index)
    if written is None:
        return line, column
    skipped = written.group()
    breaks = skipped.count("\n")
    return line + breaks, len(skipped) - skipped.rfind("\n") if breaks else column + len(skipped)


def tag_at(text: str, index: int) -> tuple[str, int]:
    """The tag as it is written, and how far behind ``index`` it stands."""
    written = re.compile(_PROPERTIES).match(text, index)
    found = re.search(r"(?<!\S)!\S*", written.group()) if written else None
    return (found.group(), found.start()) if found else ("!", 0)
