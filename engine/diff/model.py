"""What a comparison of two charters gives back: members by their ids, shares as exact fractions."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final, Literal, TypeAlias

from msgspec import Struct

from coalcheck.engine.action.model import Action
from coalcheck.engine.decide.verdict import Outcome, Verdict
from coalcheck.engine.source.node import Route
from coalcheck.engine.threshold.electorate import Ballots

Relation: TypeAlias = Literal["equivalent", "stricter", "looser", "incomparable", "unknown"]
"""How the new rule stands to the old one, over all ballots. ``unknown`` is never a way to say equivalent."""

MIRRORED: Final[dict[Relation, Relation]] = {
    "equivalent": "equivalent",
    "stricter": "looser",
    "looser": "stricter",
    "incomparable": "incomparable",
    "unknown": "unknown",
}
"""The relation seen from the other side."""


class Case(Struct, frozen=True):
    """The same ballots under both charters, judged under each.

    Attributes:
        ballots: what the heads of each member did; who is not named stayed away. Members of only one of the
            charters are counted in that one alone.
        concerned: the member that it is about; None where it is about none.
        before: the case as an action under the old charter.
        after: the same under the new one.
        was: what ``decide`` says of it under the old charter.
        now: what it says under the new one.
    """

    ballots: Ballots
    concerned: str | None
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    was: Outcome
    now: Outcome


class Compared(Struct, frozen=True):
    """One decision that both charters have.

    Attributes:
        before: its id in the old charter.
        after: its id in the new one.
        relation: how the new rule stands to the old one.
        gained: ballots that carry it now and did not before; None where none were found.
        lost: ballots that carried it before and do not now; likewise.
        was: the thresholds that changed, by their role, as the old charter has them; empty for none.
        now: the same as the new charter has them.
        reason: why it is not known; empty where it is.
        cases: how many cases were looked at.
    """

    before: str
    after: str
    relation: Relation
    gained: Case | None = None
    lost: Case | None = None
    was: Mapping[str, str] = {}
    now: Mapping[str, str] = {}
    reason: str = ""
    cases: int = 0


class Clause(Struct, frozen=True):
    """One place of the charter at which something else stands now.

    Attributes:
        route: keys, and the ids of list items where they have one.
        was: the old text; empty where it is new.
        now: the new text; empty where it was dropped.
    """

    route: Route
    was: str
    now: str


class Share(Struct, frozen=True):
    """A member's part of all swings in a decision (Banzhaf, normalised); None where it has no vote."""

    member: str
    was: Fraction | None
    now: Fraction | None


class Power(Struct, frozen=True):
    """Who can do what in one decision that could not before, or no longer.

    Attributes:
        before: the id of the decision in the old charter.
        after: its id in the new one.
        gained: by what can be done alone (decide, stop, veto, count), the members that can now and could not
            before.
        lost: the same for those that could before and cannot now.
        pairs: by decide and stop, how many pairs of members could do it together before, and how many can
            now.
        shares: of every member of either charter; empty where it was not counted in both.
    """

    before: str
    after: str
    gained: Mapping[str, tuple[str, ...]]
    lost: Mapping[str, tuple[str, ...]]
    pairs: Mapping[str, tuple[int, int]]
    shares: tuple[Share, ...]

    @property
    def told(self) -> bool:
        """Whether anybody gained or lost anything that can be said without numbers."""
        pairs = any(was != now for was, now in self.pairs.values())
        return pairs or any(self.gained.values()) or any(self.lost.values())


class Members(Struct, frozen=True):
    """Who came and who went; members that both have in other numbers with the old and the new number."""

    joined: tuple[str, ...]
    left: tuple[str, ...]
    resized: tuple[tuple[str, int, int], ...]


class Amendment(Struct, frozen=True):
    """The vote by which the charter was changed, under the old charter.

    Attributes:
        file: where its ballots came from.
        action: what was put to the vote.
        verdict: what the old charter says of it.
        beyond: blocks of the charter that changed, and that the vote does not name among what it changes.
        unread: what of the file could not be read, so that nothing can be said; empty where all could.
    """

    file: str
    action: Action | None
    verdict: Verdict | None
    beyond: tuple[str, ...]
    unread: str = ""


class Replayed(Struct, frozen=True):
    """One recorded decision that comes out otherwise under the new charter.

    Attributes:
        file: the record.
        title: what it calls itself; empty where it has no heading.
        day: its day, as text; empty where it has none.
        was: what the old charter says of it.
        now: what the new charter says.
    """

    file: str
    title: str
    day: str
    was: Verdict
    now: Verdict


class Replay(Struct, frozen=True):
    """A record judged twice.

    Attributes:
        judged: how many decisions were.
        flipped: those that come out otherwise, by their days.
        unread: files that could not be read, or not whole, with the reason: they were not judged.
    """

    judged: int
    flipped: tuple[Replayed, ...]
    unread: tuple[str, ...]


class Alone(Struct, frozen=True):
    """A charter that is only on one side: it was added, or taken away."""

    path: str
    added: bool

    def exit_code(self) -> int:
        """1: where there was nothing, or is nothing any more, something differs."""
        return 1


class Difference(Struct, frozen=True):
    """All in which two charters differ.

    Attributes:
        old: the file of the old charter, as it is shown.
        new: the file of the new one.
        name: what the coalition is called, last.
        names: how members are called, by id, of both charters.
        members: who came and who went.
        decisions: those that both have.
        added: ids of decisions that only the new charter has.
        dropped: ids of those that only the old one has.
        clauses: what else changed, in the order of the new file.
        power: who gained or lost what, decision by decision; only where something changed.
        not_counted: decisions of which power was not counted on both sides.
        amendment: the vote on it; None where no ballots were given.
        replay: the record; None where none was given.
        problems: what could not be understood in a file, one sentence each.
        version: of the program.
    """

    old: str
    new: str
    name: str
    names: Mapping[str, str]
    members: Members
    decisions: tuple[Compared, ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    clauses: tuple[Clause, ...]
    power: tuple[Power, ...]
    not_counted: tuple[str, ...]
    amendment: Amendment | None
    replay: Replay | None
    problems: tuple[str, ...]
    version: str

    @property
    def equivalent(self) -> bool:
        """Whether nothing differs, and that is known."""
        members = self.members
        return not (
            self.changed
            or members.joined
            or members.left
            or members.resized
            or self.added
            or self.dropped
            or self.clauses
            or self.problems
        )

    @property
    def changed(self) -> tuple[Compared, ...]:
        """The decisions that are not known to be equivalent."""
        return tuple(each for each in self.decisions if each.relation != "equivalent")

    def exit_code(self) -> int:
        """0 only where nothing differs."""
        return 0 if self.equivalent else 1
