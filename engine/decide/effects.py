"""What each answer does under the rules at hand, in words: once for each decision, not for each member."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.threshold.electorate import Row
from coalcheck.engine.threshold.judge import COUNTED, WITHIN
from coalcheck.engine.threshold.tree import (
    Clause,
    Count,
    Everyone,
    Heads,
    Lead,
    Nobody,
    Number,
    Ratio,
    Rule,
    Share,
    State,
    VotesCast,
    Weighted,
    clauses,
)

if TYPE_CHECKING:
    from coalcheck.engine.decide.chamber import Chamber, Way
    from coalcheck.engine.decide.verdict import Answer

ABSTAINING: Final = 2
PRESENT: Final = 3
ABSENT: Final = 4

NOT_CAST: Final = "not a vote cast, so not in the count"
IN_BASE: Final = "not in favour, and among those of whom a share is taken"
LEAVES_BASE: Final = "left out of those of whom a share is taken"
NO_OBJECTION: Final = "no objection"
NOT_FOR: Final = "not in favour"
AGAINST_BY_CHARTER: Final = "counted against, as the charter says of abstentions"


class Effects:
    """How each answer counts on one decision.

    Attributes:
        of: answer to what it does.
        only: members whom the rule counts, as groups; empty where it counts everybody.
    """

    def __init__(self, chamber: Chamber) -> None:
        rule = None if chamber.passes is None else chamber.passes.sentence.rule
        against = chamber.decision.abstentions == "against"
        abstaining = AGAINST_BY_CHARTER if against else _effect(rule, ABSTAINING)
        for_quorum = [_for_quorum(chamber.quorum, place) for place in range(5)]
        there = "present, without a ballot"
        self.of: dict[Answer, str] = {
            "for": "counted for",
            "against": "counted against",
            "abstain": abstaining + for_quorum[ABSTAINING],
            "blank": f"blank, so as an abstention: {abstaining}{for_quorum[ABSTAINING]}",
            "spoilt": f"spoilt, so no vote: {_effect(rule, PRESENT)}{for_quorum[PRESENT]}",
            "present": f"{there}: {_effect(rule, PRESENT)}{for_quorum[PRESENT]}",
            "absent": f"absent: {_effect(rule, ABSENT)}",
        }
        asked = () if rule is None else clauses(rule)
        among = [clause.among for clause in asked]
        self.only: frozenset[str] = (
            frozenset(a for a in among if a is not None) if None not in among else frozenset()
        )

    def outside(self, row: Row) -> bool:
        """Whether no clause of the rule counts this row."""
        return bool(self.only) and not (self.only & row.groups)


def _effect(rule: Rule | None, place: int) -> str:
    if rule is None:
        return NOT_FOR
    found = {_of_clause(clause, place) for clause in clauses(rule)}
    for effect in (IN_BASE, LEAVES_BASE, NOT_CAST, NOT_FOR, NO_OBJECTION):
        if effect in found:
            return effect
    return NOT_FOR


def _of_clause(clause: Clause, place: int) -> str:
    measure = clause.measure
    if isinstance(measure, Lead | Ratio):
        return NOT_CAST
    if isinstance(measure, Nobody):
        return NO_OBJECTION if place not in COUNTED[measure.count] else NOT_FOR
    if isinstance(measure, Share | Everyone):
        if place in COUNTED[measure.count]:
            return NOT_FOR
        base = measure.base
        if isinstance(base, VotesCast):
            return NOT_CAST
        if isinstance(base, Heads | Weighted) and place not in WITHIN[base.state]:
            return NOT_CAST if base.state is State.CAST else LEAVES_BASE
        return IN_BASE
    return (
        NOT_FOR if not (isinstance(measure, Number) and measure.count is Count.OPPOSITION) else NO_OBJECTION
    )


def _for_quorum(quorum: Way | None, place: int) -> str:
    """Whether an answer is counted for the quorum, as far as one is asked for."""
    rule = None if quorum is None else quorum.sentence.rule
    if rule is None or place == ABSENT:
        return ""
    counts = {getattr(clause.measure, "count", None) for clause in clauses(rule)}
    known = [place in COUNTED[count] for count in counts if count is not None]
    if not known or not any(known):
        return "; not counted for the quorum" if known else ""
    return "; present for the quorum"
