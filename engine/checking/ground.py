"""What was asked, and what of the charter a page needs to answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.action.happened import ABOUT
from coalcheck.engine.action.register import zone_in
from coalcheck.engine.checking.checked import Asked, Ground, Place, Topic
from coalcheck.engine.decide.calendar import moment_in_words
from coalcheck.engine.facts.kinds import in_words
from coalcheck.engine.findings.locate import Places
from coalcheck.engine.roll.sentences import sentences
from coalcheck.engine.threshold.tree import Nobody, clauses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from coalcheck.engine.action.model import Action
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.decide.verdict import Verdict
    from coalcheck.engine.source.node import Document, Route


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
        happened=action.happened,
    )


def _called(action: Action, charter: Charter) -> str:
    if action.happened is not None:
        return ABOUT[action.happened].removesuffix(".")
    if not action.action:
        return "An action without a name"
    decision = charter.decisions.get(action.action)
    name = (decision.title if decision is not None else None) or in_words(action.action)
    return f"{name[0].upper()}{name[1:]}"


class CharterPlaces:
    """Where things stand in a charter, each looked up once for all actions under it; and who its members are.

    Attributes:
        charter: the charter.
        file: as shown to the reader.
        names: id of each member to its name.
    """

    def __init__(self, charter: Charter, document: Document) -> None:
        self.charter = charter
        self.file = document.name
        self.names = {member.id: member.name or member.id for member in charter.members}
        self._places = Places(document)
        self._known: dict[Route, Place] = {}
        self._decided: dict[str, tuple[bool, bool]] = {}
        self._in_rule: dict[tuple[Route, ...], tuple[bool, bool]] = {}
        self._several: dict[tuple[Route, ...], Mapping[Route, Place]] = {}
        self._rules = {
            each.route: tuple(clauses(each.rule)) for each in sentences(charter) if each.rule is not None
        }

    def at(self, route: Route) -> Place:
        """Where a route leads."""
        found = self._known.get(route)
        if found is None:
            found = Place(self.file, self._places.span(route).line, self._places.path(route))
            self._known[route] = found
        return found

    def of(self, routes: tuple[Route, ...]) -> Mapping[Route, Place]:
        """Where several routes lead; those of one decision are the same in many actions, and kept once."""
        found = self._several.get(routes)
        if found is None:
            found = self._several[routes] = {route: self.at(route) for route in routes}
        return found

    def of_decision(self, key: str) -> tuple[bool, bool]:
        """Whether a decision can meet a veto, and whether each may speak for itself meanwhile."""
        if key not in self._decided:
            self._decided[key] = _has_vetoes(self.charter, key), _own_name(self.charter, key)
        return self._decided[key]

    def in_rules(self, verdict: Verdict) -> tuple[bool, bool]:
        """Whether rules by which something is decided want nobody against, and nobody of a group."""
        routes = tuple(each.route for each in verdict.clauses if each.part == "rule" and each.route)
        if routes not in self._in_rule:
            rules = (clause for route in routes for clause in self._rules.get(route, ()))
            nobody = [clause.among is None for clause in rules if isinstance(clause.measure, Nobody)]
            self._in_rule[routes] = any(nobody), not all(nobody)
        return self._in_rule[routes]


def ground_of(places: CharterPlaces, action: Action, verdict: Verdict) -> Ground:
    """What of the charter a page needs beside the verdict."""
    charter = places.charter
    routes = [*(each.route for each in verdict.clauses), *(each.route for each in verdict.vetoes)]
    if verdict.scope is not None:
        routes += [each.route for each in verdict.scope.reasons]
        routes += [each.route for each in verdict.scope.listed]
        routes += [verdict.scope.widen.route] if verdict.scope.widen is not None else []
    consensus, veto_in_rule = places.in_rules(verdict)
    has_vetoes, own_name = places.of_decision(verdict.decision)
    return Ground(
        file=places.file,
        names=places.names,
        places=places.of(tuple(dict.fromkeys(route for route in routes if route is not None))),
        consensus=consensus,
        veto_in_rule=veto_in_rule,
        has_vetoes=has_vetoes,
        topics=tuple(_topics(charter, action, places.at)),
        has_scope=charter.scope is not None and bool(charter.scope.inside),
        own_name=own_name,
    )


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
