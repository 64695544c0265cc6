"""The matcher on durable-rules; no other file imports it.

Everything here is shaped by what that engine was measured to do right (version 2.0.28). It is given rules
over one fact that are plain lists of comparisons: ``any`` and ``not`` were taken apart before
(``alternatives``), each way to hold being a rule of its own under the same code. Its ruleset is driven
directly: its own host would start threads. Facts are asserted one by one, because a fact that matches
nothing hides the others of a batch. A sentinel fact, matched by a sentinel rule, opens every session: the
engine crashes when a session in which nothing matched is deleted, and a session in which not even the
sentinel matched is one that did not answer. What matched is read off the engine itself, without actions: for
each of them its host would read the clock, write the session anew, and keep an error to itself.

What the engine gets to see of a fact is less than the fact: the properties that the rule set compares, texts
that some rule names (any other text is one and the same to every rule), numbers cut off far outside what
rules may name, and for absence a property of its own, as the engine's test for it is not dependable.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from threading import Lock
from typing import Any, TypeAlias, assert_never

import durable_rules_engine as core
from durable import engine
from msgspec import json

from coalcheck.engine.facts.fact import Fact, Subject, Value
from coalcheck.engine.policy.alternatives import Atom, Way, alternatives
from coalcheck.engine.policy.condition import NUMBER_LIMIT
from coalcheck.engine.policy.matcher import Kinds, Match, MatcherError
from coalcheck.engine.policy.model import OWN_FAMILY, Policy

MOST_RULES = 50
"""Rules in one set; the engine's stack holds 64 comparisons that are true at once."""
MOST_PROPERTIES = 120
"""Properties that one set compares; the engine takes 255 in a fact, and absence needs a second one each."""

Rule: TypeAlias = tuple[str, Way]
Expression: TypeAlias = dict[str, Any]

_SENTINEL = "sentinel"
_SUBJECT = "t"
_INDEX = "i"


class RuleSet:
    """At most ``MOST_RULES`` rules about one subject, compiled; can be asked any number of times."""

    _sessions = count()

    def __init__(self, subject: Subject, rules: tuple[Rule, ...]) -> None:
        self._subject = subject
        self._codes = {_SENTINEL: _SENTINEL, **{f"{number}": code for number, (code, _) in enumerate(rules)}}
        self._lock = Lock()
        self._texts: dict[str, set[str]] = {}
        self._absence: set[str] = set()
        for _, way in rules:
            for atom in way:
                self._note(atom)
        self._others = {name: _other_than(texts) for name, texts in self._texts.items()}
        definition: dict[str, Expression] = {_SENTINEL: _rule([{_SUBJECT: _SENTINEL}])}
        for number, (_, way) in enumerate(rules):
            definition[f"{number}"] = _rule([{_SUBJECT: subject}, *(_expression(atom) for atom in way)])
        try:
            self._ruleset = engine.Ruleset(subject, None, definition)
        except Exception as error:
            msg = f"durable-rules refused {len(rules)} rules about {subject}: {error}"
            raise MatcherError(msg) from error
        # The engine itself never gives a set back; atexit would only slow the end of the process down.
        self._handle = self._ruleset._handle  # noqa: SLF001 (no public way to it)
        weakref.finalize(self, core.delete_ruleset, self._handle).atexit = False

    def _note(self, atom: Atom) -> None:
        value = atom.value
        if atom.relation in ("missing", "present"):
            self._absence.add(atom.fact)
            return
        texts = self._texts.setdefault(atom.fact, set())
        if isinstance(value, str):
            if not value.isprintable():
                msg = f"a policy compares {atom.fact} with a text that cannot be printed"
                raise MatcherError(msg)
            texts.add(value)
        elif not -NUMBER_LIMIT < value < NUMBER_LIMIT:
            msg = f"a policy compares {atom.fact} with a number beyond {NUMBER_LIMIT}"
            raise MatcherError(msg)

    def match(self, facts: Sequence[tuple[int, Fact]]) -> set[Match]:
        """Every match of these rules; the facts are of this subject, each with its position.

        Raises:
            MatcherError: the engine failed, or did not answer.
        """
        # Facts that these rules cannot tell apart, such as most members of a large body, are asserted once.
        alike: dict[tuple[tuple[str, Value], ...], list[int]] = {}
        for index, fact in facts:
            alike.setdefault(tuple(self._shown(fact.values).items()), []).append(index)
        with self._lock:
            try:
                found = self._session([dict(shown) for shown in alike])
            except MatcherError:
                raise
            except Exception as error:
                msg = f"durable-rules failed on facts about {self._subject}: {error}"
                raise MatcherError(msg) from error
        positions = list(alike.values())
        return {(code, index) for code, number in found for index in positions[number]}

    def _session(self, facts: Sequence[Mapping[str, Value]]) -> set[Match]:
        """What matches; a match is a code and the number of the fact given here."""
        sid = f"{next(self._sessions)}"
        if not self._assert({"id": "-1", "sid": sid, _SUBJECT: _SENTINEL, _INDEX: -1}):
            msg = f"durable-rules did not answer on facts about {self._subject}"
            raise MatcherError(msg)
        found: set[Match] = set()
        try:
            for number, fact in enumerate(facts):
                about: dict[str, Value] = {_SUBJECT: self._subject, _INDEX: number}
                found |= self._assert({"id": f"{number}", "sid": sid, **about, **fact})
        finally:
            core.delete_state(self._handle, sid)
        return found

    def _assert(self, fact: Mapping[str, Value]) -> set[Match]:
        """The rules that this fact meets, and every one of them: the engine gives one after the other."""
        try:
            state = self._ruleset.assert_fact(fact)
        except engine.MessageNotHandledException:
            return set()
        found: set[Match] = set()
        started = core.start_action_for_state(self._handle, state)
        met = started[1] if started else None
        while met:
            for rule, facts in json.decode(met).items():
                found.add((self._codes[rule], facts["m"][_INDEX]))
            met = core.complete_and_start_action(self._handle, state)
        return found

    def _shown(self, values: Mapping[str, Value]) -> dict[str, Value]:
        """What the engine gets to see of a fact; every comparison of this set comes out the same."""
        shown: dict[str, Value] = {f"no_{name}": name not in values for name in self._absence}
        for name, texts in self._texts.items():
            value = values.get(name)
            if value is None:
                continue
            if isinstance(value, str):
                value = value if value in texts else self._others[name]
            elif not isinstance(value, bool):
                value = max(-NUMBER_LIMIT, min(value, NUMBER_LIMIT))
            shown[f"p_{name}"] = value
        return shown


def _rule(tests: list[Expression]) -> Expression:
    return {"all": [{"m": {"$and": tests}}], "run": None}


def _other_than(texts: set[str]) -> str:
    other = "other"
    while other in texts:
        other += "'"
    return other


def _expression(atom: Atom) -> Expression:
    name = f"p_{atom.fact}"
    match atom.relation:
        case "is":
            return {name: atom.value}
        case "is_not":
            return {"$neq": {name: atom.value}}
        case "above":
            return {"$gt": {name: atom.value}}
        case "below":
            return {"$lt": {name: atom.value}}
        case "at_least":
            return {"$gte": {name: atom.value}}
        case "at_most":
            return {"$lte": {name: atom.value}}
        case "missing" | "present":
            return {f"no_{atom.fact}": atom.relation == "missing"}
        case _:
            assert_never(atom.relation)


_compiled: weakref.WeakValueDictionary[tuple[Subject, tuple[Rule, ...]], RuleSet] = (
    weakref.WeakValueDictionary()
)
"""Rule sets in use: matchers for a coalition's own policies share those of the shipped ones."""


class DurableMatcher:
    """Rule sets by subject, each compiled when the first fact of its subject comes along."""

    name = "durable"

    def __init__(self, policies: Sequence[Policy]) -> None:
        self._kinds = Kinds(policies)
        self._policies: dict[Subject, list[Policy]] = {}
        for policy in policies:
            self._policies.setdefault(policy.subject, []).append(policy)
        self._sets: dict[Subject, tuple[RuleSet, ...]] = {}

    def match(self, facts: Sequence[Fact]) -> frozenset[Match]:
        """Every match of every policy; see ``Matcher``."""
        self._kinds.check(facts)
        by_subject: dict[Subject, list[tuple[int, Fact]]] = {}
        for index, fact in enumerate(facts):
            if fact.subject in self._policies:
                by_subject.setdefault(fact.subject, []).append((index, fact))
        return frozenset(
            match
            for subject, about in by_subject.items()
            for rule_set in self._compiled(subject)
            for match in rule_set.match(about)
        )

    def _compiled(self, subject: Subject) -> tuple[RuleSet, ...]:
        if subject not in self._sets:
            sets = []
            for chunk in _chunks(self._policies[subject]):
                key = (subject, chunk)
                rule_set = _compiled.get(key)
                if rule_set is None:
                    rule_set = _compiled[key] = RuleSet(subject, chunk)
                sets.append(rule_set)
            self._sets[subject] = tuple(sets)
        return self._sets[subject]


def _chunks(policies: Sequence[Policy]) -> Iterator[tuple[Rule, ...]]:
    """Cut the rules into sets that the engine holds; a coalition's own are never among shipped ones."""
    for own in (False, True):
        rules: list[Rule] = []
        properties: set[str] = set()
        for policy in policies:
            if (policy.family == OWN_FAMILY) is not own:
                continue
            for way in alternatives(policy.when):
                named = {atom.fact for atom in way}
                if len(rules) == MOST_RULES or len(properties | named) > MOST_PROPERTIES:
                    yield tuple(rules)
                    rules, properties = [], set()
                rules.append((policy.code, way))
                properties |= named
        if rules:
            yield tuple(rules)
