"""Whether one decision is easier than another, whichever kinds they cover and whoever takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.facts.examination import Examination, carries
from coalcheck.engine.facts.silent import unsaid
from coalcheck.engine.source.node import Document
from coalcheck.engine.threshold.search import TooManyCases, carries_without
from coalcheck.engine.threshold.tree import Rule

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter


def ballots_for(charter: Charter, document: Document, easy: str, hard: str) -> str | None:
    """Ballots that carry the first decision and not the second, in words; empty where there are none.

    Args:
        charter: the charter.
        document: its file.
        easy: the decision that should not be the easier one.
        hard: the one that it is held against.

    Returns:
        ``3 for and 2 against``, with the fewest in favour. None where it cannot be told: a rule that
        cannot be read or judged, a second yes or a veto beside the first rule, or too many ways to vote.
    """
    examination = Examination(charter, document)
    first, second = (_whole_rule(examination, key) for key in (easy, hard))
    if first is None or second is None or _needs_more(charter, easy):
        return None
    asks = (first, examination.roll(easy)), (second, examination.roll(hard))
    for rule, roll in asks:
        bound = examination.bound(rule, roll)
        if unsaid(rule, roll, bound) or not carries(bound):
            return None
    try:
        ballots = carries_without(*asks, examination.bound)
    except TooManyCases:
        return None
    if ballots is None:
        return ""
    votes = [ballots[row.id] for row in asks[0][1].rows if row.in_body and row.id in ballots]
    opposed = sum(each.against for each in votes)
    return f"{sum(each.in_favour for each in votes)} for and {opposed or 'none'} against"


def _whole_rule(examination: Examination, key: str) -> Rule | None:
    """What carries a decision in the end: its rule, or the one that holds where that has failed."""
    rule = examination.rule("decisions", key, "passes")
    fallback = examination.rule("decisions", key, "otherwise", "passes")
    return rule if rule is None or fallback is None else examination.either(rule, fallback)


def _needs_more(charter: Charter, key: str) -> bool:
    """Whether more than its rule is needed: another body's yes, or that nobody uses a veto."""
    decision = charter.decisions[key]
    stopped = {each for veto in charter.vetoes for each in veto.over}
    return bool(decision.also) or bool(stopped & {"all", key, *decision.covers})
