"""Votes by count and not by name: enough wherever the rule does not need to know who voted what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import comb, prod
from typing import TYPE_CHECKING, Final

from coalcheck.engine.decide.verdict import Answer, Counted
from coalcheck.engine.facts.named import listed
from coalcheck.engine.threshold.electorate import Row, Votes
from coalcheck.engine.wording.number import counted as in_number

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.action.tally import Tally
    from coalcheck.engine.decide.ballots import Cast
    from coalcheck.engine.decide.roster import Roster

MOST_WAYS: Final = 512
"""So many ways to divide the counts among members who are not alike are tried; of more nothing is said."""

_PLACES: Final[Mapping[Answer, int]] = {
    "for": 0, "against": 1, "abstain": 2, "blank": 2, "spoilt": 3, "present": 3,
}  # fmt: skip
_SHOWN: Final[tuple[tuple[Answer, int], ...]] = (("for", 0), ("against", 1), ("abstain", 2), ("present", 3))
_NOT_KNOWN: Final = "how it voted is not on record, only how many voted what"


def distributed(roster: Roster, action: Action, tally: Tally) -> Cast:
    """Read a tally: counts, given to members that the rules cannot tell apart.

    Where they can be told apart each way to give them out is tried, as long as there are few; the votes
    cannot be counted where there are too many, or where there are more votes than voters.
    """
    from coalcheck.engine.decide.ballots import Cast, Reading

    reader = _Reader(roster, action, tally)
    ways = reader.ways()
    readings = []
    for way in ways or [{}]:
        there = way | reader.listed
        readings.append(Reading(there, there))
    unknown = (
        ("Who voted what? The minutes give counts, and the rule needs names: it does not count all alike.",)
        if len(readings) > 1
        else ()
    )
    return Cast(
        tuple(readings),
        tuple(_counted(roster, readings[0].quorum_ballots, known=reader.known)),
        tally.attendance is not None or bool(tally.attendance_of) or action.present is not None,
        unknown,
        tuple(reader.missing),
        tuple(reader.notes),
        by_name=False,
    )


class _Reader:
    """Gives the counts of a tally to the kinds of members that there are."""

    def __init__(self, roster: Roster, action: Action, tally: Tally) -> None:
        self.roster = roster
        self.tally = tally
        self.listed = _listed_there(roster, action)
        self.there = sum(
            row.count if (number := (action.present or {})[row.id]) is None else number
            for row in roster.entitled.values()
            if row.id in (action.present or {})
        )
        self.missing: list[str] = []
        self.notes: list[str] = []
        self.known: set[str] = set()

    def ways(self) -> list[dict[str, Votes]]:
        """The ways in which the counts can have come about; none where they cannot be counted."""
        rows = list(self.roster.entitled.values())
        parts: list[list[dict[str, Votes]]] = []
        rest = [0, 0, 0, 0]
        for answer, number in self.tally.votes.items():
            if answer in _PLACES:
                rest[_PLACES[answer]] += number
        if self.tally.attendance is None and not self.tally.of:
            rest[3] += max(self.there - sum(rest), 0)
        named: set[str] = set()
        for name, answers in self.tally.of.items():
            here = [
                row for row in rows if row.id == name or name in row.groups or name in row.classes.values()
            ]
            here = [row for row in here if row.id not in named]
            if not here:
                self.notes.append(f"Nobody who votes on this is called {name}, so its counts are left out.")
                continue
            named.update(row.id for row in here)
            counts = _counts(answers)
            rest = [whole - part for whole, part in zip(rest, counts, strict=True)]
            parts.append(self._given(here, counts, name))
        if self.tally.votes or not self.tally.of:
            others = [row for row in rows if row.id not in named]
            if any(number < 0 for number in rest):
                self.missing.append(
                    "The counts of the parts come to more than the whole. "
                    "Whoever kept the minutes can say which is right."
                )
            elif any(rest):
                parts.append(self._whole(others, rest))
        if self.missing:
            return []
        if prod(map(len, parts)) > MOST_WAYS:
            self._refuse(rows)
            return []
        return [{member: votes for part in way for member, votes in part.items()} for way in product(*parts)]

    def _given(self, rows: Sequence[Row], counts: Sequence[int], name: str) -> list[dict[str, Votes]]:
        heads = sum(row.count for row in rows)
        if sum(counts) > heads:
            of = f" for {name}" if name else ""
            self.missing.append(
                f"The tally has {in_number(sum(counts), 'vote')}{of}, and "
                f"{in_number(heads, 'member')} may vote. "
                "Whoever kept the minutes can say which number is right."
            )
            return []
        if len(rows) == 1 or not any(counts):
            self.known.update(row.id for row in rows)
        kinds = self._kinds(rows)
        total = prod(comb(number + len(kinds) - 1, len(kinds) - 1) for number in counts) if kinds else 1
        if total > MOST_WAYS * 8:
            self._refuse(rows)
            return []
        sizes = [sum(row.count for row in kind) for kind in kinds]
        found = []
        for split in splits(list(counts), sizes):
            votes: dict[str, Votes] = {}
            for kind, share in zip(kinds, split, strict=True):
                votes |= _spread(kind, share)
            found.append(votes)
            if len(found) > MOST_WAYS:
                self._refuse(rows)
                return []
        return found

    def _whole(self, rows: Sequence[Row], counts: Sequence[int]) -> list[dict[str, Votes]]:
        """The counts of the whole; who is counted as present may be somebody who does not vote on this."""
        *votes, there = counts
        silent = [
            row
            for row in self.roster.chamber.quorum_roll.rows
            if row.in_body and row.id not in self.roster.entitled
        ]
        if self.listed:
            fewest = most = min(sum(each.present for each in self.listed.values()), there)
        else:
            most = min(sum(row.count for row in silent), there)
            fewest = min(max(sum(counts) - sum(row.count for row in rows), 0), most)
        found: list[dict[str, Votes]] = []
        for number in range(fewest, most + 1):
            among = {} if self.listed else _spread(silent, (0, 0, 0, number))
            found.extend(way | among for way in self._given(rows, [*votes, there - number], ""))
        return found

    def _kinds(self, rows: Sequence[Row]) -> list[list[Row]]:
        """The rows by what the rules can tell apart."""
        place = {member: i for i, cell in enumerate(self.roster.chamber.cells) for member in cell.ids}
        kinds: dict[int, list[Row]] = {}
        for row in rows:
            kinds.setdefault(place.get(row.id, -1), []).append(row)
        return list(kinds.values())

    def _refuse(self, rows: Sequence[Row]) -> None:
        names = [self.roster.names[row.id] for row in rows]
        self.missing.append(
            "Who voted what? The minutes give counts and not names, and the rule does not count "
            f"{listed(names)} alike. The minutes or the ballots can say it."
        )


def _counts(answers: Mapping[Answer, int]) -> list[int]:
    counts = [0, 0, 0, 0]
    for answer, number in answers.items():
        if answer in _PLACES:
            counts[_PLACES[answer]] += number
    return counts


def splits(counts: list[int], sizes: list[int]) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Every way to give counts of four answers to kinds of members of these sizes."""
    if len(sizes) <= 1:
        if sum(counts) <= sum(sizes):
            yield (tuple(counts),) if sizes else ()
        return
    size, *others = sizes
    room = sum(others)
    for share in product(*(range(min(number, size) + 1) for number in counts)):
        left = [number - taken for number, taken in zip(counts, share, strict=True)]
        if sum(share) <= size and sum(left) <= room:
            for rest in splits(left, others):
                yield (share, *rest)


def _spread(rows: Sequence[Row], counts: Sequence[int]) -> dict[str, Votes]:
    """Give counts to alike rows, filling one after the other."""
    left = list(counts)
    found: dict[str, Votes] = {}
    for row in rows:
        room = row.count
        votes = []
        for place in range(4):
            taken = min(left[place], room)
            left[place] -= taken
            room -= taken
            votes.append(taken)
        found[row.id] = Votes(*votes)
    return found


def _listed_there(roster: Roster, action: Action) -> dict[str, Votes]:
    """Members who do not vote on this and were there by name."""
    found: dict[str, Votes] = {}
    for member, number in (action.present or {}).items():
        row = roster.rows.get(member)
        if row is not None and member not in roster.entitled:
            found[member] = Votes(present=row.count if number is None else min(number, row.count))
    return found


def _counted(roster: Roster, ballots: Mapping[str, Votes], *, known: set[str]) -> Iterator[Counted]:
    for member in roster.members:
        row = roster.entitled.get(member.id)
        name = roster.names[member.id]
        if row is None:
            yield roster.barred_counted(member.id, ballots.get(member.id, Votes()).present)
        elif member.id in known:
            votes = ballots.get(member.id, Votes())
            answers = {answer: votes[place] for answer, place in _SHOWN if votes[place]}
            absent = row.count - sum(votes)
            if absent or not answers:
                answers["absent"] = absent
            yield Counted(member.id, name, row.count, answers, roster.effect(member.id, answers))
        else:
            yield Counted(member.id, name, row.count, {}, _NOT_KNOWN)
