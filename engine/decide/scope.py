"""The scope beside the verdict: what is known of a decision, held against what was agreed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.decide.authority import COALITION
from coalcheck.engine.decide.case import against, case_of
from coalcheck.engine.decide.covering import covering
from coalcheck.engine.mission.limits import Sum

if TYPE_CHECKING:
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
    presumed: Presumed | None = None,
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
        presumed: what was worked out of it beforehand.
    """
    if bindings.charter.scope is None:
        return None
    from coalcheck.engine.mission.judge import judge

    agreed = bindings.agreed
    sums, goal_declared = _sums(found), past is not None and past.goal_declared
    if presumed is not None and again is None and not sums and not goal_declared:
        under = presumed.kinds, presumed.decision, presumed.as_of
        if under == (found.kinds, found.decision, as_of):
            return presumed.standing
    standing = judge(
        agreed, action, as_of, kinds=found.kinds, sums=sums,
        widens=_widens(found.kinds, found.decision, agreed),
        goal_declared=goal_declared, ways=again is not None,
    )  # fmt: skip
    if standing is None or standing.widen is None or again is None:
        return standing
    if not standing.widen.decision or not action.has_votes:
        return standing
    put = action.model_copy(
        update={"action": standing.widen.decision, "in_name_of": (), "body": None, "amount": None}
    )
    return replace(standing, widen=replace(standing.widen, outcome=again(put)))


class Presumed(Struct, frozen=True):
    """How an action stands to what was agreed, if nothing that came before it makes a difference.

    Attributes:
        kinds: the kinds of decision under which it was taken to fall.
        decision: the decision under which it was taken to be.
        as_of: the day from which it was judged.
        standing: the answer, without ways on, if it passes no limit of money and nothing is on record of what
            became of the goal.
    """

    kinds: tuple[str, ...]
    decision: str | None
    as_of: date
    standing: Standing | None


def presume(bindings: Bindings, action: Action, as_of: date) -> Presumed | None:
    """Hold an action against what was agreed before anything is known of what came before it.

    Args:
        bindings: the charter.
        action: what was decided or done.
        as_of: the day from which it is judged.

    Returns:
        The answer, for whoever judges it later with all that came before; None where there is none.
    """
    if bindings.charter.scope is None or action.happened is not None:
        return None
    from coalcheck.engine.mission.judge import judge

    agreed = bindings.agreed
    try:
        kinds, decision = _falls_under(bindings, action, as_of)
        widens = _widens(kinds, decision, agreed)
        standing = judge(agreed, action, as_of, kinds=kinds, widens=widens, ways=False)
    except Exception:  # noqa: BLE001  (it will be judged once more, and what is wrong is said then)
        return None
    return Presumed(kinds, decision, as_of, standing)


def _falls_under(bindings: Bindings, action: Action, as_of: date) -> tuple[tuple[str, ...], str | None]:
    """The kinds and the decision under which an action seems to fall; ``authority`` has the last word."""
    if action.in_name_of and COALITION not in action.in_name_of:
        return (), None
    case = case_of(bindings.charter, action, as_of, bindings.asking.terms)
    covered = bindings.asking.covered(case, covering)
    if not covered.key:
        return (covered.kind,) if covered.kind else (), None
    return replace(case, kind=covered.kind, key=covered.key).kinds, covered.key


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


def _widens(kinds: tuple[str, ...], decision: str | None, agreed: Agreed) -> bool:
    """Whether it is the decision on the scope itself, and not one on common work under a rule for both."""
    if not kinds or not _ABOUT_ITSELF.issuperset(kinds):
        return False
    return _WIDEN in kinds or decision == agreed.widen


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
