"""The scenario that tells a charter from a change of it, as short as it can be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from coalcheck.engine.proof.budget import Budget, TooManyCases
from coalcheck.engine.proof.logic import all_of, negated
from coalcheck.engine.proof.room import Room
from coalcheck.engine.proof.setting import Setting
from coalcheck.engine.scenario.mutation.apart import Apart
from coalcheck.engine.scenario.mutation.as_on import as_on, days_of_change, moved_to
from coalcheck.engine.scenario.mutation.reach import Reach
from coalcheck.engine.scenario.mutation.shorter import called, forms, shorter
from coalcheck.engine.scenario.mutation.trial import Trial, expected
from coalcheck.engine.scenario.mutation.variations import Around
from coalcheck.engine.scenario.mutation.written import written
from coalcheck.engine.scenario.run import run

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.proof.witness import Witness
    from coalcheck.engine.scenario.mutation.mutant import Mutant
    from coalcheck.engine.scenario.run import Under
    from coalcheck.engine.scenario.suite import Case
    from coalcheck.engine.source.node import Document

MOST_TRIED: Final = 400
"""So many cases are tried to tell one change, beside those that were found by looking at all ballots."""

_BUDGET: Final = 2_000


class Scenario(Struct, frozen=True):
    """A case that passes under the charter and fails under a change of it.

    Attributes:
        id: its name.
        text: the case as it can be pasted under ``cases:`` of a test file.
    """

    id: str
    text: str


class Told(Struct, frozen=True):
    """What came of the search for a scenario.

    Attributes:
        scenario: one that tells the change; None where none was found.
        looked_through: whether there is none: all ballots were looked at, and only ballots could tell.
    """

    scenario: Scenario | None
    looked_through: bool = False


class Telling:
    """Finds scenarios for the changes of one charter."""

    def __init__(
        self, under: Under, frame: Document | None = None, taken: Iterator[str] | None = None
    ) -> None:
        """Make ready.

        Args:
            under: the charter.
            frame: a test file whose heading and ``given:`` hold for the scenario too.
            taken: names that cases have already.
        """
        self._under = under
        self._charter = under.charter
        self._trial = Trial(under, frame)
        self._days = days_of_change(under.charter)
        self._settings: dict[date | None, Setting] = {}
        self._reach = Reach(under.charter)
        self._taken = set(taken or ())
        self._found: list[tuple[Case, Scenario, str]] = []

    def of(self, mutant: Mutant, changed: Under) -> Told:
        """A scenario that tells a change.

        Args:
            mutant: the change.
            changed: the charter with it, made ready.
        """
        for case, known, decision in self._found:
            if decision in mutant.decisions and not run(case, changed).passed:
                return Told(known)
        looked_through = mutant.ballots
        for decision in mutant.decisions:
            for day in (mutant.on, *self._days):
                apart = Apart(self._setting_on(day), Setting(_on(mutant.charter, day)), decision)
                for witness in apart.witnesses():
                    looked_through = False
                    for values in self._values(day, witness):
                        found = self._told(mutant, changed, decision, values)
                        if found is not None:
                            return Told(found)
                looked_through &= apart.looked_through
            if not looked_through:
                found = self._varied(mutant, changed, decision)
                if found is not None:
                    return Told(found)
        return Told(None, looked_through)

    def _setting_on(self, day: date | None) -> Setting:
        """The charter with its members on a day; None for what comes last."""
        if day not in self._settings:
            self._settings[day] = Setting(_on(self._charter, day))
        return self._settings[day]

    def _values(self, day: date | None, witness: Witness) -> Iterator[dict[str, Any]]:
        """The ballots as a case: whoever holds a veto and is against raises it, or does not."""
        charter = _on(self._charter, day)
        values = {**witness.action(charter), "as_of": str(witness.as_of(charter))}
        if day is not None:
            values = moved_to(values, day)
        if "vetoes" in values:
            yield {key: value for key, value in values.items() if key != "vetoes"}
        yield values

    def _varied(self, mutant: Mutant, changed: Under, decision: str) -> Scenario | None:
        """One with other days, sums or papers around votes that carry it, and around votes that do not.

        First those that come to another verdict; where none does, the points beside it are looked at.
        """
        bases = list(self._bases(mutant, decision))
        for points in (False, True) if not mutant.ballots else (False,):
            for merged in islice(self._around(mutant, decision, bases), MOST_TRIED):
                found = self._told(mutant, changed, decision, merged, points=points)
                if found is not None:
                    return found
        return None

    def _around(
        self, mutant: Mutant, decision: str, bases: Sequence[Mapping[str, Any]]
    ) -> Iterator[dict[str, Any]]:
        for values in bases:
            for more in chain(Around(self._charter, mutant, decision, values).variations(), ({},)):
                yield {key: value for key, value in {**values, **more}.items() if value is not None}

    def _bases(self, mutant: Mutant, decision: str) -> Iterator[dict[str, Any]]:
        """Votes that carry a decision, that do not, and without a quorum, each as far as there are any."""
        setting = self._setting_on(None)
        for vote in setting.votes(decision):
            first = setting.vote(decision, vote.concerned, vote.kind)
            versions = [setting.vote(each, vote.concerned) for each in self._reach.of_version(decision)[1:]]
            room = Room([vote, first, *versions])
            over, *others = room.overs
            wanted = [over.adopted(), negated(over.rule()), negated(over.quorum())]
            for other in others if vote.attempt != "first" else others[1:]:
                wanted.insert(0, all_of(over.adopted(), negated(other.adopted())))
                wanted.insert(1, all_of(negated(over.adopted()), other.adopted()))
                wanted.insert(2, all_of(over.quorum(), negated(other.quorum())))
            for condition in wanted:
                try:
                    point = room.find(condition, Budget(_BUDGET))
                except TooManyCases:
                    continue
                if point is not None:
                    shown = room.shown(0, point, adopted=None)
                    yield from islice(self._values(None, shown), 1)
                    if mutant.on is not None:
                        yield from islice(self._values(mutant.on, shown), 1)

    def _told(
        self,
        mutant: Mutant,
        changed: Under,
        decision: str,
        values: Mapping[str, Any],
        *,
        points: bool = False,
    ) -> Scenario | None:
        case = self._trial.case({"id": "tried", **values})
        if case is None:
            return None
        one, two = (self._trial.seen(case, each, points=points) for each in (self._under, changed))
        if one is None or two is None:
            return None
        expect = expected(one, two, decision)
        if expect is None:
            return None
        whole = {**values, "expect": expect}
        if not self._tells(whole, changed):
            return None
        short = shorter(whole, lambda each: self._tells(each, changed), forms(self._charter, values))
        name = self._name(called(decision, short))
        named = {"id": name, "why": f"Notices that {mutant.said}.", **short}
        found = Scenario(name, written(named))
        case = self._trial.case(named)
        if case is not None:
            self._found.append((case, found, decision))
        return found

    def _tells(self, values: Mapping[str, Any], changed: Under) -> bool:
        return self._trial.tells({"id": "tried", **values}, changed)

    def _name(self, name: str) -> str:
        found, number = name, 1
        while found in self._taken:
            number += 1
            found = f"{name}-{number}"
        self._taken.add(found)
        return found


def _on(charter: Charter, day: date | None) -> Charter:
    return charter if day is None else as_on(charter, day)
