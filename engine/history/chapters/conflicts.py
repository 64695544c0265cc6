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
from coalcheck.engine.facts.time import later, period_in
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
    "conflict-over-time": "A conflict is still open after the time of all its steps.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(conflict_days="How many days ago the time of the step was over."),
    **texts(
        conflict_since="The day on which the conflict came up, in words.",
        conflict_until="The last day that the step, or all steps together, allow, in words.",
        conflict_step="The step that it is in, by its name.",
        conflict_next="What follows by the charter: the name of a step, or words.",
    ),
}


class _Stand(NamedTuple):
    """Where a conflict stands.

    Attributes:
        step: the position of the step that it is in.
        until: when the time of that step is over.
        following: what follows it by the charter, in words.
        end: when the time of all that follows is over too; None where that is not known.
    """

    step: int
    until: date
    following: tuple[str, ...]
    end: date | None


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
            yield from _matters(record, rules, chain, since, stand)


def _matters(
    record: Record, rules: Rules, chain: Sequence[Entry], since: date, stand: _Stand
) -> Iterator[Matter]:
    is_over = stand.end is not None and stand.end < record.as_of
    if not is_over and not stand.following:
        return
    until = stand.end if is_over and stand.end is not None else stand.until
    values: dict[str, Value] = {
        "conflict_days": (record.as_of - until).days,
        "conflict_since": in_words(since),
        "conflict_until": in_words(until),
        "conflict_step": step_name(rules.steps[stand.step], stand.step),
    }
    name = "conflict-over-time" if is_over else "conflict-step-over"
    if stand.following:
        values["conflict_next"] = join(*stand.following, last="or")
    last = next(each for each in reversed(chain) if each.action.happened == "conflict")
    others = (each for each in chain if each is not last)
    yield Matter(name, values, ("happened",), last.document, all_shown(others))


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
    return _Stand(here, until, tuple(following), _end(record.charter, rules, ways, here, since, until))


def _end(  # noqa: PLR0913, PLR0917  (each is one thing that the time rests on)
    charter: Charter, rules: Rules, ways: Sequence[Way], here: int, since: date, until: date
) -> date | None:
    """The last day of a conflict's whole time, step after step from the one that it is in; None if unknown.

    Where the charter says in days how old a conflict is that cannot be settled, it is not over before.
    """
    ends = []
    for way in ways:
        if here not in way.steps or way.end != "stops":
            return None
        end: date | None = until
        for step in way.steps[way.steps.index(here) + 1 :]:
            within = rules.steps[step].within
            end = _over(charter, end, within) if end is not None and within is not None else None
        if end is None:
            return None
        ends.append(end)
    test = period_in(rules.irreconcilable.test) if rules.irreconcilable is not None else None
    age = _over(charter, since, test) if test is not None else None
    return max((*ends, *(() if age is None else (age,))), default=None)


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
    if way.end != "elsewhere":
        return ""
    route = getattr(rules.kinds, way.kind, None) if len(way.steps) == 1 else None
    said = (route.if_still_open if route is not None else None) or rules.steps[here].then
    return (said or "").strip(" .")
