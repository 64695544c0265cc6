"""Changing a charter by letting others in first, who then vote for the change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.proof.answer import Answer
from coalcheck.engine.proof.asking import NOT_SAID, TOO_MANY, asked
from coalcheck.engine.proof.budget import Budget, TooManyCases
from coalcheck.engine.proof.change import Change, newcomer_of
from coalcheck.engine.proof.logic import FOR, all_of, any_of, coefficient, each_linear
from coalcheck.engine.proof.search import fewest, find
from coalcheck.engine.proof.setting import Setting
from coalcheck.engine.proof.track import Stage, Track, each_way, in_no_way
from coalcheck.engine.threshold.bound import STATES, AtLeast, Condition, Linear
from coalcheck.engine.threshold.tree import Root, clauses

if TYPE_CHECKING:
    from coalcheck.engine.proof.vote import Vote
    from coalcheck.engine.proof.witness import Witness

MOST_NEWCOMERS: Final = 60
"""So many new members are tried at most, and never more than twice as many as there are."""

_BEYOND_ALL: Final = 10**18
"""More new members than any number in a charter could make up for."""


class Path(Struct, frozen=True):
    """Members who can change a charter in steps and not at once.

    Attributes:
        number: how many they are.
        newcomers: how many they let in.
        witnesses: their ballots: on letting others in, on the change after it, and on the change before.
    """

    number: int
    newcomers: int
    witnesses: tuple[Witness, ...]


def admitting_answer(
    setting: Setting, admitting: Sequence[str], amending: Sequence[str], cases: int
) -> Answer:
    """Whether some who cannot change the charter can let in others and change it with them.

    They are in favour each time, and all others against. New members belong to every body that is of all
    members, and to no group; they carry no weight.

    Args:
        setting: the charter.
        admitting: the decisions that admit a member.
        amending: the decisions that change the charter.
        cases: how many cases may be looked at.
    """
    answer = asked("no-way-by-admitting")
    budget = Budget(cases)
    search = _Search(setting, admitting, amending, budget)
    reason = ""
    try:
        low = search.least()
        if low is not None and search.some_number():
            reason = search.each_number(low)
    except TooManyCases:
        reason = TOO_MANY.format(cases=cases)
    if search.best is not None:
        said = "Some who could not change the charter can let in others and change it together with them."
        return replace(answer, status="fails", said=said, witnesses=search.best.witnesses,
                       number=search.best.newcomers, cases=budget.spent)  # fmt: skip
    reason = reason or (NOT_SAID if search.open else "")
    return replace(answer, status="unknown" if reason else "holds", said=reason, cases=budget.spent)


class _Search:
    """The search for the fewest who can do it."""

    def __init__(
        self, setting: Setting, admitting: Sequence[str], amending: Sequence[str], budget: Budget
    ) -> None:
        self.open = False
        self.best: Path | None = None
        self._setting = setting
        self._amending = amending
        self._budget = budget
        self._newcomer = newcomer_of(setting.charter)
        self._first = each_way(setting, admitting, "admit")
        self._today = in_no_way(setting, amending, "amend")

    def least(self) -> int | None:
        """The fewest who can let others in and could not change the charter; None where nobody can."""
        least: int | None = None
        for stage in self._first:
            track = self._track(stage)
            found = fewest(track.box, track.condition(), self._budget)
            if found is None:
                self.open = self.open or track.left_open(all_of())
            elif least is None or found[0] < least:
                least = found[0]
        return least

    def some_number(self) -> bool:
        """Whether any number of new members may be enough; False where it is certain that none is.

        How many there are moves each inequality in one direction, so that each is as easy as it can be with
        one of them or with very many. If not even this is enough, no number is.
        """
        ones, many = (each_way(self._with(number), self._amending, "amend") for number in (1, _BEYOND_ALL))
        if len(ones) != len(many):
            # One new member can be the member concerned, and a row of many cannot.
            return True
        for first in self._first:
            for one, most in zip(ones, many, strict=True):
                few, full = self._track(first, one), self._track(first, most)
                place = few.place(self._newcomer)
                if place is None or place != full.place(self._newcomer) or _has_root(one.ways[0]):
                    return True
                easiest = _easier_of(*(_with_them(track, place) for track in (few, full)))
                if easiest is None or few.open or full.open:
                    return True
                condition = all_of(few.outcome(0), few.outcome(2), easiest)
                if find(few.box, condition, self._budget) is not None:
                    return True
        return False

    def each_number(self, low: int) -> str:
        """Try each number of new members in turn; what is said where none of these is enough."""
        limit = min(MOST_NEWCOMERS, 2 * sum(member.count or 1 for member in self._setting.charter.members))
        for number in range(1, limit + 1):
            for two in each_way(self._with(number), self._amending, "amend"):
                for one in self._first:
                    self._try(one, two, number)
            if self.best is not None and self.best.number <= low:
                break
        return f"Up to {limit} new members were looked at, and none of these numbers is enough."

    def _try(self, one: Stage, two: Stage, number: int) -> None:
        track = self._track(one, two)
        in_favour = track.held(self._newcomer, FOR)
        found = fewest(track.box, all_of(track.condition(), in_favour), self._budget)
        if found is None:
            self.open = self.open or track.left_open(in_favour)
            return
        # The new members are in favour too; they are not among those who began.
        there = number if track.place(self._newcomer) is not None else 0
        if self.best is None or found[0] - there < self.best.number:
            self.best = Path(found[0] - there, number, track.shown(found[1]))

    def _with(self, number: int) -> Setting:
        return Setting(self._setting.charter, Change(newcomers=number))

    def _track(self, *stages: Stage) -> Track:
        return Track([*stages, self._today], (self._newcomer,), self._budget)


def _has_root(vote: Vote) -> bool:
    """Whether a root is taken, so that a sum does not move evenly with the number of members."""
    return any(isinstance(clause.measure, Root) for each in vote.asked for clause in clauses(each.rule))


def _with_them(track: Track, place: int) -> Condition:
    """That the second stage is carried with all of a kind in favour, as a condition on the others."""
    count = track.room.cells[place].count

    def change(linear: Linear) -> Linear:
        numbers = list(linear.coefficients)
        numbers[STATES * place : STATES * (place + 1)] = [0] * STATES
        more = coefficient(linear, place, FOR) * count
        return Linear(tuple(numbers), linear.constant + more, linear.strict)

    return each_linear(track.adopted[1], change)


def _easier_of(one: Condition, other: Condition) -> Condition | None:
    """That each inequality holds in one of two versions; None where the two are not of one shape."""
    if isinstance(one, AtLeast) and isinstance(other, AtLeast):
        if one.number != other.number or len(one.parts) != len(other.parts):
            return None
        parts = [_easier_of(a, b) for a, b in zip(one.parts, other.parts, strict=True)]
        known = tuple(part for part in parts if part is not None)
        return AtLeast(one.number, known) if len(known) == len(parts) else None
    if isinstance(one, Linear) and isinstance(other, Linear):
        return any_of(one, other)
    return one if one == other else None
