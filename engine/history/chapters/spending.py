"""Money over time: sums that pass a limit together, and a matter that was decided in parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.charter.quantity import Money
from coalcheck.engine.decide.case import EVERYBODY
from coalcheck.engine.decide.spending import Stretch, stretch_of
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.named import as_words
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.history.outlays import outlays
from coalcheck.engine.history.telling import all_shown
from coalcheck.engine.wording.day import month_in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.decide.spending import Outlay, Unit
    from coalcheck.engine.history.record import Entry, Record
    from coalcheck.engine.source.node import Route

MATTERS: Final[Mapping[str, str]] = {
    "limit-passed-together": "Several sums, each decided by itself, come to more than may be spent.",
    "decided-in-parts": "Sums on one matter, each just within what one decision may spend, go beyond it.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        sums="How many sums are added up.",
        within_days="Days from the first of them to the last.",
    ),
    **texts(
        spent="What they come to.",
        money_limit="The limit, as the charter has it.",
        whose_limit="For whom the limit is: all together, or a body by its name.",
        spent_when="Over what time they are added up: in all, in 2026, in May 2026.",
        parts_of="What they have in common: with whom, or about what.",
    ),
}
PARTS_DAYS: Final = 92
"""Sums further apart than a quarter are not taken for parts of one."""


class _Limit(NamedTuple):
    """A limit on what several decisions come to."""

    money: Money
    by: str | None
    whose: str
    route: Route


class _Spent(NamedTuple):
    """What one entry spends."""

    entry: Entry
    outlay: Outlay


def matters(record: Record) -> Iterator[Matter]:
    """What the sums on record come to."""
    spent = [_Spent(*each) for each in outlays(record)]
    for limit in _limits(record.charter):
        yield from _passed(limit, spent)
    yield from _in_parts(record.charter, spent)


def _limits(charter: Charter) -> Iterator[_Limit]:
    money = charter.scope.money if charter.scope is not None else None
    if money is not None and money.in_all is not None:
        yield _Limit(money.in_all, None, "all of you together", ("scope", "money", "in_all"))
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


def _passed(limit: _Limit, spent: list[_Spent]) -> Iterator[Matter]:
    mine = [
        each
        for each in spent
        if each.outlay.sure
        and each.outlay.money.currency == limit.money.currency
        and limit.by in (None, each.outlay.by)
    ]
    per = limit.money.per
    if per is None:
        found = [(each, each.outlay.total or each.outlay.money.amount) for each in mine]
        yield from _over(limit, found, "in all")
        return
    for stretch in _stretches(mine, per):
        found = [(each, amount) for each in mine if (amount := each.outlay.within(stretch).sure)]
        year = str(stretch.begins.year)
        yield from _over(limit, found, f"in {year if per == 'year' else month_in_words(stretch.begins)}")


def _stretches(spent: list[_Spent], per: Unit) -> list[Stretch]:
    """The months or years in which something was decided."""
    days = (each.outlay.first for each in spent)
    return sorted({stretch_of(day, per) for day in days if day is not None})


def _over(limit: _Limit, found: list[tuple[_Spent, Fraction]], when: str) -> Iterator[Matter]:
    total = sum((amount for _, amount in found), Fraction(0))
    # One sum that is too much by itself is said of that decision.
    if total <= limit.money.amount or len(found) < 2:
        return
    values: dict[str, Value] = {
        "sums": len(found),
        "spent": str(Money(total, limit.money.currency)),
        "money_limit": str(limit.money),
        "whose_limit": limit.whose,
        "spent_when": when,
    }
    seen = all_shown((each.entry for each, _ in found), "amount")
    yield Matter("limit-passed-together", values, limit.route, None, seen, limit.whose)


def _in_parts(charter: Charter, spent: list[_Spent]) -> Iterator[Matter]:
    """Sums that have something in common, each from half of a limit up to it, within a quarter."""
    groups: dict[tuple[Route, str], list[tuple[_Spent, date, Fraction]]] = {}
    limits: dict[Route, Money] = {}
    for each in spent:
        outlay = each.outlay
        total = outlay.total
        if not outlay.sure or outlay.last is None or total is None or outlay.every is not None:
            continue
        for route, limit in _of_one_decision(charter, each):
            if limit.currency == outlay.money.currency and limit.amount <= 2 * total <= 2 * limit.amount:
                limits[route] = limit
                for shared in _in_common(each.entry):
                    groups.setdefault((route, shared), []).append((each, outlay.last, total))
    told: set[tuple[Route, frozenset[int]]] = set()
    for (route, shared), parts in groups.items():
        most = _most_within(sorted(parts, key=lambda part: part[1]))
        total = sum((part[2] for part in most), Fraction(0))
        which = (route, frozenset(id(part[0].entry) for part in most))
        if len(most) < 2 or total <= limits[route].amount or which in told:
            continue
        told.add(which)
        values: dict[str, Value] = {
            "sums": len(most),
            "within_days": (most[-1][1] - most[0][1]).days,
            "spent": str(Money(total, limits[route].currency)),
            "money_limit": str(limits[route]),
            "parts_of": shared,
        }
        seen = all_shown((part[0].entry for part in most), "amount")
        yield Matter("decided-in-parts", values, route, None, seen, shared)


def _most_within(
    parts: list[tuple[_Spent, date, Fraction]],
) -> list[tuple[_Spent, date, Fraction]]:
    """The most of them that lie within a quarter, the first such stretch where several hold as many."""
    best, start = (0, 0), 0
    for end, (_, day, _) in enumerate(parts):
        while (day - parts[start][1]).days > PARTS_DAYS:
            start += 1
        if end + 1 - start > best[1] - best[0]:
            best = (start, end + 1)
    return parts[best[0] : best[1]]


def _of_one_decision(charter: Charter, spent: _Spent) -> Iterator[tuple[Route, Money]]:
    """The limits on what one decision may spend that hold for those who decided."""
    money = charter.scope.money if charter.scope is not None else None
    if money is not None and money.one_decision is not None and money.one_decision.per is None:
        yield ("scope", "money", "one_decision"), money.one_decision
    by = spent.outlay.by
    body = charter.bodies.get(by or "")
    limit = body.limits.spend if body is not None and body.limits is not None else None
    if limit is not None and limit.per is None:
        yield ("bodies", by or "", "limits", "spend"), limit
    verdict = spent.entry.verdict
    if by is None or verdict is None:
        return
    for row, rule in enumerate(charter.fund.spending if charter.fund is not None else ()):
        mine = rule.by in (verdict.decision, by or None) or (not by and rule.by in EVERYBODY)
        if mine and rule.up_to is not None and rule.up_to.per is None:
            yield ("fund", "spending", row, "up_to"), rule.up_to


def _in_common(entry: Entry) -> Iterator[str]:
    """What several may have in common: with whom they are, and what they are about."""
    action = entry.action
    yield from (f'with "{" ".join(each.split())}"' for each in dict.fromkeys(action.with_) if each.strip())
    if action.about and action.about.strip():
        yield f'about "{" ".join(action.about.split())}"'
