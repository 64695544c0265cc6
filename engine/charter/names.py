"""Names: what is declared twice, what clashes, what nothing uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.charter.fault import Fault
from coalcheck.engine.charter.marks import Mark
from coalcheck.engine.charter.place import Place, find
from coalcheck.engine.charter.private import is_private, may_be_private
from coalcheck.engine.charter.reference import PREDEFINED_GROUPS, Named
from coalcheck.engine.charter.walk import walk
from coalcheck.engine.source.limits import MOST_ALIKE
from coalcheck.engine.source.node import Edit, Mapping, Node, Problem, Route, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.charter.charter import Charter

KEYWORDS = frozenset(
    """
    a an abstaining abstentions absent against all among and as at attendance but cast coalition each exactly
    favour fewer fifth fifths half in least less majority many member members more most no not of opposition
    or other present quarter quarters root seats square support than the third thirds times turnout votes
    voting one two three four five six seven eight nine ten eleven twelve
    """.split()
)
"""The words of the threshold language; a name spelt like one of them could not be told from it.

The room of the language is a neighbour that may not be imported; a test holds the two lists equal.
"""


def name_clashes(charter: Charter, root: Mapping) -> Iterator[Fault]:
    """Groups, weights, attributes and members that are spelt alike, or like a word of the threshold language.

    Thresholds name groups, weights and attributes, in the singular or the plural,
    so all of these are one set of names, and the ids of the members belong to it.
    """
    start = Place((), root)
    named = [(place, "a key of the members") for place in _attributes(charter, root).values()]
    named += [(find(start, ("groups", name)), "a group") for name in charter.groups]
    named += [(find(start, ("weights", name)), "a weight") for name in charter.weights]
    if not named:
        return
    taken: dict[str, tuple[str, int]] = {}
    for i, member in enumerate(charter.members):
        line = find(start, ("members", i, "id")).span.line
        taken.setdefault(member.id, ("the id of a member", line))
    for place, what in named:
        name = str(place.route[-1])
        if name in KEYWORDS or name in PREDEFINED_GROUPS:
            yield _clash(place, name, "a word of the language of thresholds", 0)
            continue
        forms = (name, f"{name}s", name.removesuffix("s"))
        alike = next((taken[form] for form in forms if form in taken), None)
        if alike is None:
            taken[name] = (what, place.key_span.line)
        else:
            yield _clash(place, name, *alike)


def _attributes(charter: Charter, root: Mapping) -> dict[str, Place]:
    """Every key of the members' own, with the place where it stands first."""
    found: dict[str, Place] = {}
    for i, member in enumerate(charter.members):
        for key in member.attributes:
            if key not in found:
                found[key] = find(Place((), root), ("members", i, key))
    return found


def _clash(place: Place, name: str, other: str, line: int) -> Fault:
    values = {"key": name, "found": name, "detail": other, "first_line": str(line) if line else ""}
    values["suggestion"] = (
        f"Line {line} has it as {other}." if line else "Thresholds use this word themselves."
    )
    return Fault(Problem("name-clash", place.key_span, place.route, values))


def unused_attributes(charter: Charter, root: Mapping, named: list[Named]) -> Iterator[Fault]:
    """Keys of members that are not the format's and that no threshold and no cap speaks of; each once.

    Those that say what one partner thinks of another are told for every member.
    """
    for i, member in enumerate(charter.members):
        for key in member.attributes:
            if may_be_private(key):
                place = find(Place((), root), ("members", i, key))
                if is_private(key, place.node):
                    yield Fault(
                        Problem("private-in-charter", place.key_span, place.route, {"key": key, "found": key})
                    )
    seen = _attributes(charter, root)
    if not seen:
        return
    spoken = {word for _, text, _ in walk(charter, Mark) for word in text.lower().replace(")", " ").split()}
    spoken |= {text for _, text, names in named if "attribute" in names.kinds}
    if charter.bodies:
        # It is asked of a body whether every category of members sits in it.
        spoken.add("category")
    for n, (key, place) in enumerate(seen.items()):
        if not {key.lower(), f"{key.lower()}s"} & spoken and not is_private(key, place.node):
            # Nobody writes a hundred keys of their own, so nobody waits for a hundred guesses.
            meant = _meant(key) if n < 2 * MOST_ALIKE else ""
            edits = _everywhere(charter, root, key, meant) if meant else ()
            yield Fault(_unused(key, place, meant, edits))


def _meant(key: str) -> str:
    from coalcheck.engine.charter.members import Member
    from coalcheck.engine.charter.nearest import nearest
    from coalcheck.engine.charter.shape import keys_of

    # Two edits make another word of most short ones: country is no misspelt count.
    return nearest(key, keys_of(Member), letters_an_edit=4)


def _everywhere(charter: Charter, root: Mapping, key: str, meant: str) -> tuple[Edit, ...]:
    """What makes another key of it, of every member that has it: it is told of the first one only."""
    rows = (i for i, member in enumerate(charter.members) if key in member.attributes)
    spans = (find(Place((), root), ("members", i, key)).key_span for i in rows)
    return tuple(Edit(line, start, end, meant) for line, start, last, end in spans if line == last)


def _unused(key: str, place: Place, meant: str, edits: tuple[Edit, ...]) -> Problem:
    values = {"key": key, "found": key}
    if not meant:
        return Problem("attribute-unused", place.key_span, place.route, values)
    values |= {"suggestion": f"Did you mean {meant}?", "repair": meant}
    return Problem("attribute-misspelt", place.key_span, place.route, values, edits)


def duplicate_ids(root: Mapping) -> list[Fault]:
    """The same id twice in one list; the matters of a scope are one list."""
    faults: list[Fault] = []
    for key, entry in root.entries.items():
        if key == "scope" and isinstance(entry.value, Mapping):
            matters = [(below.value, (key, part)) for part, below in entry.value.entries.items()]
            _twice([item for node, route in matters for item in _items(node, route)], faults)
        elif not isinstance(entry.value, Scalar):
            _search(entry.value, (key,), faults)
    return faults


def _search(node: Node, route: Route, faults: list[Fault]) -> None:
    if isinstance(node, Sequence):
        items = _items(node, route)
        if len(items) > 1:
            _twice(items, faults)
        for item, way in items:
            _search(item, way, faults)
    elif isinstance(node, Mapping):
        for key, entry in node.entries.items():
            if not isinstance(entry.value, Scalar):
                _search(entry.value, (*route, key), faults)


def _items(node: Node, route: Route) -> list[tuple[Mapping, Route]]:
    if not isinstance(node, Sequence):
        return []
    return [(item, (*route, i)) for i, item in enumerate(node.items) if isinstance(item, Mapping)]


def _twice(items: list[tuple[Mapping, Route]], faults: list[Fault]) -> None:
    first: dict[str, int] = {}
    for item, route in items:
        written = item.entries.get("id")
        if written is None or not isinstance(written.value, Scalar):
            continue
        text, span = written.value.text, written.value.span
        if text in first:
            values = {"key": "id", "found": text, "first_line": str(first[text])}
            faults.append(Fault(Problem("duplicate-id", span, (*route, "id"), values)))
        else:
            first[text] = span.line
