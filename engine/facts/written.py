"""What stands in the file itself, whether or not it could be understood.

A key whose value could not be read has a finding of its own already: to say that it is missing as well
would be wrong. So what is asked for is looked up in the tree, not in the model.
"""

from __future__ import annotations

from coalcheck.engine.source.node import Document, Mapping, Node, Route, Scalar, Sequence, Span

_NULL = frozenset({"", "~", "null", "Null", "NULL"})


def node_at(document: Document, route: Route) -> Node | None:
    """The node at a place, or None where there is none."""
    node = document.root
    for step in route:
        if isinstance(node, Mapping):
            entry = node.entries.get(str(step))
            node = entry.value if entry is not None else None
        elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def is_written(document: Document, *route: str | int) -> bool:
    """Whether a key is there with something behind it, understood or not."""
    node = node_at(document, route)
    if isinstance(node, Scalar):
        return node.style != "plain" or node.text not in _NULL
    if isinstance(node, Mapping):
        return bool(node.entries)
    return node is not None and bool(node.items)


def is_said(document: Document, block: str, *keys: str) -> bool:
    """Whether one of these keys of a block is written, or the block holds prose in which it may be said."""
    if isinstance(node_at(document, (block,)), Scalar):
        return is_written(document, block)
    return any(is_written(document, block, key) for key in (*keys, "in_words"))


def count_words(node: Node | None) -> int:
    """How many words the texts of a part of the file have, keys left out."""
    if isinstance(node, Scalar):
        return len(node.text.split())
    if isinstance(node, Mapping):
        return sum(count_words(entry.value) for entry in node.entries.values())
    return sum(count_words(item) for item in node.items) if node is not None else 0


def member_rows(document: Document) -> dict[str, int]:
    """The position in the file of each member, by its id; the first where an id stands twice."""
    rows: dict[str, int] = {}
    members = node_at(document, ("members",))
    for index, item in enumerate(members.items if isinstance(members, Sequence) else ()):
        entry = item.entries.get("id") if isinstance(item, Mapping) else None
        if entry is not None and isinstance(entry.value, Scalar):
            rows.setdefault(entry.value.text, index)
    return rows


def words_span(document: Document, route: Route, start: int, end: int) -> Span | None:
    """The exact place of some words of a text; the whole text where it is folded or escaped.

    Args:
        document: the file.
        route: where the text is.
        start: place of the first character in the text, from 0.
        end: place after the last.
    """
    node = node_at(document, route)
    if not isinstance(node, Scalar):
        return None
    span = node.span
    if node.style == "block" or span.line != span.end_line:
        return span
    begin = span.column - 1 + (node.style == "quoted")
    line = document.lines[span.line - 1]
    if line[begin : begin + len(node.text)] != node.text:
        return span
    if start >= end:
        # Nothing is wrong with what is there, something is missing behind it.
        start, end = max(end - 1, 0), max(end, 1)
    return Span(span.line, begin + 1 + start, span.line, begin + 1 + end)
