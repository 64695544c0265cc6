"""One charter under examination: its sentences and who votes, each worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import TYPE_CHECKING, Final

from coalcheck.engine.roll.electorate import Membership
from coalcheck.engine.roll.sentences import Sentence, sentences
from coalcheck.engine.source.node import Document, Route
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import STATES, Bound, Cell, holds
from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.tree import Any, Heads, Rule, Whom, clauses

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Decision
    from coalcheck.engine.facts.departure import Leaving

MOST_CASES: Final = 5_000
"""So many sets of ballots are looked at for one question; what has more is noted, not guessed."""

MOST_KINDS_OF_MEMBERS: Final = 40
"""Who can stop a decision alone is asked of each kind of member; with more kinds it is noted, not asked."""

_NOBODY: Final[Mapping[int, int]] = {}

OWN_BOARDS: Final = "own boards"
REMOVALS: Final = frozenset({"expel", "suspend"})


class Examination:
    """What the facts of one charter are worked out from.

    Attributes:
        charter: the charter.
        document: its file.
        sentences: its thresholds, read.
        heads: how many members there are, counted rows included.
        notes: what was not examined and why, one sentence each.
        departures: what each departure does to the sentences that were looked at, by their places.
        needed_by: by member, the decisions that could not be taken or counted without it, in words.
    """

    def __init__(self, charter: Charter, document: Document) -> None:
        self.charter = charter
        self.document = document
        self.sentences: tuple[Sentence, ...] = sentences(charter)
        self.heads: int = sum(member.count or 1 for member in charter.members)
        self.notes: list[str] = []
        self._by_route = {sentence.route: sentence for sentence in self.sentences}
        self._membership = Membership(charter)
        self._memberships: dict[str, Membership] = {}
        self.departures: dict[Route, Leaving] = {}
        self.needed_by: dict[str, dict[str, None]] = {}
        self._either: dict[tuple[int, int], Rule] = {}
        self._bounds: dict[tuple[int, int], Bound] = {}

    def rule(self, *route: str | int) -> Rule | None:
        """What the threshold at a place says; None where there is none, or none that can be read."""
        sentence = self._by_route.get(route)
        return sentence.rule if sentence is not None else None

    def roll(
        self,
        decision: str,
        *,
        quorum: bool = False,
        concerned: str | None = None,
        body: str | None = None,
        leaver: str | None = None,
    ) -> Electorate:
        """Who is counted on a decision.

        Args:
            decision: its id.
            quorum: whether a quorum is counted.
            concerned: the member it is about.
            body: the body that is asked as well; the one that the decision names where None.
            leaver: a member of which one head has left.
        """
        membership = self._membership if leaver is None else self._without(leaver)
        rules = self.charter.decisions.get(decision)
        if rules is None:
            return membership.electorate(None, quorum=quorum, concerned=concerned)
        deciding = rules.body if body is None else None if body == OWN_BOARDS else body
        return membership.electorate(deciding, rules.member_concerned, quorum=quorum, concerned=concerned)

    def _without(self, leaver: str) -> Membership:
        if leaver not in self._memberships:
            self._memberships[leaver] = Membership(self.charter, leaver=leaver)
        return self._memberships[leaver]

    def bound(self, rule: Rule, roll: Electorate) -> Bound:
        """A rule with these members put in; worked out once for each sentence and each roll."""
        # Rules and rolls live as long as this examination, so that their identity stands for them.
        key = (id(rule), id(roll))
        if key not in self._bounds:
            self._bounds[key] = bind(rule, roll)
        return self._bounds[key]

    def either(self, rule: Rule, fallback: Rule) -> Rule:
        """The rule that is met where one of two is; the same one each time it is asked for."""
        return self._either.setdefault((id(rule), id(fallback)), Any((rule, fallback)))

    def concerned(self, decision: Decision, rule: Rule | None) -> str | None:
        """A member that stands for whichever the decision will be about; None where it may be about none."""
        return self.somebody() if self.is_about_one(decision, rule) else None

    def is_about_one(self, decision: Decision, rule: Rule | None) -> bool:
        """Whether it is always about a member.

        A rule that covers more than removing a member is looked at as it is mostly used: with all who vote.
        """
        kinds = set(decision.covers)
        only_removes = kinds <= REMOVALS and (bool(kinds) or decision.member_concerned is not None)
        return only_removes or (rule is not None and speaks_of_others(rule))

    def somebody(self) -> str | None:
        """A member that stands for whichever a decision is about; None where no single one can be."""
        rows = self._membership.electorate(None).rows
        return next((row.id for row in rows if row.count == 1), None) if len(rows) > 1 else None


def speaks_of_others(rule: Rule) -> bool:
    """Whether some clause leaves out the member concerned by its words."""
    bases = (getattr(clause.measure, "base", None) for clause in clauses(rule))
    return any(isinstance(base, Heads) and base.whom is Whom.OTHERS for base in bases)


def cases(cells: tuple[Cell, ...]) -> int:
    """In how many ways the members can vote for or against."""
    return prod(cell.count + 1 for cell in cells if cell.votes)


def voters(roll: Electorate) -> int:
    """How many heads vote."""
    return sum(row.count for row in roll.rows if row.votes and row.in_body)


def carries(bound: Bound, opposed: Mapping[int, int] = _NOBODY) -> bool | None:
    """Whether everyone else together carries it against so many of these cells; None where it is not said."""
    return holds(bound.condition, against(bound, opposed))


def stoppers(bound: Bound) -> tuple[frozenset[str], frozenset[str]]:
    """Who can stop a decision alone by voting against it while all others vote for it.

    Returns:
        The rows of which each single head can, and all rows that vote.
    """
    can: set[str] = set()
    every: set[str] = set()
    for index, cell in enumerate(bound.cells):
        if not cell.votes or not cell.count:
            continue
        every.update(cell.ids)
        if carries(bound, {index: 1}) is False:
            can.update(cell.ids)
    return frozenset(can), frozenset(every)


def against(bound: Bound, opposed: Mapping[int, int]) -> list[int]:
    """Everyone votes for it but so many of these cells, who vote against; who may not vote is present."""
    heads = [0] * (STATES * len(bound.cells))
    for index, cell in enumerate(bound.cells):
        if not cell.votes:
            heads[STATES * index + 3] = cell.count
            continue
        heads[STATES * index] = cell.count - opposed.get(index, 0)
        heads[STATES * index + 1] = opposed.get(index, 0)
    return heads
