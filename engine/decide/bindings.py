"""One charter with its members put in, kept for all the actions that are judged under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from coalcheck.engine.decide.asking import Asking
from coalcheck.engine.decide.chamber import Chamber, Language, membership_on, roll_of
from coalcheck.engine.decide.effects import Effects
from coalcheck.engine.decide.intervals import Intervals
from coalcheck.engine.decide.rights import Rights, rights_of
from coalcheck.engine.decide.roster import Roster, barred_on
from coalcheck.engine.decide.vetoes import held_over

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.decide.case import Case
    from coalcheck.engine.decide.judged import Judged
    from coalcheck.engine.decide.law import Facts
    from coalcheck.engine.mission.agreed import Agreed
    from coalcheck.engine.roll.electorate import Membership

_K = TypeVar("_K")
_V = TypeVar("_V")
_Key: TypeAlias = tuple[str, int, tuple[str, ...], tuple[str, ...], tuple[tuple[str, int | None], ...] | None]
"""The decision, the interval of the day, whom it is about, who is left out, and who could vote."""

MOST_KEPT = 256
"""So many are kept of each kind; a record of decades can have an electorate for each decision."""


class Sitting:
    """Those who decide on a case, as every case of the same decision in the same interval finds them.

    Attributes:
        chamber: who decides, with every sentence bound.
        roster: how each of them is called, and how each answer counts.
        rights: by the kind that the action names and the interval of its last day, the vetoes that count.
        laws: by what is known before the ballots, when it carries.
    """

    def __init__(self, chamber: Chamber, roster: Roster) -> None:
        self.chamber = chamber
        self.roster = roster
        self.rights: dict[tuple[str, int], Rights] = {}
        self.laws: dict[Facts, Judged] = {}


class Bindings:
    """What is worked out once for all actions under a charter.

    Attributes:
        charter: the charter.
        asking: its questions before counting.
        language: its sentences.
    """

    def __init__(self, charter: Charter) -> None:
        self.charter = charter
        self.asking = Asking(charter)
        self.language = Language(charter)
        self._intervals = Intervals(charter)
        self._memberships: dict[tuple[int, tuple[str, ...]], Membership] = {}
        self._chambers: dict[tuple[_Key, tuple[frozenset[str], ...]], Chamber] = {}
        self._sittings: dict[_Key, Sitting] = {}
        self._agreed: Agreed | None = None

    @property
    def agreed(self) -> Agreed:
        """Its scope, made ready when it is first asked for."""
        if self._agreed is None:
            from coalcheck.engine.mission.agreed import Agreed

            self._agreed = Agreed(self.charter)
        return self._agreed

    def membership(self, case: Case, *, last: bool = False) -> Membership:
        """The members on the day of a case; on the last day that it may be, where only the year is known."""
        day = case.days[1] if last else case.days[0]
        key = (self._intervals.at(day), case.action.without)
        if key not in self._memberships:
            make_room(self._memberships)
            self._memberships[key] = membership_on(self.charter, day, key[1])
        return self._memberships[key]

    def chamber(self, case: Case, concerned: tuple[str, ...], apart: tuple[frozenset[str], ...]) -> Chamber:
        """Who decides on a case, with some members told apart from all others beside what its rules ask."""
        if not apart:
            return self.sitting(case, concerned).chamber
        key = (self._key(case, concerned), apart)
        if key not in self._chambers:
            make_room(self._chambers)
            self._chambers[key] = self._chamber(case, concerned, apart)
        return self._chambers[key]

    def sitting(self, case: Case, concerned: tuple[str, ...]) -> Sitting:
        """Those who decide on a case."""
        key = self._key(case, concerned)
        found = self._sittings.get(key)
        if found is None:
            chamber = self._chamber(case, concerned)
            barred = barred_on(self.charter, case.days[0], case.action.without)
            found = Sitting(chamber, Roster(chamber, Effects(chamber), barred))
            make_room(self._sittings)
            self._sittings[key] = found
        return found

    def rights(self, case: Case, sitting: Sitting) -> Rights:
        """The vetoes that can stop the decision of a case."""
        key = (case.kind, self._intervals.at(case.days[1]))
        found = sitting.rights.get(key)
        if found is None:
            found = rights_of(held_over(case, sitting.roster.heads, sitting.roster.names))
            make_room(sitting.rights)
            sitting.rights[key] = found
        return found

    def _chamber(
        self, case: Case, concerned: tuple[str, ...], apart: tuple[frozenset[str], ...] = ()
    ) -> Chamber:
        membership = self.membership(case)
        decision = case.decision
        roll, quorum_roll = (
            roll_of(
                membership, decision.body, decision.member_concerned, concerned, quorum=quorum,
                heads=case.action.electorate,
            )
            for quorum in (False, True)
        )  # fmt: skip
        return Chamber(
            self.charter, case.key, language=self.language, roll=roll, quorum_roll=quorum_roll, apart=apart
        )

    def _key(self, case: Case, concerned: tuple[str, ...]) -> _Key:
        action = case.action
        electorate = action.electorate
        return (
            case.key,
            self._intervals.at(case.days[0]),
            concerned,
            action.without,
            None if electorate is None else tuple(electorate.items()),
        )


def make_room(kept: dict[_K, _V]) -> None:
    """Empty what is kept before it grows beyond all bounds."""
    if len(kept) >= MOST_KEPT:
        kept.clear()
