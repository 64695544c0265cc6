"""Two bases in one body: shares of seats beside shares of members, which part when a seat is vacant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.facts.named import as_words
from coalcheck.engine.source.node import Route
from coalcheck.engine.threshold.apart import least
from coalcheck.engine.threshold.say import spell
from coalcheck.engine.threshold.tree import Compare, Heads, Rule, Seats, Share, Whom, clauses

if TYPE_CHECKING:
    from coalcheck.engine.facts.examination import Examination
    from coalcheck.engine.roll.sentences import Sentence
    from coalcheck.engine.threshold.electorate import Electorate


def mixed_bases(
    examination: Examination, sentence: Sentence, rule: Rule, roll: Electorate
) -> tuple[dict[str, Value], dict[str, Route]]:
    """For a share of the members: that another rule of the same body counts its seats, and when they part.

    Asked where every seat is taken: with a vacant one, the two ask for different numbers at once.
    """
    if roll.seats is None or not sentence.decision or "also" in sentence.route:
        return {}, {}
    share = _share(rule, Heads(Whom.MEMBERS))
    if share is None:
        return {}, {}
    body = examination.charter.decisions[sentence.decision].body
    for other in examination.sentences:
        if not other.decision or "also" in other.route or other.counts is not sentence.counts:
            continue
        if examination.charter.decisions[other.decision].body != body or other.rule is None:
            continue
        if _share(other.rule, Seats()) is None:
            continue
        vacant = next(
            (n for n in range(1, roll.seats) if least(share, roll.seats - n) != least(share, roll.seats)), 0
        )
        if not vacant:
            return {}, {}
        seats = "a seat is" if vacant == 1 else f"{vacant} seats are"
        example = (
            f"When {seats} vacant, {spell(share.amount)} of the members are "
            f"{least(share, roll.seats - vacant)}, and of the seats {least(share, roll.seats)}."
        )
        return {"seats_elsewhere": as_words(other.decision), "seats_example": example}, {"seats": other.route}
    return {}, {}


def _share(rule: Rule, base: Heads | Seats) -> Share | None:
    """The first clause that asks for a share of all of these."""
    for clause in clauses(rule):
        measure = clause.measure
        if (
            isinstance(measure, Share)
            and measure.base == base
            and measure.compare in (Compare.AT_LEAST, Compare.MORE_THAN)
            and clause.among is None
            and clause.spread is None
        ):
            return measure
    return None
