"""What a rule protects and what it gives away: quorums without effect, ways round, one who decides alone."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.examination import (
    MOST_CASES,
    MOST_KINDS_OF_MEMBERS,
    Examination,
    cases,
    speaks_of_others,
    voters,
)
from coalcheck.engine.facts.fact import Value
from coalcheck.engine.facts.kinds import STAKES, in_words
from coalcheck.engine.facts.named import as_words, listed, name_of
from coalcheck.engine.facts.turnout import has_floor
from coalcheck.engine.threshold.bound import STATES, Bound, holds
from coalcheck.engine.threshold.differing import Way
from coalcheck.engine.threshold.idle_quorum import quorum_never_decides
from coalcheck.engine.threshold.search import fewest_in_favour
from coalcheck.engine.threshold.tree import Clause, Everyone, Share
from coalcheck.engine.wording.number import in_words as number_in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Decision
    from coalcheck.engine.threshold.electorate import Electorate
    from coalcheck.engine.threshold.tree import Rule

GRAVE: Final = 3
"""From these stakes on a decision changes the coalition itself or who belongs to it."""

_EVERYDAY: Final = 1
"""Up to these stakes a decision is daily business."""

_ENOUGH: Final = Fraction(2, 3)
"""The share that Robert's Rules of Order asks for to expel a member."""

_FEW: Final = 4
"""Of fewer who vote, more than half is nearly all of them."""


def stakes_values(decision: Decision) -> dict[str, Value]:
    """What its kinds say without counting: what silence gives away, what stakes lie under one rule."""
    grave = [kind for kind in decision.covers if STAKES.get(kind, 0) >= GRAVE]
    values: dict[str, Value] = {}
    if decision.silence == "adopts" and grave:
        values["grave_by_silence"] = listed(in_words(kind) for kind in grave)
    low = [kind for kind in decision.covers if STAKES.get(kind, GRAVE) <= _EVERYDAY]
    high = [kind for kind in ("amend", "dissolve") if kind in grave]
    if low and high:
        values["low_stakes"] = listed(in_words(kind) for kind in low)
        values["high_stakes"] = listed(in_words(kind) for kind in high)
    return values


def protection_values(examination: Examination, key: str, rule: Rule, roll: Electorate) -> dict[str, Value]:
    """What the rule of a decision comes to beside its quorum, its fallback and its members."""
    decision, bound = examination.charter.decisions[key], examination.bound(rule, roll)
    values: dict[str, Value] = {}
    floor = has_floor(rule)
    if decision.quorum is not None and floor:
        quorum = examination.rule("decisions", key, "quorum")
        if quorum is not None:
            counted = examination.roll(key, quorum=True, concerned=examination.concerned(decision, rule))
            way = Way(rule, roll, quorum, counted, decision.silence == "adopts")
            values["quorum_never_decides"] = quorum_never_decides(way, most=MOST_CASES)
    grave = any(STAKES.get(kind, 0) >= GRAVE for kind in decision.covers)
    if grave and floor and decision.otherwise is not None:
        values |= _gives_way(examination, key, rule, roll)
    values |= _alone(examination, roll, bound)
    if "expel" in decision.covers:
        values |= _bare(rule, roll, bound)
    return values


def _gives_way(examination: Examination, key: str, rule: Rule, roll: Electorate) -> dict[str, Value]:
    """Whether few can carry in the second attempt what many must agree to in the first."""
    decision = examination.charter.decisions[key]
    fallback = examination.rule("decisions", key, "otherwise", "passes")
    if fallback is None or has_floor(fallback) or decision.otherwise is None:
        return {}
    if max(cases(examination.bound(each, roll).cells) for each in (rule, fallback)) > MOST_CASES:
        examination.notes.append(
            f"How few can decide on {as_words(key)} in the end was not examined: "
            "there are too many ways to vote."
        )
        return {}
    first, second = (fewest_in_favour(each, roll, others="absent") for each in (rule, fallback))
    if first is None or second is None or second >= first:
        return {}
    return {
        "gives_way": f"{number_in_words(second)} of the {number_in_words(voters(roll))}",
        "gives_way_from": number_in_words(first),
        "fallback": decision.otherwise.passes or "",
        "gives_way_quorum": (
            "Whether the quorum holds then as well is not written."
            if decision.quorum is not None
            else "How many must be there then is not written."
        ),
    }


def _alone(examination: Examination, roll: Electorate, bound: Bound) -> dict[str, Value]:
    """The members, not all of them, whose yes carries it against everyone else."""
    every = {row.id for row in roll.rows if row.votes and row.in_body and row.count}
    if voters(roll) < 2 or len(bound.cells) > MOST_KINDS_OF_MEMBERS:
        return {}
    can: set[str] = set()
    heads = [0] * (STATES * len(bound.cells))
    for index, cell in enumerate(bound.cells):
        heads[STATES * index + (1 if cell.votes else 3)] = cell.count
    for index, cell in enumerate(bound.cells):
        if not cell.votes or not cell.count:
            continue
        heads[STATES * index : STATES * index + 2] = [1, cell.count - 1]
        if holds(bound.condition, heads):
            can.update(cell.ids)
        heads[STATES * index : STATES * index + 2] = [0, cell.count]
    if not can or can == every:
        return {}
    names = [name_of(examination.charter, row.id) for row in roll.rows if row.id in can]
    return {"decides_alone": listed(names, last="or")}


def _bare(rule: Rule, roll: Electorate, bound: Bound) -> dict[str, Value]:
    """Whether just more than half of those who vote can expel a member, and fewer than two thirds."""
    measure = rule.measure if isinstance(rule, Clause) else None
    if isinstance(measure, Everyone) or (isinstance(measure, Share) and measure.amount.value >= _ENOUGH):
        return {}
    others = speaks_of_others(rule)
    if others and not any(row.concerned for row in roll.rows):
        # No single member of a counted row can be left out, so that the others cannot be counted.
        return {}
    heads = voters(roll) - sum(row.count for row in roll.rows if others and row.concerned and row.votes)
    if heads < _FEW or cases(bound.cells) > MOST_CASES:
        return {}
    fewest = fewest_in_favour(rule, roll)
    if fewest is None or fewest > heads // 2 + 1 or fewest >= _ENOUGH * heads:
        return {}
    return {"expelled_by": f"{number_in_words(fewest)} of {number_in_words(heads)}"}
