"""From a tree to a charter: what is wrong is said and left out, and nothing else is lost."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from coalcheck.engine.charter import missing
from coalcheck.engine.charter.building import without_plugins
from coalcheck.engine.charter.charter import FORMAT, Charter, type_of
from coalcheck.engine.charter.fault import Fault, told
from coalcheck.engine.charter.marks import Names
from coalcheck.engine.charter.names import duplicate_ids, name_clashes, unused_attributes
from coalcheck.engine.charter.place import Kept, Place, Values, find
from coalcheck.engine.charter.reference import Declarations, unknown_names
from coalcheck.engine.charter.walk import walk
from coalcheck.engine.source.node import Document, Mapping, Problem, Route, Scalar, Sequence

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

ROUNDS = 1000
"""How often one block is asked at most; each time at least one fault of it has been left out."""


class Loaded(NamedTuple):
    """A charter as far as it could be read, and everything that is wrong with its file.

    Attributes:
        charter: None only where the file holds no charter at all.
        document: the file as read.
        problems: the reader's and the model's, in the order of the file.
    """

    charter: Charter | None
    document: Document
    problems: tuple[Problem, ...]


def load(document: Document) -> Loaded:
    """Make a charter of a file that was read.

    What cannot be understood is left out of the charter and said as a problem; the
    rest is there. Of a member without an id, or with one that another member has,
    the id alone is replaced, so that the number of members is right.
    """
    root = document.root
    if not isinstance(root, Mapping):
        return Loaded(None, document, document.problems)
    loading = _Loading(root, complete=document.complete)
    charter = loading.charter()
    faults = loading.faults
    faults += duplicate_ids(root)
    faults += name_clashes(charter, root)
    if charter.time_zone is not None:
        from coalcheck.engine.charter.zone import unknown_zone

        faults += unknown_zone(charter.time_zone, root)
    named = walk(charter, Names)
    faults += unused_attributes(charter, root, named)
    if document.complete:
        faults += unknown_names(named, root, Declarations(charter, root))
    problems = document.problems
    if faults:
        problems = tuple(sorted([*problems, *told(faults, problems)], key=lambda problem: problem.span))
    return Loaded(charter, document, problems)


class _Loading:
    """One charter on its way from the tree."""

    def __init__(self, root: Mapping, *, complete: bool) -> None:
        self.root = root
        self.complete = complete
        self.faults: list[Fault] = []

    def charter(self) -> Charter:
        fields = _fields()
        values: dict[str, Any] = {}
        for key, entry in self.root.entries.items():
            place = Place((key,), entry.value, entry)
            if key not in fields:
                from coalcheck.engine.charter import shape

                self.faults += shape.refused(shape.unknown_key(place, tuple(fields)), place)
                continue
            found = self.block(fields[key], place)
            if found is not None:
                values[fields[key]] = found
        for key, nothing in missing.REQUIRED.items():
            if key not in values:
                values[key] = nothing
                if self.complete and key not in self.root.entries:
                    self.faults.append(missing.missing_block(self.root, key))
        return Charter.model_construct(**values)

    def block(self, field: str, start: Place) -> object:
        """One key of the first level with all below it; None where nothing of it is left."""
        values = Values()
        said = len(self.faults)
        if field == "members":
            _part_twins(start.node, values)
        found: object = None
        for _ in range(ROUNDS):
            values.empty.clear()
            value = values.of(start.node, start.route)
            if value is None or value == "":
                values.empty.append(start)
                break
            try:
                found = _adapter(field).validate_python(value)
                break
            except ValidationError as error:
                # Positions in what pydantic says count what this round was given.
                without = Kept(values.dropped)
                for detail in error.errors(include_url=False, include_input=False):
                    self.leave_out(start, detail, values, without)
                if start.route in values.dropped:
                    break
        if not found and field in missing.REQUIRED and len(self.faults) == said:
            # One point for the whole block: what is empty below it is why there is nothing.
            if self.complete:
                self.faults.append(missing.empty_block(start))
            return None
        if values.empty or values.gaps:
            from coalcheck.engine.charter import shape

            self.faults += (shape.empty_value(place) for place in (*values.empty, *values.gaps))
        return found

    def leave_out(self, start: Place, error: ErrorDetails, values: Values, without: Kept) -> None:
        """Say what is wrong, and note what the next round is to go without."""
        from coalcheck.engine.charter import shape

        if error["type"] == "missing":
            self.do_without(find(start, error["loc"][:-1], without), error, values, without)
            return
        place = find(start, error["loc"], without)
        values.dropped.add(place.route)
        if start.route == ("coalcheck",):
            self.faults.append(shape.other_format(place, FORMAT))
        else:
            self.faults += shape.refused(shape.fault_of(error, place, start.route), place)

    def do_without(self, part: Place, error: ErrorDetails, values: Values, without: Kept) -> None:
        """Say that a part lacks a key, unless more has been said of it; stand in for it or leave it out."""
        from coalcheck.engine.charter import shape

        key = str(error["loc"][-1])
        lacking = (*part.route, key)
        instead = _instead(lacking)
        if instead:
            values.replaced[part.route] = {key: instead}
        else:
            values.dropped.add(part.route)
        entry = part.node.entries.get(key) if isinstance(part.node, Mapping) else None
        if entry is None:
            if self.complete:
                self.faults.append(missing.missing_key(part, key))
        elif lacking in without and not instead:
            # Nothing is written behind it, and it goes with the part before that is said.
            self.faults.append(shape.empty_value(Place(lacking, entry.value, entry)))


def _instead(route: Route) -> str:
    """What stands in for a missing id: a member without one still counts as a member."""
    if len(route) == 3 and route[0] == "members" and route[2] == "id":
        return f"member-{int(route[1]) + 1}"
    return ""


def _part_twins(members: object, values: Values) -> None:
    """Give a member whose id was taken another one: it is most likely a copy that was not finished."""
    seen: set[str] = set()
    for i, item in enumerate(members.items if isinstance(members, Sequence) else ()):
        entry = item.entries.get("id") if isinstance(item, Mapping) else None
        if entry is not None and isinstance(entry.value, Scalar) and entry.value.text:
            if entry.value.text in seen:
                values.replaced["members", i] = {"id": f"{entry.value.text}-{i + 1}"}
            seen.add(entry.value.text)


@cache
def _fields() -> dict[str, str]:
    """The keys of the first level, with the names of their fields."""
    return {info.alias or name: name for name, info in Charter.__pydantic_fields__.items()}


_ADAPTERS: dict[str, TypeAdapter[Any]] = {}


def _adapter(field: str) -> TypeAdapter[Any]:
    """The validator of one block; built when a charter first has it, since most of them never come up."""
    # Fields that are spelt alike have one validator: many are a plain sentence.
    annotation = Charter.__annotations__[field]
    if annotation not in _ADAPTERS:
        with without_plugins():
            _ADAPTERS[annotation] = TypeAdapter(type_of(field), config={"coerce_numbers_to_str": True})
    return _ADAPTERS[annotation]
