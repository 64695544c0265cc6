"""The votes of one decision under two charters, side by side and over the same members.

A decision can come to the vote in more than one way: as this kind or that, about one member or another, a
second time, with the chair breaking a tie. Like is held against like; what only one charter knows, such as a
second attempt, is held against what the other does then, which is the first once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from coalcheck.engine.proof.day import day_for
from coalcheck.engine.roll.holders import holders_of
from coalcheck.engine.threshold.electorate import Ballots, Electorate, Votes

if TYPE_CHECKING:
    from coalcheck.engine.proof.setting import Setting
    from coalcheck.engine.proof.vote import Asked, Attempt, Casting, Vetoing, Vote

REST: Final = "\0rest"
"""Behind the id of a counted row: those of it that only one of the charters has."""


def side_by_side(
    old: tuple[Setting, str], new: tuple[Setting, str]
) -> Iterator[tuple[tuple[Vote, Vote], bool]]:
    """Every way to put a decision, under the old charter and under the new one.

    Args:
        old: the old charter and the id of the decision in it.
        new: the new charter and the id there.

    Yields:
        A vote under each, counted rows of different numbers parted so that both know the same rows; and
        whether that could be done without changing what they mean.
    """
    (was, before), (now, after) = old, new
    first, second = was.votes(before), now.votes(after)
    for kind, other in _kinds(first, second):
        for about in _concerned((was, before, first), (now, after, second)):
            for attempt in dict.fromkeys(vote.attempt for vote in (*first, *second)):
                here, there = (_attempt(votes, attempt) for votes in (first, second))
                for casting in _castings(first, second):
                    one = was.vote(before, about, kind, here, casting if _chaired(first) else "")
                    two = now.vote(after, about, other, there, casting if _chaired(second) else "")
                    yield parted(one, two)


def _kinds(first: tuple[Vote, ...], second: tuple[Vote, ...]) -> list[tuple[str, str]]:
    """Which kind of the one is which of the other: where they share none, every one is held against every."""
    every = [(one, two) for one in first for two in second]
    shared = [(one, two) for one, two in every if set(one.kinds) & set(two.kinds)]
    return list(dict.fromkeys((one.kind, two.kind) for one, two in shared or every))


def _chaired(votes: tuple[Vote, ...]) -> bool:
    return any(vote.casting for vote in votes)


def _attempt(votes: tuple[Vote, ...], attempt: Attempt) -> Attempt:
    return attempt if any(vote.attempt == attempt for vote in votes) else "first"


def _castings(first: tuple[Vote, ...], second: tuple[Vote, ...]) -> list[Casting]:
    found: list[Casting] = list(dict.fromkeys(vote.casting for vote in (*first, *second) if vote.casting))
    return found or [""]


def _concerned(
    old: tuple[Setting, str, tuple[Vote, ...]], new: tuple[Setting, str, tuple[Vote, ...]]
) -> list[str | None]:
    """Whom it can be about under either: one for all who are alike in both, None for nobody."""
    about: list[str | None] = []
    sides = (old, new)
    if all(any(vote.concerned is None for vote in votes) for _, _, votes in sides):
        about.append(None)
    if any(vote.concerned is not None for *_, votes in sides for vote in votes):
        alike: dict[object, str] = {}
        keys = [_kinds_of_members(setting, name) for setting, name, _ in sides]
        for member in keys[0].keys() & keys[1].keys():
            alike.setdefault(tuple(each[member] for each in keys), member)
        about += sorted(alike.values())
    return about or [None]


def _kinds_of_members(setting: Setting, name: str) -> dict[str, object]:
    """Single members of a charter, each with all that can tell it from another."""
    charter = setting.charter
    roll = setting.membership(day_for(charter, name)).electorate(charter.decisions[name].body)
    held = [holders_of(charter, veto) for veto in charter.vetoes]
    chairs = {str(body.chair) for body in charter.bodies.values() if body.chair is not None}
    places = [
        setting.membership(day_for(charter, name)).electorate(also.body)
        for also in charter.decisions[name].also
        if also.body in charter.bodies
    ]
    return {
        row.id: (
            row.ballots, row.in_body, row.groups, tuple(sorted(row.classes.items())),
            tuple(sorted(row.weights.items())), tuple(row.id in each for each in held), row.id in chairs,
            tuple(any(row.id == other.id and other.in_body for other in each.rows) for each in places),
        )
        for row in roll.rows
        if row.count == 1
    }  # fmt: skip


def parted(one: Vote, two: Vote) -> tuple[tuple[Vote, Vote], bool]:
    """Part counted rows that have more heads in one vote than in the other: those of both, and the rest."""
    counts = [_counts(vote) for vote in (one, two)]
    both = {
        member: min(counts[0][member], counts[1][member])
        for member in counts[0].keys() & counts[1].keys()
        if counts[0][member] != counts[1][member]
    }
    if not both:
        return (one, two), True
    # A veto that takes several holders of different numbers reads each row as one: parted it means less.
    whole = all(
        veto.as_one or not both.keys() & veto.holders.keys() for vote in (one, two) for veto in vote.vetoes
    )
    return (_with_rest(one, both), _with_rest(two, both)), whole


def _counts(vote: Vote) -> dict[str, int]:
    return {row.id: row.count for _, roll in vote.pairs() for row in roll.rows}


def _with_rest(vote: Vote, both: Mapping[str, int]) -> Vote:
    larger = {member: number for member, number in both.items() if _counts(vote)[member] > number}
    if not larger:
        return vote
    rolls: dict[int, Electorate] = {}

    def roll_of(roll: Electorate) -> Electorate:
        # One roll stays one object: kinds are told by which roll somebody is on.
        return rolls.setdefault(id(roll), _roll(roll, larger))

    def asked(each: Asked) -> Asked:
        return replace(each, roll=roll_of(each.roll))

    def vetoing(each: Vetoing) -> Vetoing:
        holders: dict[str, int] = {}
        for member, count in each.holders.items():
            holders[member] = larger.get(member, count)
            if member in larger:
                holders[member + REST] = count - larger[member]
        overrides = {who: asked(rule) for who, rule in each.overrides.items()}
        return replace(each, holders=holders, overrides=overrides)

    rest = {member + REST: member for member in larger}
    return replace(
        vote,
        asked=tuple(map(asked, vote.asked)),
        vetoes=tuple(map(vetoing, vote.vetoes)),
        voters=vote.voters | {each for each, member in rest.items() if member in vote.voters},
        entitled=vote.entitled | {each for each, member in rest.items() if member in vote.entitled},
    )


def _roll(roll: Electorate, larger: Mapping[str, int]) -> Electorate:
    rows = []
    for row in roll.rows:
        if row.id in larger:
            rows.append(replace(row, count=larger[row.id]))
            rows.append(replace(row, id=row.id + REST, count=row.count - larger[row.id]))
        else:
            rows.append(row)
    return replace(roll, rows=tuple(rows))


def rejoined(ballots: Ballots) -> dict[str, Votes]:
    """Ballots by the ids that the charter has."""
    found: dict[str, Votes] = {}
    for member, votes in ballots.items():
        name = member.removesuffix(REST)
        found[name] = Votes(*map(sum, zip(found.get(name, Votes()), votes, strict=True)))
    return found
