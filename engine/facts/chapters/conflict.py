"""How disagreements are settled: steps that lead somewhere, who mediates, what is left when nothing helps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.escalation import KINDS, Way, in_words, step_name, unreached, ways_of
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.mediation import excluded_words, party
from coalcheck.engine.facts.named import listed, member_name
from coalcheck.engine.facts.pasting import items_of, quoted, with_more
from coalcheck.engine.facts.properties import flags, texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.term import days_of
from coalcheck.engine.facts.time import later, minutes, months_later, whole_days
from coalcheck.engine.facts.written import is_said, is_settled, is_written, node_at, says
from coalcheck.engine.source.node import Document, Node, Route, Scalar
from coalcheck.engine.source.node import Mapping as Keys
from coalcheck.engine.wording.day import in_words as day_in_words
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Conflict, Exercise

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        steps_round="A way through the steps that comes back to one of them, in words.",
        steps_stop="A way through the steps that stops with nothing decided, in words.",
        steps_unreached="Steps to which no way leads.",
        steps_without_time="Steps that do not say how long they may take.",
        step_lines="All steps, each with a time, as lines to write.",
        short_step="The step that leaves least time beside what a member needs to decide for itself.",
        short_step_time="How long that step may take.",
        short_step_member="The member that needs longer: its name.",
        short_step_needs="How long that member needs.",
        kinds_without_way="Kinds of conflict without a way of their own, where others have one.",
        kind_lines="These kinds as lines to write.",
        mediator_words="The words on a mediator that name somebody of a member.",
        mediator_party="What that somebody has to do with a member, as the rest of a sentence.",
        mediator_excluded="Words that stand both for who mediates and for who must not.",
        exercise_lines="An exercise as lines to write, on a day inside the term.",
        exercise_missed="Why no exercise falls into the term, where one is planned.",
        exercise_gap="How long members are without an exercise, where that is more than a year.",
        only_way_out="The only choices where a conflict cannot be settled, where each of them is to part.",
    ),
    **flags(
        has_steps="Where conflicts are spoken of: the steps are written.",
        has_form="Where conflicts are spoken of: how a disagreement is put is written.",
        has_exercise="Where conflicts are spoken of: when an exercise is held is written.",
        has_test="Where it is written what happens when nothing helps: how one knows.",
        has_choices="Where it is written what happens when nothing helps: the choices, or how to part.",
        has_helper_of_two="Of two members: who helps when they disagree is written.",
    ),
}
"""What this chapter knows of a charter."""

_DECIDING: Final = frozenset(
    """
    arbitration arbitrator arbitrators arbiter court courts tribunal judge judges ombudsman ombudswoman
    vote votes decide decides decision
    """.split()
)
"""Words of a last step after which something is decided."""

_TALKING: Final = frozenset(
    "contact contacts coordinator mediator mediators mediation facilitator talk talks".split()
)
"""Words for a step in which people talk, or are helped to: no member has to decide anything in it."""

_LEAVING: Final = frozenset(
    """
    leave leaves leaving exit exits part parts parting withdraw withdraws withdrawal separate separation
    divergence end ends ending dissolve dissolves dissolution dissolving resign
    """.split()
)
_STAYING: Final = frozenset(
    "narrow scope split work continue pause suspend mediation arbitration rotate share".split()
)
_A_YEAR: Final = 366
"""Days in the longest year."""


def values(charter: Charter, document: Document) -> dict[str, Value]:
    """The properties of one charter; what does not apply is absent."""
    found: dict[str, Value] = {}
    if sum(member.count or 1 for member in charter.members) == 2:
        found["has_helper_of_two"] = is_said(document, "conflict", "mediator")
    conflict = charter.conflict
    if conflict is None or not isinstance(node_at(document, ("conflict",)), Keys):
        return found
    if not is_written(document, "conflict", "in_words"):
        found["has_steps"] = is_written(document, "conflict", "steps")
        found["has_form"] = is_settled(document, "conflict", "how_to_raise")
        found |= _exercise(charter, conflict.exercise, document)
    found |= _mediator(charter, conflict)
    if conflict.irreconcilable is not None:
        found |= _irreconcilable(conflict, document)
    if conflict.steps:
        found |= _steps(charter, conflict, document)
    return found


def places(charter: Charter) -> dict[str, Route]:
    """Where the parts stand that a policy points at without knowing their ids."""
    conflict = charter.conflict
    if conflict is None:
        return {}
    found: dict[str, Route] = {}
    if conflict.steps:
        ways = ways_of(conflict)
        for way in ways:
            if way.end == "round":
                found.setdefault("step_back", _turn(conflict, way))
        for position in unreached(conflict, ways)[:1]:
            found["unreached_step"] = ("conflict", "steps", position)
        for position, *_ in _too_short(charter, conflict)[:1]:
            found["short_step"] = ("conflict", "steps", position, "within")
    if conflict.mediator is not None:
        for key, _ in party(charter, conflict.mediator):
            found.setdefault("mediator_named", ("conflict", "mediator", key))
    return found


def _turn(conflict: Conflict, way: Way) -> Route:
    """Where it is written that a way goes back."""
    last = way.steps[-1]
    kinds = conflict.kinds
    route = getattr(kinds, way.kind, None) if kinds is not None and way.kind else None
    if len(way.steps) == 1 and route is not None and route.if_still_open:
        return ("conflict", "kinds", way.kind, "if_still_open")
    return ("conflict", "steps", last, "then")


def _steps(charter: Charter, conflict: Conflict, document: Document) -> dict[str, Value]:
    nodes = items_of(node_at(document, ("conflict", "steps")))
    if len(nodes) != len(conflict.steps):
        return {}  # one of them could not be read, which is said already
    found: dict[str, Value] = {}
    without = [position for position, node in enumerate(nodes) if not _has(node, "within")]
    if without:
        found["steps_without_time"] = listed(step_name(conflict.steps[each], each) for each in without)
        lines = [
            with_more(node, {"within": "14 days"} if i in without else {}) for i, node in enumerate(nodes)
        ]
        found["step_lines"] = "\n".join(["steps:", *(f"  {line}" for line in lines)])
    for position, member, needs in _too_short(charter, conflict)[:1]:
        step = conflict.steps[position]
        found["short_step"] = step_name(step, position)
        found["short_step_time"] = str(step.within)
        found["short_step_member"] = member
        found["short_step_needs"] = needs
    if any(
        step.then is None and _has(node, "then") for step, node in zip(conflict.steps, nodes, strict=True)
    ):
        return found
    return found | _routes(charter, conflict, document)


def _has(node: Node, key: str) -> bool:
    entry = node.entries.get(key) if isinstance(node, Keys) else None
    return entry is not None and says(entry.value)


def _routes(charter: Charter, conflict: Conflict, document: Document) -> dict[str, Value]:
    """What the ways through the steps come to."""
    found: dict[str, Value] = {}
    missing: list[str] = []
    if conflict.kinds is not None and any(getattr(conflict.kinds, kind) is not None for kind in KINDS):
        missing = [kind for kind in KINDS if not _has_route(document, kind)]
    if missing:
        first = conflict.steps[0].id
        start = f"route: {quoted(first)}" if first else "route: a talk between those concerned"
        found["kinds_without_way"] = listed((_KIND_WORDS[kind] for kind in missing), last="or")
        found["kind_lines"] = "\n".join(f"{kind}: {{{start}}}" for kind in missing)
    ways = ways_of(conflict)
    said = is_said(document, "conflict", "irreconcilable")
    for way in ways:
        if way.end == "round":
            found.setdefault("steps_round", in_words(conflict, way))
        elif way.end == "stops" and way.steps and not said and not _decides(charter, conflict, way):
            found.setdefault("steps_stop", in_words(conflict, way))
    if not missing:
        left = unreached(conflict, ways)
        if left:
            found["steps_unreached"] = listed(step_name(conflict.steps[each], each) for each in left)
    return found


_KIND_WORDS: Final = {
    "goal": "what you want",
    "process": "how things are done",
    "relationship": "how people get on",
}


def _has_route(document: Document, kind: str) -> bool:
    node = node_at(document, ("conflict", "kinds", kind))
    return says(node) and (not isinstance(node, Keys) or _has(node, "route"))


def _decides(charter: Charter, conflict: Conflict, way: Way) -> bool:
    """Whether the last step of a way leaves a decision behind, of members, of a body or of an outsider."""
    last = conflict.steps[way.steps[-1]]
    if any(each in charter.bodies or each in charter.decisions for each in (last.who, last.id)):
        return True
    words = {*words_of(last.who), *words_of(last.id)}
    named = {word for key in (*charter.bodies, *charter.decisions) for word in words_of(key)}
    return not words.isdisjoint(_DECIDING) or not words.isdisjoint(named)


def _too_short(charter: Charter, conflict: Conflict) -> list[tuple[int, str, str]]:
    """Steps that leave less time than a member needs, its name and what it needs; the shortest first."""
    slowest = None
    for member in charter.members:
        ways = member.how_we_work
        if ways is None or ways.decides_in is None or ways.delegate_alone:
            continue
        if slowest is None or minutes(ways.decides_in) > minutes(slowest[1]):
            slowest = (member_name(member), ways.decides_in)
    if slowest is None:
        return []
    name, needs = slowest
    short = [
        (minutes(step.within), position)
        for position, step in enumerate(conflict.steps)
        if step.within is not None
        and minutes(step.within) < minutes(needs)
        and _TALKING.isdisjoint(words_of(step.who or step.id))
    ]
    return [(position, name, str(needs)) for _, position in sorted(short)]


def _mediator(charter: Charter, conflict: Conflict) -> dict[str, Value]:
    mediator = conflict.mediator
    if mediator is None:
        return {}
    for key, words in party(charter, mediator):
        return {"mediator_words": str(getattr(mediator, key)), "mediator_party": words}
    excluded = excluded_words(mediator)
    return {"mediator_excluded": " ".join(excluded)} if excluded else {}


def _irreconcilable(conflict: Conflict, document: Document) -> dict[str, Value]:
    route = ("conflict", "irreconcilable")
    if isinstance(node_at(document, route), Scalar) or is_written(document, *route, "in_words"):
        return {}
    choices = conflict.irreconcilable.choices if conflict.irreconcilable is not None else ()
    found: dict[str, Value] = {
        "has_test": is_settled(document, *route, "test"),
        "has_choices": is_settled(document, *route, "choices")
        or is_settled(document, *route, "part_with_dignity"),
    }
    ways_out = [choice for choice in choices if not _LEAVING.isdisjoint(words_of(choice))]
    if choices and len(ways_out) == len(choices) and all(map(_only_parts, choices)):
        found["only_way_out"] = join(*choices, last="or")
    elif not choices and not is_written(document, *route, "choices") and found["has_choices"]:
        found["only_way_out"] = "part"
    return found


def _only_parts(choice: str) -> bool:
    return _STAYING.isdisjoint(words_of(choice))


def _exercise(charter: Charter, exercise: Exercise | None, document: Document) -> dict[str, Value]:
    """Whether an exercise is planned, and in time."""
    starts, ends, _ = days_of(charter)
    if starts is not None and ends is not None and ends < starts:
        ends = None  # of which it is said already that it cannot be
    route = ("conflict", "exercise")
    in_prose = isinstance(node_at(document, route), Scalar) or is_written(document, *route, "in_words")
    planned = any(is_written(document, *route, key) for key in ("every", "first"))
    found: dict[str, Value] = {"has_exercise": in_prose or planned}
    if not found["has_exercise"]:
        lines = ["exercise:", "  every: 12 months"]
        if starts is not None:
            day = months_later(starts, 2)
            if ends is not None and ends < day:
                day = starts + timedelta(days=(ends - starts).days // 2)
            lines.append(f"  first: {day.isoformat()}")
        lines.append("  scenario: One of us is quoted against a joint text.")
        found["exercise_lines"] = "\n".join(lines)
    if exercise is None:
        return found
    every, first = exercise.every, exercise.first
    unmet = first is None and is_written(document, *route, "first")  # a day that could not be read
    if ends is not None and first is not None and first > ends:
        found["exercise_missed"] = (
            f"the first is on {day_in_words(first)}, and the term ends on {day_in_words(ends)}"
        )
    elif starts and ends and every and not (first or unmet) and later(starts, every) > ends:
        found["exercise_missed"] = f"the first would be {every} in, after the end on {day_in_words(ends)}"
    if "exercise_missed" not in found:
        if every is not None and whole_days(every) > _A_YEAR:
            found["exercise_gap"] = f"{every} lie between one exercise and the next"
        elif first is not None and starts is not None and first > months_later(starts, 12):
            found["exercise_gap"] = f"the first exercise is on {day_in_words(first)}, more than a year in"
    return found
