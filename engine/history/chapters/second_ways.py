"""The second way to decide, or the second call, that is used every time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.named import as_words
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.history.telling import all_shown

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "second-way-every-time": "What was carried under a decision was carried in the second way every time.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(second_ways="How often something was carried in the second way, and never in the first."),
    **texts(second_way_of="The decision, as words."),
}
_WAYS: Final = (("otherwise", ("passes",), "rule"), ("second_call", ("quorum",), "quorum"))
"""The key of a second way, where the first stands under the decision, and what is asked for it."""


def matters(record: Record) -> Iterator[Matter]:
    """Each decision whose second way has become the rule."""
    carried: dict[str, list[Entry]] = {}
    for entry in record.acts():
        if entry.carried and entry.verdict is not None and entry.verdict.decision:
            carried.setdefault(entry.verdict.decision, []).append(entry)
    for key, entries in carried.items():
        for way, first, part in _WAYS:
            if all(_used(entry, key, way, first, part) for entry in entries):
                values: dict[str, Value] = {"second_ways": len(entries), "second_way_of": as_words(key)}
                route = ("decisions", key, way)
                yield Matter("second-way-every-time", values, route, None, all_shown(entries), as_words(key))


def _used(entry: Entry, key: str, way: str, first: tuple[str, ...], part: str) -> bool:
    """Whether the first way failed and the second carried it."""
    if entry.verdict is None:
        return False
    met = {clause.route: clause.met for clause in entry.verdict.clauses if clause.part == part}
    return met.get(("decisions", key, *first)) is False and met.get(("decisions", key, way, *first)) is True
