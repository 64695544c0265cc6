"""From facts to matches: what a matcher is, and which one is used.

Facts are matched one at a time; whatever relates several things was computed before and is a property. A
later pass over facts that policies conclude would feed its matches into another call of ``match``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Literal, NamedTuple, Protocol, TypeAlias

from coalcheck.engine.facts.fact import Fact, Kind, Subject
from coalcheck.engine.policy.condition import tests
from coalcheck.engine.policy.model import Policy

Match: TypeAlias = tuple[str, int]
"""A policy's code, and the position of the fact in the sequence that was matched."""

Wanted: TypeAlias = Literal["auto", "durable", "reference"]


class MatcherError(Exception):
    """The matcher did not answer, or was asked what has no answer: a bug, never "nothing found"."""


class MatcherUnavailable(Exception):
    """The matcher that was asked for by name does not run here."""


class Matcher(Protocol):
    """Anything that says which policies match which facts.

    Give it every policy and ask how much each match matters afterwards: a matcher is made for its policies
    once and serves any number of charters.
    """

    @property
    def name(self) -> str:
        """The matcher's name, as ``--matcher`` takes it."""
        ...

    def match(self, facts: Sequence[Fact]) -> frozenset[Match]:
        """Every match of every policy; independent of the order of facts and policies.

        Raises:
            MatcherError: always, where the answer is not known to be complete.
        """
        ...


class Chosen(NamedTuple):
    """Which matcher is used here, and why, as the end of a sentence."""

    name: Literal["durable", "reference"]
    reason: str


def chosen(wanted: Wanted = "auto") -> Chosen:
    """Say which matcher ``choose`` would take.

    Raises:
        MatcherUnavailable: durable-rules was asked for and cannot be imported.
    """
    if wanted == "reference":
        return Chosen("reference", "asked for")
    try:
        import_module("durable.engine")
    except ImportError as error:
        if wanted == "durable":
            msg = f"durable-rules cannot be used here: {error}"
            raise MatcherUnavailable(msg) from error
        return Chosen("reference", "durable-rules is not available for this Python")
    return Chosen("durable", "asked for" if wanted == "durable" else "durable-rules is installed")


def choose(wanted: Wanted, policies: Sequence[Policy]) -> Matcher:
    """Make a matcher for these policies; ``auto`` takes durable-rules where it can be imported.

    Raises:
        MatcherUnavailable: durable-rules was asked for and cannot be imported.
        MatcherError: the policies contradict one another on what kind of value a property has.
    """
    if chosen(wanted).name == "durable":
        from coalcheck.engine.policy.durable import DurableMatcher

        return DurableMatcher(policies)
    from coalcheck.engine.policy.reference import ReferenceMatcher

    return ReferenceMatcher(policies)


class Kinds:
    """What kind of value each property has that some policy compares, and the proof that facts keep to it.

    durable-rules takes 1 for true and "2" for a number; whoever gets a value of another kind past the table
    of facts gets an error from either matcher, not an answer that depends on which one runs.
    """

    def __init__(self, policies: Sequence[Policy]) -> None:
        self._kinds: dict[Subject, dict[str, Kind]] = {}
        for policy in policies:
            known = self._kinds.setdefault(policy.subject, {})
            for test in tests(policy.when):
                if test.comparator == "missing":
                    continue
                for value in test.value if isinstance(test.value, tuple) else (test.value,):
                    if known.setdefault(test.fact, type(value)) is not type(value):
                        msg = (
                            f"{policy.code} compares {policy.subject}.{test.fact} with another kind of value"
                        )
                        raise MatcherError(msg)

    def check(self, facts: Sequence[Fact]) -> None:
        """Refuse facts that hold a value of another kind than policies compare it with."""
        nothing: Mapping[str, Kind] = {}
        for fact in facts:
            kinds = self._kinds.get(fact.subject, nothing)
            for name, value in fact.values.items():
                if type(value) is not kinds.get(name, type(value)):
                    wrong = f"{fact.subject}.{name} of {fact.id!r} is {type(value).__name__}"
                    msg = f"{wrong}, policies compare it with {kinds[name].__name__}"
                    raise MatcherError(msg)
