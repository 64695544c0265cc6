"""What stands in the file itself, whether or not it could be understood.

A key whose value could not be read has a finding of its own already: to say that it is missing as well
would be wrong. So what is asked for is looked up in the tree, not in the model. Nothing, an empty text and
blanks are never written.
"""

from __future__ import annotations

from coalcheck.engine.source.node import Document, Mapping, Node, Route, Scalar, Sequence, Span

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_OPEN = frozenset({"none", "no", "tbd", "tba", "tbc", "todo", "n/a", "na"})
_ANSWERS = frozenset({"none", "no", "n/a", "na"})
_TO_BE = frozenset({"agreed", "announced", "confirmed", "decided", "defined", "determined", "discussed"})


class Misread(Scalar, frozen=True):
    """Something that stands in the file and could not be understood: whatever is asked of it may be there."""


def node_at(document: Document, route: Route) -> Node | None:
    """The node at a place, or None where there is none."""
    return below(document.root, route)


def below(root: Node | None, route: Route) -> Node | None:
    """The node to which a route leads from another; None where it leads nowhere."""
    node = root
    for step in route:  # asked two hundred times of each charter, the commonest case first
        if isinstance(node, Mapping):
            entry = node.entries.get(step if isinstance(step, str) else str(step))
            if entry is None:
                return None
            node = entry.value
        elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
            node = node.items[step]
        else:
            return node if isinstance(node, Misread) else None
    return node


def is_written(document: Document, *route: str | int) -> bool:
    """Whether a key is there with something behind it, understood or not."""
    return says(below(document.root, route))


def says(node: Node | None) -> bool:
    """Whether something stands at a node, understood or not."""
    if node is None:  # half of what is asked for is not there at all
        return False
    if isinstance(node, Scalar):
        return not (node.text in _NULL if node.style == "plain" else not node.text.strip())
    if isinstance(node, Mapping):
        return any(says(entry.value) for entry in node.entries.values())
    return any(map(says, node.items))


def is_settled(document: Document, *route: str | int) -> bool:
    """Whether a key is written and says something: ``none``, ``TBD`` or ``to be agreed`` leave it open."""
    return settles(below(document.root, route))


def settles(node: Node | None) -> bool:
    """Whether something stands at a node that does not only leave it open."""
    if isinstance(node, Misread):  # its text may be a mark, for what was no text
        return True
    return says(node) and not (isinstance(node, Scalar) and leaves_open(node.text))


def leaves_open(text: str) -> bool:
    """Whether a text only says that nothing has been said yet."""
    words = text.strip(" .!?…-–—_()[]<>\t\n").lower().split()
    if words[:2] == ["to", "be"]:
        return len(words) == 3 and words[2] in _TO_BE
    return not words or (len(words) == 1 and words[0] in _OPEN)


def is_answered(document: Document, *route: str | int) -> bool:
    """Whether a key is written with more behind it than a note to decide it later, such as ``TBD``.

    That there is nothing is an answer where a cost, a reserve or a list of triggers is asked for.
    """
    node = below(document.root, route)
    if isinstance(node, Scalar) and not isinstance(node, Misread) and leaves_open(node.text):
        return node.text.strip(" .!").lower() in _ANSWERS
    return says(node)


def is_said(document: Document, block: str, *keys: str) -> bool:
    """Whether one of these keys of a block is answered, or the block holds prose in which it may be said."""
    if isinstance(node_at(document, (block,)), Scalar):
        return is_answered(document, block)
    return any(is_answered(document, block, key) for key in (*keys, "in_words"))


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
