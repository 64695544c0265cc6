"""What is asked before counting, and what of it is the charter's alone: the same for every action under it.

A question that a charter gives no cause to ask is left out, and the answers with which every ordinary action
begins are kept. That nothing else is left out or kept is tested against asking everything of everyone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

from coalcheck.engine.decide.amending import amending_points
from coalcheck.engine.decide.answers import answer_points
from coalcheck.engine.decide.calendar import working_days
from coalcheck.engine.decide.composition import composition_points
from coalcheck.engine.decide.course import (
    deliberation_points,
    expiry_points,
    explanation_points,
    needs_points,
    notice_points,
    window_points,
)
from coalcheck.engine.decide.covering import covering_keys
from coalcheck.engine.decide.limits import body_points, limit_points
from coalcheck.engine.decide.money import fund_points, scope_money_points, unknown_sum_points
from coalcheck.engine.decide.term import pilot_points, signed_points, term_points
from coalcheck.engine.decide.told import Terms

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Body, Charter, Decision
    from coalcheck.engine.decide.case import Case, Point
    from coalcheck.engine.decide.covering import Covered
    from coalcheck.engine.decide.verdict import Consulted, Part

Ask: TypeAlias = Callable[["Case"], "Iterator[Point]"]
Asked: TypeAlias = tuple[tuple["Part", Ask], ...]
Opening: TypeAlias = tuple[tuple["Consulted", ...], Asked]
"""Clauses that have their answer, and the questions that are still to be asked."""


class Asking:
    """The questions of one charter; what it keeps is bounded by the charter's decisions and kinds.

    Attributes:
        charter: the charter.
        by_name_alone: whether no decision of it is in force for a time only, or with a notice only.
    """

    def __init__(self, charter: Charter) -> None:
        self.charter = charter
        decisions = charter.decisions.values()
        self.by_name_alone = all(each.valid is None and each.applies_if is None for each in decisions)
        self._covered: dict[str, Covered] = {}
        self._caused: dict[str, Asked] = {}
        self._openings: dict[tuple[str, str], Opening] = {}
        term = charter.term
        self._starts = (term.starts if term is not None else None) or date.min
        self._ends = (term.ends if term is not None else None) or date.max

    @cached_property
    def terms(self) -> Terms:
        """How the charter counts time."""
        charter = self.charter
        return Terms(charter.counting, working_days(charter.calendar), charter.time_zone)

    def covered(self, case: Case, find: Callable[[Case], Covered]) -> Covered:
        """Under which decision a case falls; kept where the name that the action gives tells it alone."""
        named = case.action.action
        if named is None or not self.by_name_alone:
            return find(case)
        known = self._covered.get(named)
        if known is None:
            known = find(case)
            keys = (named,) if named in self.charter.decisions else covering_keys(self.charter, named)
            if len(keys) == 1:
                self._covered[named] = known
        return known

    def opening(self, case: Case, asked: Sequence[tuple[Part, Ask]]) -> Opening:
        """What has its answer without being asked again, and what is to be asked of a case, in order.

        Args:
            case: the case, with its decision.
            asked: all questions.
        """
        if not self._is_ordinary(case):
            return (), self._with_cause(case.key, asked)
        key = (case.key, case.kind)
        found = self._openings.get(key)
        if found is None:
            found = self._openings[key] = _opening(case, self._with_cause(case.key, asked))
        return found

    def _is_ordinary(self, case: Case) -> bool:
        """Whether an action says nothing with which the first questions could have another answer."""
        action = case.action
        if action.amount is not None or action.body is not None or action.amends or action.uses:
            return False
        held = case.held
        # A year, or an instant in a time zone of its own, is not worth a short way.
        if type(held) is not date or not self._starts <= held <= self._ends:
            return False
        done = action.done
        return done is None or isinstance(done, bool)

    def _with_cause(self, key: str, asked: Sequence[tuple[Part, Ask]]) -> Asked:
        """Those of the questions that a decision gives cause for, in their order."""
        found = self._caused.get(key)
        if found is None:
            charter = self.charter
            decision = charter.decisions[key]
            body = charter.bodies.get(decision.body or "")
            found = self._caused[key] = tuple(
                (part, ask)
                for part, ask in asked
                if ask not in _CAUSES or _CAUSES[ask](charter, decision, body)
            )
        return found


def _opening(case: Case, asked: Asked) -> Opening:
    """The answers that every ordinary action has; what is not plainly met is asked of each by itself."""
    clauses: list[Consulted] = []
    for number, (_, ask) in enumerate(asked):
        if ask not in _FIRST or _changes(case, ask):
            return tuple(clauses), asked[number:]
        try:
            points = list(ask(case))
        except Exception:  # noqa: BLE001  (who asks it of the case itself says what went wrong)
            return tuple(clauses), asked[number:]
        if any(point.clause.met is not True or point.asks or point.note for point in points):
            return tuple(clauses), asked[number:]
        clauses += (point.clause for point in points)
    return tuple(clauses), ()


_FIRST: Final[frozenset[Ask]] = frozenset(
    (
        amending_points,
        body_points,
        term_points,
        limit_points,
        scope_money_points,
        fund_points,
        unknown_sum_points,
        pilot_points,
    )
)
"""Questions about the body, the term, what is changed, spent or used, and nothing else of an action."""


def _changes(case: Case, ask: Ask) -> bool:
    """Whether the answer can be another on another day of the term."""
    if ask is term_points:
        return case.charter.stage == "ended"
    body = case.charter.bodies.get(case.decision.body or "")
    if body is None:
        return False
    return body.valid is not None or (body.limits is not None and body.limits.valid is not None)


def _limited(charter: Charter, body: Body | None) -> bool:
    """Whether the charter limits sums in any place."""
    return (
        (charter.scope is not None and charter.scope.money is not None)
        or (charter.fund is not None and bool(charter.fund.spending))
        or (body is not None and body.limits is not None)
    )


_CAUSES: Final[Mapping[Ask, Callable[[Charter, Decision, Body | None], bool]]] = {
    signed_points: lambda charter, _decision, _body: any(m.signed is not None for m in charter.members),
    limit_points: lambda _charter, _decision, body: body is not None and body.limits is not None,
    scope_money_points: lambda charter, _decision, _body: charter.scope is not None,
    fund_points: lambda charter, _decision, _body: charter.fund is not None,
    unknown_sum_points: lambda charter, _decision, body: _limited(charter, body),
    pilot_points: lambda charter, _decision, _body: charter.stage == "pilot",
    notice_points: lambda _charter, decision, _body: decision.notice is not None,
    deliberation_points: lambda _charter, decision, body: (
        decision.deliberation is not None or (body is not None and body.input is not None)
    ),
    window_points: lambda _charter, decision, _body: decision.window is not None,
    needs_points: lambda _charter, decision, _body: bool(decision.needs),
    expiry_points: lambda _charter, decision, _body: decision.expires is not None,
    explanation_points: lambda _charter, decision, body: (
        decision.explain is not None or (body is not None and body.explains is not None)
    ),
    composition_points: lambda _charter, _decision, body: body is not None and bool(body.caps),
    answer_points: lambda _charter, decision, _body: decision.answer_within is not None,
}
"""What in a charter is cause for a question; one that is not here is always asked."""
