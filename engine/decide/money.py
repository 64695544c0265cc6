"""Sums: what one decision spends, held against the limits of the charter and the rules of its fund.

What several come to together is added up where a record says what was agreed before (`sums.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.charter.quantity import Money
from coalcheck.engine.decide.case import EVERYBODY, Case, Point, against, holds, kept, unsaid
from coalcheck.engine.decide.spending import times_due
from coalcheck.engine.decide.sums import with_the_past
from coalcheck.engine.decide.told import Told
from coalcheck.engine.decide.verdict import Consulted
from coalcheck.engine.wording.day import in_words as day_in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, SpendingRule
    from coalcheck.engine.decide.past import Past
    from coalcheck.engine.source.node import Route

_WIDEN: Final = "widen-scope"
_SEVERAL: Final = "what several decisions come to together is not added up here"
_HIGHER: Final = "a body to which another answers may decide what that one may"


class Series(NamedTuple):
    """What a decision spends in all.

    Attributes:
        total: the sum; None where it is not known how often it is paid.
        said: how that comes about.
    """

    total: Money | None
    said: str


def series(case: Case) -> Series | None:
    """What the action spends in all: its amount as often as it is paid; None where it names no amount."""
    action = case.action
    amount = action.amount
    if amount is None:
        return None
    if action.every is None:
        return Series(amount, str(amount))
    every = f"{amount} every {action.every}"
    if action.until is None or action.every.number == 0:
        return Series(None, every)
    first, last = case.days
    if first != last:
        return Series(None, every)
    times = max(1, times_due(first, action.every, action.until))
    total = amount._replace(amount=amount.amount * times)
    return Series(total, f"{every} until {day_in_words(action.until)}, {times} times, comes to {total}")


def compared(case: Case, limit: Money) -> Told:
    """Whether what is spent is within a limit; sums in two currencies are never compared."""
    return _held_against(case, series(case), limit)


def _held_against(case: Case, spent: Series | None, limit: Money) -> Told:
    amount = case.action.amount
    if amount is None or spent is None:
        return Told(None, "no sum is on record", asks="How much does it cost? It can stand under amount.")
    if amount.currency != limit.currency:
        return Told(
            None,
            f"{amount} cannot be held against {limit}: these are two currencies",
            asks=f"How much is it in {limit.currency}? Sums in {amount.currency} and in {limit.currency} "
            "are not compared.",
        )
    if amount.per != limit.per:
        return Told(
            None,
            f"{amount} cannot be held against {limit}: one comes back, the other does not",
            asks=f"How much is it in all? {amount} and {limit} are not compared.",
        )
    if amount.amount > limit.amount:
        return Told(met=False, said=spent.said)
    if spent.total is None:
        return Told(
            None, spent.said, asks="Until when does it come back? It can stand under until, a day such as "
            f"{case.as_of}.",
        )  # fmt: skip
    return Told(spent.total.amount <= limit.amount, spent.said)


def scope_money_points(case: Case) -> Iterator[Point]:
    """Whether the sum is within what the charter lets one decision, and all together, spend."""
    charter, action = case.charter, case.action
    scope = charter.scope
    money = scope.money if scope is not None else None
    if scope is None or money is None or action.amount is None:
        return
    spent = series(case)
    widens = case.key == scope.widen or _WIDEN in case.decision.covers
    for field, limit in (("one_decision", money.one_decision), ("in_all", money.in_all)):
        if limit is None:
            continue
        route: Route = ("scope", "money", field)
        told = _held_against(case, spent, limit)
        if case.past is not None and field == "in_all":
            told = with_the_past(case, case.past, limit, told)
        text = str(limit)
        most = "by one decision" if field == "one_decision" else "in all"
        said = f"{told.said}; up to {text} may be spent {most}"
        if told.met is False and widens:
            said += f", and {case.key} may widen that"
            yield Point(kept("money", text, said, route))
        elif told.met is False:
            widen = scope.widen or _widening(charter, case.as_of)
            remedy = (
                f"Under {widen}, which widens what you agreed, it can be agreed to."
                if widen
                else "The charter has no decision that widens this limit."
            )
            yield Point(
                against("money", text, said, route, cure="ratify" if widen else "none",
                          remedy=remedy)
            )  # fmt: skip
        else:
            note = _SEVERAL if field == "in_all" and told.met and case.past is None else ""
            yield Point(Consulted("money", told.met, text, said, route), told.asks, note)


def _widening(charter: Charter, day: date) -> str:
    for key, decision in charter.decisions.items():
        if _WIDEN in decision.covers and holds(decision.valid, (day, day)):
            return key
    return ""


def unknown_sum_points(case: Case) -> Iterator[Point]:
    """That no sum is named, where it is about spending alone and sums are limited."""
    if case.action.amount is not None or case.kinds != ("spend",):
        return
    charter = case.charter
    body = charter.bodies.get(case.decision.body or "")
    limited = (
        (charter.scope is not None and charter.scope.money is not None)
        or (charter.fund is not None and charter.fund.spending)
        or (body is not None and body.limits is not None and body.limits.spend is not None)
    )
    if limited:
        asks = "How much does it cost? It can stand under amount."
        yield Point(unsaid("money", "", "no sum is on record, and sums are limited"), asks)


def fund_points(case: Case) -> Iterator[Point]:
    """Whether those decide to whom the rules of the fund leave a sum of this size."""
    charter = case.charter
    rules = charter.fund.spending if charter.fund is not None else ()
    spent = series(case) if rules else None
    if spent is None:
        return
    if case.past is not None:
        yield from _sums_of_the_fund(case, case.past, rules)
    amount = spent.total
    if amount is None:
        asks = "Until when does it come back? It can stand under until."
        yield Point(unsaid("money", "", f"{spent.said}; the rules of the fund go by the sum",
                           ("fund", "spending")), asks)  # fmt: skip
        return
    for row in _rows_for(rules, amount):
        rule = rules[row]
        by = rule.by
        if by is None:
            continue
        text = ", ".join(
            f"{word} {limit}" for word, limit in (("above", rule.above), ("up to", rule.up_to)) if limit
        )
        route: Route = ("fund", "spending", row)
        said = f"{spent.said}; sums {text} are for {by}"
        who = case.decision.body or "all members"
        if by in (case.key, case.decision.body) or (case.decision.body is None and by in EVERYBODY):
            yield Point(kept("money", text, said, route))
        elif answers_to(charter, by, case.decision.body):
            said += f", and {who} stands above"
            yield Point(kept("money", text, said, route, default=_HIGHER))
        elif by in charter.bodies or by in charter.decisions or by in EVERYBODY:
            key = by if by in charter.decisions else _of_body(charter, by, case.as_of)
            under = f" under {key}" if key and key != by else ""
            remedy = f"It is for {by} to agree to it{under}."
            yield Point(against("money", text, f"{said}, not for {who}", route, cure="ratify", remedy=remedy))
        else:
            yield Point(unsaid("money", text, said, route))
    others = {limit.currency for rule in rules for limit in (rule.up_to, rule.above) if limit is not None}
    if others and amount.currency not in others:
        asks = f"How much is it in {' or '.join(sorted(others))}? The rules of the fund are in that currency."
        said = (
            f"{amount} cannot be held against the rules of the fund, which are in {', '.join(sorted(others))}"
        )
        yield Point(unsaid("money", "", said, ("fund", "spending")), asks)


def _sums_of_the_fund(case: Case, past: Past, rules: tuple[SpendingRule, ...]) -> Iterator[Point]:
    """Whether those who decide are within what the fund leaves them in a month or a year."""
    who = case.decision.body or ""
    for row, rule in enumerate(rules):
        limit, by = rule.up_to, rule.by
        if limit is None or limit.per is None or by is None or rule.above is not None:
            continue
        if by not in (case.key, who) and not (not who and by in EVERYBODY):
            continue
        told = with_the_past(case, past, limit, _held_against(case, series(case), limit), who)
        route: Route = ("fund", "spending", row)
        said = f"{told.said}; up to {limit} is for {by}"
        above = next((each.by for each in rules if each.above is not None and each.by), None)
        if told.met is False:
            remedy = f"It is for {above or 'those who made the rules of the fund'} to agree to it."
            yield Point(against("money", str(limit), said, route, cure="ratify", remedy=remedy))
        else:
            yield Point(Consulted("money", told.met, str(limit), said, route), told.asks)


def by_the_fund(case: Case) -> str:
    """The body to which the rules of the fund leave a sum of this size; empty where they name none."""
    charter, spent = case.charter, series(case)
    rules = charter.fund.spending if charter.fund is not None else ()
    amount = spent.total if spent is not None else None
    if amount is None:
        return ""
    return (
        next((by for row in _rows_for(rules, amount) if (by := rules[row].by) in charter.bodies), None) or ""
    )


def _rows_for(rules: tuple[SpendingRule, ...], amount: Money) -> list[int]:
    """The rules for such a sum; "up to" begins where the next lower one ends, as such rows are read."""
    alike = [
        (row, rule)
        for row, rule in enumerate(rules)
        if all(
            (limit.currency, limit.per) == (amount.currency, amount.per)
            for limit in (rule.above, rule.up_to)
            if limit is not None
        )
    ]
    tops = [rule.up_to.amount for _, rule in alike if rule.up_to is not None and rule.above is None]
    floors = [rule.above.amount for _, rule in alike if rule.above is not None and rule.up_to is None]
    found = []
    for row, rule in alike:
        above = rule.above.amount if rule.above is not None else None
        up_to = rule.up_to.amount if rule.up_to is not None else None
        if above is None and up_to is None:
            continue
        if above is None:
            above = max((top for top in tops if up_to is not None and top < up_to), default=Fraction(-1))
        elif up_to is None:
            up_to = min((floor for floor in floors if floor > above), default=None)
        if above < amount.amount and (up_to is None or amount.amount <= up_to):
            found.append(row)
    return found


def answers_to(charter: Charter, below: str, above: str | None) -> bool:
    """Whether one answers to another, directly or through others; all members stand above everyone."""
    if above is None:
        return below not in charter.decisions
    seen: set[str] = set()
    while below not in seen:
        seen.add(below)
        body = charter.bodies.get(below)
        if body is not None:
            below = body.answers_to or ""
        elif below == "coordinator" and charter.coordinator is not None:
            below = charter.coordinator.answers_to or ""
        else:
            return False
        if below == above:
            return True
    return False


def _of_body(charter: Charter, body: str, day: date) -> str:
    """A decision of a body on spending, else any of its decisions; of all members where there is none."""
    wanted = body if body in charter.bodies else None
    own = [
        key
        for key, decision in charter.decisions.items()
        if decision.body == wanted and holds(decision.valid, (day, day))
    ]
    on_money = [key for key in own if any("spend" in kind for kind in charter.decisions[key].covers)]
    return (on_money or own or [""])[0]
