"""All texts of a tree with the way to them, for traps that look into texts."""

from __future__ import annotations

from typing import NamedTuple

from coalcheck.engine.source.node import Mapping, Node, Route, Scalar


class Place(NamedTuple):
    """A text, the way to it, and the mapping whose value it is; None for items and for keys."""

    scalar: Scalar
    route: Route
    parent: Mapping | None = None
    is_key: bool = False


def places(root: Node) -> list[Place]:
    """Every text once, keys included, in file order; what is shared stands where it is met first."""
    found: list[Place] = []
    met: set[int] = set()

    def walk(node: Node, route: Route, parent: Mapping | None) -> None:
        if id(node) in met:
            return
        met.add(id(node))
        if isinstance(node, Scalar):
            found.append(Place(node, route, parent))
        elif isinstance(node, Mapping):
            for text, entry in node.entries.items():
                if id(entry.key) not in met:
                    met.add(id(entry.key))
                    found.append(Place(entry.key, (*route, text), None, is_key=True))
                walk(entry.value, (*route, text), node)
        else:
            for position, item in enumerate(node.items):
                walk(item, (*route, position), None)

    walk(root, (), None)
    return found
