"""Places of a charter at which something else stands now: by keys, and list items by their ids.

Order, quotes and line breaks are no difference. What a decision asks for is compared by what it comes to, not
by its words; so are members that came or went.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from coalcheck.engine.diff.model import Clause
from coalcheck.engine.source.node import Document, Node, Route, Scalar
from coalcheck.engine.source.node import Mapping as Keys

THRESHOLDS: Final = frozenset({"passes", "quorum", "abstentions", "tie"})
"""Keys of a decision of which all that matters is what they come to, over all ballots."""

_NAMING: Final = ("id", "file", "member", "body", "what", "name")
"""Keys by which an item of a list is known, the first that all items of both lists have."""

_SETS: Final = frozenset({"covers", "holders", "over", "needs", "kinds", "members"})
"""Lists of which the order says nothing."""


def clauses(
    old: Document, new: Document, renamed: Mapping[str, str], said_by_rule: frozenset[str]
) -> list[Clause]:
    """What stands in one charter and not in the other.

    Args:
        old: the file of the old charter.
        new: the file of the new one.
        renamed: new id to old id of the decisions that both have.
        said_by_rule: new ids of decisions of which it is known how their rules stand to each other.
    """
    before, after = (_root(document) for document in (old, new))
    find = _Finding(said_by_rule)
    decisions = {"decisions": renamed}
    return list(find.of_keys(before, after, (), decisions))


def blocks(found: list[Clause]) -> tuple[str, ...]:
    """The keys of the first level at which something changed."""
    return tuple(dict.fromkeys(str(clause.route[0]) for clause in found))


def _root(document: Document) -> dict[str, Node]:
    root = document.root
    return {key: entry.value for key, entry in root.entries.items()} if isinstance(root, Keys) else {}


class _Finding:
    """The walk over two trees."""

    def __init__(self, said_by_rule: frozenset[str]) -> None:
        self._said_by_rule = said_by_rule

    def of_keys(
        self, old: Mapping[str, Node], new: Mapping[str, Node], route: Route,
        renamed: Mapping[str, Mapping[str, str]] | None = None,
    ) -> Iterator[Clause]:  # fmt: skip
        """Keys of two mappings; what was dropped comes last."""
        for key, value in new.items():
            if self._left_aside((*route, key)):
                continue
            if renamed and key in renamed and isinstance(value, Keys):
                yield from self._renamed(old.get(key), value, key, renamed[key])
            else:
                yield from self.of(old.get(key), value, (*route, key))
        for key, value in old.items():
            if key not in new and not self._left_aside((*route, key)):
                yield from self.of(value, None, (*route, key))

    def _renamed(self, old: Node | None, new: Keys, key: str, pairs: Mapping[str, str]) -> Iterator[Clause]:
        """Decisions of both charters; of those that only one has it is told elsewhere."""
        before = {name: entry.value for name, entry in old.entries.items()} if isinstance(old, Keys) else {}
        for name, entry in new.entries.items():
            if name in pairs and pairs[name] in before:
                yield from self.of(before[pairs[name]], entry.value, (key, name))

    def of(self, old: Node | None, new: Node | None, route: Route) -> Iterator[Clause]:
        """One place of both; where one has nothing, all that the other has is one clause."""
        if isinstance(old, Keys) and isinstance(new, Keys):
            was_here, now_here = (
                {key: entry.value for key, entry in each.entries.items()} for each in (old, new)
            )
            yield from self.of_keys(was_here, now_here, route)
            return
        if not isinstance(old, Scalar | Keys | None) and not isinstance(new, Scalar | Keys | None):
            naming = next((key for key in _NAMING if _all_have(old.items + new.items, key)), "")
            if naming:
                yield from self._named(_by(old.items, naming), _by(new.items, naming), route)
                return
            if any(isinstance(item, Keys) for item in old.items + new.items):
                yield from self._placed(old.items, new.items, route)
                return
        was, now = (said(each, route, beside=other) for each, other in ((old, new), (new, old)))
        if was != now:
            yield Clause(route, was, now)

    def _named(self, old: Mapping[str, Node], new: Mapping[str, Node], route: Route) -> Iterator[Clause]:
        only = new if route == ("members",) else None
        for name, item in new.items():
            if only is None or name in old:
                yield from self.of(old.get(name), item, (*route, name))
        for name, item in old.items():
            if name not in new and only is None:
                yield from self.of(item, None, (*route, name))

    def _placed(self, old: list[Node], new: list[Node], route: Route) -> Iterator[Clause]:
        """Items without names: those that stand in both are the same, the rest go by their order."""
        texts = [said(item, route) for item in old]
        left = list(range(len(old)))
        rest: list[tuple[int, Node]] = []
        for place, item in enumerate(new):
            same = next((n for n in left if texts[n] == said(item, route)), None)
            if same is None:
                rest.append((place, item))
            else:
                left.remove(same)
        for place, item in rest:
            yield from self.of(old[left.pop(0)] if left else None, item, (*route, place))
        for place in left:
            yield from self.of(old[place], None, (*route, place))

    def _left_aside(self, route: Route) -> bool:
        """Whether what stands here is told otherwise."""
        if route == ("coalcheck",) or (len(route) == 3 and route[0] == "members" and route[2] == "count"):
            return True
        if len(route) < 3 or route[0] != "decisions" or route[1] not in self._said_by_rule:
            return False
        return route[-1] in THRESHOLDS


def said(node: Node | None, route: Route = (), *, beside: Node | None = None) -> str:
    """What stands at a place, on one line, however it was written; empty where nothing does.

    Args:
        node: the place.
        route: where it is; the order of some lists says nothing.
        beside: what the other charter has there: a text and a list of that one text are the same.
    """
    if node is None:
        return ""
    if isinstance(node, Scalar):
        return " ".join(node.text.split())
    if isinstance(node, Keys):
        return "; ".join(
            f"{_words(key)} {said(entry.value, (*route, key))}" for key, entry in sorted(node.entries.items())
        )
    items = [said(item, route) for item in node.items]
    nested = any(not isinstance(item, Scalar) for item in node.items)
    # In a group, such as groups.permanent, the order of the names says nothing either.
    if (
        beside is None
        or isinstance(beside, Scalar)
        or (route and (route[-1] in _SETS or route[0] == "groups"))
    ):
        items = sorted(items) if route and (route[-1] in _SETS or route[0] == "groups") else items
    return (" / " if nested else ", ").join(items)


def _words(key: str) -> str:
    return key.replace("_", " ").replace("-", " ")


def _all_have(items: list[Node], key: str) -> bool:
    """Whether every item is known by a text under a key, and no two by the same in one list."""
    return bool(items) and all(
        isinstance(item, Keys) and key in item.entries and isinstance(item.entries[key].value, Scalar)
        for item in items
    )


def _by(items: list[Node], key: str) -> dict[str, Node]:
    """Items by their names; of two with one name the second is known by its place too."""
    found: dict[str, Node] = {}
    for place, item in enumerate(items):
        name = said(item.entries[key].value) if isinstance(item, Keys) else str(place)
        found[name if name not in found else f"{name} ({place + 1})"] = item
    return found
