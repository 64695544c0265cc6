"""A verdict as facts for policies: one fact for the action, and one for each clause that was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.checking.checked import agrees
from coalcheck.engine.checking.outcomes import in_words, minuted
from coalcheck.engine.facts.fact import Fact, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.checking.checked import Asked, Ground
    from coalcheck.engine.decide.verdict import Consulted, Cure, Part, Verdict

_KEYS: Final[dict[Part, str]] = {
    "authority": "action",
    "body": "body",
    "limits": "action",
    "money": "amount",
    "term": "date",
    "notice": "notice",
    "deliberation": "opened",
    "window": "closes",
    "explanation": "explained",
    "expiry": "done",
    "proxies": "proxies",
    "seats": "body",
    "answers": "ballots",
    "quorum": "present",
}
"""The key of an action that a clause is about; the action as a whole where there is none."""

_REMEDIES: Final[dict[Cure, str]] = {
    "ratify": "Let those who may decide it ratify it, and enter that in the record.",
    "repeat": "Do it again in the way the charter asks for.",
    "none": "It cannot be put right afterwards; decide anew for the time to come.",
    "": "Nothing has to be undone for this alone; keep to it the next time.",
}


def facts_of(asked: Asked, ground: Ground, verdict: Verdict) -> tuple[Fact, ...]:
    """The fact of the action first, then those of the clauses, in their order.

    What is tried is held against no minutes.
    """
    return (_of_action(asked, ground, verdict), *_of_clauses(asked, ground, verdict))


def _of_action(asked: Asked, ground: Ground, verdict: Verdict) -> Fact:
    values = _shared(asked, ground, verdict)
    if asked.recorded is not None and not asked.tried:
        values["recorded"] = asked.recorded
        values["recorded_in_words"] = minuted(asked.recorded)
        values["recorded_differs"] = not agrees(asked.recorded, verdict.outcome)
    return Fact("action", asked.title, (), values)


def _of_clauses(asked: Asked, ground: Ground, verdict: Verdict) -> Iterator[Fact]:
    for clause in verdict.clauses:
        # Two readings there are of a time that runs from the notice, whatever it is needed for.
        key = "notice" if clause.reading else _KEYS.get(clause.part)
        values = {**_shared(asked, ground, verdict), **_of_clause(clause, ground)}
        yield Fact("action", asked.title, (key,) if key else (), values)


def _shared(asked: Asked, ground: Ground, verdict: Verdict) -> dict[str, Value]:
    values: dict[str, Value] = {
        "outcome": verdict.outcome,
        "outcome_in_words": in_words(verdict.outcome, consensus=ground.consensus),
        "done": asked.done,
        "proposed": asked.stands == "proposed",
    }
    if verdict.decision:
        values["decision"] = verdict.decision
    if verdict.missing:
        values["missing"] = " ".join(verdict.missing)
    return values


def _of_clause(clause: Consulted, ground: Ground) -> dict[str, Value]:
    values: dict[str, Value] = {
        "part": clause.part,
        "decides": clause.decides,
        "remedy": clause.remedy or _REMEDIES[clause.cure],
        # A policy's sentence never ends in an ellipsis for want of words.
        "said": clause.said or clause.text or clause.default or clause.part,
        "clause": clause.text or clause.default or clause.part,
    }
    if clause.met is not None:
        values["met"] = clause.met
    if clause.cure:
        values["cure"] = clause.cure
    if clause.reading:
        values["reading"] = clause.reading
    place = ground.places.get(clause.route) if clause.route is not None else None
    if place is not None:
        values["clause_at"] = f"{place.file}, line {place.line}"
    return values
