"""Lists and mappings whose end has not been read yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from coalcheck.engine.source.anchors import Anchor
from coalcheck.engine.source.node import Entry, Mapping, Node, Scalar, Sequence, Span


class Refusal(NamedTuple):
    """Why something could not be entered: the kind of problem, where, the key, and the line of the first."""

    kind: str
    span: Span
    key: str = ""
    first_line: str = ""


class Open:
    """A list or mapping whose end has not been read yet; ``entries`` is None for a list."""

    __slots__ = (
        *("anchor", "awaits_value", "bare", "column", "end", "entries", "flow"),
        *("height", "items", "key", "line", "merged", "size"),
    )

    def __init__(self, line: int, column: int, *, mapping: bool, flow: bool, anchor: Anchor | None) -> None:
        self.line = line
        self.column = column
        self.flow = flow
        self.anchor = anchor
        self.entries: dict[str, Entry] | None = {} if mapping else None
        self.items: list[Node] = []
        self.key: Scalar | None = None
        self.awaits_value = False
        self.merged: set[str] = set()
        self.bare: list[Scalar] = []
        self.end = (line, column)
        self.size = 1
        self.height = 0

    def enter(self, key: Scalar, value: Node) -> Iterator[Refusal]:
        """Enter ``key: value`` into a mapping: own goes before merged, the first before the second.

        Yields what could not be entered.
        """
        entries, text = self.entries, key.text
        if entries is None:
            return
        if text == "<<" and key.style == "plain":
            for source in value.items if isinstance(value, Sequence) else [value]:
                if not isinstance(source, Mapping):
                    # Only what refers to nothing keeps its star, and that has been said.
                    if not (
                        isinstance(source, Scalar) and source.text[:1] == "*" and source.style == "plain"
                    ):
                        yield Refusal("merge-without-keys", source.span)
                    continue
                for name, entry in source.entries.items():
                    if name not in entries:
                        entries[name] = entry
                        self.merged.add(name)
        elif text not in entries or text in self.merged:
            self.merged.discard(text)
            entries[text] = Entry(key, value)
        else:
            yield Refusal("duplicate-key", key.span, text, str(entries[text].key.span.line))
