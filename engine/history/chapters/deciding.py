"""Decisions over time: fields in which nothing is decided, and whether decisions were explained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.named import as_words
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.facts.time import months_later
from coalcheck.engine.history.running import is_running, kept_since
from coalcheck.engine.history.telling import all_shown, day_in_words
from coalcheck.engine.roll.electorate import members_of

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "idle-field": "In a field that belongs to some, nothing was decided for six months.",
    "explained-late": "Some decisions that had to be explained were not explained in time.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        to_explain="How many decisions had to be explained, as far as their time is over.",
        explained_in_time="How many of them were explained in time.",
        explained_late="How many of them were not.",
    ),
    **texts(
        field="The body whose field it is, as words.",
        field_last="The day of the last decision in that field, in words; absent where there is none.",
    ),
}
IDLE_MONTHS: Final = 6
"""So many months without a decision, and a field is asked about."""


def matters(record: Record) -> Iterator[Matter]:
    """What the decisions on record show."""
    if is_running(record):
        yield from _fields(record)
    yield from _explained(record)


def _fields(record: Record) -> Iterator[Matter]:
    """Fields with no decision for long, while elsewhere things are decided and entered."""
    charter = record.charter
    if charter.governance != "distributed":
        return
    begin = months_later(record.as_of, -IDLE_MONTHS)
    kept = kept_since(record)
    starts = charter.term.starts if charter.term is not None else None
    if kept is None or kept > begin or (starts is not None and starts > begin):
        return
    last: dict[str | None, Entry] = {}
    for entry in record.acts():
        decision = charter.decisions.get(entry.verdict.decision) if entry.verdict is not None else None
        if decision is not None and entry.last is not None and _decided(entry):
            last[decision.body] = entry
    if not any(each.last is not None and each.last >= begin for each in last.values()):
        return
    for key, body in charter.bodies.items():
        decides = any(decision.body == key for decision in charter.decisions.values())
        if not decides or len(members_of(charter, body, record.as_of)) == len(charter.members):
            continue
        latest = last.get(key)
        if latest is not None and latest.last is not None and latest.last >= begin:
            continue
        values: dict[str, Value] = {"field": as_words(key)}
        if latest is not None:
            values["field_last"] = day_in_words(latest)
        seen = all_shown((latest,)) if latest is not None else ()
        yield Matter("idle-field", values, ("bodies", key), None, seen, as_words(key))


def _decided(entry: Entry) -> bool:
    """Whether it was put to those who decide, whatever came of it."""
    return entry.verdict is not None and entry.action.stands(entry.verdict.as_of) != "proposed"


def _explained(record: Record) -> Iterator[Matter]:
    """How many of the decisions that the charter wants explained were explained in time."""
    late: list[Entry] = []
    in_time = 0
    for entry in record.acts():
        clauses = entry.verdict.clauses if entry.verdict is not None else ()
        met = [clause.met for clause in clauses if clause.part == "explanation"]
        if met[:1] == [True]:
            in_time += 1
        elif met[:1] == [False]:
            late.append(entry)
    if late:
        values = {
            "to_explain": in_time + len(late),
            "explained_in_time": in_time,
            "explained_late": len(late),
        }
        yield Matter("explained-late", values, ("decisions",), None, all_shown(late))
