"""When a vote carries, as conditions over kinds of members: whole, in parts, and with parts changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING

from coalcheck.engine.proof.kinds import kinds_of
from coalcheck.engine.proof.logic import (
    AGAINST,
    ALWAYS,
    FOR,
    abstaining_against,
    all_of,
    any_of,
    heads,
    is_open,
    negated,
    standing_aside,
    taken,
    with_one_more,
)
from coalcheck.engine.proof.search import met
from coalcheck.engine.proof.vote import DECIDING, asks_everybody, entitled, has_ties, without_vetoes
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import NEVER, AtLeast, Cell, Condition, Linear, Unknown
from coalcheck.engine.threshold.electorate import Electorate

if TYPE_CHECKING:
    from coalcheck.engine.proof.box import Vector
    from coalcheck.engine.proof.vote import Asked, Vetoing, Vote
    from coalcheck.engine.source.node import Route
    from coalcheck.engine.threshold.tree import Rule


class Over:
    """A vote over given kinds of members: its conditions, whole and in parts."""

    def __init__(
        self, vote: Vote, cells: tuple[Cell, ...], changed: Mapping[Route, Rule] | None = None
    ) -> None:
        """Put members in.

        Args:
            vote: the vote.
            cells: the kinds; they tell apart whatever the vote does.
            changed: other rules in the place of those that stand there.
        """
        self.vote = vote
        self.cells = cells
        self._changed = changed or {}
        self._everybody = any(
            asks_everybody(self._rule_of(each)) for each in vote.asked if each.role in DECIDING
        )
        self._entitled = entitled(self._roll(), everybody=self._everybody)
        here = self._cells_of(self._entitled)
        self._aside = [place for place in range(len(cells)) if place not in here]

    def adopted(self, without: int | None = None) -> Condition:
        """That it carries.

        Args:
            without: the index of a veto that is left aside.
        """
        vetoes = (each for each in self.vote.vetoes if each.index != without)
        unread = (Unknown(),) if self.vote.open else ()
        return all_of(self.quorum(), self.rule(), self.elsewhere(), *map(self.unstopped, vetoes), *unread)

    def refused(self, adopted: Condition | None = None) -> Condition:
        """That it is not carried, and that it is clear for which of the reasons: quorum, rule or veto.

        Where a part of it cannot be judged, it may be clear that nothing is carried and not clear why. Then
        the charter leaves the outcome open, and such ballots are shown to nobody.

        Args:
            adopted: that it is carried, where that was asked before.
        """
        adopted = self.adopted() if adopted is None else adopted
        if not is_open(adopted):
            return negated(adopted)
        quorum, free, full, unstopped = self._reasons()
        return any_of(
            negated(quorum),
            all_of(quorum, negated(free)),
            all_of(quorum, free, any_of(negated(full), negated(unstopped))),
        )

    def _reasons(self) -> tuple[Condition, Condition, Condition, Condition]:
        """What it can fail by: quorum, rule without the vetoes in its words, rule with them, vetoes."""
        without = {each.route: without_vetoes(self._rule_of(each)) for each in self.vote.asked}
        free = Over(self.vote, self.cells, without)
        stopped = all_of(*map(self.unstopped, self.vote.vetoes))
        elsewhere = self.elsewhere()
        return (
            self.quorum(), all_of(free.rule(), elsewhere), all_of(self.rule(), elsewhere), stopped,
        )  # fmt: skip

    def comes_to(self, point: Vector) -> bool | None:
        """Whether ballots carry it; None where the charter does not say, or not why they do not."""
        if self.vote.open:
            return None
        answers = [
            True if met(part, point) else False if met(negated(part), point) else None
            for part in self._reasons()
        ]
        ends = {
            "no quorum" if not quorum else "rule" if not free else "carried" if full and unstopped else "veto"
            for quorum, free, full, unstopped in product(
                *((True, False) if each is None else (each,) for each in answers)
            )
            if free or not full
        }
        return None if len(ends) > 1 else ends == {"carried"}

    def rule(self) -> Condition:
        """That its rule is met, or the second way where that is open."""
        first = self._way("passes")
        fallback = self.vote.decision.otherwise
        if fallback is None or self.vote.first("otherwise") is None:
            return first
        if fallback.after is not None:
            open_: Condition = NEVER if self.vote.attempt == "first" else ALWAYS
            if self.vote.attempt == "no-quorum" and fallback.if_ == "objection":
                open_ = NEVER
        elif fallback.if_ == "objection":
            open_ = self._objection()
        else:
            open_ = ALWAYS
        return any_of(first, all_of(open_, self._way("otherwise")))

    def quorum(self) -> Condition:
        """That enough take part."""
        asked, again = self.vote.first("quorum"), self.vote.first("second_call")
        if asked is None:
            return ALWAYS
        first = self._bound(asked, self._aside)
        if again is None or self.vote.attempt != "no-quorum":
            return first
        return any_of(first, self._bound(again, self._aside))

    def elsewhere(self) -> Condition:
        """That the other bodies agree."""
        return all_of(*map(self._agrees, (each for each in self.vote.asked if each.role == "also")))

    def _agrees(self, also: Asked) -> Condition:
        """That another body agrees: enough of it take part, and its rule is met.

        Where it cannot be judged whether enough do, its rule is not asked, so that this stays open.
        """
        agreed = self._bound(also)
        beside = (each for each in self.vote.asked if each.role == "also-quorum")
        quorum = next((each for each in beside if each.route[:-1] == also.route[:-1]), None)
        if quorum is None:
            return agreed
        enough = self._bound(quorum)
        if is_open(enough):
            agreed = any_of(agreed, negated(taken(enough, met=False)))
        return all_of(enough, agreed)

    def unstopped(self, veto: Vetoing) -> Condition:
        """That a veto does not stop it."""
        if not veto.usable:
            return ALWAYS
        return self._unstopped(veto) if veto.sure else any_of(self._unstopped(veto), Unknown())

    def _unstopped(self, veto: Vetoing) -> Condition:
        if veto.as_one:
            members = self._entitled & veto.holders.keys() if veto.by_vote else veto.holders.keys()
            unused = negated(self.against(members, veto.needed))
            aside = [] if veto.by_vote else [self.override(each) for each in veto.overrides.values()]
            return any_of(unused, *aside)
        parts: list[Condition] = []
        for holder, count in veto.holders.items():
            unused = negated(self.against((holder,), 1))
            override = veto.overrides.get(holder) or veto.overrides.get("")
            part = unused if override is None else any_of(unused, self.override(override))
            parts += [part] * count
        return AtLeast(len(parts) - veto.needed + 1, tuple(parts))

    def override(self, asked: Asked) -> Condition:
        """That a veto is set aside."""
        return self._bound(asked)

    def used(self, veto: Vetoing) -> Condition:
        """That enough holders are against to stop it, whatever can set that aside."""
        members = self._entitled & veto.holders.keys() if veto.by_vote else veto.holders.keys()
        return self.against(members, veto.needed)

    def supported(self) -> Condition:
        """That somebody is in favour, here or in another body that must agree."""
        return heads(len(self.cells), self._cells_of(self.vote.voters), (FOR,), 1)

    def _cells_of(self, members: Collection[str]) -> list[int]:
        return [place for place, cell in enumerate(self.cells) if cell.ids[0] in members]

    def against(self, members: Collection[str], number: int) -> Linear:
        """That so many heads of some members are against."""
        return heads(len(self.cells), self._cells_of(members), (AGAINST,), number)

    def _objection(self) -> Condition:
        """That one of those whose ballots are counted objects."""
        return self.against(self._entitled, 1)

    def _roll(self) -> Electorate:
        """Who is counted by the rule; nobody where it cannot be read."""
        rolls = (each.roll for each in self.vote.asked if each.role in DECIDING)
        return next(rolls, Electorate(()))

    def _bound(self, asked: Asked, aside: Sequence[int] | None = None) -> Condition:
        condition = bind(self._rule_of(asked), asked.roll, silence=asked.silence, cells=self.cells).condition
        if aside is not None:
            return standing_aside(condition, aside)
        # Another roll than the one that decides: who has no vote on it is not counted there at all.
        by_id = {row.id: row for row in asked.roll.rows}
        outside = [
            place
            for place, cell in enumerate(self.cells)
            if (row := by_id.get(cell.ids[0])) is None or not row.in_body
        ]
        return standing_aside(condition, outside, there=False)

    def _rule_of(self, asked: Asked) -> Rule:
        return self._changed.get(asked.route, asked.rule)

    def _way(self, role: str) -> Condition:
        asked = self.vote.first(role)
        if asked is None:
            return Unknown()
        condition = self._bound(asked, self._aside)
        if has_ties(self._rule_of(asked)) and self.vote.decision.tie is not None:
            condition = self._with_tie(condition)
        return abstaining_against(condition) if self.vote.decision.abstentions == "against" else condition

    def _with_tie(self, condition: Condition) -> Condition:
        by_id = {row.id: row for row in self._roll().rows}
        difference: list[int] = []
        for place, cell in enumerate(self.cells):
            row = by_id.get(cell.ids[0])
            # Those outside the body too, where a share of the whole coalition is asked.
            counts = row is not None and place not in self._aside
            ballots = row.ballots if row is not None and counts else 0
            difference += [ballots, -ballots, 0, 0]
        more = Linear(tuple(difference), 0, strict=True)
        fewer = Linear(tuple(-number for number in difference), 0, strict=True)
        support = Linear(tuple(max(number, 0) for number in difference), 0, strict=True)
        uneven = any_of(more, fewer, negated(support))
        even = all_of(negated(more), negated(fewer), support)
        if self.vote.decision.tie == "fails":
            return all_of(condition, uneven)
        return any_of(all_of(uneven, condition), all_of(even, self._broken(condition)))

    def _broken(self, condition: Condition) -> Condition:
        """The chair has voted once more."""
        if not self.vote.casting:
            return Unknown()
        place = self._chair()
        if place is None:
            return Unknown()
        return with_one_more(condition, place, FOR if self.vote.casting == "for" else AGAINST)

    def _chair(self) -> int | None:
        """The kind that a casting vote is counted like; None where members vote with different weights."""
        if self.vote.chair in self._entitled:
            return next(iter(self._cells_of((self.vote.chair,))), None)
        main = [each for each in self.vote.asked if not each.role.startswith("also")]
        alike = kinds_of([(each.rule, each.roll) for each in main], (), self._entitled)
        voting = [cell for cell in alike if cell.votes]
        return next(iter(self._cells_of(voting[0].ids[:1])), None) if len(voting) == 1 else None
