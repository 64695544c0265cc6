"""What would have to change for another outcome: every suggestion is reckoned again before it is made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck.engine.decide.law import Law
from coalcheck.engine.decide.question import Question, outcomes_of, vector
from coalcheck.engine.decide.telling import shifted
from coalcheck.engine.decide.whole import whole
from coalcheck.engine.threshold.bound import STATES, holds

if TYPE_CHECKING:
    from coalcheck.engine.decide.chamber import Chamber
    from coalcheck.engine.decide.verdict import Change, Outcome

MOST_SHOWN = 8
NO_CHANGE: Final = "No change of ballots would carry it."
NONE_FOUND: Final = "No change that carries it was found."
NO_NAMES: Final = "Who voted what is not on record, so no change of single ballots is named."


class Suggested(Struct, frozen=True):
    """What would carry a proposal, or stop it.

    Attributes:
        changes: the changes; none where none can.
        note: what is to be said where there are none, or where they are not all.
    """

    changes: tuple[Change, ...] = ()
    note: str = ""


def smallest_changes(question: Question, *, carry: bool) -> Suggested:
    """The fewest ballots that would have come out otherwise, had they been given otherwise.

    Args:
        question: the vote that was counted.
        carry: True for what would carry it, False for what would stop it.
    """
    from coalcheck.engine.decide.change import named, smallest

    if question.count is None:
        return Suggested()
    cast = question.count.cast
    chamber, law = whole(question, cast)
    if not cast.by_name and any(len(cell.ids) > 1 for cell in chamber.cells if cell.votes):
        return Suggested(note=NO_NAMES)
    condition = law.adopted
    start = vector(chamber, cast.ballots)

    def wins(heads: Sequence[int]) -> bool | None:
        return holds(condition, heads)

    found = smallest(start, chamber.cells, wins, wanted=carry, condition=condition)
    if not found.ways and carry:
        return Suggested(note=NO_CHANGE if found.smallest else NONE_FOUND)
    ways = [way for way in found.ways if way.moves][:MOST_SHOWN]
    return Suggested(named(ways, start, chamber.cells, cast.ballots, _Reckoning(chamber, law)))


def enough(question: Question) -> Suggested:
    """Which members would carry it by voting for it, whatever the others do, where voting is not over.

    Args:
        question: the vote so far.
    """
    from coalcheck.engine.decide.change import named
    from coalcheck.engine.decide.completions import carrying

    if question.count is None:
        return Suggested()
    cast = question.count.cast
    chamber, law = whole(question, cast)
    condition = law.adopted
    start = vector(chamber, cast.ballots)
    left = still_open(chamber, start)

    def wins(heads: Sequence[int]) -> bool | None:
        return holds(condition, heads)

    for others, note in _WHATEVER_OTHERS_DO:
        found = carrying(start, left, chamber.cells, wins, others=others, condition=condition)
        if not found.ways:
            continue
        ways = [way for way in found.ways if way.moves][:MOST_SHOWN]
        return Suggested(named(ways, start, chamber.cells, cast.ballots, _Reckoning(chamber, law)), note)
    return Suggested(note="No set of members that carries it was found.")


_WHATEVER_OTHERS_DO: Final = (
    ((0, 1, 2, 3, 4), ""),
    ((0, 2, 3, 4), "Enough as long as nobody votes against it."),
    ((4,), "Enough as long as all others stay away."),
)
"""What the others may do, by number of the answer, and how that is said: where nobody can carry it against
all others, less is asked of them, step by step."""


def still_open(chamber: Chamber, start: Sequence[int]) -> list[int]:
    """How many heads of each cell have done nothing yet."""
    return [
        cell.count - sum(start[STATES * number : STATES * (number + 1)])
        for number, cell in enumerate(chamber.cells)
    ]


class _Reckoning:
    """Judges a vote again, and says how it was counted."""

    def __init__(self, chamber: Chamber, law: Law) -> None:
        self._chamber = chamber
        self._law = law

    def __call__(self, heads: Sequence[int]) -> tuple[Outcome, str]:
        law, chamber = self._law, self._chamber
        unstopped = holds(law.unstopped, heads)
        stopped = None if unstopped is None else not unstopped
        found = outcomes_of(
            holds(law.quorum, heads), holds(law.freed, heads), holds(law.carried, heads), stopped
        )
        outcome: Outcome = next(iter(found)) if len(found) == 1 else "indeterminate"
        shown = shifted(heads) if chamber.decision.abstentions == "against" else heads
        way = chamber.passes
        if outcome == "no-quorum" and chamber.quorum is not None:
            return outcome, chamber.quorum.said(heads)
        return outcome, "" if way is None else way.said(shown)
