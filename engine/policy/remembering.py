"""A matcher that is asked once for all facts that no policy tells apart, however often they are given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Fact, Kind, Subject, Value
from coalcheck.engine.policy.condition import tests

if TYPE_CHECKING:
    from coalcheck.engine.policy.matcher import Match, Matcher
    from coalcheck.engine.policy.model import Policy

MOST: Final = 4096
"""So many kinds of fact are remembered; a record has a few hundred."""

_Key = tuple[Subject, tuple[tuple[str, Kind, Value], ...]]


class Remembering:
    """Answers for another matcher: what matches depends on what policies compare, and on nothing else."""

    def __init__(self, matcher: Matcher, policies: Sequence[Policy]) -> None:
        self._matcher = matcher
        self._compared: dict[Subject, frozenset[str]] = {}
        for policy in policies:
            names = {test.fact for test in tests(policy.when)}
            self._compared[policy.subject] = self._compared.get(policy.subject, frozenset()) | names
        self._known: dict[_Key, tuple[str, ...]] = {}

    @property
    def name(self) -> str:
        """The name of the other one."""
        return self._matcher.name

    def match(self, facts: Sequence[Fact]) -> frozenset[Match]:
        """Every match of every policy; independent of the order of facts and policies.

        Raises:
            MatcherError: always, where the answer is not known to be complete.
        """
        keys = [self._key(fact) for fact in facts]
        unknown = {key: fact for key, fact in zip(keys, facts, strict=True) if key not in self._known}
        if len(self._known) + len(unknown) > MOST:
            self._known.clear()
            unknown = dict(zip(keys, facts, strict=True))
        if unknown:
            found: dict[int, list[str]] = {}
            for code, place in self._matcher.match(tuple(unknown.values())):
                found.setdefault(place, []).append(code)
            for place, key in enumerate(unknown):
                self._known[key] = tuple(found.get(place, ()))
        return frozenset((code, place) for place, key in enumerate(keys) for code in self._known[key])

    def _key(self, fact: Fact) -> _Key:
        """What policies can see of a fact; with the kinds, for true and 1 are equal."""
        compared = self._compared.get(fact.subject, frozenset())
        values = fact.values
        seen = [name for name in values if name in compared]
        return fact.subject, tuple((name, type(values[name]), values[name]) for name in sorted(seen))
