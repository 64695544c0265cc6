"""Asking one thing of every way in which a decision can come to the vote, and saying what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.proof.answer import Answer, Property
from coalcheck.engine.proof.box import ANSWERS
from coalcheck.engine.proof.budget import MOST_CASES, Budget, TooManyCases
from coalcheck.engine.proof.logic import ABSTAIN, AGAINST, FOR, PRESENT, is_open, left_open
from coalcheck.engine.proof.room import Room
from coalcheck.engine.proof.search import find, met
from coalcheck.engine.proof.vote import Vote
from coalcheck.engine.proof.witness import Witness

if TYPE_CHECKING:
    from coalcheck.engine.proof.box import Vector
    from coalcheck.engine.proof.change import Change
    from coalcheck.engine.threshold.bound import Condition

TOO_MANY = "There are too many ways to vote: {cases:,} cases were looked at, and nothing was found in them."
NOT_SAID = "The charter leaves open how some votes come out, so this cannot be known from it."


class Found(Struct, frozen=True):
    """What shows a failure.

    Attributes:
        witnesses: ballots.
        said: how it fails, in a sentence.
        members: whom it is about.
    """

    witnesses: tuple[Witness, ...] = ()
    said: str = ""
    members: tuple[str, ...] = ()


class Put:
    """One vote with its members put in, and what it takes to carry it.

    Attributes:
        vote: the vote.
        room: its members.
        adopted: that it carries.
        undecided: ballots of which the charter does not say how they come out; None where there are none.
    """

    def __init__(self, vote: Vote, cases: int = MOST_CASES) -> None:
        """Put the members in.

        Args:
            vote: the vote.
            cases: how many cases may be looked at for ballots that the charter leaves open.
        """
        self.vote = vote
        self.room = Room([vote])
        self.over = self.room.overs[0]
        self.adopted: Condition = self.over.adopted()
        self.undecided = self._undecided(cases) if is_open(self.adopted) else None

    @cached_property
    def refused(self) -> Condition:
        """That it does not carry, for one clear reason."""
        return self.over.refused(self.adopted)

    def _undecided(self, cases: int) -> Vector | None:
        """Ballots of which the charter does not say how they come out; None where there are none."""
        condition = left_open(self.adopted)
        for answer in (FOR, AGAINST, ABSTAIN):
            point = self.all_do(answer)
            if met(condition, point):
                return point
        try:
            return find(self.room.box, condition, Budget(cases))
        except TooManyCases:
            # Nobody has seen that they do not exist.
            return self.everyone_for

    @property
    def open(self) -> bool:
        """Whether the charter leaves open how some ballots come out."""
        return self.undecided is not None

    def comes_to(self, point: Vector) -> bool | None:
        """Whether ballots carry it; None where the charter does not say, or not why they do not."""
        if met(self.adopted, point):
            return True
        return self.over.comes_to(point) if is_open(self.adopted) else False

    def shown(self, point: Vector, *, adopted: bool | None, change: Change | None = None) -> Witness:
        """Ballots on it."""
        return self.room.shown(0, point, adopted=adopted, change=change)

    def all_do(self, answer: int) -> Vector:
        """The ballots in which all who vote do the same, and the others are there."""
        numbers = [0] * (ANSWERS * len(self.room.cells))
        for first in range(0, len(numbers), ANSWERS):
            numbers[first + PRESENT] = 1
            numbers[first + answer] = 2
        point = self.room.box.corner(numbers)
        assert point is not None  # noqa: S101  (a whole box has points)
        return tuple(point)

    @property
    def everyone_for(self) -> Vector:
        """The ballots in which all who vote are in favour, and the others are there."""
        return self.all_do(FOR)


def never(
    answer: Answer, puts: Sequence[Put], look: Callable[[Put, Budget], Found | None], cases: int
) -> Answer:
    """Whether something that must not be is nowhere found.

    Args:
        answer: what is asked, of what.
        puts: every way in which the decision can come to the vote.
        look: finds what must not be.
        cases: how many cases may be looked at.
    """
    budget = Budget(cases)
    reason = ""
    for put in puts:
        try:
            found = look(put, budget)
        except TooManyCases:
            reason = TOO_MANY.format(cases=cases)
            break
        if found is not None:
            return replace(
                answer, status="fails", said=found.said, witnesses=found.witnesses, members=found.members,
                cases=budget.spent,
            )  # fmt: skip
        if put.open:
            reason = NOT_SAID
    if reason:
        return replace(answer, status="unknown", said=reason, cases=budget.spent)
    return replace(answer, status="holds", cases=budget.spent)


def somewhere(
    answer: Answer, puts: Sequence[Put], look: Callable[[Put, Budget], object | None], said: str, cases: int
) -> Answer:
    """Whether something that must be is found for at least one way in which the decision can be put.

    Args:
        answer: what is asked, of what.
        puts: every way in which the decision can come to the vote.
        look: finds what must be.
        said: what is said where it is nowhere.
        cases: how many cases may be looked at.
    """
    budget = Budget(cases)
    reason = ""
    for put in puts:
        try:
            found = look(put, budget)
        except TooManyCases:
            reason = TOO_MANY.format(cases=cases)
            break
        if found is not None:
            return replace(answer, status="holds", cases=budget.spent)
        if put.open:
            reason = NOT_SAID
    if reason:
        return replace(answer, status="unknown", said=reason, cases=budget.spent)
    return replace(answer, status="fails", said=said, cases=budget.spent)


def asked(property: Property, *subject: str, at: tuple[str | int, ...] = ()) -> Answer:  # noqa: A002  (the field's name)
    """An answer that is still to be found."""
    return Answer(property, subject, "unknown", at=at)
