"""From a tree to cases: what is wrong is said and left out, and a case of which something is lost is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.action.load import load as load_action
from coalcheck.engine.charter import shape
from coalcheck.engine.charter.fault import Fault, told
from coalcheck.engine.charter.place import Place, first_line
from coalcheck.engine.scenario.compare import asks
from coalcheck.engine.scenario.model import Case as CaseShape
from coalcheck.engine.scenario.model import Frame, Given, Scenarios, Told
from coalcheck.engine.scenario.shape import part_of, unknown_key, wrong_type
from coalcheck.engine.scenario.suite import Case, Suite
from coalcheck.engine.scenario.tables import rows
from coalcheck.engine.scenario.votes import SHORT, WHOLE, Deciders, Votes
from coalcheck.engine.source.node import Document, Mapping, Problem, Scalar, Sequence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as Several
    from datetime import date

    from coalcheck.engine.charter.charter import Charter
    from coalcheck.engine.scenario.checking import Words
    from coalcheck.engine.scenario.votes import Keys
    from coalcheck.engine.source.node import Node, Route

_FRAME: Final = shape.keys_of(Frame)
_TOLD: Final = shape.keys_of(Told)
_GIVEN: Final = shape.keys_of(Given)
_CASE: Final = (
    "id",
    "why",
    "expect",
    *(key for key in shape.keys_of(CaseShape) if key not in {"id", "why", "expect"}),
)
_FILE: Final = shape.keys_of(Scenarios)
_OF_TABLES: Final = "table"
_DAYS: Final = ("date", "at", "closes", "opened", "notice")
"""Keys by which an action has a day of its own."""


class Heading(NamedTuple):
    """What a test file says once for all of its cases.

    Attributes:
        frame: its heading, its charter and its day.
        faults: what is wrong with these.
    """

    frame: Frame
    faults: list[Fault]


def heading_of(document: Document) -> Heading:
    """Read what tells which charter the cases are judged by."""
    root = document.root
    if not isinstance(root, Mapping):
        return Heading(Frame(), [])
    entries = {key: entry for key, entry in root.entries.items() if key in _FRAME}
    return Heading(*part_of(Frame, entries, root, ()))


def load(document: Document, heading: Heading, charter: Charter | None, words: Words | None = None) -> Suite:
    """Read the cases of a test file.

    Args:
        document: the file.
        heading: what it says once for all of them.
        charter: the charter that they are judged by; None where there is none, so that names are not looked
            at and no case can pass.
        words: the clauses and points that an expectation can name; None: they are not looked at.
    """
    frame, faults = heading.frame, list(heading.faults)
    root = document.root
    found: list[Case] = []
    if isinstance(root, Mapping):
        loading = _Loading(document, root, frame, charter, words)
        found = list(loading.cases())
        faults += loading.faults
    title = frame.test or document.name
    problems = sorted(
        [*document.problems, *_once(told(faults, document.problems))], key=lambda each: each.span
    )
    return Suite(document, title, tuple(found), tuple(problems))


def _once(problems: list[Problem]) -> Iterator[Problem]:
    """Each once: what holds for every case is read with each of them."""
    seen: set[tuple[str, Span]] = set()
    for each in problems:
        if (each.kind, each.span) not in seen:
            seen.add((each.kind, each.span))
            yield each


class _Loading:
    """The cases of one file on their way from the tree."""

    def __init__(
        self, document: Document, root: Mapping, frame: Frame, charter: Charter | None, words: Words | None
    ) -> None:
        self.faults: list[Fault] = []
        self._document = document
        self._root = root
        self._as_of = frame.as_of
        self._charter = charter
        self._words = words
        self._deciders = None if charter is None else Deciders(charter)
        self._ids: dict[str, int] = {}

    def cases(self) -> Iterator[Case]:
        root = self._root
        for key, entry in root.entries.items():
            if key not in _FILE:
                self.faults.append(unknown_key(Place((key,), entry.value, entry), _FILE))
        given = self._given()
        for place, item in enumerate(self._items()):
            route: Route = ("cases", place)
            if isinstance(item, Mapping):
                yield from self._of_item(item, route, given)
            else:
                self.faults.append(
                    wrong_type(Place(route, item), "a case: an id, votes, and what is expected")
                )

    def _items(self) -> Several[Node]:
        """The cases as they are written; that there are none is told."""
        written = self._root.entries.get("cases")
        items = written.value if written is not None else None
        if isinstance(items, Sequence) and items.items:
            return items.items
        if written is not None and (isinstance(items, Mapping) or (isinstance(items, Scalar) and items.text)):
            self.faults.append(wrong_type(Place(("cases",), written.value, written), "a list of cases"))
        else:
            span = written.key.span if written is not None else first_line(self._root)
            self.faults.append(Fault(Problem("no-cases", span, ("cases",), {"key": "cases"})))
        return ()

    def _given(self) -> Keys:
        entry = self._root.entries.get("given")
        if entry is None:
            return {}
        if not isinstance(entry.value, Mapping):
            self.faults.append(
                wrong_type(Place(("given",), entry.value, entry), shape.EXPECTED["model_type"])
            )
            return {}
        keys = _keys(entry.value, ("given",))
        for key in [key for key in keys if key not in _GIVEN or key == "id"]:
            written, route = keys.pop(key)
            self.faults.append(unknown_key(Place(route, written.value, written), _GIVEN))
        return keys

    def _of_item(self, item: Mapping, route: Route, given: Keys) -> Iterator[Case]:
        keys = _keys(item, route)
        for key in [key for key in keys if key not in _CASE]:
            written, where = keys.pop(key)
            self.faults.append(unknown_key(Place(where, written.value, written), _CASE))
        name = self._name(item, keys, route)
        table = keys.pop(_OF_TABLES, None)
        if table is None:
            yield self._case(name, _over(given, keys), item, route)
            return
        for row in rows(Place(table[1], table[0].value, table[0]), keys, self.faults, _CASE):
            merged = _over(given, _over(keys, row.keys))
            yield self._case(
                self._unlike(f"{name}/{row.name}", row.span, row.route), merged, item, row.route, row.span
            )

    def _name(self, item: Mapping, keys: Keys, route: Route) -> str:
        """What a case is called; what has no name, or that of another, is told."""
        found = keys.get("id")
        if found is None or not isinstance(found[0].value, Scalar) or not found[0].value.text:
            keys.pop("id", None)
            if found is None or isinstance(found[0].value, Scalar):
                self.faults.append(Fault(Problem("case-without-id", first_line(item), route, {"key": "id"})))
            else:
                self.faults.append(
                    wrong_type(Place(found[1], found[0].value, found[0]), shape.EXPECTED["id_type"])
                )
            return f"#{route[-1]}"
        return self._unlike(found[0].value.text, found[0].value.span, found[1])

    def _unlike(self, name: str, span: Span, route: Route) -> str:
        if name in self._ids:
            values = {"key": "id", "found": name, "first_line": str(self._ids[name])}
            self.faults.append(Fault(Problem("case-twice", span, route, values)))
        self._ids.setdefault(name, span.line)
        return name

    def _case(self, name: str, keys: Keys, item: Mapping, route: Route, span: Span | None = None) -> Case:
        where = span or first_line(item)
        part, faults = self._told({key: keys[key] for key in _TOLD if key in keys}, item)
        self.faults += faults
        votes = Votes({key: each for key, each in keys.items() if key not in _TOLD}, self._deciders)
        self.faults += votes.faults
        whole = Mapping({key: entry for key, (entry, _) in votes.keys.items()}, item.span, item.flow)
        lines = self._document
        loaded = load_action(Document(lines.name, lines.lines, whole, (), lines.complete), self._charter)
        for problem in loaded.problems:
            at = _placed(problem.route, votes.keys, route)
            self.faults.append(Fault(Problem(problem.kind, problem.span, at, problem.values)))
        as_of: date | None = part.as_of or self._as_of
        dated = "as_of" in keys or "as_of" in self._root.entries or any(key in votes.keys for key in _DAYS)
        if not dated:
            values = {"key": "as_of", "found": name}
            self.faults.append(Fault(Problem("day-unsaid", where, route, values)))
        if part.expect is None:
            if "expect" not in keys:
                self.faults.append(
                    Fault(Problem("nothing-expected", where, route, {"key": "expect", "found": name}))
                )
        elif not asks(part.expect) and not faults:
            entry, at = keys["expect"]
            place = Place(at, entry.value, entry)
            self.faults.append(
                Fault(Problem("nothing-expected", place.key_span, at, {"key": "expect", "found": name}))
            )
        elif self._words is not None:
            entry, at = keys["expect"]
            self.faults += self._words.strange(part.expect, Place(at, entry.value, entry))
        return Case(name, where.line, route, part.why or "", loaded, as_of, part.expect)

    def _told(self, keys: Keys, item: Mapping) -> tuple[Told, list[Fault]]:
        entries = {key: entry for key, (entry, _) in keys.items()}
        part, faults = part_of(Told, entries, item, ())
        return part, [
            Fault(_moved(fault.problem, _placed(fault.problem.route, keys, ())), fault.fill_in)
            for fault in faults
        ]


def _moved(problem: Problem, route: Route) -> Problem:
    return Problem(problem.kind, problem.span, route, problem.values)


def _placed(route: Route, keys: Keys, otherwise: Route) -> Route:
    """Where in the file stands what an action has at a route."""
    if not route or str(route[0]) not in keys:
        return (*otherwise, *route)
    return (*keys[str(route[0])][1], *route[1:])


def _keys(node: Mapping, route: Route) -> Keys:
    return {key: (entry, (*route, key)) for key, entry in node.entries.items()}


def _over(under: Keys, keys: Keys) -> Keys:
    """Keys of a case with those that hold for all; votes in full take the place of those in short."""
    left_out: set[str] = set()
    if any(key in keys for key in SHORT):
        left_out |= set(WHOLE)
    if any(key in keys for key in WHOLE):
        left_out |= {*SHORT, *WHOLE}
    return {**{key: each for key, each in under.items() if key not in left_out}, **keys}
