"""What is wrong with the shape of a test file: an error of pydantic becomes a problem with a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import ValidationError

from coalcheck.engine.action.faults import CALLED
from coalcheck.engine.charter import shape
from coalcheck.engine.charter.fault import Fault
from coalcheck.engine.charter.nearest import nearest
from coalcheck.engine.charter.place import Kept, Place, Values, find
from coalcheck.engine.decide.verdict import OUTCOMES
from coalcheck.engine.scenario.words import OUTCOME_UNKNOWN, SPELT
from coalcheck.engine.source.node import Mapping, Problem, Scalar
from coalcheck.engine.wording.listing import join, some

if TYPE_CHECKING:
    from collections.abc import Mapping as AbstractMapping
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails

    from coalcheck.engine.charter.part import Part
    from coalcheck.engine.source.node import Entry, Route

_P = TypeVar("_P", bound="Part")
ROUNDS: Final = 100
"""How often a part is asked at most; each time at least one fault of it has been left out."""
EXPECTED: Final = {
    "fewest": "a number of votes, such as 1, or none",
    "unwanted": "yes, or a list of codes such as [D312]",
    "date_type": "a day such as 2026-05-01",
}
CALLED_HERE: Final = CALLED | {
    "abstained": "abstain",
    "because": "why",
    "case": "cases",
    "clause": "by",
    "code": "findings",
    "codes": "findings",
    "decided_by": "by",
    "decision": "action",
    "description": "why",
    "each": "table",
    "expected": "expect",
    "finding": "findings",
    "name": "test",
    "no": "against",
    "outcome": "expect",
    "result": "expect",
    "scenarios": "cases",
    "tests": "cases",
    "title": "test",
    "today": "as_of",
    "verdict": "expect",
    "yes": "for",
}
"""Words for a key that are not spelt like it."""


def part_of(
    model: type[_P], entries: AbstractMapping[str, Entry], node: Mapping, route: Route
) -> tuple[_P, list[Fault]]:
    """Make a part of some entries; what cannot be understood is left out and told.

    Args:
        model: the part.
        entries: what of the mapping belongs to it.
        node: the mapping in which they stand.
        route: where that is.
    """
    own = Mapping(dict(entries), node.span, node.flow)
    start, values, faults = Place(route, own), Values(), list[Fault]()
    part = model()
    for _ in range(ROUNDS):
        values.empty.clear()
        try:
            part = model.model_validate(values.of(own, route))
            break
        except ValidationError as error:
            without = Kept(values.dropped)
            for detail in error.errors(include_url=False, include_input=False):
                place = find(start, detail["loc"], without)
                if place.route in values.dropped:
                    continue
                values.dropped.add(place.route)
                faults.append(_fault(detail, place, model))
    faults += (shape.empty_value(place) for place in (*values.empty, *values.gaps))
    return part, faults


def unknown_key(place: Place, known: Sequence[str]) -> Fault:
    """A key that cannot stand where it stands."""
    key = str(place.route[-1])
    values = {"key": key, "found": key, "expected": ", ".join(known)}

    def fill_in(values: dict[str, str]) -> None:
        word = CALLED_HERE.get(key.lower(), "")
        meant = word if word in known else nearest(key, known)
        what = f"What can stand here: {some(known, shape.MOST_LISTED)}."
        values |= {"suggestion": f"Did you mean {meant}?" if meant else what, "repair": meant}

    return Fault(Problem("unknown-key", place.key_span, place.route, values), fill_in)


def wrong_type(place: Place, expected: str) -> Fault:
    """Something else than what can stand there."""
    key = next((step for step in reversed(place.route) if isinstance(step, str)), "")
    values = {"key": key, "found": shape.described(place.node), "expected": expected}
    values["suggestion"] = f"What can stand here is {expected}."
    return Fault(Problem("wrong-type", place.span, place.route, values))


def unknown_word(place: Place, found: str, known: Sequence[str], said: str = "") -> Fault:
    """A word that is none of those that can stand there."""
    key = next((step for step in reversed(place.route) if isinstance(step, str)), "")
    values = {"key": key, "found": found, "expected": said or join(*known, last="or")}

    def fill_in(values: dict[str, str]) -> None:
        meant = nearest(found, known)
        only = f"What can stand here: {values['expected']}."
        values |= {"suggestion": f"Did you mean {meant}?" if meant else only, "repair": meant}

    return Fault(Problem("not-one-of", place.span, place.route, values), fill_in)


def _fault(error: ErrorDetails, place: Place, model: type[Part]) -> Fault:
    kind = error["type"]
    if kind == "extra_forbidden":
        from coalcheck.engine.charter.walk import part_at

        part = part_at(model, error["loc"][:-1])
        return unknown_key(place, shape.keys_of(part) if part else ())
    if kind == OUTCOME_UNKNOWN and isinstance(place.node, Scalar):
        return unknown_word(
            place, shape.described(place.node), (*OUTCOMES, *SPELT), join(*OUTCOMES, last="or")
        )
    if kind == OUTCOME_UNKNOWN:
        return wrong_type(place, join(*OUTCOMES, last="or"))
    if kind in EXPECTED:
        return wrong_type(place, EXPECTED[kind])
    return shape.fault_of(error, place, ())
