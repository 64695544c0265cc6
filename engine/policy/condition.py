"""What must hold of a fact: the closed tree of a policy's ``when``.

The one reading, for every matcher: a comparison with a property that is absent is false, ``missing: true``
is true exactly where it is absent, and ``not`` turns the answer round. Types never mix: true is no number,
and no text is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, assert_never, get_args

from msgspec import Struct

from coalcheck.engine.facts.fact import Value

Comparator: TypeAlias = Literal["is", "in", "above", "below", "at_least", "at_most", "missing"]
COMPARATORS: tuple[Comparator, ...] = get_args(Comparator)

ORDERINGS: tuple[Comparator, ...] = ("above", "below", "at_least", "at_most")
"""The comparators that make sense of numbers only."""

NUMBER_LIMIT = 2**53
"""Numbers in a policy lie strictly between minus this and this; a fact may hold any."""


class Test(Struct, frozen=True):
    """One property compared with what the policy names.

    ``value`` is a tuple for ``in``, a bool for ``missing``, an int for the orderings, anything for ``is``.
    """

    fact: str
    comparator: Comparator
    value: Value | tuple[Value, ...]


class All(Struct, frozen=True):
    """Every part holds."""

    parts: tuple[Condition, ...]


class Any(Struct, frozen=True):
    """At least one part holds."""

    parts: tuple[Condition, ...]


class Not(Struct, frozen=True):
    """The part does not hold."""

    part: Condition


Condition: TypeAlias = All | Any | Not | Test


def tests(condition: Condition) -> Iterator[Test]:
    """Yield every comparison of a condition, in the order in which it is written."""
    match condition:
        case Test():
            yield condition
        case Not(part):
            yield from tests(part)
        case All(parts) | Any(parts):
            for part in parts:
                yield from tests(part)
        case _:
            assert_never(condition)
