"""From YAML to a condition: ``all`` / ``any`` / ``not`` over ``fact: value`` or ``fact: {above: 2}``.

Everything is held against the table of facts here, so that a matcher never meets a property that does not
exist or a comparison of unlike kinds.
"""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping

from coalcheck.engine.facts.fact import Kind, Property, Subject, Value
from coalcheck.engine.policy.alternatives import LIMIT, TooManyWays, alternatives
from coalcheck.engine.policy.condition import (
    COMPARATORS,
    NUMBER_LIMIT,
    ORDERINGS,
    All,
    Any,
    Comparator,
    Condition,
    Not,
    Test,
)
from coalcheck.engine.policy.faults import Faults, shortened
from coalcheck.engine.source.node import Entry, Mapping, Node, Route, Scalar, Sequence
from coalcheck.engine.source.scalars import plain

LONGEST_TEXT = 200
"""Code points of a text that a condition may name."""

_KINDS = {bool: "true or false", int: "a whole number", str: "text"}
_SAMPLES = {bool: "true", int: "2", str: "draft"}


def read_condition(
    node: Node, subject: Subject, table: AbstractMapping[str, Property], faults: Faults
) -> Condition | None:
    """Read the value of ``when``; None where something is wrong with it, which is then in ``faults``."""
    condition = _Reader(subject, table, faults).condition(node, ("when",))
    if condition is None:
        return None
    try:
        if alternatives(condition):
            return condition
    except TooManyWays:
        faults.add("policy-too-wide", node.span, ("when",), expected=f"{LIMIT}")
    else:
        faults.add("policy-never-holds", node.span, ("when",))
    return None


class _Reader:
    """One condition being read; every mistake is noted, not only the first."""

    def __init__(self, subject: Subject, table: AbstractMapping[str, Property], faults: Faults) -> None:
        self._subject = subject
        self._table = table
        self._faults = faults

    def condition(self, node: Node, route: Route) -> Condition | None:
        if not isinstance(node, Mapping):
            sample = next(iter(self._table), "fact")
            self._faults.wrong_type(node, route, "facts with what they must be", f"{{{sample}: …}}")
            return None
        return self._joined(All, node, [self._entry(entry, route) for entry in node.entries.values()], route)

    def _joined(
        self, kind: type[All | Any], node: Node, parts: list[Condition | None], route: Route
    ) -> Condition | None:
        if not parts:
            self._faults.add("policy-incomplete", node.span, route, key=str(route[-1]))
            return None
        sound = tuple(part for part in parts if part is not None)
        if len(sound) < len(parts):
            return None
        return sound[0] if len(sound) == 1 else kind(sound)

    def _entry(self, entry: Entry, route: Route) -> Condition | None:
        key = entry.key.text
        here = (*route, key)
        match key:
            case "all":
                return self._several(All, entry.value, here)
            case "any":
                return self._several(Any, entry.value, here)
            case "not":
                part = self.condition(entry.value, here)
                return None if part is None else Not(part)
        known = self._table.get(key)
        if known is None:
            self._faults.unknown("policy-unknown-fact", entry.key, here, self._table, detail=self._subject)
            return None
        return self._compared(key, known.kind, entry.value, here)

    def _several(self, kind: type[All | Any], node: Node, route: Route) -> Condition | None:
        if isinstance(node, Sequence):
            parts = [self.condition(item, (*route, index)) for index, item in enumerate(node.items)]
        elif isinstance(node, Mapping):
            parts = [self._entry(entry, route) for entry in node.entries.values()]
        else:
            self._faults.wrong_type(node, route, "a list of conditions", "a list, one condition a line")
            return None
        return self._joined(kind, node, parts, route)

    def _compared(self, fact: str, kind: Kind, node: Node, route: Route) -> Condition | None:
        if isinstance(node, Scalar):
            value = self._value(node, kind, route)
            return None if value is None else Test(fact, "is", value)
        if isinstance(node, Sequence):
            self._faults.wrong_type(node, route, f"{_KINDS[kind]}, or a comparison", "{in: […]}")
            return None
        parts = [self._test(fact, kind, entry, route) for entry in node.entries.values()]
        return self._joined(All, node, parts, route)

    def _test(self, fact: str, kind: Kind, entry: Entry, route: Route) -> Condition | None:
        here = (*route, entry.key.text)
        comparator = next((each for each in COMPARATORS if each == entry.key.text), None)
        if comparator is None:
            self._faults.unknown("policy-unknown-comparison", entry.key, here, COMPARATORS)
            return None
        if comparator in ORDERINGS and kind is not int:
            self._faults.add(
                "policy-wrong-type",
                entry.key.span,
                here,
                key=fact,
                found=comparator,
                expected=_KINDS[kind],
                repair=f"{fact}: {_SAMPLES[kind]}",
            )
            return None
        value = self._named(comparator, kind, entry.value, here)
        return None if value is None else Test(fact, comparator, value)

    def _named(
        self, comparator: Comparator, kind: Kind, node: Node, route: Route
    ) -> Value | tuple[Value, ...] | None:
        if comparator == "missing":
            return self._value(node, bool, route)
        if comparator != "in":
            return self._value(node, kind, route)
        if not isinstance(node, Sequence):
            self._faults.wrong_type(node, route, "a list", f"[{_SAMPLES[kind]}]")
            return None
        if not node.items:
            self._faults.add("policy-incomplete", node.span, route, key="in")
        values = [self._value(item, kind, (*route, index)) for index, item in enumerate(node.items)]
        sound = tuple(value for value in values if value is not None)
        return sound if sound and len(sound) == len(values) else None

    def _value(self, node: Node, kind: Kind, route: Route) -> Value | None:
        value = plain(node) if isinstance(node, Scalar) else None
        if isinstance(value, str) and kind is str:
            if value.isprintable() and len(value) <= LONGEST_TEXT:
                return value
            expected = f"one line of at most {LONGEST_TEXT} characters"
            self._faults.wrong_type(node, route, expected, "a shorter text")
        elif isinstance(value, bool) and kind is bool:
            return value
        elif isinstance(value, int) and not isinstance(value, bool) and kind is int:
            if -NUMBER_LIMIT < value < NUMBER_LIMIT:
                return value
            self._faults.wrong_type(node, route, "a number of at most 15 digits", _SAMPLES[int])
        elif isinstance(node, Scalar) and node.text and kind is str:
            self._faults.wrong_type(node, route, _KINDS[kind], f'"{shortened(node.text)}"')
        else:
            self._faults.wrong_type(node, route, _KINDS[kind], _SAMPLES[kind])
        return None
