"""A condition as the ways in which it can hold: no ``not``, no ``any``, each way a plain list.

``not`` is pushed inwards until it meets a comparison, and there becomes the two ways in which a comparison
fails: the property is absent, or it is there and compares otherwise. ``any`` and ``in`` become several ways.
Ways that contradict themselves are left out, so a condition without any can never hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Literal, TypeAlias, assert_never

from msgspec import Struct

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.policy.condition import All, Any, Condition, Not, Test, tests

Relation: TypeAlias = Literal["is", "is_not", "above", "below", "at_least", "at_most", "missing", "present"]


class Atom(Struct, frozen=True):
    """One thing that holds of one property; ``is_not`` says that it is there and differs.

    ``value`` is True for ``missing`` and ``present``.
    """

    fact: str
    relation: Relation
    value: Value


Way: TypeAlias = tuple[Atom, ...]

LIMIT = 256
"""The most values that a condition may name, and the most ways in which it may hold."""


class TooManyWays(Exception):
    """A condition covers more cases than a matcher should be asked to look for."""


def alternatives(condition: Condition) -> tuple[Way, ...]:
    """Every way in which a condition can hold, without doubles, in the order in which they are written.

    Raises:
        TooManyWays: there would be more than ``LIMIT``, or the condition names more values than that.
    """
    if sum(len(test.value) if isinstance(test.value, tuple) else 1 for test in tests(condition)) > LIMIT:
        raise TooManyWays
    return tuple(dict.fromkeys(_ways(condition, negated=False)))


def _ways(condition: Condition, *, negated: bool) -> list[Way]:
    match condition:
        case Test():
            return _failing(condition) if negated else _holding(condition)
        case Not(part):
            return _ways(part, negated=not negated)
        case All(parts):
            each = [_ways(part, negated=negated) for part in parts]
            return _either(each) if negated else _together(each)
        case Any(parts):
            each = [_ways(part, negated=negated) for part in parts]
            return _together(each) if negated else _either(each)
        case _:
            assert_never(condition)


def _either(each: list[list[Way]]) -> list[Way]:
    ways = [way for part in each for way in part]
    if len(ways) > LIMIT:
        raise TooManyWays
    return ways


def _together(each: list[list[Way]]) -> list[Way]:
    ways: list[Way] = [()]
    for part in each:
        if len(ways) * len(part) > LIMIT:
            raise TooManyWays
        joined = (tuple(dict.fromkeys(one + other)) for one, other in product(ways, part))
        ways = [way for way in joined if _can_hold(way)]
    return ways


def _holding(test: Test) -> list[Way]:
    value = test.value
    if isinstance(value, tuple):
        return [(Atom(test.fact, "is", each),) for each in value]
    match test.comparator:
        case "missing":
            return [(Atom(test.fact, "missing" if value else "present", value=True),)]
        case "is" | "above" | "below" | "at_least" | "at_most":
            return [(Atom(test.fact, test.comparator, value),)]
        case "in":
            return [(Atom(test.fact, "is", value),)]
        case _:
            assert_never(test.comparator)


def _failing(test: Test) -> list[Way]:
    absent = (Atom(test.fact, "missing", value=True),)
    value = test.value
    if isinstance(value, tuple):
        return [absent, *_together([[(_other_than(test.fact, each),)] for each in value])]
    match test.comparator:
        case "missing":
            return [(Atom(test.fact, "present" if value else "missing", value=True),)]
        case "is" | "in":
            return [absent, (_other_than(test.fact, value),)]
        case "above":
            return [absent, (Atom(test.fact, "at_most", value),)]
        case "below":
            return [absent, (Atom(test.fact, "at_least", value),)]
        case "at_least":
            return [absent, (Atom(test.fact, "below", value),)]
        case "at_most":
            return [absent, (Atom(test.fact, "above", value),)]
        case _:
            assert_never(test.comparator)


def _other_than(fact: str, value: Value) -> Atom:
    """Say that a property is there and differs; a bool that differs is the other one."""
    return Atom(fact, "is", not value) if isinstance(value, bool) else Atom(fact, "is_not", value)


def _can_hold(way: Iterable[Atom]) -> bool:
    """Whether some fact could meet all of a way; exact, as properties do not depend on one another."""
    by_fact: dict[str, list[Atom]] = {}
    for atom in way:
        by_fact.setdefault(atom.fact, []).append(atom)
    return all(_can_be(atoms) for atoms in by_fact.values())


def _can_be(atoms: list[Atom]) -> bool:
    if any(atom.relation == "missing" for atom in atoms):
        return all(atom.relation == "missing" for atom in atoms)
    equal = {(type(atom.value), atom.value) for atom in atoms if atom.relation == "is"}
    other = {(type(atom.value), atom.value) for atom in atoms if atom.relation == "is_not"}
    if len(equal) > 1 or equal & other:
        return False
    least = max((_least(atom) for atom in atoms if atom.relation in ("above", "at_least")), default=None)
    most = min((_most(atom) for atom in atoms if atom.relation in ("below", "at_most")), default=None)
    if equal:
        value = next(iter(equal))[1]
        bounded = least is not None or most is not None
        return not bounded or (
            isinstance(value, int) and (least is None or value >= least) and (most is None or value <= most)
        )
    if least is None or most is None:
        return True
    # The numbers in between, less those excluded one by one: cheap, as only excluded ones are counted.
    excluded = sum(1 for _, value in other if isinstance(value, int) and least <= value <= most)
    return most - least + 1 > excluded


def _least(atom: Atom) -> int:
    return int(atom.value) + (atom.relation == "above")


def _most(atom: Atom) -> int:
    return int(atom.value) - (atom.relation == "below")
