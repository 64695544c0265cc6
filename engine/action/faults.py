"""What is wrong with the shape of an action file: an error of pydantic becomes a problem with a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.action import answers
from coalcheck.engine.action.answers import ANSWERS
from coalcheck.engine.action.ballots import KEYS
from coalcheck.engine.action.model import Action
from coalcheck.engine.action.recorded import RECORDED, SPELT
from coalcheck.engine.charter import shape
from coalcheck.engine.charter.fault import Fault
from coalcheck.engine.charter.nearest import nearest
from coalcheck.engine.charter.private import is_private, private_below
from coalcheck.engine.charter.walk import part_at
from coalcheck.engine.source.node import Problem, Scalar, Span
from coalcheck.engine.wording.listing import join, some

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic_core import ErrorDetails

    from coalcheck.engine.charter.place import Place
    from coalcheck.engine.source.node import Route

A_BALLOT: Final = "an answer, such as for, against or abstain"
VOTERS: Final = "a list of members; of a row that stands for many, write developers: {for: 500, against: 20}"
OF_BALLOTS: Final = frozenset({"ballots", "boards", "override"})
"""Keys below which ballots stand."""
WITH_A_TEXT: Final = frozenset({"time-unclear", "tally-too-many", "ballot-twice"})

CALLED: Final = {
    "attendance": "present",
    "attended": "present",
    "budget": "amount",
    "concerns": "subject",
    "cost": "amount",
    "day": "date",
    "deadline": "closes",
    "decision": "action",
    "description": "about",
    "eligible": "electorate",
    "kind": "action",
    "money": "amount",
    "name": "title",
    "on": "date",
    "outcome": "recorded",
    "partners": "with",
    "proposer": "proposed_by",
    "proxy": "proxies",
    "result": "recorded",
    "seconded_by": "seconds",
    "seconder": "seconds",
    "sent": "notice",
    "topic": "topics",
    "veto": "vetoes",
    "vote": "ballots",
    "voters": "electorate",
    "votes": "ballots",
    "when": "date",
}
"""Words for a key of the first level that are not spelt like it."""

CALLED_BELOW: Final = {
    "holder": "by",
    "member": "by",
    "result": "outcome",
    "answer": "vote",
    "because": "reason",
    "when": "at",
    "on": "date",
    "day": "date",
    "count": "heads",
}
"""The same of keys below."""


def faults_of(error: ErrorDetails, place: Place) -> Iterator[Fault]:
    """The fault behind one error; and whatever is private in what is left out with it.

    Args:
        error: as pydantic gives it.
        place: where the error is.
    """
    kind = error["type"]
    if kind == "extra_forbidden" and is_private(str(place.route[-1]), place.node):
        yield _private(place.key_span, place.route)
        return
    if kind == "extra_forbidden":
        yield unknown_key(place, _known(error["loc"]))
    elif kind == "answer-unknown":
        yield not_an_answer(place, at_key="[key]" in error["loc"])
    elif kind == "recorded-unknown":
        yield _not_recorded(place)
    elif kind == "ballot-unclear":
        yield _wrong_type(place, A_BALLOT)
    elif kind == "rows-unclear":
        yield _wrong_type(place, VOTERS)
    elif kind in WITH_A_TEXT:
        yield _told(place, error)
    else:
        yield shape.fault_of(error, place, ())
    for route, entry in private_below(place.node, place.route):
        yield _private(entry.key.span, route)


def unknown_key(place: Place, known: Sequence[str]) -> Fault:
    """A key that cannot stand where it stands."""
    return unknown_key_of(str(place.route[-1]), known, place.key_span, place.route)


def unknown_key_of(key: str, known: Sequence[str], span: Span, route: Route) -> Fault:
    """A key, or the name of a column, that is none of those that can stand there."""
    values = {"key": key, "found": key, "expected": ", ".join(known)}

    def fill_in(values: dict[str, str]) -> None:
        called = CALLED if len(route) == 1 else CALLED_BELOW
        word = called.get(key.lower(), "")
        meant = word if word in known else nearest(key, known)
        what = f"What can stand here: {some(known, shape.MOST_LISTED)}."
        values |= {"suggestion": f"Did you mean {meant}?" if meant else what, "repair": meant}

    return Fault(Problem("unknown-key", span, route, values), fill_in)


def not_an_answer(place: Place, *, at_key: bool = False) -> Fault:
    """A word that is none of the answers; or something else where an answer is read."""
    if not at_key and not isinstance(place.node, Scalar):
        return _wrong_type(place, A_BALLOT)
    span = place.key_span if at_key else place.span
    found = str(place.route[-1]) if at_key else shape.described(place.node)
    key = str(place.route[-2] if at_key and len(place.route) > 1 else _key(place.route))
    return no_answer(found, key, span, place.route)


def no_answer(found: str, key: str, span: Span, route: Route) -> Fault:
    """A word that is none of the answers, wherever it is written."""
    values = {"key": key, "found": found, "expected": join(*ANSWERS, last="or")}

    def fill_in(values: dict[str, str]) -> None:
        meant = answers.meant(found)
        only = f"What can stand here: {join(*ANSWERS, last='or')}."
        values |= {"suggestion": f"Did you mean {meant}?" if meant else only, "repair": meant}

    return Fault(Problem("not-one-of", span, route, values), fill_in)


def _not_recorded(place: Place) -> Fault:
    expected = join(*RECORDED, last="or")
    if not isinstance(place.node, Scalar):
        return _wrong_type(place, expected)
    found = shape.described(place.node)
    meant = nearest(found, (*RECORDED, *SPELT))
    suggestion = f"Did you mean {meant}?" if meant else f"What can stand here: {expected}."
    values = {"key": _key(place.route), "found": found, "expected": expected, "suggestion": suggestion}
    return Fault(Problem("not-one-of", place.span, place.route, values | {"repair": meant}))


def _wrong_type(place: Place, expected: str) -> Fault:
    values = {"key": _key(place.route), "found": shape.described(place.node), "expected": expected}
    values["suggestion"] = f"What can stand here is {expected}."
    return Fault(Problem("wrong-type", place.span, place.route, values))


def _told(place: Place, error: ErrorDetails) -> Fault:
    values = {"key": _key(place.route), "found": shape.described(place.node)}
    values |= {name: str(text) for name, text in error.get("ctx", {}).items()}
    at_key = place.entry is not None and place.route[-1] == values["found"]
    return Fault(Problem(error["type"], place.key_span if at_key else place.span, place.route, values))


def _private(span: Span, route: Route) -> Fault:
    key = str(route[-1])
    return Fault(Problem(shape.PRIVATE, span, route, {"key": key, "found": key}))


def _known(steps: Sequence[str | int]) -> tuple[str, ...]:
    if OF_BALLOTS & {step for step in steps[:-1] if isinstance(step, str)}:
        return KEYS
    part = part_at(Action, steps[:-1])
    return shape.keys_of(part) if part else ()


def _key(route: Route) -> str:
    return next((step for step in reversed(route) if isinstance(step, str)), "")
