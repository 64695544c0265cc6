"""A sum of money that a decision may spend, for ballots on spending where sums are limited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Decision, Money

EVERYBODY: Final = ("all", "all members")


def sum_for(charter: Charter, decision: Decision) -> str | None:
    """A sum within the limits that the charter sets for a decision; None where it sets none.

    Args:
        charter: the charter.
        decision: one of its decisions.
    """
    body = charter.bodies.get(decision.body or "")
    key = next((key for key, each in charter.decisions.items() if each is decision), "")
    for rule in charter.fund.spending if charter.fund is not None else ():
        by = str(rule.by)
        if by in (key, decision.body) or (decision.body is None and by in EVERYBODY):
            if rule.up_to is not None:
                return _plain(rule.up_to)
            if rule.above is not None:
                return _plain(rule.above._replace(amount=rule.above.amount + 1))
    if body is not None and body.limits is not None and body.limits.spend is not None:
        return _plain(body.limits.spend)
    money = charter.scope.money if charter.scope is not None else None
    limit = (money.one_decision or money.in_all) if money is not None else None
    return None if limit is None else _plain(limit)


def _plain(money: Money) -> str:
    """A sum paid once: one that is not more than the limit, which may be by the year."""
    return str(money._replace(per=None))
