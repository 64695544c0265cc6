"""What was agreed to be spent, beside the limits of the charter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.checking.checked import Place
from coalcheck.engine.decide.case import EVERYBODY
from coalcheck.engine.decide.spending import stretch_of
from coalcheck.engine.facts.named import as_words
from coalcheck.engine.findings.locate import Places
from coalcheck.engine.history.outlays import spending
from coalcheck.engine.standing.status import Purse

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.charter.quantity import Money
    from coalcheck.engine.history.record import Record
    from coalcheck.engine.source.node import Route

ALL: Final = "all of you together"


class _Limit(NamedTuple):
    """A limit on what several decisions come to."""

    money: Money
    by: str | None
    whose: str
    route: Route


def purses(record: Record) -> tuple[Purse, ...]:
    """Every limit on what several decisions come to, with what was agreed of it; then what has no limit.

    Of a limit for a month or a year the one is meant in which the record is looked at.
    """
    return tuple(_purses(record))


def _purses(record: Record) -> Iterator[Purse]:
    spent = spending(record)
    places = Places(record.document)
    limits = list(_limits(record.charter))
    for limit in limits:
        currency, per = limit.money.currency, limit.money.per
        if per is None:
            stretch, found = None, spent.in_all(currency, limit.by)
        else:
            stretch = stretch_of(record.as_of, per)
            found = spent.within(currency, per, record.as_of, limit.by)
        place = Place(record.document.name, places.span(limit.route).line, places.path(limit.route))
        yield Purse(
            limit.whose, found.sure, currency, found.perhaps, found.endless, limit.money, stretch, place
        )
    limited = {limit.money.currency for limit in limits if limit.by is None}
    for currency in spent.currencies():
        if currency not in limited:
            found = spent.in_all(currency)
            yield Purse(ALL, found.sure, currency, found.perhaps, found.endless)


def _limits(charter: Charter) -> Iterator[_Limit]:
    money = charter.scope.money if charter.scope is not None else None
    if money is not None and money.in_all is not None:
        yield _Limit(money.in_all, None, ALL, ("scope", "money", "in_all"))
    for name, body in charter.bodies.items():
        limit = body.limits.spend if body.limits is not None else None
        if limit is not None and limit.per is not None:
            yield _Limit(limit, name, as_words(name), ("bodies", name, "limits", "spend"))
    for row, rule in enumerate(charter.fund.spending if charter.fund is not None else ()):
        if rule.up_to is None or rule.up_to.per is None or rule.above is not None or rule.by is None:
            continue
        if rule.by in charter.bodies or rule.by in EVERYBODY:
            by = rule.by if rule.by in charter.bodies else ""
            yield _Limit(rule.up_to, by, as_words(rule.by), ("fund", "spending", row, "up_to"))
