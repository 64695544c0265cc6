"""Who voted what, as the record has it: every member once, with how it counted."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck.engine.decide.proxies import Proxied, proxied
from coalcheck.engine.decide.roster import LATE, STATE_OF
from coalcheck.engine.decide.tally import distributed
from coalcheck.engine.decide.verdict import Answer, Counted
from coalcheck.engine.threshold.electorate import Votes

if TYPE_CHECKING:
    from coalcheck.engine.action.ballots import Ballot
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.decide.closing import Closing
    from coalcheck.engine.decide.roster import Roster
    from coalcheck.engine.threshold.electorate import Ballots, Row

_NOBODY: Final[frozenset[str]] = frozenset()

MOST_READINGS: Final = 64
"""With more ways to read a record than these it is not tried: the record then does not tell."""


class Reading(Struct, frozen=True):
    """One way to read the record.

    Attributes:
        ballots: what each row does where the rule is judged.
        quorum_ballots: the same where the quorum is judged.
    """

    ballots: Ballots
    quorum_ballots: Ballots


class Cast(Struct, frozen=True):
    """The votes on record.

    Attributes:
        readings: the ways to read the record, first the one that is shown; more than one where it does not
            tell something that could matter.
        counted: every member of the charter once.
        present_known: whether the record says who was there, beside who voted.
        unknown: what the record does not tell, where there is more than one reading; one sentence each.
        missing: why the votes cannot be counted at all; one sentence each.
        notes: what was left out of the count and why.
        moved: members whose ballots another cast for them and that do not count for the quorum.
        proxies: how votes cast for others were counted.
        by_name: whether it is known who voted what.
    """

    readings: tuple[Reading, ...]
    counted: tuple[Counted, ...]
    present_known: bool
    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    moved: frozenset[str] = _NOBODY
    proxies: Proxied | None = None
    by_name: bool = True

    @property
    def ballots(self) -> Ballots:
        """What each row does where the rule is judged, as it is shown."""
        return self.readings[0].ballots

    @property
    def quorum_ballots(self) -> Ballots:
        """What each row does where the quorum is judged, as it is shown."""
        return self.readings[0].quorum_ballots


def cast(roster: Roster, action: Action, closing: Closing | None) -> Cast:
    """Read the votes on record.

    Args:
        roster: who may vote.
        action: the record.
        closing: when the time for ballots ends; None where it does not.

    Raises:
        UnknownZone: a time must be compared in a time zone that is not known here.
    """
    if action.tally is not None and not action.ballots:
        return distributed(roster, action, action.tally)
    return _Counting(roster, action, closing).cast()


class _Counting:
    """Goes through the members once for each way to read the record."""

    def __init__(self, roster: Roster, action: Action, closing: Closing | None) -> None:
        self.roster = roster
        self.action = action
        self.ballots: Mapping[str, Ballot] = action.ballots or {}
        self.there: Mapping[str, int | None] = action.present or {}
        self.late: dict[str, bool | None] = {}
        self.closed = ""
        if closing is not None:
            self.late = {
                member: closing.is_late(ballot.at)
                for member, ballot in self.ballots.items()
                if ballot.at is not None
            }
            self.closed = closing.words
        self.missing: list[str] = []
        self.proxied = proxied(roster, action) if action.proxies else None

    def cast(self) -> Cast:
        """All readings of the record, and every member once."""
        counted: list[Counted] = []
        present_known = self.action.present is not None
        notes = self._strangers()
        if self.proxied is None and not self.late:
            first = self._read(_NOBODY, _NOBODY, counted, for_quorum=True)
            return Cast((first,), tuple(counted), present_known, (), tuple(self.missing), notes)
        return self._every_reading(counted, present_known=present_known, notes=notes)

    def _every_reading(self, counted: list[Counted], *, present_known: bool, notes: tuple[str, ...]) -> Cast:
        sure = {member for member, late in self.late.items() if late}
        unsure = [m for m, late in self.late.items() if late is None and m in self.roster.entitled]
        proxies = self.proxied
        unknown = [
            f"At what hour did {self.roster.names[member]} vote? Voting closed on {self.closed}; "
            "the message will say."
            for member in unsure
        ]
        carried = proxies.carried if proxies else (_NOBODY,)
        for_quorum = proxies.for_quorum if proxies else (True,)
        unknown = [*(proxies.unknown if proxies else ()), *unknown]
        if len(carried) * len(for_quorum) * 2 ** len(unsure) > MOST_READINGS:
            self.missing += unknown
            carried, for_quorum, unsure = carried[:1], for_quorum[:1], []
        readings: list[Reading] = []
        for chosen, quorum in product(carried, for_quorum):
            for late_ones in product((False, True), repeat=len(unsure)):
                late = sure.union(member for member, late in zip(unsure, late_ones, strict=True) if late)
                into = counted if not readings else None
                readings.append(self._read(frozenset(late), chosen, into, for_quorum=quorum))
        return Cast(
            tuple(readings),
            tuple(counted),
            present_known,
            tuple(unknown) if len(readings) > 1 else (),
            tuple(self.missing),
            notes,
            _NOBODY if for_quorum[0] else carried[0],
            proxies,
        )

    def _strangers(self) -> tuple[str, ...]:
        """Ballots of those who do not vote on this."""
        notes = []
        roster = self.roster
        if self.ballots.keys() <= roster.entitled.keys():
            return ()
        for member in self.ballots.keys() - roster.entitled.keys():
            if member not in roster.names:
                notes.append(f"{member} is no member of this charter, so its ballot is not counted.")
            elif any(STATE_OF[answer] < STATE_OF["present"] for answer in self.ballots[member].votes(1)):
                notes.append(f"The ballot of {roster.names[member]} is not counted: {roster.barred[member]}.")
        return tuple(sorted(notes))

    def _read(
        self,
        late: frozenset[str],
        carried: frozenset[str],
        counted: list[Counted] | None,
        *,
        for_quorum: bool,
    ) -> Reading:
        """Go through the members.

        Args:
            late: whose ballot came too late.
            carried: whose proxies count.
            counted: takes every member, in the reading that is shown.
            for_quorum: whether proxies count for the quorum.
        """
        roster, ballots, there, holders = self.roster, self.ballots, self.there, self.action.proxies
        rule: dict[str, Votes] = {}
        quorum = rule if not holders else dict[str, Votes]()
        simple = not (there or holders or late)
        for here, row, known in roster.table:
            if row is None:
                attended = self._attended(here)
                if attended:
                    rule[here] = quorum[here] = Votes(present=attended)
                if counted is not None:
                    counted.append(roster.barred_counted(here, attended))
                continue
            if simple or not (here in there or here in holders or here in late):
                ballot = ballots.get(here)
                answer: Answer | None = "absent" if ballot is None else ballot.answer
                if answer is not None and (ballot is None or ballot.heads is None):
                    plain = known.get(answer)
                    if plain is None:
                        plain = known[answer] = roster.plain(row, answer)
                    if answer != "absent":
                        rule[here] = plain[0]
                        if holders:
                            quorum[here] = plain[0]
                    if counted is not None:
                        counted.append(plain[1])
                    continue
            self._read_one(row, late, carried, rule, quorum, counted, for_quorum=for_quorum)
        return Reading(rule, quorum)

    def _read_one(  # noqa: PLR0913, PLR0917  (what one reading has found so far)
        self,
        row: Row,
        late: frozenset[str],
        carried: frozenset[str],
        rule: dict[str, Votes],
        quorum: dict[str, Votes],
        counted: list[Counted] | None,
        *,
        for_quorum: bool,
    ) -> None:
        """Read the ballot of a member of whom more is to be asked than its answer."""
        here, heads, roster = row.id, row.count, self.roster
        holder = self.action.proxies.get(here)
        ballot = self.ballots.get(here)
        if holder is not None:
            ballot = (ballot or self.ballots.get(holder)) if here in carried else None
        answers: dict[Answer, int] = {"absent": heads} if ballot is None else ballot.votes(heads)
        # A vote cast for another came when the one who cast it voted.
        is_late = (here if holder is None or here in self.ballots else holder) in late
        votes = [0, 0, 0, 0]
        if not is_late:
            for answer, number in answers.items():
                if STATE_OF[answer] < len(votes):
                    votes[STATE_OF[answer]] += number
            if sum(votes) > heads and counted is not None:
                self.missing.append(
                    f"{sum(votes):,} ballots are on record for {roster.names[here]}, which has {heads:,}. "
                    "Whoever kept the minutes can say which number is right."
                )
        if here in self.there:
            said = self.there[here]
            rest = (heads if said is None else min(said, heads)) - sum(votes)
            if rest > 0:
                votes[STATE_OF["present"]] += rest
                answers = answers if is_late else _there(answers, rest)
        own = Votes(*votes)
        no_vote = holder is not None and self.proxied is not None and self.proxied.no_vote
        rule[here] = Votes() if no_vote else own
        quorum[here] = own if holder is None or for_quorum else Votes()
        if counted is None:
            return
        effect = LATE if is_late else roster.effect(here, answers)
        if holder is not None and self.proxied is not None:
            by = f"by its proxy {roster.names.get(holder, holder)}: {effect}"
            effect = by if here in carried and not no_vote else self.proxied.refused()
        counted.append(Counted(here, roster.names[here], heads, answers, effect, late=is_late))

    def _attended(self, member: str) -> int:
        """How many heads of a member that does not vote were there; 0 for who is no member that day."""
        row = self.roster.rows.get(member)
        if row is None:
            return 0
        if member in self.there:
            said = self.there[member]
            return row.count if said is None else min(said, row.count)
        ballot = self.ballots.get(member)
        if ballot is None:
            return 0
        given = sum(number for answer, number in ballot.votes(row.count).items() if answer != "absent")
        return min(given, row.count)


def _there(answers: Mapping[Answer, int], rest: int) -> dict[Answer, int]:
    """The answers with so many absent heads present instead, as the list of those who were there has it."""
    found = dict(answers)
    found["absent"] = found.get("absent", 0) - rest
    found["present"] = found.get("present", 0) + rest
    return {answer: number for answer, number in found.items() if number > 0}
