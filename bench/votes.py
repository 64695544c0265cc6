"""A coalition with a veto, and votes in it: no two alike, each on a day of its own, the same in every run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bench.charters import charter, member_id
from coalcheck.engine.action.model import Action, of
from coalcheck.engine.api import load_charter
from coalcheck.engine.charter.model import Charter

VETO = """
vetoes:
  - holders: [{holder}]
    over: [step-1]
    by: notice
    needs: [reason]
    within: 48 hours
    limit: 2 per year
"""
"""Everything that a veto can ask for: grounds, a time in which it comes, and no more than so many."""

FIRST = date(2026, 4, 10)
DAYS = 190
"""From the first vote to the last, all within the term."""

JUDGED_ON = date(2026, 10, 31)
"""When no veto can come any more, so that every vote has its final answer."""

ANSWERS = ("for", "for", "against", "for", "for", "abstain", "for", "against", "for", "for", "against")
"""What the members answer in turn; eleven of them, so that no two votes of fifteen members fall alike."""

VETO_AFTER = (0, 1, 3, 4)
"""So many days after the vote a veto comes: in time, in time, too late, too late."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A vote counted, as those must be given it who cannot count.

    Attributes:
        in_favour: votes for.
        against: votes against.
        present: members that were there.
        members: all members.
        vetoed: whether a veto was raised that counts.
        adopted: what a charter says of it; others must come to the same.
    """

    in_favour: int
    against: int
    present: int
    members: int
    vetoed: bool
    adopted: bool


def coalition(folder: Path, members: int) -> Charter:
    """A charter with a quorum, a notice, a term, limits on money and a veto."""
    file = folder / f"veto-{members}.charter.yaml"
    text = charter(members=members, in_full=members < 1_000) + VETO.format(holder=member_id(1))
    file.write_text(text, encoding="utf-8")
    return load_charter(file)


def votes(members: int, count: int, *, vetoed: bool) -> list[Action]:
    """Votes on joint letters; each is a file as a coordinator would write it, read."""
    return [of(written(members, number, vetoed=vetoed)) for number in range(count)]


def written(members: int, number: int, *, vetoed: bool) -> dict[str, object]:
    """One vote, as its file has it."""
    held = FIRST + timedelta(days=number % DAYS)
    vote: dict[str, object] = {
        "action": "step-1",
        "title": f"Joint letter {number}",
        "notice": str(held - timedelta(days=2 + number % 6)),
        "date": str(held),
        "topics": ["deal"],
        "ballots": {
            member_id(index): ANSWERS[(index * (number % 7 + 1) + number) % len(ANSWERS)]
            for index in range(1, members + 1)
            if (index + number) % 16
        },
    }
    if vetoed:
        came = held + timedelta(days=VETO_AFTER[number % len(VETO_AFTER)])
        vote["vetoes"] = [{"by": [member_id(1)], "date": str(came), "reason": "It names our employer."}]
    return vote
