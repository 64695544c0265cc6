"""What is wrong with the shape of a charter: an error of pydantic becomes a problem with a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.charter.charter import Charter
from coalcheck.engine.charter.fault import Fault
from coalcheck.engine.charter.misplaced import home, renamed
from coalcheck.engine.charter.missing import REQUIRED, respelt
from coalcheck.engine.charter.nearest import nearest
from coalcheck.engine.charter.place import Place, first_line
from coalcheck.engine.charter.private import is_private, private_below
from coalcheck.engine.charter.walk import part_at
from coalcheck.engine.source.node import Mapping, Node, Problem, Route, Scalar, Sequence, Span
from coalcheck.engine.wording.listing import join, some

if TYPE_CHECKING:
    from collections.abc import Sequence as Steps

    from pydantic_core import ErrorDetails

    from coalcheck.engine.charter.part import Part

EXPECTED = {
    "string_type": "a sentence or a word",
    "id_type": "a short name",
    "tuple_type": "a list, one item a line, each after a dash",
    "dict_type": "names, each with a colon and what belongs to it",
    "model_type": "keys, each with a colon and what belongs to it",
    "bool_type": "yes or no",
    "int_type": "a whole number, such as 1 or 30",
    "greater_than_equal": "a whole number of 1 or more",
    "joint_type": "yes, no, or how many of them must act together, such as 2",
}
QUANTITIES = ("number-with-separators", "date-unclear", "quantity-unclear")
PRIVATE = "private-in-charter"
LONGEST_QUOTE = 60
MOST_LISTED = 16
NOTHING = frozenset({"none", "no", "nothing", "n/a", "-"})
"""What people write behind a key that has nothing to say."""


def fault_of(error: ErrorDetails, place: Place, start: Route) -> Fault:
    """The fault behind one error.

    Args:
        error: as pydantic gives it.
        place: where the error is.
        start: where the steps of the error begin.
    """
    kind = error["type"]
    if kind == "extra_forbidden":
        part = part_at(Charter, (*start, *error["loc"][:-1]))
        return unknown_key(place, keys_of(part) if part else ())
    if kind == "literal_error":
        # Where the names of a mapping are a choice, it is the key that is none of them.
        return unknown_key(place, _choices(error)) if "[key]" in error["loc"] else _not_one_of(place, error)
    if kind == "name-unclear":
        return _unclear_name(place, at_key="[key]" in error["loc"])
    values = _values(place)
    if kind in QUANTITIES:
        values |= {name: str(text) for name, text in error["ctx"].items()}
        if isinstance(place.node, Scalar):
            return Fault(Problem(kind, place.span, place.route, values))
    elif kind == "greater_than_equal":
        kind = "quantity-unclear"
        values |= {"expected": EXPECTED["greater_than_equal"], "repair": ""}
    else:
        values["expected"] = EXPECTED.get(kind, "something else")
    values["suggestion"] = f"What can stand here is {values['expected']}."
    if len(place.route) == 1 and values["key"] not in REQUIRED and values["found"].lower() in NOTHING:
        values["suggestion"] = "Leave the line out: what is not written is not there."
    kind = kind if kind == "quantity-unclear" else "wrong-type"
    return Fault(Problem(kind, place.span, place.route, values))


def refused(fault: Fault, place: Place) -> list[Fault]:
    """A fault, and whatever is private in what is left out with it: nothing of that may stay unsaid."""
    if fault.problem.kind == PRIVATE:
        return [fault]
    key, part = str(place.route[-1]), part_at(Charter, place.route[:-1])
    if is_private(key, place.node) and not (part and key in keys_of(part)):
        return [_private(place.key_span, place.route, key)]
    below = private_below(place.node, place.route)
    return [fault, *(_private(entry.key.span, route, str(route[-1])) for route, entry in below)]


def _private(span: Span, route: Route, key: str) -> Fault:
    return Fault(Problem(PRIVATE, span, route, {"key": key, "found": key}))


def described(node: Node) -> str:
    """What stands at a place, for a message: as written if it is a text, named if it is more."""
    if isinstance(node, Mapping):
        return "a group of keys"
    if isinstance(node, Sequence):
        return "a list"
    text = " ".join(node.text.split())
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1].rstrip()}…"


def keys_of(model: type[Part]) -> tuple[str, ...]:
    """The keys that a part can have, as they are written, in the order of the model."""
    return tuple(info.alias or name for name, info in model.__pydantic_fields__.items())


def unknown_key(place: Place, known: Steps[str]) -> Fault:
    """A key that cannot stand where it stands; or one that belongs into a private file."""
    key = str(place.route[-1])
    if is_private(key, place.node):
        return _private(place.key_span, place.route, key)
    values = {"key": key, "found": key}

    def fill_in(values: dict[str, str]) -> None:
        meant = renamed(place.route) or nearest(key, known)
        if meant:
            suggestion = f"Did you mean {meant}?"
        else:
            suggestion = home(place.route) or f"What can stand here: {some(known, MOST_LISTED)}."
        values |= {"expected": ", ".join(known), "suggestion": suggestion, "repair": meant}

    return Fault(Problem("unknown-key", place.key_span, place.route, values), fill_in)


def empty_value(place: Place) -> Fault:
    """A key behind which nothing is written, or such an item of a list."""
    key = _key(place)
    return Fault(Problem("empty-value", place.key_span, place.route, {"key": key, "found": key}))


def other_format(place: Place, version: int) -> Fault:
    """A charter of a format that this release does not know."""
    values = _values(place) | {"expected": str(version)}
    return Fault(Problem("format-version-unknown", place.span, place.route, values))


def _key(place: Place) -> str:
    return next((step for step in reversed(place.route) if isinstance(step, str)), "")


def _values(place: Place) -> dict[str, str]:
    return {"key": _key(place), "found": described(place.node)}


def _not_one_of(place: Place, error: ErrorDetails) -> Fault:
    choices = _choices(error)
    values = _values(place) | {"expected": join(*choices, last="or"), "suggestion": _only(choices)}
    if not isinstance(place.node, Scalar):
        return Fault(Problem("wrong-type", place.span, place.route, values))

    def fill_in(values: dict[str, str]) -> None:
        meant = nearest(values["found"], choices)
        if meant:
            values |= {"suggestion": f"Did you mean {meant}?", "repair": meant}

    return Fault(Problem("not-one-of", place.span, place.route, values), fill_in)


def _only(choices: Steps[str]) -> str:
    if len(choices) == 1:
        return f"The only word that can stand here is {choices[0]}."
    return f"What can stand here: {join(*choices, last='or')}."


def _choices(error: ErrorDetails) -> tuple[str, ...]:
    text = str(error["ctx"]["expected"]).replace(" or ", ", ")
    return tuple(part.strip("' ") for part in text.split(", "))


def _unclear_name(place: Place, *, at_key: bool) -> Fault:
    span = place.key_span if at_key else first_line(place.node)
    found = str(place.route[-1]) if at_key else described(place.node)
    repair = respelt(found)
    suggestion = f"Write {repair}." if repair else "Use letters, digits and hyphens."
    values = _values(place) | {"found": found, "repair": repair, "suggestion": suggestion}
    return Fault(Problem("name-unclear", span, place.route, values))
