"""The scope beside the verdict: what is known of a decision, held against what was agreed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from coalcheck.engine.decide.case import against
from coalcheck.engine.mission.limits import Sum

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.action.model import Action
    from coalcheck.engine.decide.authority import Authority
    from coalcheck.engine.decide.bindings import Bindings
    from coalcheck.engine.decide.past import Past
    from coalcheck.engine.decide.verdict import Consulted, Outcome
    from coalcheck.engine.mission.agreed import Agreed
    from coalcheck.engine.mission.standing import Standing

_WIDEN: Final = "widen-scope"
_ABOUT_ITSELF: Final = frozenset(
    {_WIDEN, "amend", "admit", "suspend", "expel", "renew", "dissolve", "appoint"}
)
"""Kinds of decision about the coalition itself; a decision that covers no other is not one on common work."""

NO_SCOPE: Final = "The charter does not say what you work on, so whether this is yours to do was not judged."

Again = Callable[["Action"], "Outcome"]
"""Judges another action by the same rules."""


def scope_of(  # noqa: PLR0913, PLR0917  (each is one thing that is known of a decision)
    bindings: Bindings,
    action: Action,
    as_of: date,
    found: Authority,
    past: Past | None,
    again: Again | None,
) -> Standing | None:
    """Whether an action is within what was agreed; None where the charter has no scope.

    Args:
        bindings: the charter.
        action: what was proposed, voted on or done.
        as_of: the day from which it is judged.
        found: what is known of it before its votes are counted.
        past: what was on record before it.
        again: judges the same votes under the decision that widens the scope; None where nobody asks for
            ways on.
    """
    if bindings.charter.scope is None:
        return None
    from coalcheck.engine.mission.judge import judge

    agreed = bindings.agreed
    standing = judge(
        agreed, action, as_of, kinds=found.kinds, widens=_widens(found, agreed), sums=_sums(found),
        goal_declared=past is not None and past.goal_declared, ways=again is not None,
    )  # fmt: skip
    if standing is None or standing.widen is None or again is None:
        return standing
    if not standing.widen.decision or not action.has_votes:
        return standing
    put = action.model_copy(
        update={"action": standing.widen.decision, "in_name_of": (), "body": None, "amount": None}
    )
    return replace(standing, widen=replace(standing.widen, outcome=again(put)))


def clause_of(standing: Standing) -> Consulted:
    """What is out, as a clause that is not met."""
    reason = standing.reasons[0]
    key = standing.widen.decision if standing.widen is not None else ""
    remedy = f"Under {key}, which widens what you agreed, it can be agreed to." if key else (
        "The charter has no decision that widens what you agreed."
    )  # fmt: skip
    said = "; ".join(each.said for each in standing.reasons if each.answer == "out")
    return against(
        "scope", reason.charter, said, reason.route, cure="ratify" if key else "none", remedy=remedy
    )


def _widens(found: Authority, agreed: Agreed) -> bool:
    """Whether it is the decision on the scope itself, and not one on common work under a rule for both."""
    kinds = set(found.kinds)
    if _WIDEN in kinds and kinds <= _ABOUT_ITSELF:
        return True
    return bool(kinds) and found.decision == agreed.widen and kinds <= _ABOUT_ITSELF


def _sums(found: Authority) -> tuple[Sum, ...]:
    """The limits of money that it passes, or of which that cannot be told."""
    return tuple(
        Sum(each.said, each.text, each.route)
        for each in found.clauses
        if each.part == "money"
        and each.met is not True
        and each.route is not None
        and each.route[:1] == ("scope",)
    )
