"""Putting something to a decision: who may, and what waits longer than the charter lets it wait."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.conduct.clause import clause, told
from coalcheck.engine.conduct.moments import terms_of
from coalcheck.engine.conduct.people import COORDINATOR, EVERYBODY, meant_by
from coalcheck.engine.facts.fact import Property
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import texts

if TYPE_CHECKING:
    from coalcheck.engine.action.moment import Moment
    from coalcheck.engine.charter.model import Decision
    from coalcheck.engine.charter.quantity import Period
    from coalcheck.engine.conduct.act import Act
    from coalcheck.engine.source.node import Route

MATTERS: Final[Mapping[str, str]] = {
    "proposed-by-another": "It was put forward by others than those who may.",
    "waiting-too-long": "It is still open after the time in which it was to be answered.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = texts(
    may_propose="Who may put something forward, in the charter's words.",
    then="What the charter says for when no agreement is reached, as a sentence; else how to go on.",
)
"""What its matters tell."""


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act."""
    if act.action.happened is not None or act.verdict is None:
        return
    yield from _proposed(act)
    decision = act.charter.decisions.get(act.verdict.decision)
    if decision is not None:
        yield from _waiting(act, act.verdict.decision, decision)


def _proposed(act: Act) -> Iterator[Matter]:
    agenda, by = act.charter.agenda, act.action.proposed_by
    text = agenda.may_propose if agenda is not None else None
    if not text or not by:
        return
    may = _named(act, text)
    if may is None or text.strip().casefold() in EVERYBODY:
        return
    others = [word for word in by if not _may(act, word, may)]
    if others:
        values = {"may_propose": text.strip().rstrip(".")}
        at = clause(text, "agenda", "may_propose")
        yield told(act, "proposed-by-another", ("proposed_by",), values, at)


def _named(act: Act, text: str) -> frozenset[str] | None:
    """Those whom a list of names stands for: ``steering``, ``breathe or parents``; None for other words."""
    listed = text.strip().rstrip(".").removeprefix("only ").removeprefix("Only ")
    for sign in (" and ", " or ", "/"):
        listed = listed.replace(sign, ", ")
    found: set[str] = set()
    for part in filter(None, (each.strip() for each in listed.split(","))):
        word = part.removeprefix("the ")
        meant = meant_by(act.charter, word)
        if meant is None:
            return None
        found |= meant | {word.casefold()}
    return frozenset(found) or None


def _may(act: Act, word: str, may: frozenset[str]) -> bool:
    """Whether a proposer is one of those; what is no name is not judged."""
    if word.casefold() in may:
        return True
    meant = meant_by(act.charter, word)
    return meant is None or not meant or (bool(meant - {COORDINATOR}) and meant <= may)


def _waiting(act: Act, key: str, decision: Decision) -> Iterator[Matter]:
    """What was to be answered within a time and is still open on the day from which it is looked at."""
    from coalcheck.engine.decide.timing import deadline_under, end_under

    action = act.action
    if action.stands(act.as_of) == "closed" or action.recorded is not None or action.done is not None:
        return
    window = decision.window if decision.window is not None and not decision.window.or_longer else None
    asked: tuple[tuple[str, Period | None, Moment | None], ...] = (
        ("answer_within", decision.answer_within, action.notice or action.opened),
        ("window", window, action.opened),
    )
    terms = terms_of(act.charter)
    for field, period, start in asked:
        if period is None or start is None:
            continue
        if deadline_under(terms, start, period, act.as_of).met is not False:
            continue
        route: Route = ("decisions", key, field)
        values = {
            "said": end_under(terms, start, period).said,
            "then": _then(decision),
        }
        here = ("status",) if action.status else ("action",)
        yield told(act, "waiting-too-long", here, values, clause(period, *route))
        return


def _then(decision: Decision) -> str:
    if decision.if_no_agreement:
        return f"The charter says what holds then: {decision.if_no_agreement.strip()}"
    if decision.otherwise is not None and decision.otherwise.passes:
        return f"The charter has a second way: {decision.otherwise.passes.strip().rstrip('.')}."
    return "Set a last day for answers, or put it again in smaller parts."
