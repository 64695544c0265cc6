"""From a symbolic place to line, column and ``path``: the only code that does this."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from coalcheck.engine.source.node import Document, Entry, Mapping, Node, Route, Scalar, Sequence, Span

_TOP = Span(1, 1, 1, 1)
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_NAMING = ("id", "name", "holders", "member", "body", "file", "over", "about", "what", "who")
"""Keys whose value says which item of a list is meant, in this order; other values may be edited any day."""


class Places:
    """Finds places in one file."""

    def __init__(self, document: Document) -> None:
        self._document = document
        # Looked up for many items of one list, so worked out for all of them at once.
        self._labelled: dict[int, list[str]] = {}

    @property
    def _root(self) -> Node | None:
        # Most entries of a record are never asked where something stands.
        return self._document.root

    def span(self, route: Route) -> Span:
        """Where a route leads: a value as a whole if it stands on one line, else its key or first entry.

        What is missing is found at the key of its parent; a missing top-level block at the ``name:`` key.
        """
        node, entry, found = self._root, None, 0
        for step in route:
            below = _step(node, step)
            if below is None:
                break
            if below[0] is not node:
                node, entry = below
            found += 1
        if node is None:
            return _TOP
        if found < len(route):
            return self._of_parent(node, entry) if found else self._name()
        return _shown(node, entry)

    def is_there(self, route: Route) -> bool:
        """Whether a route leads to something that is written."""
        node = self._root
        for step in route:
            below = _step(node, step)
            if below is None:
                return False
            node = below[0]
        if isinstance(node, Scalar):
            return not (node.text in _NULL if node.style == "plain" else not node.text.strip())
        return node is not None

    def _of_parent(self, node: Node, entry: Entry | None) -> Span:
        return entry.key.span if entry is not None else _first(node)

    def _name(self) -> Span:
        if not isinstance(self._root, Mapping) or not self._root.entries:
            return _TOP
        entry = self._root.entries.get("name") or next(iter(self._root.entries.values()))
        return entry.key.span

    def path(self, route: Route) -> str:
        """The logical place: keys joined by dots, list items by id, else by what makes them unique."""
        parts: list[str] = []
        node = self._root
        for step in route:
            if isinstance(step, int):
                parts.append(f"[{self._label(node, step)}]")
            else:
                parts.append(f".{step}" if parts else step)
            below = _step(node, step)
            node = below[0] if below is not None else None
        return "".join(parts)

    def _label(self, node: Node | None, place: int) -> str:
        if not isinstance(node, Sequence) or place >= len(node.items):
            return str(place)
        if id(node) not in self._labelled:
            self._labelled[id(node)] = _labels(node.items)
        return self._labelled[id(node)][place]


def _step(node: Node | None, step: str | int) -> tuple[Node, Entry | None] | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        entry = node.entries.get(step)
        return None if entry is None else (entry.value, entry)
    if isinstance(step, int) and isinstance(node, Sequence):
        return (node.items[step], None) if step < len(node.items) else None
    # The model reads a single item as a list of one; the file has no position for it.
    return (node, None) if step == 0 and node is not None else None


def _shown(node: Node, entry: Entry | None) -> Span:
    if isinstance(node, Scalar):
        empty = (node.span.line, node.span.column) == (node.span.end_line, node.span.end_column)
        return _key_of(entry, node) if empty else node.span
    in_one_line = node.flow and node.span.line == node.span.end_line
    return node.span if in_one_line else _key_of(entry, node)


def _key_of(entry: Entry | None, node: Node) -> Span:
    return entry.key.span if entry is not None else _first(node)


def _first(node: Node) -> Span:
    """The first line of a block: of a list item its id, or what it begins with."""
    if isinstance(node, Mapping) and node.entries:
        entry = node.entries.get("id") or next(iter(node.entries.values()))
        end = entry.value.span if isinstance(entry.value, Scalar) else entry.key.span
        if end.line == entry.key.span.line == end.end_line:
            return Span(entry.key.span.line, entry.key.span.column, end.end_line, end.end_column)
        return entry.key.span
    if isinstance(node, Sequence) and node.items:
        return _first(node.items[0])
    return node.span


def _labels(items: list[Node]) -> list[str]:
    """What to call the items of a list: by id, by a value that no other has, or by a hash of the content."""
    counts: Counter[str] = Counter()
    for item in items:
        counts.update({text for _, text in _texts(item)})
    return [
        next((text for _, text in _texts(item) if counts[text] == 1 and _plain(text)), None) or _digest(item)
        for item in items
    ]


def _texts(item: Node) -> list[tuple[str, str]]:
    """The values that an item could be called by; what names it first, what may be edited last."""
    if isinstance(item, Scalar):
        return [("", item.text)]
    if not isinstance(item, Mapping):
        return []
    texts = [(key, text) for key, entry in item.entries.items() if (text := _text_of(key, entry.value))]
    rank = {key: place for place, key in enumerate(_NAMING)}
    return sorted(texts, key=lambda text: rank.get(text[0], len(rank)))


def _text_of(key: str, node: Node) -> str:
    if isinstance(node, Scalar):
        return node.text
    if key in _NAMING and isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
        # Sorted: who is named first makes no other item of it.
        return "+".join(sorted(item.text for item in node.items if isinstance(item, Scalar)))
    return ""


def _plain(text: str) -> bool:
    return bool(text) and len(text) <= 60 and not set(text) & set("[].\n")


def _digest(node: Node) -> str:
    return "#" + sha256(_content(node).encode()).hexdigest()[:8]


def _content(node: Node) -> str:
    if isinstance(node, Scalar):
        return repr(node.text)
    if isinstance(node, Mapping):
        return "{" + ",".join(f"{key!r}:{_content(e.value)}" for key, e in node.entries.items()) + "}"
    return "[" + ",".join(map(_content, node.items)) + "]"
