"""Where new keys go in a file, and how they are written there: in the style of what stands, and marked."""

from __future__ import annotations

from typing import Final

from coalcheck.engine.charter.charter import Charter
from coalcheck.engine.charter.shape import keys_of
from coalcheck.engine.facts.pasting import flow
from coalcheck.engine.facts.written import below
from coalcheck.engine.fixing.lines import Insertion, Lines
from coalcheck.engine.source.mend import Mend
from coalcheck.engine.source.node import Edit, Entry, Mapping, Node, Scalar
from coalcheck.engine.source.read import read

MARK: Final = "# To settle: suggested by coalcheck; agree on it, or write your own"
"""Stands above every suggestion, with the code of its point behind it."""


def put(lines: Lines, root: Node | None, mend: Mend, code: str) -> Lines | None:
    """The file with new keys in one of its parts; None where there is no such part to add to.

    Args:
        lines: the file.
        root: its tree.
        mend: the keys, and the part.
        code: of the point that they settle, for the mark above them.
    """
    node = below(root, mend.into)
    if not isinstance(node, Mapping) or not node.entries:
        return None
    mark = f"{MARK} ({code})"
    if node.flow:
        return _beside(lines, node, mend.adds, mark)
    if mend.into:
        return _below(lines, node, list(node.entries.values())[-1], mend.adds, mark)
    return _in_order(lines, node, mend.adds, mark)


def _beside(lines: Lines, node: Mapping, adds: str, mark: str) -> Lines | None:
    """Inside braces: behind the last value, with the mark on a line of its own above."""
    new = read(adds, "").root
    last = list(node.entries.values())[-1].value
    if not isinstance(new, Mapping) or (isinstance(last, Scalar) and not last.text):
        return None
    _, _, line, column = last.span
    words = "".join(f", {flow(each.key)}: {flow(each.value)}" for each in new.entries.values())
    first = lines.texts[node.span.line - 1]
    above = Insertion(node.span.line - 1, (_margin(first) + mark,))
    return lines.with_edits([Edit(line, column, column, words)]).with_insertions([above])


def _below(lines: Lines, node: Mapping, after: Entry, adds: str, mark: str) -> Lines:
    """Outside braces: on lines of their own behind an entry, as far from the edge as its key."""
    indent = " " * (next(iter(node.entries.values())).key.span.column - 1)
    new = tuple(f"{indent}{line}".rstrip() for line in (mark, *adds.rstrip("\n").split("\n")))
    return lines.with_insertions([Insertion(_end(lines, after, len(indent)), new)])


def _in_order(lines: Lines, root: Mapping, adds: str, mark: str) -> Lines:
    """On the first level: behind the key that comes before in the order in which charters are written."""
    order = {key: n for n, key in enumerate(keys_of(Charter))}
    place = order.get(adds.partition(":")[0], len(order))
    entries = list(root.entries.values())
    before = [each for each in entries if order.get(each.key.text, len(order)) < place] or entries[-1:]
    after = max(before, key=lambda each: order.get(each.key.text, len(order)))
    indent = " " * (entries[0].key.span.column - 1)
    new = [f"{indent}{line}".rstrip() for line in (mark, *adds.rstrip("\n").split("\n"))]
    # A note at the edge of the file belongs to what comes below it.
    behind = _end(lines, after, len(indent) + 1)
    if any(_stands_apart(lines, each) for each in entries[1:]) and (
        len(new) > 2 or behind > after.key.span.line
    ):
        new.insert(0, "")
        if behind < len(lines.texts) and lines.texts[behind].strip():
            new.append("")
    return lines.with_insertions([Insertion(behind, tuple(new))])


def _stands_apart(lines: Lines, entry: Entry) -> bool:
    """Whether a blank line stands above a key and its notes."""
    line = entry.key.span.line - 1
    while line and lines.texts[line - 1].lstrip().startswith("#"):
        line -= 1
    return line > 0 and not lines.texts[line - 1].strip()


def _end(lines: Lines, entry: Entry, margin: int) -> int:
    """The last line of an entry, with the notes right below it that are set in by at least ``margin``."""
    value, key = entry.value.span, entry.key.span
    # What an alias stands for is written elsewhere, before it.
    last = value.end_line if value[:2] >= key[2:] else key.end_line
    while last < len(lines.texts):
        text = lines.texts[last]
        if not text.lstrip().startswith("#") or len(_margin(text)) < margin:
            break
        last += 1
    return last


def _margin(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]
