"""Which of several decisions on the same kind is meant: told apart by body, by its limits, by the sum."""

from __future__ import annotations

from coalcheck.engine.decide.case import Case
from coalcheck.engine.decide.money import series


def by_body(case: Case, keys: list[str]) -> list[str]:
    """Those of the body that decided, where any is."""
    if len(keys) > 1 and case.action.body is not None:
        own = [key for key in keys if case.charter.decisions[key].body == case.action.body]
        return own or keys
    return keys


def not_barred(case: Case, kind: str, keys: list[str]) -> list[str]:
    """Those whose body may decide on this kind at all, where any may."""
    if len(keys) < 2:
        return keys
    may = []
    for key in keys:
        body = case.charter.bodies.get(case.charter.decisions[key].body or "")
        limits = body.limits if body is not None else None
        if limits is None or not (kind in limits.never or (limits.covers and kind not in limits.covers)):
            may.append(key)
    return may or keys


def by_amount(case: Case, keys: list[str]) -> list[str]:
    """The one of the body with the smallest limit that the sum is within; else those without a limit."""
    spent = series(case) if len(keys) > 1 else None
    amount = spent.total if spent is not None else None
    if amount is None:
        return keys
    limits = {}
    for key in keys:
        body = case.charter.bodies.get(case.charter.decisions[key].body or "")
        limit = body.limits.spend if body is not None and body.limits is not None else None
        if limit is not None and (limit.currency, limit.per) != (amount.currency, amount.per):
            return keys
        limits[key] = limit.amount if limit is not None else None
    within = [(limit, key) for key, limit in limits.items() if limit is not None and amount.amount <= limit]
    if within:
        least = min(limit for limit, _ in within)
        return [key for limit, key in within if limit == least]
    return [key for key in keys if limits[key] is None] or keys
