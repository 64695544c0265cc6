"""Several votes after one another in which everyone stays on its side, while members come or go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck.engine.proof.logic import AGAINST, FOR, all_of, heads, is_open, negated, taken
from coalcheck.engine.proof.pairs import about_nobody
from coalcheck.engine.proof.room import Room
from coalcheck.engine.proof.search import find

if TYPE_CHECKING:
    from coalcheck.engine.proof.box import Box, Vector
    from coalcheck.engine.proof.budget import Budget
    from coalcheck.engine.proof.change import Change
    from coalcheck.engine.proof.setting import Setting
    from coalcheck.engine.proof.vote import Vote
    from coalcheck.engine.proof.witness import Witness
    from coalcheck.engine.threshold.bound import Condition

_PUTTING_IN: Final = 4
"""Cases that it is worth to put one member into one vote."""


class Stage(Struct, frozen=True):
    """One vote on the way, with who has come or gone before it.

    Attributes:
        ways: the ways in which it comes to the vote: all of them are carried, or none.
        change: who has come or gone.
        carried: whether it is to be carried, or not to be.
    """

    ways: tuple[Vote, ...]
    change: Change
    carried: bool = True


def each_way(setting: Setting, names: Sequence[str], kind: str) -> list[Stage]:
    """Every way in which some decisions can come to the vote, each to be carried."""
    return [Stage((vote,), setting.change) for name in names for vote in about_nobody(setting, name, kind)]


def in_no_way(setting: Setting, names: Sequence[str], kind: str) -> Stage:
    """That none of some decisions is carried, however it comes to the vote."""
    ways = tuple(vote for name in names for vote in about_nobody(setting, name, kind))
    return Stage(ways, setting.change, carried=False)


class Track:
    """Several stages over the same members: who is in favour is so all along, and all others are against.

    Attributes:
        room: the members.
        adopted: for each way of each stage, that it carries.
        open: whether the charter leaves open how some ballots come out.
        box: everyone in favour or against.
    """

    def __init__(self, stages: Sequence[Stage], apart: Sequence[str], budget: Budget) -> None:
        """Put the members in.

        Args:
            stages: the stages.
            apart: members that are to be told apart from all others.
            budget: what may be spent.
        """
        self.stages = stages
        self._budget = budget
        votes = [vote for stage in stages for vote in stage.ways]
        budget.spend(_PUTTING_IN * sum(len(vote.voters) for vote in votes))
        self.room = Room(votes, [frozenset((each,)) for each in apart])
        self.adopted: list[Condition] = [over.adopted() for over in self.room.overs]
        self.open = any(map(is_open, self.adopted))
        self.box: Box = self.room.box.only((FOR, AGAINST))

    def condition(self) -> Condition:
        """That every stage comes out as it is to."""
        return all_of(*map(self.outcome, range(len(self.stages))))

    def outcome(self, number: int) -> Condition:
        """That one stage comes out as it is to."""
        stage = self.stages[number]
        first = sum(len(each.ways) for each in self.stages[:number])
        mine = self.adopted[first : first + len(stage.ways)]
        if stage.carried:
            return all_of(*mine)
        return all_of(*(over.refused() for over in self.room.overs[first : first + len(stage.ways)]))

    def maybe(self) -> Condition:
        """That no stage comes out otherwise for certain: with whatever is open turning out as it must."""
        return all_of(*map(self._perhaps, range(len(self.stages))))

    def _perhaps(self, number: int) -> Condition:
        stage = self.stages[number]
        first = sum(len(each.ways) for each in self.stages[:number])
        mine = self.adopted[first : first + len(stage.ways)]
        return all_of(
            *(taken(each, met=True) if stage.carried else negated(taken(each, met=False)) for each in mine)
        )

    def left_open(self, also: Condition) -> bool:
        """Whether the charter leaves open, of what is not found, if it exists.

        Args:
            also: what must hold beside.

        Raises:
            TooManyCases: the budget is spent.
        """
        return self.open and find(self.box, all_of(self.maybe(), also), self._budget) is not None

    def place(self, member: str) -> int | None:
        """The kind of a member."""
        return next((n for n, cell in enumerate(self.room.cells) if member in cell.ids), None)

    def held(self, member: str, answer: int) -> Condition:
        """That all heads of a member give one answer, where it can."""
        place = self.place(member)
        if place is None or not self.box.may(place, answer):
            return all_of()
        return heads(len(self.room.cells), (place,), (answer,), self.room.cells[place].count)

    def shown(self, point: Vector) -> tuple[Witness, ...]:
        """The ballots at each stage."""
        carried = [(stage.carried, stage.change) for stage in self.stages for _ in stage.ways]
        return tuple(
            self.room.shown(number, point, adopted=adopted, change=change)
            for number, (adopted, change) in enumerate(carried)
        )
