"""What a vote for or against does: it must never work against whoever gives it.

Source of the terms: Fishburn & Brams 1983 (where staying away helps more than voting), Robert's Rules of
Order (a majority is more than half).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from coalcheck.engine.proof.asking import Found, Put, asked, never
from coalcheck.engine.proof.box import ANSWERS, Vector
from coalcheck.engine.proof.logic import (
    ABSENT,
    ABSTAIN,
    AGAINST,
    FOR,
    PRESENT,
    all_of,
    coefficient,
    heads,
    linears,
    mirrored,
    moved,
    moved_at_most,
    negated,
    never_lowers,
)
from coalcheck.engine.proof.search import find
from coalcheck.engine.threshold.bound import Linear
from coalcheck.engine.threshold.tree import Compare, Count, Nobody, Number, Rule, Share, clauses

if TYPE_CHECKING:
    from coalcheck.engine.proof.answer import Answer
    from coalcheck.engine.proof.budget import Budget
    from coalcheck.engine.proof.witness import Witness
    from coalcheck.engine.threshold.bound import Condition


_MANY: Final = 2
"""With more kinds of members than these they are first asked about together."""


def support_answers(name: str, puts: Sequence[Put], cases: int) -> tuple[Answer, ...]:
    """Everything of this page for one decision.

    Args:
        name: its id.
        puts: every way in which it can come to the vote.
        cases: how many cases may be looked at for each.
    """
    by_design = bool(puts) and _by_silence(puts[0])
    without = never(asked("needs-support", name), puts, _unsupported, cases)
    if without.status == "fails" and by_design:
        without = replace(without, by_design=True, said="Silence adopts it, as the charter says.")
    return (
        never(asked("support-never-hurts", name), puts, _hurt, cases),
        never(asked("staying-away-never-helps", name), puts, _stay_away, cases),
        without,
        never(asked("never-both-ways", name), puts, _both_ways, cases),
    )


def _hurt(put: Put, budget: Budget) -> Found | None:
    """Ballots that carry it, and do not any more when one who is against, or away, votes for it."""
    for before in (AGAINST, ABSENT):
        found = _undone(put, before, FOR, budget)
        if found is not None:
            who = "voted against" if before == AGAINST else "stayed away"
            return Found(
                found, f"It is carried while one member {who}, and not when that member votes for it."
            )
    return None


def _stay_away(put: Put, budget: Budget) -> Found | None:
    """Ballots that carry it with one who is against, and not if that one stays away."""
    found = _undone(put, AGAINST, ABSENT, budget)
    if found is None:
        return None
    return Found(
        found, "Staying away can help more than voting no: with one no it is carried, without it is not."
    )


def _undone(put: Put, before: int, after: int, budget: Budget) -> tuple[Witness, Witness] | None:
    """Ballots that carry it until one head goes from one answer to another; with those after it."""
    kinds = len(put.room.cells)
    every = _heaviest_first(put, before, after)
    moving = [kind for kind in every if not never_lowers(put.adopted, kind, before, after)]
    if len(moving) > _MANY:
        # Mostly no head of any kind can do it, which is seen at once.
        least = moved_at_most(put.refused, moving, before, after)
        if find(put.room.box, all_of(put.adopted, least), budget) is None:
            return None
    for kind in moving:
        has_one: Condition = heads(kinds, (kind,), (before,), 1) if before != ABSENT else _away(put, kind)
        condition = all_of(has_one, put.adopted, moved(put.refused, kind, before, after))
        point = put.room.find(condition, budget)
        if point is not None:
            then = list(point)
            then[ANSWERS * kind + before] -= 1
            then[ANSWERS * kind + after] += 1
            return put.shown(point, adopted=True), put.shown(tuple(then), adopted=False)
    return None


def _heaviest_first(put: Put, before: int, after: int) -> list[int]:
    """The kinds that vote, first those whose answer moves a sum most: there it is soonest found."""

    def most(kind: int) -> int:
        steps = (coefficient(each, kind, before) - coefficient(each, kind, after) for each in sums)
        return max(steps, default=0)

    sums = list(linears(put.adopted))
    return sorted(put.room.voting(), key=most, reverse=True)


def _away(put: Put, kind: int) -> Linear:
    """At least one head of a kind is away."""
    there = heads(len(put.room.cells), (kind,), (FOR, AGAINST, ABSTAIN, PRESENT), 0)
    return Linear(tuple(-n for n in there.coefficients), put.room.cells[kind].count - 1, strict=False)


def _unsupported(put: Put, budget: Budget) -> Found | None:
    """Ballots that carry it and of which none is in favour."""
    condition = all_of(put.adopted, negated(put.over.supported()))
    point = find(put.room.box, condition, budget)
    if point is None:
        return None
    plainer = find(put.room.box.only((ABSTAIN,)), condition, budget)
    return Found((put.shown(plainer or put.room.find(condition, budget) or point, adopted=True),),
                 "It can be carried with nobody in favour.")  # fmt: skip


def _both_ways(put: Put, budget: Budget) -> Found | None:
    """Ballots that carry it, and would carry its opposite too if each member voted the other way round."""
    if put.vote.casting == "for":
        # Who breaks a tie for both of two opposites is not held by a rule.
        return None
    every = put.room.voting()
    kinds = len(put.room.cells)
    condition = all_of(
        heads(kinds, every, (FOR,), 1), heads(kinds, every, (AGAINST,), 1),
        put.adopted, mirrored(put.adopted),
    )  # fmt: skip
    point = put.room.find(condition, budget)
    if point is None:
        return None
    opposite = _turned(point)
    return Found(
        (put.shown(point, adopted=True), put.shown(opposite, adopted=True)),
        "Two opposite proposals can both be carried by the same members, each voting as it did.",
    )


def _turned(point: Vector) -> Vector:
    found = list(point)
    for first in range(0, len(found), ANSWERS):
        found[first + FOR], found[first + AGAINST] = found[first + AGAINST], found[first + FOR]
    return tuple(found)


def _by_silence(put: Put) -> bool:
    """Whether silence adopts by the charter, and the rule asks for nothing but that few object."""
    rule: Rule | None = next((each.rule for each in put.vote.asked if each.role == "passes"), None)
    return put.vote.decision.silence == "adopts" and rule is not None and _of_objections(rule)


def _of_objections(rule: Rule) -> bool:
    limits = (Compare.AT_MOST, Compare.FEWER_THAN)
    for clause in clauses(rule):
        match clause.measure:
            case Nobody(Count.OPPOSITION):
                continue
            case Share(Count.OPPOSITION, compare, _, _) | Number(Count.OPPOSITION, compare, _, _):
                if compare in limits:
                    continue
        return False
    return True
