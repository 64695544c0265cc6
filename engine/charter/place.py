"""Places in the tree: plain values of them for the model, and back from what the model says to a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalcheck.engine.source.node import Entry, Mapping, Node, Route, Scalar, Sequence, Span
from coalcheck.engine.source.scalars import written

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Sequence as Steps


class Values:
    """Plain values of a tree for the model, without what has been dropped from it.

    Attributes:
        dropped: the places that are left out.
        replaced: what stands in for keys of a mapping without which it could not be used, by its route.
        empty: keys behind which nothing is written; they are left out too.
        gaps: items of lists in which nothing is written; they are dropped when they are met.
    """

    __slots__ = ("dropped", "empty", "gaps", "replaced")

    def __init__(self) -> None:
        self.dropped: set[Route] = set()
        self.replaced: dict[Route, dict[str, str]] = {}
        self.empty: list[Place] = []
        self.gaps: list[Place] = []

    def of(self, node: Node, route: Route) -> object:
        """The value of a node; None where nothing is written."""
        if isinstance(node, Scalar):
            return written(node.text) if node.style == "plain" else node.text
        if isinstance(node, Mapping):
            return self._mapping(node, route)
        values = []
        for i, item in enumerate(node.items):
            way = (*route, i)
            if way in self.dropped:
                continue
            value = self.of(item, way)
            if value is None or value == "":
                self.dropped.add(way)
                self.gaps.append(Place(way, item))
            else:
                values.append(value)
        return values

    def _mapping(self, node: Mapping, route: Route) -> dict[str, object]:
        values: dict[str, object] = {}
        for key, entry in node.entries.items():
            way = (*route, key)
            if way in self.dropped:
                continue
            value = self.of(entry.value, way)
            if value is None or value == "":
                self.empty.append(Place(way, entry.value, entry))
            else:
                values[key] = value
        values.update(self.replaced.get(route, ()))
        return values


class Place(NamedTuple):
    """Where something is in the tree.

    Attributes:
        route: keys and positions, as far as the tree goes.
        node: what is there.
        entry: the key behind which it stands; None for an item of a list and for the root.
    """

    route: Route
    node: Node
    entry: Entry | None = None

    @property
    def span(self) -> Span:
        """Where the value is written; of a list or mapping in block style its first line."""
        return first_line(self.node)

    @property
    def key_span(self) -> Span:
        """Where the key is written; of an item of a list its first line."""
        return self.entry.key.span if self.entry else first_line(self.node)


class Kept:
    """Which items of the lists of a tree were given to the model: positions in what it says count these."""

    __slots__ = ("_dropped", "_lists", "_positions")

    def __init__(self, dropped: Collection[Route] = ()) -> None:
        self._dropped = frozenset(dropped)
        self._lists = {route[:-1] for route in dropped}
        self._positions: dict[Route, list[int]] = {}

    def __contains__(self, route: Route) -> bool:
        return route not in self._dropped

    def position(self, route: Route, items: Sequence, n: int) -> int | None:
        """Where the n-th given item of the list at a route stands; None if there are not so many."""
        if route not in self._lists:
            return n if n < len(items.items) else None
        if route not in self._positions:
            everything = range(len(items.items))
            self._positions[route] = [i for i in everything if (*route, i) not in self._dropped]
        given = self._positions[route]
        return given[n] if n < len(given) else None


ALL = Kept()
"""Nothing was left out."""


def find(start: Place, steps: Steps[str | int], kept: Kept = ALL) -> Place:
    """Follow steps into the tree.

    Steps that the tree does not have are passed over: the model reads a single
    text as a list of one, and a sentence as a block, and then speaks of places
    that are not in the file.

    Args:
        start: where the steps begin.
        steps: keys and positions.
        kept: what of the tree the model was given.
    """
    place = start
    for i, step in enumerate(steps):
        node, route = place.node, place.route
        if isinstance(node, Mapping) and step in node.entries:
            entry = node.entries[str(step)]
            place = Place((*route, step), entry.value, entry)
        elif isinstance(node, Sequence) and isinstance(step, int):
            position = kept.position(route, node, step)
            if position is not None and not _of_the_model_only(node.items[position], steps[i + 1 :]):
                place = Place((*route, position), node.items[position])
    return place


def _of_the_model_only(item: Node, further: Steps[str | int]) -> bool:
    """Whether a position is the model's own: a list in a list of one, such as the members of a group."""
    return isinstance(item, Scalar) and len(further) > 1 and isinstance(further[1], int)


def first_line(node: Node) -> Span:
    """The span of a node; of a list or mapping in block style only that of its first key or item."""
    if isinstance(node, Mapping) and node.entries and not node.flow:
        return next(iter(node.entries.values())).key.span
    if isinstance(node, Sequence) and node.items and not node.flow:
        return first_line(node.items[0])
    return node.span
