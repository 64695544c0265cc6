"""References: what a charter declares, and what names something that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from coalcheck.engine.charter.fault import Fault
from coalcheck.engine.charter.kinds import KINDS, PROCEDURAL
from coalcheck.engine.charter.marks import Names
from coalcheck.engine.charter.nearest import nearest
from coalcheck.engine.charter.place import Place, find
from coalcheck.engine.source.limits import MOST_ALIKE
from coalcheck.engine.source.node import Mapping, Node, Problem, Route, Scalar, Sequence
from coalcheck.engine.wording.listing import join, some

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.charter.charter import Charter
    from coalcheck.engine.charter.marks import Declared

Named: TypeAlias = "tuple[Route, str, Names]"
"""A text that names something, with the place where it stands."""

PREDEFINED_GROUPS = ("signed", "in-good-standing")
MOST_LISTED = 12
NOUNS: dict[Declared, str] = {
    "member": "member",
    "group": "group",
    "body": "body",
    "decision": "decision",
    "kind": "kind of decision",
    "step": "step",
    "sprint": "sprint",
    "attribute": "key of the members",
}


HOMES: dict[Declared, str] = {
    "member": "under members",
    "group": "under groups",
    "body": "under bodies",
    "decision": "under decisions",
    "kind": "under kinds",
    "step": "to the steps under conflict",
    "sprint": "to the sprints under integration",
    "attribute": "to the members",
}
"""Where each of them is declared."""


class Declarations:
    """What a charter declares, read from its tree: what was left out for a fault is declared all the same."""

    def __init__(self, charter: Charter, root: Mapping) -> None:
        attributes = {key: None for member in charter.members for key in member.attributes}
        kinds = below(root, "kinds")
        self.names: dict[Declared, frozenset[str]] = {
            "member": frozenset(ids(below(root, "members"))) | {member.id for member in charter.members},
            "group": frozenset(keys(below(root, "groups"))) | frozenset(PREDEFINED_GROUPS),
            "body": frozenset(keys(below(root, "bodies"))),
            "decision": frozenset(keys(below(root, "decisions"))),
            "kind": frozenset(KINDS) | frozenset(texts(kinds)),
            "step": frozenset(ids(below(root, "conflict", "steps"))),
            "sprint": frozenset(ids(below(root, "integration", "sprints"))),
            "attribute": frozenset(attributes),
        }
        self._all: dict[tuple[Declared, ...], tuple[str, ...]] = {}

    def knows(self, text: str, names: Names) -> bool:
        """Whether a text is declared as one of the things it may name."""
        if "kind" in names.kinds and text in PROCEDURAL:
            return True
        return any(text in self.names[kind] for kind in names.kinds)

    def all(self, names: Names) -> tuple[str, ...]:
        """Everything that could stand there."""
        if names.kinds not in self._all:
            found = {name for kind in names.kinds for name in self.names[kind]}
            self._all[names.kinds] = tuple(sorted(found))
        return self._all[names.kinds]


def unknown_names(named: list[Named], root: Mapping, declared: Declarations) -> Iterator[Fault]:
    """References to members, groups, bodies, decisions, kinds and steps that do not exist."""
    for route, text, names in unknown(named, declared):
        yield _unknown(find(Place((), root), route), text, names, declared)


def unknown(named: list[Named], declared: Declarations) -> Iterator[Named]:
    """Those of some references that name nothing that is there, and should."""
    near: dict[tuple[Names, str], str] = {}
    for each in named:
        _, text, names = each
        if declared.knows(text, names) or text.lower() in names.words:
            continue
        if names.free != "no" and " " in text.strip():
            continue
        if names.free == "any" and not _looks_misspelt(text, names, declared, near):
            continue
        yield each


def _looks_misspelt(
    text: str, names: Names, declared: Declarations, near: dict[tuple[Names, str], str]
) -> bool:
    """Whether a word that may be anything is more likely a name with a slip in it."""
    if len(text) <= 3 or len(near) > MOST_ALIKE:
        return False
    if (names, text) not in near:
        near[names, text] = nearest(text, declared.all(names))
    return bool(near[names, text])


def _unknown(place: Place, text: str, names: Names, declared: Declarations) -> Fault:
    at_key = place.entry is not None and place.route[-1] == text
    owner = [step for step in place.route if isinstance(step, str)]
    values = {"key": owner[-2] if at_key and len(owner) > 1 else owner[-1], "found": text}

    def fill_in(values: dict[str, str]) -> None:
        from coalcheck.engine.wording.article import with_article

        known = declared.all(names)
        # What every meeting may do is understood, and takes no place in a list of what could stand there.
        meant = nearest(text, (*known, *PROCEDURAL) if "kind" in names.kinds else known)
        if meant:
            suggestion = f"Did you mean {meant}?"
        elif known:
            suggestion = f"What could stand here: {some(known, MOST_LISTED)}."
        else:
            nouns = join(*(NOUNS[kind] for kind in names.kinds), last="or")
            homes = join(*(HOMES[kind] for kind in names.kinds), last="or")
            suggestion = f"No {nouns} is declared in this charter. Add it {homes}, or take the name out."
        expected = join(*(with_article(NOUNS[kind]) for kind in names.kinds), last="or")
        values |= {"expected": expected, "suggestion": suggestion, "repair": meant}

    span = place.key_span if at_key else place.span
    return Fault(Problem("unknown-name", span, place.route, values), fill_in)


def below(node: Node | None, *way: str) -> Node | None:
    """What stands behind these keys; None where one of them is missing."""
    for key in way:
        entry = node.entries.get(key) if isinstance(node, Mapping) else None
        node = entry.value if entry else None
    return node


def keys(node: Node | None) -> Iterator[str]:
    """The keys of a mapping."""
    if isinstance(node, Mapping):
        yield from node.entries


def ids(node: Node | None) -> Iterator[str]:
    """The ids of the items of a list."""
    for item in node.items if isinstance(node, Sequence) else ():
        written = below(item, "id")
        if isinstance(written, Scalar):
            yield written.text


def texts(node: Node | None) -> Iterator[str]:
    """A text, or the texts of a list."""
    if isinstance(node, Scalar):
        yield node.text
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Scalar):
            yield item.text
