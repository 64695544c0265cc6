"""Who decided, and whether the charter lets them: which body, on what kinds, up to what sum."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coalcheck.engine.decide.case import EVERYBODY, Case, Point, against, holds, kept, unsaid
from coalcheck.engine.decide.covering import by_changing, covering_keys
from coalcheck.engine.decide.money import by_the_fund, compared
from coalcheck.engine.decide.sums import with_the_past
from coalcheck.engine.decide.verdict import Consulted, Cure
from coalcheck.engine.wording.day import in_words as day_in_words
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Body, Charter, Limits
    from coalcheck.engine.source.node import Route


def is_everybody(charter: Charter, body: str | None) -> bool:
    """Whether a body is the whole membership; so it is where none is named."""
    found = charter.bodies.get(body or "")
    if found is None:
        return body is None or body in EVERYBODY
    if isinstance(found.seats, tuple):
        return False
    return not found.members or "all" in found.members


def body_points(case: Case) -> Iterator[Point]:
    """Whether the body that decided is the one of the decision, and existed then."""
    charter, key = case.charter, case.key
    wanted, was = case.decision.body, case.action.body
    if wanted is None:
        if was is None or is_everybody(charter, was):
            said = "all members decide"
            default = "no body is named"
            yield Point(kept("body", "", said, ("decisions", key), default=default))
            return
    elif wanted not in charter.bodies:
        asks = f"Which body decides under {key}? The charter describes none called {wanted}."
        said = f"the charter describes no body {wanted}"
        yield Point(unsaid("body", wanted, said, ("decisions", key, "body")), asks)
        return
    elif was is None or was == wanted:
        yield from _existence(case, wanted)
        default = "" if was else "the action names no body"
        said = f"{wanted} decides"
        yield Point(kept("body", wanted, said, ("decisions", key, "body"), default=default))
        return
    elif was in EVERYBODY and is_everybody(charter, wanted):
        said = f"{wanted} decides, to which all members belong"
        yield Point(kept("body", wanted, said, ("decisions", key, "body")))
        return
    if was is not None and was not in charter.bodies and was not in EVERYBODY:
        asks = f"Which body decided? The charter describes none called {was}."
        said = f"{was} decided, and the charter describes no such body"
        yield Point(unsaid("body", wanted or "", said, ("decisions", key)), asks)
        return
    right = wanted or "all members together"
    route: Route = ("decisions", key, "body") if wanted else ("decisions", key)
    said = f"{was} decided; under {key} it is for {right}"
    remedy = f"Put it to {right} under {key}; they can agree to it afterwards."
    if wanted:
        remedy = f"Put it to {right} under {key}; it can agree to it afterwards."
    yield Point(against("body", wanted or "", said, route, cure="ratify", remedy=remedy))


def _existence(case: Case, name: str) -> Iterator[Point]:
    stretch = case.charter.bodies[name].valid
    held = holds(stretch, case.days)
    if stretch is None or held is True:
        return
    begins = f"from {day_in_words(stretch.from_)}" if stretch.from_ else ""
    ends = f"until {day_in_words(stretch.to)}" if stretch.to else ""
    said = f"there is a {name} {' '.join(filter(None, (begins, ends)))}"
    route: Route = ("bodies", name, "valid")
    if held is None:
        asks = f"On which day of {case.held} was it decided? The minutes will say."
        yield Point(unsaid("body", "", said, route), asks)
        return
    cure, remedy = by_changing(case.charter, case.as_of)
    yield Point(against("body", "", said, route, cure=cure, remedy=remedy))


def limit_points(case: Case) -> Iterator[Point]:
    """Whether the body is within its limits: the kinds it may decide, those it never may, and its sum."""
    name = case.decision.body
    body = case.charter.bodies.get(name or "")
    if body is None or name is None or body.limits is None:
        return
    limits = body.limits
    if limits.valid is not None and holds(limits.valid, case.days) is False:
        return
    yield from _kinds(case, name, limits)
    yield from _sum(case, name, body)


def _kinds(case: Case, name: str, limits: Limits) -> Iterator[Point]:
    kinds = case.kinds
    asked = (
        ("never", limits.never, [kind for kind in kinds if kind in limits.never]),
        ("covers", limits.covers, [kind for kind in kinds if limits.covers and kind not in limits.covers]),
    )
    for field, text, barred in asked:
        if not text:
            continue
        route: Route = ("bodies", name, "limits", field)
        listed = ", ".join(text)
        never = f"{name} never decides on" if field == "never" else f"{name} decides only on"
        said = f"{never} {listed}"
        if not barred:
            yield Point(kept("limits", listed, said, route))
        elif len(barred) < len(kinds):
            what = f"{case.key} covers {join(*kinds)}, and {name} may not decide on {join(*barred)}"
            asks = f"Of which kind is it: {join(*kinds, last='or')}? It can stand under action."
            yield Point(unsaid("limits", listed, what, route), asks)
        else:
            cure, remedy = _by_another(case, name, *barred)
            yield Point(
                against("limits", listed, f"{said}; this is {join(*barred)}", route,
                          cure=cure, remedy=remedy)
            )  # fmt: skip


def _sum(case: Case, name: str, body: Body) -> Iterator[Point]:
    limit = body.limits.spend if body.limits is not None else None
    if limit is None or case.action.amount is None:
        return
    route: Route = ("bodies", name, "limits", "spend")
    told = compared(case, limit)
    how = "by one decision"
    if case.past is not None and limit.per is not None:
        told = with_the_past(case, case.past, limit, told, name)
        how = "by its decisions together"
    said = f"{told.said}; {name} may spend up to {limit} {how}"
    if told.met is False:
        cure, remedy = _by_another(case, name, *case.kinds, "spend")
        yield Point(against("limits", str(limit), said, route, cure=cure, remedy=remedy))
        return
    yield Point(Consulted("limits", told.met, str(limit), said, route), told.asks, told.note)


def _by_another(case: Case, name: str, *kinds: str) -> tuple[Cure, str]:
    """A decision of another body on one of these kinds, within whose limits the action would be."""
    charter = case.charter
    for kind in dict.fromkeys(kinds):
        for key in covering_keys(charter, kind):
            decision = charter.decisions[key]
            if decision.body == name or not holds(decision.valid, (case.as_of, case.as_of)):
                continue
            body = charter.bodies.get(decision.body or "")
            if body is not None and body.limits is not None and not _allows(case, body.limits, kind):
                continue
            who = decision.body or "all members"
            return "ratify", f"{who[0].upper()}{who[1:]} can agree to it under {key}."
    by_fund = by_the_fund(case)
    if by_fund and by_fund != name:
        return "ratify", f"It is for {by_fund} to agree to it."
    return by_changing(charter, case.as_of)


def _allows(case: Case, limits: Limits, kind: str) -> bool:
    if kind in limits.never or (limits.covers and kind not in limits.covers):
        return False
    return limits.spend is None or case.action.amount is None or compared(case, limits.spend).met is True
