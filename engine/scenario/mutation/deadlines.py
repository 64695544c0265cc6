"""Periods of a charter, one unit longer or shorter, or taken away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from coalcheck.engine.scenario.mutation.mutant import Mutant, put

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Decision
    from coalcheck.engine.charter.quantity import Period
    from coalcheck.engine.scenario.mutation.reach import Reach
    from coalcheck.engine.source.node import Route

_OF_DECISION: Final = {
    "notice": "a notice of",
    "deliberation": "a talk of",
    "window": "a vote open for",
    "answer_within": "an answer within",
    "expires": "a decision that expires after",
    "explain": "an explanation within",
}
_OF_PARTS: Final = {
    ("otherwise", "after"): "a second way after",
    ("second_call", "after"): "a second call after",
    ("applies_if", "notice"): "a condition of notice of",
}


def of_deadlines(reach: Reach) -> Iterator[Mutant]:
    """Every period that is held against the days of an action."""
    charter = reach.charter
    for name, decision in charter.decisions.items():
        for steps, what, period in _periods(decision):
            dropped = steps != ("explain",) or _explained_anyway(charter, decision) != period
            route: Route = ("decisions", name, *steps)
            yield from _near(charter, route, what, period, (name,), dropped=dropped)
    for index, veto in enumerate(charter.vetoes):
        if veto.within is not None and veto.by != "vote":
            yield from _near(
                charter, ("vetoes", index, "within"), "a veto within", veto.within, reach.of_veto(veto)
            )


def _periods(decision: Decision) -> Iterator[tuple[tuple[str, ...], str, Period]]:
    for key, what in _OF_DECISION.items():
        if (period := getattr(decision, key)) is not None:
            yield (key,), what, period
    for (key, below), what in _OF_PARTS.items():
        part = getattr(decision, key)
        if part is not None and (period := getattr(part, below)) is not None:
            yield (key, below), what, period


def _explained_anyway(charter: Charter, decision: Decision) -> Period | None:
    """How soon the body that decides explains what it decided, where the decision does not say."""
    body = charter.bodies.get(decision.body or "")
    return body.explains.within if body is not None and body.explains is not None else None


def _near(  # noqa: PLR0913  (where, what, and which decisions)
    charter: Charter,
    route: Route,
    what: str,
    period: Period,
    decisions: tuple[str, ...],
    *,
    dropped: bool = True,
) -> Iterator[Mutant]:
    for number in (period.number - 1, period.number + 1):
        if number >= 0:
            near = period._replace(number=number)
            said = f"{what} {period} became {what} {near}"
            yield Mutant("deadline", route, said, put(charter, route, near), decisions, ballots=False)
    if dropped:
        without = put(charter, route, None)
        yield Mutant("deadline", route, f"{what} {period} was dropped", without, decisions, ballots=False)
