"""What was asked, and what of the charter a page needs to answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.action.load import zone_in
from coalcheck.engine.checking.checked import Asked, Ground, Place, Topic
from coalcheck.engine.decide.calendar import moment_in_words
from coalcheck.engine.facts.kinds import in_words
from coalcheck.engine.findings.locate import Places
from coalcheck.engine.roll.sentences import sentences
from coalcheck.engine.threshold.tree import Nobody, clauses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from coalcheck.engine.action.model import Action
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.decide.verdict import Verdict
    from coalcheck.engine.source.node import Document, Route
    from coalcheck.engine.threshold.tree import Clause


def asked_of(action: Action, charter: Charter, as_of: date, tried: Iterable[str] = ()) -> Asked:
    """What was asked, in the words of a heading; an action without a title is called by what it is about."""
    zone = zone_in(charter)
    said = action.done
    return Asked(
        title=action.title or action.about or action.id or _called(action, charter),
        day="" if action.date is None else moment_in_words(action.date, zone),
        stands=action.stands(as_of),
        done=said is not None and said is not False,
        recorded=action.recorded,
        tried=tuple(tried),
    )


def _called(action: Action, charter: Charter) -> str:
    if not action.action:
        return "An action without a name"
    decision = charter.decisions.get(action.action)
    name = (decision.title if decision is not None else None) or in_words(action.action)
    return f"{name[0].upper()}{name[1:]}"


def ground_of(charter: Charter, document: Document, action: Action, verdict: Verdict) -> Ground:
    """What of the charter a page needs beside the verdict."""
    located = Places(document)

    def place(route: Route) -> Place:
        return Place(document.name, located.span(route).line, located.path(route))

    routes = [*(each.route for each in verdict.clauses), *(each.route for each in verdict.vetoes)]
    asked = list(_asked(charter, verdict))
    nobody = [clause for clause in asked if isinstance(clause.measure, Nobody)]
    return Ground(
        file=document.name,
        names={member.id: member.name or member.id for member in charter.members},
        places={route: place(route) for route in dict.fromkeys(routes) if route is not None},
        consensus=any(clause.among is None for clause in nobody),
        veto_in_rule=any(clause.among is not None for clause in nobody),
        has_vetoes=_has_vetoes(charter, verdict.decision),
        topics=tuple(_topics(charter, action, place)),
        has_scope=charter.scope is not None and bool(charter.scope.inside),
        own_name=_own_name(charter, verdict.decision),
    )


def _asked(charter: Charter, verdict: Verdict) -> Iterator[Clause]:
    """The clauses of the rule by which it is decided."""
    routes = {each.route for each in verdict.clauses if each.part == "rule"}
    for sentence in sentences(charter):
        if sentence.route in routes and sentence.rule is not None:
            yield from clauses(sentence.rule)


def _has_vetoes(charter: Charter, decision: str) -> bool:
    rules = charter.decisions.get(decision)
    covered = {decision, *(rules.covers if rules is not None else ())}
    return any(not veto.over or covered & set(veto.over) for veto in charter.vetoes)


def _topics(charter: Charter, action: Action, place: Callable[[Route], Place]) -> Iterator[Topic]:
    if charter.scope is None:
        return
    for number, topic in enumerate(charter.scope.inside):
        if topic.id and topic.id in action.topics:
            yield Topic(topic.id, topic.about or topic.id, place(("scope", "inside", number)))


def _own_name(charter: Charter, decision: str) -> bool:
    """Whether each may speak for itself meanwhile: of decisions on speaking, unless it is to be one voice."""
    rules = charter.decisions.get(decision)
    one_voice = charter.messaging is not None and charter.messaging.mode == "one voice"
    return rules is not None and "speak" in rules.covers and not one_voice
