"""Ballots that a charter and its change judge differently; or that there are none, by looking at all of them.

Every way in which a decision can come to the vote is held against the same way under the change. What is
asked is not only whether it carries but what it comes to: no quorum, not carried, stopped by a veto, carried.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import gcd
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec.structs import replace

from coalcheck.engine.diff.follows import follows
from coalcheck.engine.diff.ways import rejoined, side_by_side
from coalcheck.engine.proof.box import box_of
from coalcheck.engine.proof.budget import Budget, TooManyCases
from coalcheck.engine.proof.logic import (
    ABSTAIN,
    AGAINST,
    ALWAYS,
    FOR,
    PRESENT,
    all_of,
    any_of,
    each_linear,
    is_open,
    negated,
)
from coalcheck.engine.proof.over import Over
from coalcheck.engine.proof.room import Room
from coalcheck.engine.proof.search import find
from coalcheck.engine.proof.setting import Setting
from coalcheck.engine.proof.vote import without_vetoes
from coalcheck.engine.scenario.mutation.likely import likely
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import Linear
from coalcheck.engine.threshold.cells import cells_of

if TYPE_CHECKING:
    from coalcheck.engine.proof.box import Vector
    from coalcheck.engine.proof.vote import Asked, Vote
    from coalcheck.engine.proof.witness import Witness
    from coalcheck.engine.threshold.bound import Condition

CASES: Final = 3_000
"""So many cases may be looked at for one difference between two votes."""

_MANY: Final = 12
"""Of more kinds of members than these likely ballots are tried before all are searched."""


class Apart:
    """One decision under a charter and under a change of it.

    Attributes:
        looked_through: whether all ballots were looked at so far, so that what was not found is not there.
    """

    def __init__(self, setting: Setting, changed: Setting, decision: str, cases: int = CASES) -> None:
        """Make ready.

        Args:
            setting: the charter with its members.
            changed: the charter with the change.
            decision: the id of the decision.
            cases: how many cases may be looked at for each way in which it can come to the vote.
        """
        self._sides = (setting, decision), (changed, decision)
        self._cases = cases
        self.looked_through = True

    def witnesses(self) -> Iterator[Witness]:
        """Ballots that the two judge differently, at least one for each way in which there are some."""
        for (one, two), whole in side_by_side(*self._sides):
            if not whole or one.open or two.open:
                self.looked_through = False
                continue
            yield from self._of(one, two)

    def _of(self, one: Vote, two: Vote) -> Iterator[Witness]:
        room = Room([one, two])
        was, now = (_ends(over) for over in room.overs)
        alike = (one.attempt, one.casting) == (two.attempt, two.casting)
        self.looked_through &= self._same_notices(one, two) and self._same_by_proxy(room)
        if any(map(is_open, (*was, *now))):
            # What a clause leaves open is the same only where the same is asked.
            self.looked_through &= was == now and alike
            if was == now:
                return
        elif all(_same(a, b, room) for a, b in zip(was, now, strict=True)):
            return
        for condition in _differences(was, now):
            point = self._found(room, condition)
            if point is not None:
                # Who has a vote in only one of the two is shown by that one.
                for side in (0, 1):
                    yield _shown(room.shown(side, point, adopted=None))

    @staticmethod
    def _same_by_proxy(room: Room) -> bool:
        """Whether it makes no difference that who is there and who votes need not be the same heads."""
        if all(over.vote.decision.proxies is None for over in room.overs):
            return True
        was, now = (_ends(over, whoever_is_there=True) for over in room.overs)
        return all(_same(a, b, room) for a, b in zip(was, now, strict=True))

    def _same_notices(self, one: Vote, two: Vote) -> bool:
        """Whether the same vetoes by notice can be raised in both, and the same votes set them aside."""
        before, after = ([each for each in vote.vetoes if not each.by_vote] for vote in (one, two))
        return len(before) == len(after) and all(
            (was.holders, was.needed, was.sure, was.usable, was.veto.needs, was.overrides.keys())
            == (now.holders, now.needed, now.sure, now.usable, now.veto.needs, now.overrides.keys())
            and all(self._same_override(each, now.overrides[who]) for who, each in was.overrides.items())
            for was, now in zip(before, after, strict=True)
        )

    def _same_override(self, one: Asked, two: Asked) -> bool:
        if one.rule == two.rule:
            return True
        cells = cells_of([(one.rule, one.roll), (two.rule, two.roll)])
        was, now = (
            each_linear(bind(each.rule, each.roll, cells=cells).condition, _whole) for each in (one, two)
        )
        if was == now:
            return True
        if is_open(was) or is_open(now):
            return False
        answers = (FOR, AGAINST, ABSTAIN, PRESENT)
        box = box_of([(cell.count, answers if cell.votes else (PRESENT,)) for cell in cells])
        try:
            return all(
                find(box, all_of(each, negated(other)), Budget(self._cases)) is None
                for each, other in ((was, now), (now, was))
            )
        except TooManyCases:
            return False

    def _found(self, room: Room, condition: Condition) -> Vector | None:
        if len(room.cells) > _MANY:
            point = likely(room, condition)
            if point is not None:
                return point
        try:
            return room.find(condition, Budget(self._cases))
        except TooManyCases:
            self.looked_through = False
            return None


def _shown(witness: Witness) -> Witness:
    return replace(witness, ballots=rejoined(witness.ballots))


_Ends: TypeAlias = "tuple[Condition, Condition, Condition, Condition]"


def _ends(over: Over, *, whoever_is_there: bool = False) -> _Ends:
    """When a vote is carried, when its rule fails, when there is no quorum, when a veto by vote stops it.

    A veto by notice is no part of that: who voted in favour may raise it too, and others may set it aside.

    Args:
        over: the vote.
        whoever_is_there: whether the rule is asked of all votes, also of those without a quorum.
    """
    vote = over.vote
    without = {each.route: without_vetoes(each.rule) for each in vote.asked}
    elsewhere = over.elsewhere()
    quorum = over.quorum()
    by_vote = [each for each in vote.vetoes if each.by_vote]
    free = all_of(Over(vote, over.cells, without).rule(), elsewhere)
    full = all_of(over.rule(), elsewhere)
    unstopped = all_of(*map(over.unstopped, by_vote))
    quorum, free, full, unstopped = (each_linear(each, _whole) for each in (quorum, free, full, unstopped))
    enough = ALWAYS if whoever_is_there else quorum
    return (
        all_of(enough, full, unstopped),
        all_of(enough, negated(free)),
        negated(quorum),
        all_of(enough, free, any_of(negated(full), negated(unstopped))),
    )


def _whole(linear: Linear) -> Linear:
    """The same for whole numbers of heads, as short as it can be said.

    More than 2/3 of 8 members and at least 2/3 of them are then the same inequality.
    """
    common = gcd(*linear.coefficients)
    if not common:
        return linear
    numbers = tuple(number // common for number in linear.coefficients)
    return Linear(numbers, (linear.constant - linear.strict) // common, strict=False)


def _same(one: Condition, two: Condition, room: Room) -> bool:
    return one == two or (follows(one, two, room.cells) and follows(two, one, room.cells))


def _differences(was: _Ends, now: _Ends) -> Iterator[Condition]:
    """Conditions of which one holds wherever the two come to different ends; the plainest first."""
    for place, (one, two) in enumerate(zip(was, now, strict=True)):
        yield all_of(one, any_of(*(each for other, each in enumerate(now) if other != place)))
        if place == 0:
            yield all_of(two, any_of(*(each for other, each in enumerate(was) if other != place)))
