"""A policy's condition in words, from the table of what each property means."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from coalcheck.engine.policy.condition import All, Any, Not, Test
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coalcheck.engine.facts.fact import Property, Value
    from coalcheck.engine.policy.condition import Condition

_NUMBERS = {"above": "more than", "below": "fewer than", "at_least": "at least", "at_most": "at most"}


def outline(condition: Condition, known: Mapping[str, Property], depth: int = 0) -> list[str]:
    """Put a condition as an outline: one comparison a line, what belongs together indented below its head.

    Args:
        condition: the tree of a policy's ``when``.
        known: the properties of the policy's subject.
        depth: how far the first line is indented, in steps of two blanks.
    """
    margin = "  " * depth
    match condition:
        case Test():
            return [f"{margin}{_comparison(condition, known)}"]
        case Not(part):
            return [f"{margin}this does not hold:", *outline(part, known, depth + 1)]
        case All(parts) | Any(parts) if len(parts) == 1:
            return outline(parts[0], known, depth)
        case All(parts):
            head = f"{margin}all of these:"
        case Any(parts):
            head = f"{margin}at least one of these:"
        case _:
            assert_never(condition)
    return [head, *(line for part in parts for line in outline(part, known, depth + 1))]


def _comparison(test: Test, known: Mapping[str, Property]) -> str:
    about = known[test.fact].about.rstrip(".") if test.fact in known else test.fact
    return f'"{about}": {_expected(test)}'


def _expected(test: Test) -> str:
    if test.comparator == "missing":
        return "not known" if test.value else "known"
    if test.comparator in _NUMBERS:
        return f"{_NUMBERS[test.comparator]} {test.value}"
    values = test.value if isinstance(test.value, tuple) else (test.value,)
    return join(*map(_word, values), last="or")


def _word(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
