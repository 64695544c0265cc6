"""One decision under two charters, over all ballots: for, against, abstaining, there without voting, away.

What is found is judged by ``decide`` under both charters before anybody is told of it; what was not found is
not there, or the answer is that it is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from coalcheck.engine.action.model import of
from coalcheck.engine.decide.door import decide
from coalcheck.engine.diff.follows import follows
from coalcheck.engine.diff.guess import guessed
from coalcheck.engine.diff.model import Case, Compared, Relation
from coalcheck.engine.diff.ways import rejoined, side_by_side
from coalcheck.engine.proof.asking import NOT_SAID, TOO_MANY
from coalcheck.engine.proof.budget import Budget, TooManyCases
from coalcheck.engine.proof.logic import is_open
from coalcheck.engine.proof.pairs import carried_alone
from coalcheck.engine.proof.room import Room

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.decide.verdict import Outcome
    from coalcheck.engine.proof.setting import Setting
    from coalcheck.engine.proof.vote import Vote
    from coalcheck.engine.proof.witness import Witness

CASES: Final = 20_000
"""So many cases may be looked at for one decision where nothing is said: an answer in a few seconds."""

_PARTED: Final = (
    "A veto is held by a row of members whose number changed; what it then comes to was not compared."
)
_OTHERWISE: Final = (
    "Votes that seemed to make the difference come out otherwise when they are judged one by one."
)
_NOT_CARRIED: Final = frozenset(("rejected", "no-quorum", "vetoed"))


def compared(old: tuple[Setting, str], new: tuple[Setting, str], cases: int = CASES) -> Compared:
    """How a decision of the new charter stands to one of the old.

    Args:
        old: the old charter with its members, and the id of the decision.
        new: the new charter, and the id there.
        cases: how many cases may be looked at.
    """
    search = _Search(old[0].charter, new[0].charter, Budget(cases))
    for pair, whole in side_by_side(old, new):
        if not whole:
            search.reasons.append(_PARTED)
            continue
        search.look(*pair)
        if search.gained is not None and search.lost is not None:
            break
    relation = search.relation()
    return Compared(
        old[1], new[1], relation, search.gained, search.lost,
        reason=search.reasons[0] if relation == "unknown" else "", cases=search.budget.spent,
    )  # fmt: skip


class _Search:
    """What was found of one decision so far."""

    def __init__(self, old: Charter, new: Charter, budget: Budget) -> None:
        self.budget = budget
        self.gained: Case | None = None
        self.lost: Case | None = None
        self.reasons: list[str] = []
        self._charters = (old, new)

    def relation(self) -> Relation:
        """How the new stands to the old; what was not looked through is not known."""
        if self.gained is not None and self.lost is not None:
            return "incomparable"
        if self.reasons:
            return "unknown"
        if self.gained is not None:
            return "looser"
        return "equivalent" if self.lost is None else "stricter"

    def look(self, one: Vote, two: Vote) -> None:
        """Look for ballots that carry the one and not the other, both ways round."""
        room = Room([one, two])
        was, now = (over.adopted() for over in room.overs)
        if was == now and (one.attempt, one.casting) == (two.attempt, two.casting):
            # What cannot be read is the same only where the same is written.
            unread = one.open or two.open
            if not unread or (
                one.open == two.open and one.decision == two.decision and self._charters_alike()
            ):
                return
        clear = not (is_open(was) or is_open(now))
        if self.lost is None and not (clear and follows(now, was, room.cells)):
            self.lost = self._found(one, two, turned=False)
        if self.gained is None and not (clear and follows(was, now, room.cells)):
            self.gained = self._found(two, one, turned=True)

    def _charters_alike(self) -> bool:
        old, new = self._charters
        return (old.vetoes, old.groups, old.bodies, old.members) == (
            new.vetoes, new.groups, new.bodies, new.members,
        )  # fmt: skip

    def _found(self, carries: Vote, other: Vote, *, turned: bool) -> Case | None:
        shown: Sequence[Witness] | None = None
        try:
            # What one search spends is not to keep the next one from being made.
            part = self.budget.part((self.budget.most - self.budget.spent) // 2)
            found, open_ = carried_alone([carries], [other], part)
            shown = None if found is None else found.witnesses
            if open_:
                self.reasons.append(NOT_SAID)
        except TooManyCases:
            shown = guessed(Room([carries, other]))
            if shown is None:
                self.reasons.append(TOO_MANY.format(cases=self.budget.spent))
        if shown is None:
            return None
        witnesses = [replace(each, ballots=rejoined(each.ballots)) for each in shown]
        case = _judged(self._charters, witnesses[::-1] if turned else witnesses, turned=turned)
        if case is None:
            self.reasons.append(_OTHERWISE)
        return case


def _judged(charters: tuple[Charter, Charter], shown: Sequence[Witness], *, turned: bool) -> Case | None:
    """Judge the same ballots under both; None where that is not what was found."""
    written = [each.action(charter) for each, charter in zip(shown, charters, strict=True)]
    outcomes: list[Outcome] = [
        decide(each.charter(charter), of(action), as_of=each.as_of(charter), changes=False).outcome
        for each, charter, action in zip(shown, charters, written, strict=True)
    ]
    carried, not_carried = outcomes[::-1] if turned else outcomes
    if carried != "adopted" or not_carried not in _NOT_CARRIED:
        return None
    ballots = {**shown[1].ballots, **shown[0].ballots}
    for member, votes in shown[1].ballots.items():
        # Of a counted row the charter with more heads has all that was cast.
        ballots[member] = max(ballots[member], votes, key=sum)
    return Case(ballots, shown[0].concerned, written[0], written[1], outcomes[0], outcomes[1])
