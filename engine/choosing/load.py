"""From a tree to a private file: what is wrong is said and left out, and nothing else is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from coalcheck.engine.charter import shape
from coalcheck.engine.charter.charter import Charter
from coalcheck.engine.charter.fault import Fault, told
from coalcheck.engine.charter.nearest import nearest
from coalcheck.engine.charter.place import Kept, Place, Values, find
from coalcheck.engine.charter.walk import part_at
from coalcheck.engine.choosing.model import FORMAT, Choosing
from coalcheck.engine.source.node import Document, Mapping, Problem
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as Steps

    from pydantic_core import ErrorDetails

ROUNDS = 1000
"""How often the file is asked at most; each time at least one fault of it has been left out."""
_OF_CHARTERS = frozenset({"coalcheck", "members", "decisions"})


class Loaded(NamedTuple):
    """A private file as far as it could be read, and everything that is wrong with it.

    Attributes:
        choosing: None only where the file holds no keys at all.
        document: the file as read.
        problems: the reader's and the model's, in the order of the file.
    """

    choosing: Choosing | None
    document: Document
    problems: tuple[Problem, ...]


def is_charter(document: Document) -> bool:
    """Whether a file is a charter, which all share, rather than a private file."""
    root = document.root
    return (
        isinstance(root, Mapping)
        and bool(_OF_CHARTERS & set(root.entries))
        and "choosing" not in root.entries
    )


def load(document: Document) -> Loaded:
    """Make a private file of a document; what cannot be understood is left out and said as a problem."""
    root = document.root
    if not isinstance(root, Mapping):
        return Loaded(None, document, document.problems)
    start, values = Place((), root), Values()
    faults: list[Fault] = []
    choosing = Choosing()
    for _ in range(ROUNDS):
        values.empty.clear()
        try:
            choosing = Choosing.model_validate(values.of(root, ()))
            break
        except ValidationError as error:
            # Positions in what pydantic says count what this round was given.
            without = Kept(values.dropped)
            for detail in error.errors(include_url=False, include_input=False):
                place = find(start, detail["loc"], without)
                values.dropped.add(place.route)
                faults.append(_fault(detail, place))
    faults += (shape.empty_value(place) for place in (*values.empty, *values.gaps))
    faults += _strange_deal_breakers(choosing, start)
    problems = sorted(
        [*document.problems, *told(faults, document.problems)], key=lambda problem: problem.span
    )
    return Loaded(choosing, document, tuple(problems))


def _fault(error: ErrorDetails, place: Place) -> Fault:
    if error["type"] == "extra_forbidden":
        part = part_at(Choosing, error["loc"][:-1])
        return _unknown_key(place, shape.keys_of(part) if part else ())
    if place.route == ("choosing",):
        return shape.other_format(place, FORMAT)
    return shape.fault_of(error, place, ())


def _unknown_key(place: Place, known: Steps[str]) -> Fault:
    key = str(place.route[-1])
    values = {"key": key, "found": key, "expected": ", ".join(known)}

    def fill_in(values: dict[str, str]) -> None:
        meant = nearest(key, known)
        if meant:
            values |= {"suggestion": f"Did you mean {meant}?", "repair": meant}
        elif len(place.route) == 1 and key in Charter.__pydantic_fields__:
            values["suggestion"] = f"Write {key} in the charter, if it is for all to read."
        else:
            values["suggestion"] = f"What can stand here: {', '.join(known)}."

    return Fault(Problem("unknown-key", place.key_span, place.route, values), fill_in)


def _strange_deal_breakers(choosing: Choosing, start: Place) -> Iterator[Fault]:
    """Answers to a question that was not put: a deal-breaker in other words than yours."""
    ours = choosing.our_deal_breakers
    for name, candidate in choosing.candidates.items():
        for text in candidate.deal_breakers:
            if text in ours:
                continue
            place = find(start, ("candidates", name, "deal_breakers", text))
            meant = nearest(text, ours)
            if meant:
                suggestion = f"Did you mean {meant}?"
            elif ours:
                suggestion = f"What can stand here: {join(*ours, last='or')}."
            else:
                suggestion = "Write it under our_deal_breakers too, in the same words."
            values = {"found": text, "expected": "one of your deal-breakers", "suggestion": suggestion}
            yield Fault(Problem("unknown-name", place.key_span, place.route, values | {"repair": meant}))
