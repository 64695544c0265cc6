"""Verdicts of which no policy says anything: of a long record these are nearly all, and much alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from coalcheck.engine.checking.facts import facts_of

if TYPE_CHECKING:
    from coalcheck.engine.checking.checked import Asked, Ground
    from coalcheck.engine.decide.verdict import Consulted, Verdict
    from coalcheck.engine.facts.fact import Fact
    from coalcheck.engine.policy.remembering import Remembering

MOST: Final = 4096
"""So many verdicts are kept; a record has a few hundred that differ in what a policy can see."""

_Key: TypeAlias = tuple[object, ...]


class Silent:
    """Gives the facts of verdicts, and none where it is known that no policy has a word for them."""

    def __init__(self, matcher: Remembering) -> None:
        self._matcher = matcher
        # With the clauses themselves, so that no other can come to have their place in memory.
        self._known: dict[_Key, tuple[Consulted, ...]] = {}

    def facts(self, asked: Asked, ground: Ground, verdict: Verdict) -> tuple[Fact, ...]:
        """What a policy may have something to say of: as ``facts_of``, or nothing."""
        key = (
            verdict.outcome,
            verdict.decision,
            verdict.missing,
            asked.done,
            asked.stands,
            asked.recorded,
            bool(asked.tried),
            # Clauses of a record are kept once (`history.sharing`); others are only found to be new.
            *map(id, verdict.clauses),
        )
        if key in self._known:
            return ()
        facts = facts_of(asked, ground, verdict)
        if self._matcher.match(facts):
            return facts
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[key] = verdict.clauses
        return ()
