"""Whether one rule is at least as hard as another by its words alone, without looking at any ballots."""

from __future__ import annotations

from coalcheck.engine.threshold.tree import (
    All,
    Any,
    Clause,
    Compare,
    Count,
    Everyone,
    Heads,
    Rule,
    Share,
    Whom,
)


def implies(strong: Rule, weak: Rule) -> bool:
    """Whether all that carries the first carries the second, for the same members; False where in doubt."""
    if strong == weak:
        return True
    if isinstance(weak, All):
        return all(implies(strong, part) for part in weak.rules)
    if isinstance(strong, Any):
        return all(implies(part, weak) for part in strong.rules)
    if isinstance(weak, Any):
        return any(implies(strong, part) for part in weak.rules)
    if isinstance(strong, All):
        return any(implies(part, weak) for part in strong.rules)
    return _larger_share(strong, weak)


def _larger_share(strong: Clause, weak: Clause) -> bool:
    one, two = strong.measure, weak.measure
    if (strong.among, strong.spread) != (weak.among, weak.spread):
        return False
    if not (isinstance(one, Share) and isinstance(two, Share)):
        return False
    if one.base != two.base or one.count is not Count.SUPPORT or two.count is not Count.SUPPORT:
        return False
    if not {one.compare, two.compare} <= {Compare.AT_LEAST, Compare.MORE_THAN}:
        return False
    if one.amount.value == two.amount.value:
        return one.compare is Compare.MORE_THAN or two.compare is Compare.AT_LEAST
    return one.amount.value > two.amount.value


def asks_for_all(rule: Rule) -> bool:
    """Whether only the yes of every member carries it: ``all members``."""
    if not isinstance(rule, Clause) or rule.among is not None or rule.spread is not None:
        return False
    match rule.measure:
        case Everyone(Count.SUPPORT, all_but, Heads(Whom.MEMBERS, None)):
            return all_but.value == 0
        case _:
            return False
