"""From a tree to an action: what is wrong is said and left out, and nothing else is lost."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace
from pydantic import ValidationError

from coalcheck.engine.action.faults import faults_of
from coalcheck.engine.action.model import Action
from coalcheck.engine.action.moment import A_MOMENT, ZONE, Moment, moment_of
from coalcheck.engine.action.register import Register, heads_in, zone_in
from coalcheck.engine.charter import shape
from coalcheck.engine.charter.charter import Charter
from coalcheck.engine.charter.fault import Fault, told
from coalcheck.engine.charter.place import Kept, Place, Values, find
from coalcheck.engine.charter.reference import below
from coalcheck.engine.source.node import Document, Mapping, Problem, Route, Scalar
from coalcheck.engine.source.quick import Quick

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coalcheck.engine.source.quick import Value

ROUNDS: Final = 1000
"""How often the file is asked at most; each time at least one fault of it has been left out."""
NO_ACTION: Final = "no-action"
_NO_KEYS: Final = frozenset({"empty-file", "not-a-mapping"})
"""What the reader says where there is nothing to read; it then speaks of how a charter begins."""
_OF_CHARTERS: Final = frozenset({"coalcheck", "members", "decisions"})
_OF_DECISIONS: Final = ("action", "ballots", "tally", "vetoes", "recorded")
"""Keys of a vote; what only happened has none."""
ONLY_TOLD: Final = frozenset(
    {
        "id",
        "title",
        "about",
        "text",
        "places",
        "conditions",
        "recorded",
        "done",
    }
)
"""Keys of the first level on which no count and no authority rests."""


class LoadedAction(NamedTuple):
    """An action as far as it could be read, and everything that is wrong with its file.

    Attributes:
        action: None only where the file holds no keys at all.
        document: the file as read.
        problems: the reader's and the model's, in the order of the file.
        left_out: what stands in the file and is not in the action, because it could not be understood: a
            verdict that rests on the rest rests on less than was written.
    """

    action: Action | None
    document: Document
    problems: tuple[Problem, ...]
    left_out: tuple[Route, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether everything that was written is in the action."""
        return self.action is not None and self.document.complete and not self.left_out


def rests_on(route: Route) -> bool:
    """Whether a verdict may rest on what stands at this place of an action, or on the whole file.

    What is wrong there with the severity of an error leaves the verdict open: a ballot that was not read, a
    member that nobody knows, or a key that may be one of ours misspelt.
    """
    return not route or route[0] not in ONLY_TOLD


def is_charter(document: Document) -> bool:
    """Whether a file is a charter rather than an action under one."""
    if isinstance(document, Quick):
        keys: Collection[str] = document.values
    else:
        keys = document.root.entries if isinstance(document.root, Mapping) else ()
    return not _OF_CHARTERS.isdisjoint(keys) and "action" not in keys


def load(document: Document, charter: Charter | Register | None = None) -> LoadedAction:
    """Make an action of a file that was read; what cannot be understood is left out and said as a problem.

    Args:
        document: the file.
        charter: gives the time zone of times without an offset (UTC without it), and the names that the
            action may use; without it names are taken as they are. For many actions its ``Register``, made
            once.
    """
    register = Register(charter) if isinstance(charter, Charter) else charter
    if isinstance(document, Quick):
        at_once = _at_once(document.values, register)
        if at_once is not None:
            return LoadedAction(at_once, document, ())
    root = document.root
    if not isinstance(root, Mapping):
        return LoadedAction(None, document, tuple(map(_of_actions, document.problems)))
    context, values = _context(register), Values()
    faults: list[Fault] = []
    left_out: list[Route] = []
    try:
        action = Action.model_validate(values.of(root, ()), context=context)
    except ValidationError as error:
        action, faults, left_out = _in_rounds(root, values, error, context)
    faults += (shape.empty_value(place) for place in (*values.empty, *values.gaps))
    faults += _two_days(root, context)
    faults += _told_and_decided(root)
    if action.tally is not None and not {"ballots", "tally"} & {route[0] for route in left_out}:
        from coalcheck.engine.action.names import differing_counts

        heads = heads_in(None, action.electorate) if register is None else register.heads(action.electorate)
        faults += differing_counts(action, root, heads)
    if register is not None:
        from coalcheck.engine.action.names import crowded_rows, strange_names

        faults += strange_names(action, root, register)
        faults += crowded_rows(action, root, register)
    problems = document.problems
    if faults:
        found = [*problems, *told(faults, problems)]
        problems = tuple(sorted(found, key=lambda problem: problem.span))
    return LoadedAction(action, document, problems, tuple(left_out))


def _at_once(values: dict[str, Value], register: Register | None) -> Action | None:
    """The action of a file in which nothing is wrong; None where its tree is needed to tell."""
    if _has_two_moments(values) or ("happened" in values and not values.keys().isdisjoint(_OF_DECISIONS)):
        return None
    try:
        action = Action.model_validate(values, context=_context(register))
    except ValidationError:
        return None
    if action.tally is not None:
        return None
    if register is not None:
        from coalcheck.engine.action.known import is_known

        if not is_known(action, values, register):
            return None
    return action


def _has_two_moments(value: dict[str, Value] | list[Value]) -> bool:
    """Whether a day and a time stand side by side anywhere."""
    if isinstance(value, dict) and "at" in value and "date" in value:
        return True
    for part in value.values() if isinstance(value, dict) else value:
        if isinstance(part, (dict, list)) and _has_two_moments(part):
            return True
    return False


def _context(register: Register | None) -> dict[str, object]:
    return {ZONE: zone_in(None)} if register is None else register.context


def _in_rounds(
    root: Mapping, values: Values, error: ValidationError, context: dict[str, object]
) -> tuple[Action, list[Fault], list[Route]]:
    """What is left of an action after everything that is wrong in it, the faults, and where they are.

    Args:
        root: the file's keys.
        values: gives its values; what is left out is noted there.
        error: what is wrong with all of them.
        context: what is known of the charter.
    """
    start = Place((), root)
    faults: list[Fault] = []
    left_out: list[Route] = []
    for _ in range(ROUNDS):
        # Positions in what pydantic says count what this round was given.
        without = Kept(values.dropped)
        for detail in error.errors(include_url=False, include_input=False):
            place = find(start, detail["loc"], without)
            if place.route not in values.dropped:
                values.dropped.add(place.route)
                left_out.append(place.route)
            faults += faults_of(detail, place)
        values.empty.clear()
        try:
            return Action.model_validate(values.of(root, ()), context=context), faults, left_out
        except ValidationError as another:
            error = another
    return Action(), faults, left_out


def _of_actions(problem: Problem) -> Problem:
    return replace(problem, kind=NO_ACTION) if problem.kind in _NO_KEYS else problem


def _told_and_decided(root: Mapping) -> Iterator[Fault]:
    """What stands in a file of something that happened, and belongs to something that was decided."""
    if "happened" not in root.entries:
        return
    for key in _OF_DECISIONS:
        if key in root.entries:
            yield Fault(Problem("told-and-decided", root.entries[key].key.span, (key,), {"key": key}))


def _two_days(root: Mapping, context: dict[str, object]) -> Iterator[Fault]:
    """A day and a time of the same thing that do not lie on one day."""
    for part in _dated(root, ()):
        route, node = part
        day, time = (_moment(below(node, key), context) for key in ("date", "at"))
        if not isinstance(day, date) or not isinstance(time, datetime):
            continue
        same = day == time if isinstance(day, datetime) else day == time.date()
        if not same:
            place = find(Place((), root), (*route, "at"))
            written = shape.described(place.node)
            values = {"key": "at", "found": written, "expected": A_MOMENT}
            values["suggestion"] = f"The line with date says {day.isoformat()}. Keep the one that is right."
            yield Fault(Problem("time-unclear", place.span, place.route, values))


def _dated(root: Mapping, route: Route) -> Iterator[tuple[Route, Mapping]]:
    if {"date", "at"} <= set(root.entries):
        yield route, root
    for key, entry in root.entries.items():
        node = entry.value
        if isinstance(node, Mapping):
            yield from _dated(node, (*route, key))
        elif not isinstance(node, Scalar):
            for i, item in enumerate(node.items):
                if isinstance(item, Mapping):
                    yield from _dated(item, (*route, key, i))


def _moment(node: object, context: dict[str, object]) -> Moment | None:
    from pydantic_core import PydanticCustomError

    if not isinstance(node, Scalar):
        return None
    try:
        return moment_of(node.text, context)
    except PydanticCustomError:
        return None
