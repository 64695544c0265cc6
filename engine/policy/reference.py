"""The reference matcher: what a policy means, in plain Python, to be read in one sitting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from coalcheck.engine.facts.fact import Fact, Subject, Value
from coalcheck.engine.policy.condition import All, Any, Condition, Not, Test
from coalcheck.engine.policy.matcher import Kinds, Match
from coalcheck.engine.policy.model import Policy


def holds(condition: Condition, values: Mapping[str, Value]) -> bool:
    """Whether a condition holds of one fact's properties."""
    match condition:
        case All(parts):
            return all(holds(part, values) for part in parts)
        case Any(parts):
            return any(holds(part, values) for part in parts)
        case Not(part):
            return not holds(part, values)
        case Test():
            return _compares(condition, values)
        case _:
            assert_never(condition)


def _compares(test: Test, values: Mapping[str, Value]) -> bool:
    if test.comparator == "missing":
        return (test.fact not in values) is test.value
    if test.fact not in values:
        return False
    value = values[test.fact]
    match test.comparator:
        case "is":
            return _same(value, test.value)
        case "in":
            named = test.value if isinstance(test.value, tuple) else (test.value,)
            return any(_same(value, each) for each in named)
        case "above" | "below" | "at_least" | "at_most":
            if type(value) is not int or type(test.value) is not int:
                return False
            return _orders(test.comparator, value, test.value)
        case _:
            assert_never(test.comparator)


def _orders(comparator: str, value: int, named: int) -> bool:
    match comparator:
        case "above":
            return value > named
        case "below":
            return value < named
        case "at_least":
            return value >= named
        case _:
            return value <= named


def _same(one: object, other: object) -> bool:
    """Equal and of one kind: in Python alone, True would equal 1."""
    return type(one) is type(other) and one == other


class ReferenceMatcher:
    """Ask every policy about every fact of its subject."""

    name = "reference"

    def __init__(self, policies: Sequence[Policy]) -> None:
        self._kinds = Kinds(policies)
        self._by_subject: dict[Subject, list[Policy]] = {}
        for policy in policies:
            self._by_subject.setdefault(policy.subject, []).append(policy)

    def match(self, facts: Sequence[Fact]) -> frozenset[Match]:
        """Every match of every policy; see ``Matcher``."""
        self._kinds.check(facts)
        return frozenset(
            (policy.code, index)
            for index, fact in enumerate(facts)
            for policy in self._by_subject.get(fact.subject, ())
            if holds(policy.when, fact.values)
        )
