"""A disagreement on its way through the steps of the charter: one left out, or one that came too late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from coalcheck.engine.conduct.clause import about, clause, told
from coalcheck.engine.conduct.moments import terms_of
from coalcheck.engine.facts.fact import Property
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import texts
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.action.happenings.conflict import Conflict as Told
    from coalcheck.engine.action.happenings.conflict import ConflictKind
    from coalcheck.engine.action.moment import Moment
    from coalcheck.engine.charter.model import Conflict, Step
    from coalcheck.engine.conduct.act import Act
    from coalcheck.engine.history.record import Entry

MATTERS: Final[Mapping[str, str]] = {
    "step-left-out": "A step for settling a disagreement was taken, and not the one before it.",
    "step-late": "A step for settling a disagreement came after the time of the one before it.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = texts(
    step_taken="The step that was taken, in words.",
    steps_before="The steps before it that are not on record, in words.",
)
"""What its matters tell."""


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act; without a record nobody knows what came before."""
    now, conflict = act.action.conflict, act.charter.conflict
    if act.action.happened != "conflict" or now is None or not now.step:
        return
    if conflict is None or act.past is None:
        return
    from coalcheck.engine.facts.escalation import step_name, ways_of

    places = {step.id: row for row, step in enumerate(conflict.steps) if step.id}
    if now.step not in places:
        return
    here = places[now.step]
    before = _before(act, now)
    kind = now.kind or next((found for each in before if (found := _kind(each)) is not None), None)
    ways = [way for way in ways_of(conflict) if way.kind in ("", kind)]
    if len(ways) != 1 or here not in ways[0].steps:
        return
    way = ways[0].steps
    taken = {places[step]: each for each in before if (step := _step(each)) in places}
    earlier = way[: way.index(here)]
    missing = [row for row in earlier if row not in taken]
    name = step_name(conflict.steps[here], here)
    if missing:
        values = {
            "step_taken": name,
            "steps_before": join(*(step_name(conflict.steps[row], row) for row in missing)),
        }
        first = step_name(conflict.steps[missing[0]], missing[0])
        at = about(f"the step {first}", "conflict", "steps", missing[0])
        yield told(act, "step-left-out", ("conflict", "step"), values, at)
    elif here not in taken:
        yield from _late(act, conflict, name, taken[earlier[-1]].action.date if earlier else None, earlier)


def _before(act: Act, now: Told) -> list[Entry]:
    """The earlier entries on the same disagreement: those it goes back to, and those that do so too."""
    if act.past is None:
        return []
    names = set(act.action.follows)
    found = []
    for entry in reversed([*act.past.events("conflict")]):
        other = entry.action.conflict
        same = other is not None and other.about is not None and other.about == now.about
        if entry.action.id in names or (names & set(entry.action.follows)) or same:
            names.update(entry.action.follows)
            if entry.action.id is not None:
                names.add(entry.action.id)
            found.append(entry)
    return found[::-1]


def _kind(entry: Entry) -> ConflictKind | None:
    return entry.action.conflict.kind if entry.action.conflict is not None else None


def _step(entry: Entry) -> str | None:
    return entry.action.conflict.step if entry.action.conflict is not None else None


def _late(
    act: Act, conflict: Conflict, name: str, start: Moment | None, earlier: Sequence[int]
) -> Iterator[Matter]:
    from coalcheck.engine.decide.timing import deadline_under

    if not earlier or start is None or act.action.date is None:
        return
    step: Step = conflict.steps[earlier[-1]]
    if step.within is None:
        return
    reckoned = deadline_under(terms_of(act.charter), start, step.within, act.action.date)
    if reckoned.met is False:
        values = {"step_taken": name, "said": reckoned.said}
        at = clause(step.within, "conflict", "steps", earlier[-1], "within")
        yield told(act, "step-late", ("conflict", "step"), values, at)
