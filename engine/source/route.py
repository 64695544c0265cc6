"""From a place in the text to the way through the tree."""

from __future__ import annotations

from coalcheck.engine.source.node import Mapping, Node, Route, Scalar, Sequence


def route_at(root: Node, place: tuple[int, int]) -> Route:
    """The way to the innermost key or item that is written at a line and column, as far as there is one."""
    route: list[str | int] = []
    node = root
    while not isinstance(node, Scalar):
        inner = _inner(node, place)
        if inner is None:
            break
        step, node = inner
        route.append(step)
        if place < node.span[:2] or place[0] > node.span.end_line:
            break
    return tuple(route)


def _inner(node: Mapping | Sequence, place: tuple[int, int]) -> tuple[str | int, Node] | None:
    """The last key or item that begins before a place; what came by a merge key begins elsewhere."""
    within = (node.span[:2], node.span[2:])
    found: tuple[str | int, Node] | None = None
    latest = (0, 0)
    if isinstance(node, Mapping):
        for text, entry in node.entries.items():
            begin = entry.key.span[:2]
            if latest < begin <= place and within[0] <= begin <= within[1]:
                found, latest = (text, entry.value), begin
    else:
        for position, item in enumerate(node.items):
            begin = item.span[:2]
            if latest < begin <= place and within[0] <= begin <= within[1]:
                found, latest = (position, item), begin
    return found
