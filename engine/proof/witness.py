"""Ballots that show something, written down as an action that anybody can have judged.

Nothing is shown to a reader before `coalcheck.engine.decide` has judged it and come to the same. That is done
by whoever shows it: this room stands beneath that one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from coalcheck.engine.proof.box import ANSWERS
from coalcheck.engine.proof.change import NOTHING, Change
from coalcheck.engine.proof.day import day_for, lead
from coalcheck.engine.proof.sums import sum_for
from coalcheck.engine.proof.vote import OWN_BOARDS, Attempt, Casting, Vote
from coalcheck.engine.roll.names import SIGNED
from coalcheck.engine.threshold.bound import Cell
from coalcheck.engine.threshold.electorate import Ballots, Votes

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

_ANSWERS: Final = ("for", "against", "abstain", "present")
_LATER: Final = timedelta(days=400)


class Witness(Struct, frozen=True):
    """Ballots on one decision, and what they come to.

    Attributes:
        decision: the decision.
        kind: the kind that it is, where that makes a difference; else empty.
        concerned: the member that it is about.
        ballots: what the heads of each member did; who is not named was absent. Who holds a veto and is
            against uses it, also where it has no vote.
        adopted: whether they carry it; None where the charter does not say.
        attempt: which attempt it is.
        casting: how the chair breaks a tie.
        change: who had come or gone before.
        entitled: who votes in the body that decides; the votes of others are cast in further bodies, or on
            setting a veto aside. Not given: all votes are cast there.
    """

    decision: str
    kind: str
    concerned: str | None
    ballots: Ballots
    adopted: bool | None
    attempt: Attempt = "first"
    casting: Casting = ""
    change: Change = NOTHING
    entitled: frozenset[str] | None = None

    def charter(self, charter: Charter) -> Charter:
        """The charter under which it is judged: as if all had signed, with the members that had come."""
        changed = self.change.applied(charter)
        if changed.stage == "ended":
            changed = changed.model_copy(update={"stage": "signed"})
        words = (each.passes or "" for each in charter.decisions.values())
        if any(SIGNED in text.split() for text in words):
            return changed
        members = tuple(member.model_copy(update={"signed": None}) for member in changed.members)
        return changed.model_copy(update={"members": members})

    @property
    def left_out(self) -> tuple[str, ...]:
        """Members that had gone before: `Action.leaving_out` takes them."""
        return tuple(sorted(self.change.without))

    def as_of(self, charter: Charter) -> date:
        """A day from which it can be judged: everything that could still come has come or not."""
        return day_for(charter, self.decision) + _LATER

    def action(self, charter: Charter) -> dict[str, Any]:
        """The action as it would stand in a file; for `coalcheck.engine.action.model.of`.

        Args:
            charter: the charter.
        """
        decision = charter.decisions[self.decision]
        day, before = day_for(charter, self.decision), lead(decision)
        found: dict[str, Any] = {
            "action": self.kind or self.decision,
            "title": "Ballots to show what the rules do",
            "proposed_by": [charter.members[0].id],
            "seconds": [member.id for member in charter.members[1:2] or charter.members],
            "reason": "To show what the rules do",
            "notice": str(day - 2 * before),
            "opened": str(day - before),
            "date": str(day),
            "status": "closed",
            "explained": {"at": f"{day}T12:00:00+00:00"},
            "ballots": self._written(self.entitled),
        }
        amount = (
            sum_for(charter, decision) if (self.kind or decision.covers) in ("spend", ("spend",)) else None
        )
        if amount is not None:
            found["amount"] = amount
        if self.concerned is not None:
            found["subject"] = [self.concerned]
        if self.attempt != "first":
            found["first_attempt"] = {"date": str(day - before), "outcome": self.attempt}
        if self.casting:
            found["casting_vote"] = self.casting
        found |= self._elsewhere(charter)
        vetoes = [self._veto(charter, holder, day) for holder in self._vetoing(charter)]
        return found | ({"vetoes": vetoes} if vetoes else {})

    def _written(self, voting: Collection[str] | None = None) -> dict[str, Any]:
        """The ballots by member; of those who have no vote only that they were there."""
        found: dict[str, Any] = {}
        for member, votes in self.ballots.items():
            given = {answer: n for answer, n in zip(_ANSWERS, votes, strict=True) if n}
            if voting is not None and member not in voting:
                given = {answer: n for answer, n in given.items() if answer == "present"}
            if given:
                found[member] = given
        return found

    def _elsewhere(self, charter: Charter) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for also in charter.decisions[self.decision].also:
            if also.body == OWN_BOARDS:
                found["boards"] = self._written()
            else:
                found.setdefault("also", {})[also.body] = {"ballots": self._written()}
        return found

    def _vetoing(self, charter: Charter) -> Iterator[str]:
        from coalcheck.engine.roll.holders import holders_of

        day = day_for(charter, self.decision)
        held = {each for veto in charter.vetoes for each in holders_of(charter, veto, day)}
        for member, votes in self.ballots.items():
            if member in held and votes.against:
                yield member

    def _veto(self, charter: Charter, holder: str, day: date) -> dict[str, Any]:
        raised: dict[str, Any] = {
            "by": [holder],
            "at": f"{day}T12:00:00+00:00",
            "reason": "One that it gives",
        }
        if any(veto.override is not None for veto in charter.vetoes):
            raised["override"] = self._written()
        return raised


def witness(
    vote: Vote, cells: Sequence[Cell], point: Sequence[int], *, adopted: bool | None, change: Change = NOTHING
) -> Witness:
    """Write down the ballots of a vote.

    Args:
        vote: the vote.
        cells: the kinds of members.
        point: how many heads of each kind gave which answer, five numbers a kind.
        adopted: what they come to.
        change: who had come or gone before.
    """
    return Witness(
        vote.name, vote.kind, vote.concerned, _named(vote, cells, point), adopted, vote.attempt,
        vote.casting, change, vote.entitled,
    )  # fmt: skip


def _named(vote: Vote, cells: Sequence[Cell], point: Sequence[int]) -> dict[str, Votes]:
    """Ballots for the rows of the kinds, one after the other."""
    holders = {each for veto in vote.vetoes for each in veto.holders}
    present = {row.id for asked in vote.asked for row in asked.roll.rows}
    ballots: dict[str, Votes] = {}
    for place, cell in enumerate(cells):
        left = list(point[ANSWERS * place : ANSWERS * (place + 1)])
        for member, size in zip(cell.ids, cell.sizes, strict=True):
            did, free = [0, 0, 0, 0], size
            for answer in range(4):
                did[answer] = min(left[answer], free)
                left[answer] -= did[answer]
                free -= did[answer]
            # Over the kinds of several votes somebody may have no part in this one.
            if any(did) and member in present and (member in vote.voters or member in holders or did[3]):
                ballots[member] = Votes(*did)
    return ballots
