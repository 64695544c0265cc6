"""Votes to set a veto aside: by a rule of the same body, on ballots of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from coalcheck.engine.decide.chamber import roll_of, way
from coalcheck.engine.decide.roster import STATE_OF
from coalcheck.engine.decide.tally import MOST_WAYS, splits
from coalcheck.engine.threshold.bound import STATES, holds
from coalcheck.engine.threshold.electorate import Votes

if TYPE_CHECKING:
    from coalcheck.engine.action.ballots import Ballots as NamedBallots
    from coalcheck.engine.action.model import Raised
    from coalcheck.engine.action.tally import Tally
    from coalcheck.engine.decide.bindings import Bindings
    from coalcheck.engine.decide.case import Case
    from coalcheck.engine.decide.chamber import Way
    from coalcheck.engine.decide.vetoes import Held
    from coalcheck.engine.threshold.electorate import Electorate


class Overruled(Struct, frozen=True):
    """What came of a vote to set a veto aside.

    Attributes:
        met: whether it was set aside; None where the charter, or the record, does not tell.
        said: the count in words.
    """

    met: bool | None
    said: str


class ByTheRest:
    """Judges votes to set a veto aside, with the members of the day."""

    def __init__(self, case: Case, bindings: Bindings) -> None:
        self._case = case
        self._bindings = bindings

    def judge(self, held: Held, raised: Raised, holders: Sequence[str]) -> Overruled | None:
        """What came of the vote on a veto; None where there was none."""
        if raised.override is None and raised.override_tally is None:
            return None
        text = held.veto.override
        if text is None:
            return Overruled(
                met=False, said="a vote to set it aside is on record, and the charter knows none"
            )
        sentence = self._bindings.language.sentence(text, (*held.route, "override"))
        roll = roll_of(self._bindings.membership(self._case), self._case.decision.body, None, holders)
        bound = way(sentence, roll)
        found = judged(bound, roll, raised.override, raised.override_tally)
        came = "it was set aside" if found.met else "it was not set aside"
        if found.met is None:
            came = "whether it was set aside is open"
        return Overruled(found.met, f"{came}: {found.said}")


def judged(
    bound: Way,
    roll: Electorate,
    ballots: NamedBallots | None,
    tally: Tally | None,
    *,
    present: Mapping[str, int | None] | None = None,
) -> Overruled:
    """Judge a vote that is on record beside the main one.

    Args:
        bound: the rule, with its members.
        roll: who votes there.
        ballots: who voted what.
        tally: how many voted what, where there are no names.
        present: who was there.
    """
    if bound.sentence.rule is None:
        return Overruled(None, f"{bound.sentence.text} has no reading, or more than one")
    if ballots is None and tally is not None:
        ways = list(islice(_of_tally(bound, tally), MOST_WAYS))
        answers = {holds(bound.bound.condition, heads) for heads in ways}
        if len(answers) != 1 or len(ways) == MOST_WAYS or tally.of:
            return Overruled(None, "the record gives counts, and the rule needs to know who voted what")
        heads = ways[0]
    else:
        votes = _votes(roll, ballots or {}, present or {})
        over = next((row.id for row in roll.rows if sum(votes.get(row.id, ())) > row.count), None)
        if over is not None:
            return Overruled(None, f"more ballots are on record for {over} than it has")
        heads = bound.bound.heads(votes)
    return Overruled(holds(bound.bound.condition, heads), bound.said(heads))


def _votes(roll: Electorate, ballots: NamedBallots, present: Mapping[str, int | None]) -> dict[str, Votes]:
    found: dict[str, Votes] = {}
    for row in roll.rows:
        if not row.in_body:
            continue
        votes = [0, 0, 0, 0]
        ballot = ballots.get(row.id)
        if ballot is not None and row.votes:
            for answer, number in ballot.votes(row.count).items():
                if STATE_OF[answer] < len(votes):
                    votes[STATE_OF[answer]] += number
        if row.id in present:
            there = present[row.id]
            votes[STATE_OF["present"]] += max((row.count if there is None else there) - sum(votes), 0)
        found[row.id] = Votes(*votes)
    return found


def _of_tally(bound: Way, tally: Tally) -> Iterator[list[int]]:
    """Every way in which the counts of a tally can have come about, as vectors."""
    cells = bound.bound.cells
    voting = [number for number, cell in enumerate(cells) if cell.votes]
    counts = [0] * STATES
    for answer, number in tally.votes.items():
        if STATE_OF[answer] < STATES:
            counts[STATE_OF[answer]] += number
    for split in splits(counts, [cells[number].count for number in voting]):
        heads = [0] * (STATES * len(cells))
        for number, share in zip(voting, split, strict=True):
            heads[STATES * number : STATES * (number + 1)] = share
        yield heads
