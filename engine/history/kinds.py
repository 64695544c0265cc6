"""The kinds of decision that something on record may be of, as far as it says so itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.decide.covering import covering_keys

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.decide.verdict import Verdict
    from coalcheck.engine.history.record import Record

CHANGES: Final = ("amend", "widen-scope")
"""The kinds of what says that it amends the charter."""

_NAMED_ELSEWHERE: Final = ("renew", "admit", "widen-scope")
"""Kinds whose decision may be named where they are spoken of, and not under what it covers."""


def kinds_of(charter: Charter, action: Action, verdict: Verdict, *, renews: bool = False) -> tuple[str, ...]:
    """The kinds of decision that an action may be of.

    It is of the one that it names. One that only names a decision for several kinds may be of each of them,
    unless it says more: that it amends something, or goes back to a talk on whether to go on.

    Args:
        charter: the charter.
        action: the action.
        verdict: what the charter says of it.
        renews: whether it goes back to a review before a renewal.

    Returns:
        The kinds; it is surely of one where there is no other. Empty where nothing is known.
    """
    named = action.action or ""
    if named and named not in charter.decisions:
        return (named,)
    key = verdict.decision or named
    decision = charter.decisions.get(key)
    if decision is None:
        return ()
    if named in decision.covers:
        return (named,)
    elsewhere = (each for each in _NAMED_ELSEWHERE if key in covering_keys(charter, each))
    kinds = tuple(dict.fromkeys((*decision.covers, *elsewhere)))
    told = CHANGES if action.amends else ("renew",) if renews else ()
    return tuple(each for each in kinds if each in told) or kinds


def is_before_renewal(action: Action) -> bool:
    """Whether it is the review at which it was talked over whether to go on."""
    return action.review is not None and action.review.of == "renewal"


def renews(action: Action, past: Record | None) -> bool:
    """Whether it goes back to such a review, by what was on record before it."""
    if past is None or not action.follows:
        return False
    before = (each.action for each in past.events("review"))
    return any(each.id in action.follows and is_before_renewal(each) for each in before)


def changes_scope(action: Action) -> bool:
    """Whether it says that it changes what lies inside the scope."""
    return any(each == "scope" or each.startswith("scope.inside") for each in action.amends)
