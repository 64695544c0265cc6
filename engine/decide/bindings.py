"""One charter with its members put in, kept for all the actions that are judged under it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from coalcheck.engine.decide.chamber import Chamber, Language, membership_on, roll_of
from coalcheck.engine.decide.effects import Effects
from coalcheck.engine.decide.roster import Roster, barred_on
from coalcheck.engine.decide.vetoes import Held, held_over

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.decide.case import Case
    from coalcheck.engine.mission.agreed import Agreed
    from coalcheck.engine.roll.electorate import Membership

_K = TypeVar("_K")
_V = TypeVar("_V")
_Key: TypeAlias = tuple[
    str, date, tuple[str, ...], tuple[str, ...], tuple[tuple[str, int | None], ...] | None
]

MOST_KEPT = 256
"""So many are kept of each kind; a record of decades has a day for each decision."""


class Bindings:
    """What is worked out once for all actions under a charter.

    Attributes:
        charter: the charter.
        language: its sentences.
    """

    def __init__(self, charter: Charter) -> None:
        self.charter = charter
        self.language = Language(charter)
        self._memberships: dict[tuple[date, tuple[str, ...]], Membership] = {}
        self._chambers: dict[tuple[_Key, tuple[frozenset[str], ...]], Chamber] = {}
        self._rosters: dict[_Key, Roster] = {}
        self._held: dict[tuple[int, str, tuple[date, date]], tuple[Roster, tuple[Held, ...]]] = {}
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
        key = (case.days[1] if last else case.days[0], case.action.without)
        if key not in self._memberships:
            _make_room(self._memberships)
            self._memberships[key] = membership_on(self.charter, *key)
        return self._memberships[key]

    def chamber(
        self, case: Case, concerned: tuple[str, ...], apart: tuple[frozenset[str], ...] = ()
    ) -> Chamber:
        """Who decides on a case, with the sentences of its decision bound."""
        key = (_key(case, concerned), apart)
        if key not in self._chambers:
            _make_room(self._chambers)
            membership = self.membership(case)
            decision = case.decision
            roll, quorum_roll = (
                roll_of(
                    membership, decision.body, decision.member_concerned, concerned, quorum=quorum,
                    heads=case.action.electorate,
                )
                for quorum in (False, True)
            )  # fmt: skip
            self._chambers[key] = Chamber(
                self.charter,
                case.key,
                language=self.language,
                roll=roll,
                quorum_roll=quorum_roll,
                apart=apart,
            )
        return self._chambers[key]

    def roster(self, case: Case, chamber: Chamber) -> Roster:
        """The members as the decision of a case sees them."""
        key = _key(case, chamber.concerned)
        if key not in self._rosters:
            _make_room(self._rosters)
            barred = barred_on(self.charter, case.days[0], case.action.without)
            self._rosters[key] = Roster(chamber, Effects(chamber), barred)
        return self._rosters[key]

    def held(self, case: Case, roster: Roster) -> tuple[Held, ...]:
        """The vetoes that can stop the decision of a case."""
        # The roster is kept beside them, so that its identity stands for it.
        key = (id(roster), case.kind, case.days)
        if key not in self._held:
            _make_room(self._held)
            self._held[key] = (roster, held_over(case, roster.heads))
        return self._held[key][1]


def _key(case: Case, concerned: tuple[str, ...]) -> _Key:
    electorate = case.action.electorate
    return (
        case.key,
        case.days[0],
        concerned,
        case.action.without,
        None if electorate is None else tuple(electorate.items()),
    )


def _make_room(kept: dict[_K, _V]) -> None:
    if len(kept) >= MOST_KEPT:
        kept.clear()
