"""Conflicts that are older than their steps allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.decide.calendar import working_days
from coalcheck.engine.facts.escalation import Way, step_name, ways_of
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.facts.time import later
from coalcheck.engine.history.chains import chains
from coalcheck.engine.history.days import when
from coalcheck.engine.history.telling import all_shown
from coalcheck.engine.wording.day import in_words
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Period
    from coalcheck.engine.charter.model import Conflict as Rules
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "conflict-step-over": "A conflict is still in a step whose time is over, and another step follows.",
    "conflict-over-time": "A conflict is still open after the time of its last step.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(conflict_days="How many days ago the time of the step was over."),
    **texts(
        conflict_since="The day on which the conflict came up, in words.",
        conflict_until="The last day that the step allows, in words.",
        conflict_step="The step that it is in, by its name.",
        conflict_next="What follows by the charter: the name of a step, or words.",
    ),
}


class _Stand(NamedTuple):
    """Where a conflict stands: the position of its step, when that step is over, and what follows it."""

    step: int
    until: date
    following: tuple[str, ...]


def matters(record: Record) -> Iterator[Matter]:
    """One for each conflict that has outlived the step it is in."""
    rules = record.charter.conflict
    if rules is None or not rules.steps:
        return
    for chain in chains(record, "conflict"):
        if _is_settled(chain):
            continue
        since = _since(chain)
        stand = _stand(record, rules, chain, since) if since is not None else None
        if stand is not None and since is not None and stand.until < record.as_of:
            yield _matter(record, rules, chain, since, stand)


def _matter(record: Record, rules: Rules, chain: Sequence[Entry], since: date, stand: _Stand) -> Matter:
    values: dict[str, Value] = {
        "conflict_days": (record.as_of - stand.until).days,
        "conflict_since": in_words(since),
        "conflict_until": in_words(stand.until),
        "conflict_step": step_name(rules.steps[stand.step], stand.step),
    }
    name = "conflict-over-time"
    if stand.following:
        name = "conflict-step-over"
        values["conflict_next"] = join(*stand.following, last="or")
    last = next(each for each in reversed(chain) if each.action.happened == "conflict")
    others = (each for each in chain if each is not last)
    return Matter(name, values, ("happened",), last.document, all_shown(others))


def _is_settled(chain: Sequence[Entry]) -> bool:
    """Whether it is over: as an entry says, or because a decision that was carried goes back to it."""
    for entry in chain:
        told = entry.action.conflict
        if entry.carried or (told is not None and (told.settled or told.choice is not None)):
            return True
    return False


def _since(chain: Sequence[Entry]) -> date | None:
    for entry in chain:
        told = entry.action.conflict
        raised = when(told.raised, entry) if told is not None else None
        if raised is not None:
            return raised
    return chain[0].last


def _stand(record: Record, rules: Rules, chain: Sequence[Entry], since: date) -> _Stand | None:
    """The step that a conflict is in, and the day on which its time is over; None where no time is set.

    The step is the last one on record; before one is, the first of its way. A step that the record leaves out
    may have been taken without a note: only that the time of the step is over is said.
    """
    places = {step.id: position for position, step in reversed([*enumerate(rules.steps)]) if step.id}
    here, begun = None, since
    for entry in chain:
        told = entry.action.conflict
        if told is not None and told.step in places and entry.last is not None:
            here, begun = places[told.step], entry.last
    ways = _ways(rules, chain, here)
    if here is None:
        first = {way.steps[0] for way in ways if way.steps}
        if len(first) != 1:
            return None
        here = first.pop()
    within = rules.steps[here].within
    until = _over(record.charter, begun, within) if within is not None else None
    if until is None:
        return None
    following = dict.fromkeys(each for way in ways if (each := _after(rules, way, here)))
    return _Stand(here, until, tuple(following))


def _over(charter: Charter, begun: date, within: Period) -> date | None:
    """The last day of a time that begins with a day; None where working days are meant and not known."""
    if within.manner != "working":
        return later(begun, within)
    days = working_days(charter.calendar)
    return days.after(begun, within.number) if days is not None else None


def _ways(rules: Rules, chain: Sequence[Entry], here: int | None) -> list[Way]:
    """The ways that such a conflict may take: that of its kind, else every one on which its step is."""
    ways = ways_of(rules)
    kind = next((told.kind for each in chain if (told := each.action.conflict) and told.kind), None)
    own = [way for way in ways if way.kind in (kind, "")] if kind is not None else []
    return own or [way for way in ways if here is None or here in way.steps]


def _after(rules: Rules, way: Way, here: int) -> str:
    """What follows a step on a way; empty where nothing does."""
    if here not in way.steps:
        return ""
    place = way.steps.index(here) + 1
    if place < len(way.steps):
        return step_name(rules.steps[way.steps[place]], way.steps[place])
    if way.end == "round":
        return step_name(rules.steps[way.back], way.back)
    then = rules.steps[here].then
    return then.strip(" .") if way.end == "elsewhere" and then else ""
