"""One action counted under one decision: rule, quorum, further bodies and vetoes, each asked once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, Final, TypeVar

from coalcheck.engine.action.moment import UnknownZone
from coalcheck.engine.decide.also import Agreed, agreed
from coalcheck.engine.decide.ballots import Cast, Reading, cast
from coalcheck.engine.decide.before import Before, before
from coalcheck.engine.decide.bindings import make_room
from coalcheck.engine.decide.closing import closing_of
from coalcheck.engine.decide.judged import Judged, judged
from coalcheck.engine.decide.law import Facts, law_of
from coalcheck.engine.decide.overriding import ByTheRest
from coalcheck.engine.decide.rights import NO_RIGHTS
from coalcheck.engine.decide.telling import Telling
from coalcheck.engine.decide.verdict import OUTCOMES, Consulted, Outcome, Part
from coalcheck.engine.decide.vetoes import Examined, Held, examine, unused
from coalcheck.engine.threshold.bound import holds

if TYPE_CHECKING:
    from coalcheck.engine.decide.bindings import Bindings, Sitting
    from coalcheck.engine.decide.case import Case
    from coalcheck.engine.decide.chamber import Chamber
    from coalcheck.engine.decide.roster import Roster
    from coalcheck.engine.decide.telling import Told
    from coalcheck.engine.source.node import Route

_T = TypeVar("_T")
_NOTHING_BEFORE: Final = Before(Facts())
_ALL_AGREE: Final = Agreed(met=True)
_OPEN: Final = Examined(None, noticed=None)
COUNTED: Final[frozenset[Outcome]] = frozenset(("no-quorum", "rejected", "vetoed", "adopted"))
"""What counting can come to."""


class Count(Telling):
    """What the votes on record come to, for one reading of them.

    Attributes:
        chamber: who decides, with every sentence bound.
        cast: the votes on record.
        law: when it carries.
        heads: the votes, by cell and state, as they are shown.
        quorum_heads: the same where the quorum is judged.
        quorum: whether enough took part.
        freed: whether it carried, vetoes aside.
        carried: whether it carried, vetoes in the words of the rule minded.
        outcomes: what it comes to, for every reading of the record.
    """

    def __init__(
        self, chamber: Chamber, cast_: Cast, judged_: Judged, agreed_: Agreed, *, stopped: bool | None
    ) -> None:
        self.chamber = chamber
        self.cast = cast_
        self.judged = judged_
        self.law = judged_.law
        found: frozenset[Outcome] = frozenset()
        for reading in cast_.readings[1:]:
            found |= self._of(reading, agreed_, stopped)
        shown = self._of(cast_.readings[0], agreed_, stopped)
        self.outcomes = COUNTED if cast_.missing else found | shown if found else shown

    def _of(self, reading: Reading, agreed_: Agreed, stopped: bool | None) -> frozenset[Outcome]:  # noqa: FBT001  (three answers)
        judged_, chamber = self.judged, self.chamber
        self.heads = heads = vector(chamber, reading.ballots)
        same = reading.quorum_ballots is reading.ballots
        self.quorum_heads = heads if same else vector(chamber, reading.quorum_ballots)
        self.quorum = holds(judged_.quorum, self.quorum_heads)
        self.by_rule = holds(judged_.carried, heads)
        self.carried = both(self.by_rule, agreed_.met)
        if judged_.freed is judged_.carried:
            self.freed = self.carried
        else:
            self.freed = both(holds(judged_.freed, heads), agreed_.met)
        return outcomes_of(self.quorum, self.freed, self.carried, stopped)


class Question:
    """One action, asked.

    Attributes:
        bindings: its charter, bound.
        case: the action and its decision.
        concerned: the members that it is about.
        before: what was known before the ballots.
        agreed: whether further bodies agree.
        held: the vetoes that can stop it.
        examined: those that were raised.
        count: what the votes come to; None where they could not be counted.
        clauses: what was asked of the charter.
        missing: what must be known, one sentence each; it matters where there is more than one outcome.
        notes: defaults that were used, and what was left aside.
        failed: whether something could not be examined for a fault of the program.
    """

    def __init__(self, bindings: Bindings, case: Case, concerned: Sequence[str]) -> None:
        """Ask everything, in the order in which it is asked."""
        self.bindings = bindings
        self.case = case
        self.concerned = tuple(concerned)
        self.clauses: list[Consulted] = []
        self.missing: list[str] = []
        self.notes: list[str] = []
        self.failed = False
        self.held: tuple[Held, ...] = ()
        self.examined = NO_RIGHTS.unused
        self.agreed = _ALL_AGREE
        self.count: Count | None = None
        here: Route = ("decisions", case.key)
        self.before: Before = self.ask("rule", here, lambda: before(case), _NOTHING_BEFORE)
        found = self.ask("rule", here, self._votes, None)
        if found is None:
            return
        self._sitting, self._cast = found
        if case.decision.also:
            self.agreed = self.ask(
                "also", (*here, "also"), lambda: agreed(case, bindings.language, bindings.membership(case)),
                Agreed(None),
            )  # fmt: skip
        if case.charter.vetoes or case.action.vetoes:
            self.examined = self.ask("veto", ("vetoes",), self._vetoes, _OPEN)
        self.count = self.ask("rule", here, self._count, None)
        telling = None if self.count is None else self.ask("rule", here, self._told, None)
        if telling is not None:
            self.clauses += telling.clauses
            self.missing += telling.missing
            self.notes += telling.notes

    def ask(self, part: Part, route: Route, answer: Callable[[], _T], otherwise: _T) -> _T:
        """Ask one thing; a fault of ours is an answer that is not known, never one that is passed over."""
        try:
            return answer()
        except UnknownZone as unknown:
            said = f"the charter's time zone, {unknown}, is not known here"
            asks = f"What is the time zone? {unknown} is not known here; one such as Europe/Madrid is."
        except Exception as error:  # noqa: BLE001  (a clause that cannot be judged is never passed over)
            said = f"could not be examined ({type(error).__name__}: {error})"
            asks = f"The {part} of this decision {said}: that is a fault of this program, not yours."
        self.failed = True
        self.clauses.append(Consulted(part, None, "", said, route))
        self.missing.append(asks)
        return otherwise

    def _votes(self) -> tuple[Sitting, Cast]:
        """Those who decide, and the votes on record."""
        sitting = self.bindings.sitting(self.case, self.concerned)
        return sitting, cast(sitting.roster, self.case.action, closing_of(self.case))

    def _vetoes(self) -> Examined:
        case, roster = self.case, self._sitting.roster
        rights = self.bindings.rights(case, self._sitting)
        self.held = rights.held
        if not case.action.vetoes and not rights.by_vote:
            return unused(case, rights)
        against = against_by_name(self._cast, roster)
        return examine(case, rights, against, roster.names, ByTheRest(case, self.bindings))

    def _count(self) -> Count:
        sitting, facts = self._sitting, self.before.facts
        found = sitting.laws.get(facts)
        if found is None:
            found = judged(law_of(sitting.chamber, facts))
            make_room(sitting.laws)
            sitting.laws[facts] = found
        return Count(sitting.chamber, self._cast, found, self.agreed, stopped=self.examined.stopped)

    def _told(self) -> Told | None:
        return None if self.count is None else self.count.told(self)

    @property
    def never_told(self) -> bool:
        """Whether no ballots could ever tell: a sentence that decides is not there, or has no reading."""
        if self.count is None:
            return True
        chamber = self.count.chamber
        quorum = chamber.quorum
        if quorum is not None and quorum.sentence.rule is None:
            return True
        return chamber.passes is None or chamber.passes.sentence.rule is None

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What it comes to by the votes on record; more than one where something matters and is not known."""
        if self.count is None or self.failed:
            return tuple(each for each in OUTCOMES if each in COUNTED)
        found = self.count.outcomes
        return tuple(found) if len(found) == 1 else tuple(each for each in OUTCOMES if each in found)


def both(one: bool | None, other: bool | None) -> bool | None:  # noqa: FBT001  (three-valued and)
    """Whether two things hold."""
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


_TRUE_OR_FALSE: Final = (True, False)
_ADOPTED: Final[frozenset[Outcome]] = frozenset(("adopted",))


def outcomes_of(
    quorum: bool | None,  # noqa: FBT001  (four answers of one vote)
    freed: bool | None,  # noqa: FBT001
    carried: bool | None,  # noqa: FBT001
    stopped: bool | None,  # noqa: FBT001
) -> frozenset[Outcome]:
    """What a vote can come to, for every way in which what is not known may turn out."""
    if quorum and carried and stopped is False:
        return _ADOPTED
    found: set[Outcome] = set()
    each = [_TRUE_OR_FALSE if answer is None else (answer,) for answer in (quorum, freed, carried, stopped)]
    for enough, without_vetoes, with_vetoes, veto in product(*each):
        if with_vetoes and not without_vetoes:
            continue
        if not enough:
            found.add("no-quorum")
        elif not without_vetoes:
            found.add("rejected")
        elif veto or not with_vetoes:
            found.add("vetoed")
        else:
            found.add("adopted")
    return frozenset(found)


_NOTHING: Final = (0, 0, 0, 0)


def vector(chamber: Chamber, ballots: Mapping[str, Sequence[int]]) -> list[int]:
    """Ballots as heads of each cell in each state."""
    heads: list[int] = []
    for cell in chamber.cells:
        if len(cell.ids) == 1:
            heads.extend(ballots.get(cell.ids[0], _NOTHING))
            continue
        in_favour = against = abstain = present = 0
        for votes in map(ballots.get, cell.ids):
            if votes is not None:
                yes, no, neither, there = votes
                in_favour += yes
                against += no
                abstain += neither
                present += there
        heads += (in_favour, against, abstain, present)
    return heads


def against_by_name(votes: Cast, roster: Roster) -> dict[str, int | None]:
    """How many heads of each member voted against; None where only the number of all is known."""
    if votes.by_name:
        return {member: each.against for member, each in votes.ballots.items() if each.against}
    if not any(each.against for reading in votes.readings for each in reading.ballots.values()):
        return {}
    sure = {each.member: each.votes.get("against", 0) for each in votes.counted if each.votes}
    return {member: sure.get(member) for member in roster.entitled}
