"""What an analysis gives back: counts as whole numbers, measures as exact fractions, members by their ids."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from msgspec import Struct

from coalcheck.engine.decide.verdict import Outcome
from coalcheck.engine.findings.finding import Finding, Severity
from coalcheck.engine.findings.result import Result
from coalcheck.engine.power.standing import Standing
from coalcheck.engine.proof.answer import Answer


class Row(Struct, frozen=True):
    """Members that stand alike in a decision.

    Attributes:
        members: their ids, in the order of the charter; a row of many heads stands once.
        heads: how many vote, counted rows head by head.
        kinds: the kinds of the game that they are.
        swings: in how many ways of the others to vote one of them makes the difference.
        banzhaf: its chance of that where all ways are as likely (the absolute index).
        share: its part of all swings.
        shapley: the chance that it is the one with whom a motion begins to carry; None where not counted.
        prevent: in what part of the ways that carry it could stop it.
        initiate: in what part of the ways that do not carry it could bring it about.
    """

    members: tuple[str, ...]
    heads: int
    kinds: tuple[int, ...]
    swings: int
    banzhaf: Fraction
    share: Fraction
    shapley: Fraction | None
    prevent: Fraction
    initiate: Fraction


class Listed(Struct, frozen=True):
    """The smallest sets of members that can do something, without whom none of them could.

    Attributes:
        count: how many sets there are; None where they were not counted.
        sets: how many of each kind are in a set, the smallest sets first; empty where they were not listed,
            and not all of them where there are more than can be shown.
        fewest: how many members the smallest set has; None where there is none, or where it is not known.
    """

    count: int | None
    sets: tuple[tuple[int, ...], ...] = ()
    fewest: int | None = None


class Answers(Struct, frozen=True):
    """Ways to vote with three answers, for, abstain and against, where abstaining is not the same as against.

    Attributes:
        ballots: in how many ways all can vote.
        adopted: how many of these carry.
        undecided: for how many the charter does not say.
        abstaining_helps: ids of members of whom an abstention carries more often than a vote against.
        decisions: the decisions that are counted so; alike for and against, they may differ in this.
    """

    ballots: int
    adopted: int
    undecided: int
    abstaining_helps: tuple[str, ...]
    decisions: tuple[str, ...]


class Bloc(Struct, frozen=True):
    """The same decision counted again as if a member and those whose costs it pays voted as one.

    Attributes:
        payer: the id of the member that pays.
        paid: the ids of those for whom it pays and who vote on this.
        share: its part of all swings together, as one.
        apart: the sum of their parts when each is counted for itself.
        shapley: of all together; None where not counted.
        decides: whether it carries a motion against all others, and none of its members alone does.
        stops: whether it stops one that all others are for, and none of its members alone does.
        winning: how many ways to vote carry.
        n: how many vote, the bloc as one.
    """

    payer: str
    paid: tuple[str, ...]
    share: Fraction
    apart: Fraction
    shapley: Fraction | None
    decides: bool
    stops: bool
    winning: int
    n: int


class Counted(Struct, frozen=True):
    """What counting gave.

    Attributes:
        winning: how many of the ``2**n`` ways to vote for or against carry.
        act: the same as a part of all: how often motions pass (Coleman's power of the body to act).
        rows: the members, those that make the difference most often first.
        way: how it was counted.
    """

    winning: int
    act: Fraction
    rows: tuple[Row, ...]
    way: str


class Group(Struct, frozen=True):
    """Decisions that are the same game: the same members can do the same in them.

    Attributes:
        decisions: their ids, in the order of the charter.
        bodies: the bodies that decide them; None stands for the whole membership.
        kinds: ids of the members that vote, by kind.
        sizes: how many heads each kind has.
        everyone: whether all members of the charter vote.
        standing: who can decide or stop what; for a rule in which more support can undo a result it holds
            only where all others are on the other side.
        counted: None where it would have taken longer than may be spent.
        winning: the smallest sets that carry; None where more support can undo a result.
        blocking: the smallest sets that stop it; None likewise.
        answers: counts with abstentions, where these matter and were counted.
        blocs: counted again with those who are paid for.
        about: the id of the member that it was counted for as the member concerned; empty where there is
            none.
        notes: what was not counted and why, one sentence each.
    """

    decisions: tuple[str, ...]
    bodies: tuple[str | None, ...]
    kinds: tuple[tuple[str, ...], ...]
    sizes: tuple[int, ...]
    everyone: bool
    standing: Standing
    counted: Counted | None
    winning: Listed | None
    blocking: Listed | None
    answers: tuple[Answers, ...] = ()
    blocs: tuple[Bloc, ...] = ()
    about: str = ""
    notes: tuple[str, ...] = ()

    @property
    def n(self) -> int:
        """How many vote."""
        return sum(self.sizes)

    def ids(self, kinds: tuple[int, ...]) -> tuple[str, ...]:
        """The members of some kinds."""
        return tuple(member for kind in kinds for member in self.kinds[kind])


class NotCounted(Struct, frozen=True):
    """A decision of which nothing can be counted, and why."""

    decision: str
    reason: str


class Committing(Struct, frozen=True):
    """Who in the whole membership can commit the coalition, by whichever decision.

    Attributes:
        fewest: the fewest members that can carry some decision against all others.
        by: the decisions that so few can carry.
        without_a_vote: ids of members that vote on nothing.
        votes_on: by member, on how many decisions it votes.
        alone: by member, the decisions that it can carry alone.
        decisions: how many decisions were looked at.
    """

    fewest: int | None
    by: tuple[str, ...]
    without_a_vote: tuple[str, ...]
    votes_on: dict[str, int]
    alone: dict[str, tuple[str, ...]]
    decisions: int


class Governance(Struct, frozen=True):
    """The declared model of governance beside what was counted.

    Attributes:
        declared: centralized, distributed or hybrid; empty where it is not said.
        computed: the same words by who can carry what; "shared" where all members decide everything.
        agrees: whether they are the same; None where nothing is declared.
        holders: where one member has more than half of the power in most decisions: its id, else empty.
    """

    declared: str
    computed: str
    agrees: bool | None
    holder: str = ""


class Shown(Struct, frozen=True):
    """A case that shows that something fails, judged.

    Attributes:
        decision: the decision that it is about.
        action: the case as an action file would have it.
        without: ids of members that had left before.
        newcomers: how many new members had been let in before.
        outcome: what ``decide`` says of it.
    """

    decision: str
    action: dict[str, Any]
    without: tuple[str, ...]
    newcomers: int
    outcome: Outcome


class Proven(Struct, frozen=True):
    """What was proven of one property.

    Attributes:
        answer: holds, fails or unknown, and why.
        about: what it is about, as words: decisions, or a veto by its holders; nothing for the whole charter.
        shown: the cases that show a failure, every one judged.
        costly: whether as many cases were looked at as might be.
    """

    answer: Answer
    about: tuple[str, ...] = ()
    shown: tuple[Shown, ...] = ()
    costly: bool = False


class Analysis(Struct, frozen=True):
    """All that was counted and proven of one charter.

    Attributes:
        result: the file, and of what ``validate`` finds in it that which is computed from its rules.
        names: how members are called, by id.
        heads: how many heads the row of each member stands for.
        groups: decisions that are alike.
        not_counted: decisions of which nothing can be counted.
        committing: who can commit the coalition; None where no decision can be counted.
        governance: the declared model beside the computed one.
        properties: what was to be proven.
        costly: whether something was left out that a larger budget allows.
        budget: the seconds that could be spent on one count.
        version: of the program.
    """

    result: Result
    names: dict[str, str]
    heads: dict[str, int]
    groups: tuple[Group, ...]
    not_counted: tuple[NotCounted, ...]
    committing: Committing | None
    governance: Governance | None
    properties: tuple[Proven, ...]
    costly: bool
    budget: float
    version: str

    @property
    def demanded(self) -> tuple[Finding, ...]:
        """What the policies demand of the rules and what does not hold."""
        return self.result.findings

    def exit_code(self, fail_on: str = "error") -> int:
        """1 where something demanded and so grave (error, warning, info) fails, or nothing can be counted."""
        least = Severity[fail_on.upper()]
        return int(not self.groups or any(finding.severity >= least for finding in self.result.findings))
