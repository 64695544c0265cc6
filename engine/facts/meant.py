"""The file as it was meant: what is misspelt stands where it belongs, what was not understood is marked.

Of a key that is misspelt, or has a value that cannot stand there, it is said already what is wrong. Whoever
asks whether something is written must find it, or the same thing would be said to be missing as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from coalcheck.engine.facts.written import Misread, below, node_at
from coalcheck.engine.source.node import Document, Entry, Mapping, Node, Route, Scalar, Sequence

if TYPE_CHECKING:
    from coalcheck.engine.charter.load import Loaded

_NOT_UNDERSTOOD: Final = frozenset({"wrong-type", "quantity-unclear", "not-one-of", "unknown-name"})


def as_meant(loaded: Loaded) -> Document:
    """The document of a charter with its misspelt keys under the names that were meant as well.

    The file itself is left as it is; where nothing is misspelt or misread, it is the same document.
    """
    document = loaded.document
    root = document.root
    for problem in loaded.problems:
        if root is None or not problem.route:
            continue
        meant = problem.values.get("repair", "")
        if problem.kind == "unknown-key" and meant:
            root = _moved(root, problem.route, meant)
        elif problem.kind == "attribute-misspelt" and meant:
            # Said of the first member that has it, and true of every one.
            rows = node_at(document, problem.route[:1])
            for row in range(len(rows.items) if isinstance(rows, Sequence) else 0):
                root = _moved(root, (problem.route[0], row, problem.route[-1]), meant)
        elif problem.kind in _NOT_UNDERSTOOD:
            route = _part_of(problem.route)
            found = below(root, route)
            if found is not None:
                text = found.text if isinstance(found, Scalar) else "…"
                root = put(root, route, Misread(text, found.span))
    return document if root is document.root else replace(document, root=root)


def _moved(root: Node, route: Route, meant: str) -> Node:
    """The same tree in which what stands at a place stands under the key that was meant as well."""
    found, right = below(root, route), (*route[:-1], meant)
    return root if found is None or below(root, right) is not None else put(root, right, found)


def _part_of(route: Route) -> Route:
    """The value that is in doubt: of one kind among those that a rule covers, the whole list."""
    return route[:3] if route[0] == "decisions" and route[2:3] == ("covers",) else route


def put(node: Node, route: Route, new: Node) -> Node:
    """The same tree with something else at one place; a key that is not there is added."""
    if not route:
        return new
    step, rest = route[0], route[1:]
    if isinstance(node, Mapping) and isinstance(step, str):
        entry = node.entries.get(step)
        if entry is not None:
            entry = Entry(entry.key, put(entry.value, rest, new))
        elif not rest:
            entry = Entry(Scalar(step, new.span), new)
        else:
            return node
        return replace(node, entries={**node.entries, step: entry})
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        items = [*node.items]
        items[step] = put(items[step], rest, new)
        return replace(node, items=items)
    return node
