"""Whether a charter can still be changed, and whether one member can bring everything to a stop."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from coalcheck.engine.proof.answer import Answer
from coalcheck.engine.proof.asking import NOT_SAID, TOO_MANY, Put, asked
from coalcheck.engine.proof.box import ANSWERS, Vector
from coalcheck.engine.proof.budget import Budget, TooManyCases
from coalcheck.engine.proof.logic import AGAINST, all_of
from coalcheck.engine.proof.search import find, met
from coalcheck.engine.proof.witness import Witness

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coalcheck.engine.proof.members import Alike

FEW = 3
"""Of two members each can stop everything, and there is nobody to overrule either."""

Puts = Sequence[tuple[str, Sequence[Put]]]
"""Decisions by their ids, each with every way in which it can come to the vote."""


class Blocking:
    """Whether one member can stop a vote, whatever all others do; kept for each member and vote."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self._known: dict[tuple[int, str], bool | None] = {}

    def stops(self, put: Put, member: str) -> bool | None:
        """Whether it is never carried while one head of a member is against; None where that is not said.

        Who has no vote on it, and no veto over it, stops nothing.

        Raises:
            TooManyCases: the budget is spent.
        """
        key = (id(put), member)
        if key not in self._known:
            self._known[key] = self._stops(put, member)
        return self._known[key]

    def _stops(self, put: Put, member: str) -> bool | None:
        place = self._place(put, member)
        if place is None:
            return False
        point = self.alone(put, member)
        if point is not None and met(put.adopted, point):
            return False
        opposed = put.over.against(put.room.cells[place].ids, 1)
        if find(put.room.box, all_of(opposed, put.adopted), self.budget) is not None:
            return False
        return None if put.open else True

    @staticmethod
    def _place(put: Put, member: str) -> int | None:
        """The kind of a member, where it can be against at all."""
        for place, cell in enumerate(put.room.cells):
            if member in cell.ids and put.room.box.may(place, AGAINST):
                return place
        return None

    def alone(self, put: Put, member: str) -> Vector | None:
        """The ballots in which one head of a member is against and all others are in favour."""
        place = self._place(put, member)
        if place is None:
            return None
        point = list(put.everyone_for)
        here = ANSWERS * place
        came = next(answer for answer in range(ANSWERS) if point[here + answer])
        point[here + came] -= 1
        point[here + AGAINST] += 1
        return tuple(point)

    def shown(self, puts: Iterable[Put], member: str) -> tuple[Witness, ...]:
        """Ballots on some votes: all in favour but the member."""
        return tuple(
            put.shown(point, adopted=False)
            for put in puts
            if (point := self.alone(put, member)) is not None and put.comes_to(point) is False
        )


def repair_answer(amending: Puts, removing: Puts, alike: Sequence[Alike], cases: int) -> Answer:
    """Whether the charter can be changed, and by nobody be kept from it whom the others could not remove.

    Args:
        amending: the decisions that change the charter.
        removing: the decisions that expel a member.
        alike: the members, those who are alike together.
        cases: how many cases may be looked at.
    """
    answer = asked("can-be-repaired")
    if not amending:
        return replace(answer, status="fails", said="No decision of the charter covers changing it.")
    budget = Budget(cases)
    try:
        return replace(_repaired(answer, amending, removing, alike, budget), cases=budget.spent)
    except TooManyCases:
        return replace(answer, said=TOO_MANY.format(cases=cases), cases=budget.spent)


def _repaired(
    answer: Answer, amending: Puts, removing: Puts, alike: Sequence[Alike], budget: Budget
) -> Answer:
    every = [put for _, puts in amending for put in puts]
    decisions = tuple(name for name, _ in amending)
    if not any(_can_be_carried(put, budget) for put in every):
        if any(put.open for put in every):
            return replace(answer, said=NOT_SAID)
        shown = tuple(
            put.shown(put.everyone_for, adopted=False)
            for put in every
            if put.comes_to(put.everyone_for) is False
        )
        said = "No ballots carry a change of the charter."
        return replace(answer, status="fails", said=said, witnesses=shown, decisions=decisions)
    if sum(each.heads for each in alike) < FEW:
        return replace(answer, status="holds")
    blocking = Blocking(budget)
    members: list[str] = []
    witnesses: tuple[Witness, ...] = ()
    open_ = False
    for each in alike:
        stopped = _all_of(blocking.stops(put, each.first) for put in every)
        kept = _all_of(
            blocking.stops(put, each.first) for _, puts in removing for put in puts if _about(put, each)
        )
        if stopped is True and kept is True:
            members += each.ids
            if not witnesses:
                about = [put for _, puts in removing for put in puts if _about(put, each)]
                witnesses = blocking.shown((*every, *about), each.first)
        elif stopped is not False and kept is not False:
            open_ = True
    if members:
        said = "One member can stop every change of the charter, and the others cannot remove it."
        return replace(answer, status="fails", said=said, members=tuple(members), witnesses=witnesses,
                       decisions=decisions)  # fmt: skip
    return replace(answer, status="unknown" if open_ else "holds", said=NOT_SAID if open_ else "")


def _about(put: Put, each: Alike) -> bool:
    """Whether a vote is about such a member; one that is about nobody in particular may be about any."""
    return put.vote.concerned is None or put.vote.concerned in each.ids


def _can_be_carried(put: Put, budget: Budget) -> bool:
    return met(put.adopted, put.everyone_for) or find(put.room.box, put.adopted, budget) is not None


def _all_of(answers: Iterable[bool | None]) -> bool | None:
    """Whether all hold; None where that is open. Of none it is so: there is nothing to be done."""
    found = list(answers)
    return False if False in found else None if None in found else True


def standstill_answer(every: Puts, alike: Sequence[Alike], cases: int) -> Answer:
    """Whether one member alone can bring everything to a stop.

    A coalition stands still where for each of its decisions, and every further attempt at it, all but one
    member are in favour and it is not carried. Then more than half want something, whatever it is, and
    nothing at all can be decided (`docs/domain.yaml`: decision paralysis, blocking minorities of one).

    Args:
        every: the decisions in force.
        alike: the members, those who are alike together.
        cases: how many cases may be looked at.
    """
    answer = asked("no-standstill")
    if sum(each.heads for each in alike) < FEW:
        return replace(answer, status="holds")
    budget = Budget(cases)
    blocking = Blocking(budget)
    members: list[str] = []
    witnesses: tuple[Witness, ...] = ()
    open_ = False
    try:
        for each in alike:
            stopped = _all_of(
                blocking.stops(put, each.first) for _, puts in every for put in puts if _about(put, each)
            )
            if stopped is True:
                members += each.ids
                about = [put for _, puts in every for put in puts if _about(put, each)]
                witnesses = witnesses or blocking.shown(about, each.first)
            open_ = open_ or stopped is None
    except TooManyCases:
        return replace(answer, said=TOO_MANY.format(cases=cases), cases=budget.spent)
    if members:
        said = "One member can bring every decision to a stop, also where all others want it."
        return replace(answer, status="fails", said=said, members=tuple(members), witnesses=witnesses,
                       decisions=tuple(name for name, _ in every), cases=budget.spent)  # fmt: skip
    return replace(
        answer, status="unknown" if open_ else "holds", said=NOT_SAID if open_ else "", cases=budget.spent
    )
