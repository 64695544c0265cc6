"""Changing a charter by removing others first, one after the other, until those who are left can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.proof.answer import Answer
from coalcheck.engine.proof.asking import NOT_SAID, TOO_MANY, asked
from coalcheck.engine.proof.budget import Budget, TooManyCases
from coalcheck.engine.proof.change import Change
from coalcheck.engine.proof.logic import AGAINST, all_of
from coalcheck.engine.proof.pairs import of_kind
from coalcheck.engine.proof.search import fewest, find
from coalcheck.engine.proof.setting import Setting
from coalcheck.engine.proof.track import Stage, Track, each_way, in_no_way

if TYPE_CHECKING:
    from coalcheck.engine.proof.members import Alike
    from coalcheck.engine.proof.vote import Vote
    from coalcheck.engine.proof.witness import Witness
    from coalcheck.engine.threshold.bound import Condition

MOST_REMOVED: Final = 6
"""So many removals after one another are looked at."""


class Path(Struct, frozen=True):
    """Removals after one another, and who can carry them.

    Attributes:
        gone: who is removed, in turn.
        stages: the votes on that.
        number: how many carry them and then the change of the charter; none where that is not carried.
        witnesses: their ballots: on each removal, on the change after it, and on the change before.
    """

    gone: tuple[str, ...]
    stages: tuple[Stage, ...]
    number: int | None = None
    witnesses: tuple[Witness, ...] = ()


def removing_answer(
    setting: Setting, removing: Sequence[str], amending: Sequence[str], members: Sequence[Alike], cases: int
) -> Answer:
    """Whether some who cannot change the charter can remove others, one after the other, and then change it.

    They are in favour each time, and all others against, as far as they vote.

    Args:
        setting: the charter.
        removing: the decisions that expel a member.
        amending: the decisions that change the charter.
        members: the members, those who are alike together.
        cases: how many cases may be looked at.
    """
    answer = asked("no-way-by-removing")
    budget = Budget(cases)
    search = _Search(
        setting, removing, amending, [each for each in members if set(each.sizes) == {1}], budget
    )
    reason = ""
    try:
        for _ in range(MOST_REMOVED):
            if not search.one_more() or search.best is not None:
                break
        else:
            reason = (
                f"Up to {MOST_REMOVED} removals after one another were looked at, and these are not enough."
            )
    except TooManyCases:
        reason = TOO_MANY.format(cases=cases)
    best = search.best
    if best is not None:
        said = "Some who could not change the charter can remove others and then change it."
        return replace(answer, status="fails", said=said, witnesses=best.witnesses, members=best.gone,
                       number=len(best.gone), cases=budget.spent)  # fmt: skip
    reason = reason or (NOT_SAID if search.open else "")
    return replace(answer, status="unknown" if reason else "holds", said=reason, cases=budget.spent)


class _Search:
    """Goes from the removals that some can carry to those that are one longer."""

    def __init__(
        self, setting: Setting, removing: Sequence[str], amending: Sequence[str], members: Sequence[Alike],
        budget: Budget,
    ) -> None:  # fmt: skip
        self.open = False
        self.best: Path | None = None
        self._setting = setting
        self._removing = removing
        self._amending = amending
        self._members = members
        self._budget = budget
        self._today = in_no_way(setting, amending, "amend")
        self._paths: list[Path] = [Path((), ())]
        self._settings: dict[frozenset[str], Setting] = {frozenset(): setting}

    def one_more(self) -> bool:
        """Look at all removals that are one longer; whether any of them can be carried."""
        longer: list[Path] = []
        for path in self._paths:
            for each in self._members:
                member = next((member for member in each.ids if member not in path.gone), None)
                if member is not None:
                    longer += self._longer(path, member)
        self._paths = longer
        return bool(longer)

    def _longer(self, path: Path, member: str) -> Iterator[Path]:
        now = self._without(path.gone)
        gone = (*path.gone, member)
        for name in self._removing:
            for like in _patterns(now, name):
                vote = now.vote(name, member, like.kind, like.attempt, like.casting)
                stages = (*path.stages, Stage((vote,), now.change))
                track, condition = self._track(stages, gone)
                if find(track.box, condition, self._budget) is not None:
                    self._and_then(stages, gone)
                    yield Path(gone, stages)
                else:
                    self.open = self.open or track.left_open(self._against(track, gone))

    def _and_then(self, stages: tuple[Stage, ...], gone: tuple[str, ...]) -> None:
        """Whether who can carry these removals can change the charter after them."""
        for last in each_way(self._without(gone), self._amending, "amend"):
            track, condition = self._track((*stages, last), gone)
            found = fewest(track.box, condition, self._budget)
            if found is None:
                self.open = self.open or track.left_open(self._against(track, gone))
            elif self.best is None or found[0] < (self.best.number or 0):
                self.best = Path(gone, stages, found[0], track.shown(found[1]))

    def _track(self, stages: Sequence[Stage], gone: Sequence[str]) -> tuple[Track, Condition]:
        track = Track([*stages, self._today], gone, self._budget)
        return track, all_of(track.condition(), self._against(track, gone))

    @staticmethod
    def _against(track: Track, gone: Sequence[str]) -> Condition:
        """That those who are removed are against it, as far as they vote."""
        return all_of(*(track.held(member, AGAINST) for member in gone))

    def _without(self, gone: Sequence[str]) -> Setting:
        key = frozenset(gone)
        if key not in self._settings:
            self._settings[key] = self._setting.after(Change(key))
        return self._settings[key]


def _patterns(setting: Setting, name: str) -> Iterator[Vote]:
    """The ways to put a removal, whomever it is about."""
    seen: set[object] = set()
    for vote in of_kind(setting.votes(name), "expel"):
        key = (vote.kind, vote.attempt, vote.casting)
        if key not in seen:
            seen.add(key)
            yield vote
