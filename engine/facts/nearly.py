"""Shares that are nearly a plain one and not quite: 51% and more than half, 66.66% and two thirds."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.threshold.apart import least, shares_apart
from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.say import spell
from coalcheck.engine.threshold.tree import Amount, Compare, Count, Heads, Rule, Seats, Share, clauses

_PLAIN: Final = (
    (Fraction(1, 2), Compare.MORE_THAN, "more than half"),
    (Fraction(1, 3), Compare.AT_LEAST, "a third"),
    (Fraction(2, 3), Compare.AT_LEAST, "two thirds"),
)
_NEAR: Final = Fraction(1, 100)
"""Farther away than a hundredth a share is meant as it is written."""

_ASKED: Final = frozenset({Count.SUPPORT, Count.VOTES, Count.TURNOUT, Count.ATTENDANCE})


def nearly_values(rule: Rule, roll: Electorate) -> dict[str, Value]:
    """The first share of a rule that is nearly a plain one, and where the two come apart."""
    for clause in clauses(rule):
        share = clause.measure
        if not isinstance(share, Share) or share.compare is not Compare.AT_LEAST or share.count not in _ASKED:
            continue
        for plain, compare, name in _PLAIN:
            # A half in place of more than half is a rule of its own, on which a tie is asked about.
            if plain == share.amount.value or abs(plain - share.amount.value) > _NEAR:
                continue
            if compare is Compare.MORE_THAN and share.amount.value < plain:
                continue
            meant = Share(share.count, compare, Amount(plain), share.base)
            apart = shares_apart(share, meant)
            if apart is None:
                continue
            there = _counted(share, roll) if clause.among is None and clause.spread is None else 0
            return {
                "nearly": name,
                "nearly_said": spell(share.amount),
                "nearly_apart": _sentences(share, meant, name, apart.votes, there),
            }
    return {}


def _counted(share: Share, roll: Electorate) -> int:
    """Of how many the share is taken, where that does not change from vote to vote; else 0."""
    if isinstance(share.base, Seats):
        return roll.seats or 0
    if isinstance(share.base, Heads) and share.base.state is None:
        return sum(row.count for row in roll.rows if row.in_body)
    return 0


def _sentences(share: Share, meant: Share, name: str, votes: int, there: int) -> str:
    here = there if there and least(share, there) != least(meant, there) else 0
    number = here or votes
    of = f"Of the {here:,} that are counted here" if here else f"Of {votes:,}"
    apart = f"{of}, {spell(share.amount)} are {least(share, number):,}, and {name} {least(meant, number):,}."
    if here or not there:
        return apart
    return f"Of the {there:,} that are counted here, both are {least(share, there):,}. {apart}"
