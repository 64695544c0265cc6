"""Where a share of few members is all of them, although the words do not say so."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from coalcheck.engine.facts.examination import stoppers
from coalcheck.engine.threshold.bound import Bound
from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.tree import Clause, Compare, Count, Heads, Rule, Share, Whom


def means_everyone(rule: Rule, roll: Electorate, bound: Bound) -> str:
    """The arithmetic by which a share needs every yes, ``3/4 of 3 is 2 1/4, so 3``; else empty."""
    if not isinstance(rule, Clause) or not isinstance(rule.measure, Share) or rule.spread is not None:
        return ""
    share = rule.measure
    if share.count is not Count.SUPPORT or share.compare not in (Compare.AT_LEAST, Compare.MORE_THAN):
        return ""
    if share.amount.value >= 1 or not isinstance(share.base, Heads) or share.base.state is not None:
        return ""
    if share.base.whom is Whom.COALITION and not all(row.in_body for row in roll.rows):
        return ""  # of all members and given by some: no arithmetic of one number
    can, every = stoppers(bound)
    counted = {row.id for row in roll.rows if rule.among is None or rule.among in row.groups}
    if can != every & counted:
        return ""
    others = share.base.whom is Whom.OTHERS
    rows = [row for row in roll.rows if row.id in counted and row.in_body and not (others and row.concerned)]
    whole = sum(row.count for row in rows)
    if whole < 2:
        return ""
    part = share.amount.value * whole
    name = "half" if share.amount.value == Fraction(1, 2) else str(share.amount.value)
    if share.compare is Compare.MORE_THAN:
        return f"{name} of {whole} is {mixed(part)}, and more than that is {whole}"
    return f"{name} of {whole} is {mixed(part)}, so {whole}"


def mixed(number: Fraction) -> str:
    """An exact number as people say it: ``2 1/4``."""
    whole = floor(number)
    rest = number - whole
    if not rest:
        return str(whole)
    return f"{whole} {rest}" if whole else str(rest)
