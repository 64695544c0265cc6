"""One vote, or several over the same kinds of members, ready to be searched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from coalcheck.engine.proof.box import Box, Vector, box_of
from coalcheck.engine.proof.kinds import kinds_of
from coalcheck.engine.proof.logic import ABSTAIN, AGAINST, FOR, PRESENT
from coalcheck.engine.proof.over import Over
from coalcheck.engine.proof.search import find
from coalcheck.engine.proof.vote import Vote
from coalcheck.engine.proof.witness import Witness, witness

if TYPE_CHECKING:
    from coalcheck.engine.proof.budget import Budget
    from coalcheck.engine.proof.change import Change
    from coalcheck.engine.source.node import Route
    from coalcheck.engine.threshold.bound import Cell, Condition
    from coalcheck.engine.threshold.tree import Rule


class Room:
    """Some votes over the same members, who answer the same in each.

    Attributes:
        cells: the kinds of members.
        box: what each kind may do.
        overs: each vote over these kinds.
    """

    def __init__(self, votes: Sequence[Vote], apart: Sequence[frozenset[str]] = ()) -> None:
        """Find the kinds.

        Args:
            votes: the votes.
            apart: members that are to be told apart beside.
        """
        voters = frozenset[str]().union(*(vote.voters for vote in votes))
        marks = [mark for vote in votes for mark in vote.apart()]
        # Who votes on one of them and not on another is told apart by it.
        marks += [vote.entitled for vote in votes]
        pairs = [pair for vote in votes for pair in vote.pairs()]
        self.cells: tuple[Cell, ...] = kinds_of(pairs, [*dict.fromkeys(marks), *apart], voters)
        vetoing = {
            holder for vote in votes for veto in vote.vetoes if not veto.by_vote for holder in veto.holders
        }
        self.box: Box = box_of(
            [
                (cell.count, (FOR, AGAINST, ABSTAIN, PRESENT) if cell.votes else self._silent(cell, vetoing))
                for cell in self.cells
            ]
        )
        self.overs = [Over(vote, self.cells) for vote in votes]

    @staticmethod
    def _silent(cell: Cell, vetoing: set[str]) -> tuple[int, ...]:
        """What those can do who have no vote: be there, or use a veto."""
        return (AGAINST, PRESENT) if cell.ids[0] in vetoing else (PRESENT,)

    def changed(self, number: int, rules: Mapping[Route, Rule]) -> Over:
        """One of the votes with other rules."""
        return Over(self.overs[number].vote, self.cells, rules)

    def find(self, condition: Condition, budget: Budget) -> Vector | None:
        """Ballots, plain ones where there are, that meet a condition."""
        return find(self.box, condition, budget, plain=True)

    def shown(
        self, number: int, point: Vector, *, adopted: bool | None, change: Change | None = None
    ) -> Witness:
        """Ballots on one of the votes."""
        from coalcheck.engine.proof.change import NOTHING

        return witness(self.overs[number].vote, self.cells, point, adopted=adopted, change=change or NOTHING)

    def voting(self) -> list[int]:
        """The places of those kinds that vote."""
        return [place for place, cell in enumerate(self.cells) if cell.votes and cell.count]
