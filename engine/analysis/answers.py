"""Counting with three answers, for the decisions in which an abstention is not the same as a vote against."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from coalcheck.engine.analysis.model import Answers
from coalcheck.engine.power.three_way import cases, count_three_way
from coalcheck.engine.threshold.bound import STATES, AtLeast, Bound, Condition, Linear

if TYPE_CHECKING:
    from coalcheck.engine.analysis.counting import Counting
    from coalcheck.engine.power.decision import DecisionGame

_AGAINST, _ABSTAINING = 1, 2
_CASE: Final = 2e-6
_TERM: Final = 0.15e-6


def answers_of(played: Sequence[DecisionGame], counting: Counting, notes: list[str]) -> tuple[Answers, ...]:
    """Three-way counts of decisions that are one game when nobody abstains; alike ones are counted once."""
    by_bound: dict[Bound, list[str]] = {}
    for each in played:
        if abstaining_matters(each.bound):
            by_bound.setdefault(each.bound, []).append(each.decision)
    found = []
    for bound, decisions in by_bound.items():
        number = cases(bound)
        seconds = min(number, 10**30) * (_CASE + _TERM * STATES * len(bound.cells))
        # Beside the two-way count this says little more, so that it may take a tenth of what that may.
        if seconds * 10 > counting.budget:
            notes.append(f"Votes with abstentions were not counted: {counting.estimate(seconds * 10)}")
            continue
        counted = count_three_way(bound)
        kinds = [cell for cell in bound.cells if cell.votes and cell.count]
        helps = tuple(
            member
            for place, cell in enumerate(kinds)
            if counted.if_abstaining[place] > counted.if_against[place]
            for member in cell.ids
        )
        found.append(Answers(counted.ballots, counted.adopted, counted.undecided, helps, tuple(decisions)))
    return tuple(found)


def abstaining_matters(bound: Bound) -> bool:
    """Whether an abstention is counted otherwise than a vote against anywhere in a rule."""
    return _told_apart(bound.condition, [index for index, cell in enumerate(bound.cells) if cell.votes])


def _told_apart(condition: Condition, voting: Sequence[int]) -> bool:
    if isinstance(condition, Linear):
        own = condition.coefficients
        return any(own[STATES * cell + _ABSTAINING] != own[STATES * cell + _AGAINST] for cell in voting)
    return isinstance(condition, AtLeast) and any(_told_apart(part, voting) for part in condition.parts)
