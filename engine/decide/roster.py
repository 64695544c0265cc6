"""The members of a charter as one decision sees them on one day: who votes, and why the others do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from coalcheck.engine.decide.verdict import Answer, Counted
from coalcheck.engine.facts.named import as_words, member_name
from coalcheck.engine.threshold.bound import Cell
from coalcheck.engine.threshold.electorate import Votes

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Member
    from coalcheck.engine.decide.chamber import Chamber
    from coalcheck.engine.decide.effects import Effects
    from coalcheck.engine.threshold.electorate import Electorate, Row

STATE_OF: Final[Mapping[Answer, int]] = {
    "for": 0, "against": 1, "abstain": 2, "blank": 2, "spoilt": 3, "present": 3, "absent": 4,
}  # fmt: skip
"""The place of an answer in the vector of a cell: a blank ballot abstains, a spoilt one is only there."""

NOT_LISTED = "not among those who could vote, as it is on record"
LATE = "came after voting had closed, so it does not count"
OUTSIDE = "not among those whom the rule counts"


class Roster:
    """Who may vote on a decision, and how each is called.

    Attributes:
        chamber: who decides.
        effects: how each answer counts.
        members: every member of the charter.
        names: by id, how a member is called.
        rows: by id, every member of that day.
        entitled: by id, those who vote on this.
        for_quorum: ids of those who count for the quorum.
        barred: by id, why a member does not vote on this.
        heads: by id, how many each member of that day stands for.
        table: every member, its row where it votes, and how it counts by answer, as far as that was asked.
    """

    def __init__(self, chamber: Chamber, effects: Effects, barred: Mapping[str, str]) -> None:
        """Tell those who vote from those who do not.

        Args:
            chamber: who decides.
            effects: how each answer counts.
            barred: why members are not on the roll of the day.
        """
        self.chamber = chamber
        self.effects = effects
        self.members: tuple[Member, ...] = chamber.charter.members
        self.names = {member.id: member_name(member) for member in self.members}
        self.rows: dict[str, Row] = {row.id: row for row in chamber.roll.rows}
        everybody = chamber.asks_the_coalition
        voting = (row for row in chamber.roll.rows if row.votes and row.count)
        self.entitled = {row.id: row for row in voting if row.in_body or everybody}
        self.for_quorum = {row.id for row in chamber.quorum_roll.rows if row.in_body}
        self.barred = {
            member.id: self._why(member.id, barred)
            for member in self.members
            if member.id not in self.entitled
        }
        self.outside = {row.id for row in self.entitled.values() if effects.outside(row)}
        self.heads = {row.id: row.count for row in self.rows.values()}
        self.table = [
            (member.id, self.entitled.get(member.id), dict[Answer, tuple[Votes, Counted]]())
            for member in self.members
        ]

    def _why(self, member: str, barred: Mapping[str, str]) -> str:
        row = self.rows.get(member)
        if row is None or not row.count:
            return barred.get(member, NOT_LISTED)
        if row.concerned:
            here = "does not vote on this"
            return f"{here}; counted among the members all the same" if row.in_body else here
        body = self.chamber.decision.body
        return "does not vote on this" if body is None else f"has no vote in {as_words(body)}"

    def plain(self, row: Row, answer: Answer) -> tuple[Votes, Counted]:
        """A member all of whose heads gave one answer, in time and for themselves."""
        state, heads = STATE_OF[answer], row.count
        votes = Votes(*(heads * (place == state) for place in range(len(Votes._fields))))
        effect = OUTSIDE if row.id in self.outside else self.effects.of[answer]
        return votes, Counted(row.id, self.names[row.id], heads, {answer: heads}, effect)

    def effect(self, member: str, answers: Mapping[Answer, int]) -> str:
        """How the answers of a member count."""
        if member in self.outside:
            return OUTSIDE
        effects = self.effects.of
        if len(answers) == 1:
            return effects[next(iter(answers))]
        return ", ".join(f"{number:,} {effects[answer]}" for answer, number in answers.items() if number)

    def barred_counted(self, member: str, there: int) -> Counted:
        """A member that does not vote, with how many of its heads were there."""
        row = self.rows.get(member)
        heads = row.count if row is not None else 1
        answers: dict[Answer, int] = {"present": there} if there else {}
        if heads > there:
            answers["absent"] = heads - there
        effect = self.barred[member]
        if there and member in self.for_quorum and self.chamber.quorum is not None:
            effect += "; present for the quorum"
        return Counted(member, self.names[member], heads, answers, effect, eligible=False)


def barred_on(charter: Charter, on: date, without: Sequence[str]) -> dict[str, str]:
    """Why members are not on the roll of a day."""
    from coalcheck.engine.roll.electorate import covers

    found: dict[str, str] = {}
    for member in charter.members:
        if member.id in without:
            found[member.id] = "left out, to try this case"
        elif member.in_ and not any(covers(term, on) for term in member.in_):
            found[member.id] = "not a member on that day"
        elif any(each.status == "suspended" and covers(each, on) for each in member.standing):
            found[member.id] = "suspended on that day, so it does not vote"
    return found


def with_outsiders(cells: Sequence[Cell], roll: Electorate) -> tuple[Cell, ...]:
    """The kinds of members where a share of the whole coalition is asked: those outside the body vote too."""
    outside = {row.id for row in roll.rows if row.votes and not row.in_body}
    return tuple(replace(cell, votes=True) if cell.ids[0] in outside else cell for cell in cells)
