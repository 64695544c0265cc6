"""Sums and days that bound what may be decided, a little more and a little less."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from coalcheck.engine.scenario.mutation.mutant import Mutant, put
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Stretch
    from coalcheck.engine.charter.quantity import Money
    from coalcheck.engine.scenario.mutation.reach import Reach
    from coalcheck.engine.source.node import Route

_DAY = timedelta(days=1)


def of_limits(reach: Reach) -> Iterator[Mutant]:
    """Sums of the scope and of bodies, what a body may decide, and the first and last day of the term."""
    charter = reach.charter
    every = tuple(charter.decisions)
    spending = reach.ordered({key for key, each in charter.decisions.items() if "spend" in each.covers})
    money = charter.scope.money if charter.scope is not None else None
    for key in ("one_decision", "in_all"):
        most = getattr(money, key, None)
        if most is not None:
            # Of one sum nobody sees that all together may be a little less: it is too large by itself.
            alone = key == "one_decision" or money is None or money.one_decision is None
            yield from _sums(reach, ("scope", "money", key), most, spending or every, less=alone)
    for name, body in charter.bodies.items():
        if body.limits is None:
            continue
        decisions = reach.of_body(name)
        here: Route = ("bodies", name, "limits")
        if body.limits.spend is not None and decisions:
            yield from _sums(reach, (*here, "spend"), body.limits.spend, decisions)
        for place, kind in enumerate(body.limits.never):
            said = f"that {name} never decides on {kind} was dropped"
            taking = tuple(key for key in decisions if kind in charter.decisions[key].covers)
            if taking:
                yield _limit(reach, (*here, "never", place), said, None, taking)
        for place, kind in enumerate(body.limits.covers):
            taking = tuple(key for key in decisions if kind in charter.decisions[key].covers)
            if taking and len(body.limits.covers) > 1:
                said = f"{kind} was dropped from what {name} may decide"
                yield _limit(reach, (*here, "covers", place), said, None, taking)
    for name, decision in charter.decisions.items():
        if decision.valid is not None:
            yield from _stretch(reach, name, decision.valid)
    term = charter.term
    for key, day in (("starts", term.starts), ("ends", term.ends)) if term is not None else ():
        for near in _next_to(day):
            said = f"a term that {key} on {_told(day)} became one that {key} on {in_words(near)}"
            yield _limit(reach, ("term", key), said, near, every)


def _stretch(reach: Reach, name: str, valid: Stretch) -> Iterator[Mutant]:
    for key, day in (("from", valid.from_), ("to", valid.to)):
        for near in _next_to(day):
            said = f"in force {key} {_told(day)} became in force {key} {in_words(near)}"
            yield _limit(reach, ("decisions", name, "valid", key), said, near, reach.of_version(name))


def _next_to(day: date | None) -> tuple[date, ...]:
    return () if day is None else (day - _DAY, day + _DAY)


def _told(day: date | None) -> str:
    return "" if day is None else in_words(day)


def _sums(
    reach: Reach, route: Route, most: Money, decisions: tuple[str, ...], *, less: bool = True
) -> Iterator[Mutant]:
    for step in (Fraction(-1), Fraction(1)) if less else (Fraction(1),):
        near = most._replace(amount=most.amount + step)
        if near.amount >= 0:
            yield _limit(reach, route, f"a limit of {most} became {near}", near, decisions)
    yield _limit(reach, route, f"the limit of {most} was dropped", None, decisions)


def _limit(reach: Reach, route: Route, said: str, value: Any, decisions: tuple[str, ...]) -> Mutant:
    return Mutant("limit", route, said, put(reach.charter, route, value), decisions, ballots=False)
