"""What the oracle of verdicts asks of a rule and of a record, beside the sentence itself."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from oracle import Row, World, _clause, adopt, both, decide, either
from oracle_text import Clause
from verdict_dates import Answer, day, later

Plain = dict[str, Any]
READ_AS = {"blank": "abstain", "spoilt": "present"}


def judge(rule: Any, world: World, *, stoppable: bool) -> Answer:
    """The rule; without ``stoppable``, as if nobody of a named group had stopped it."""
    if not isinstance(rule, Clause):
        joined, parts = rule
        answers = [judge(part, world, stoppable=stoppable) for part in parts]
        return both(answers) if joined == "every" else either(answers)
    named = rule.name is not None or rule.among is not None
    if rule.kind == "none" and rule.suffix == "against" and named and not stoppable:
        return True
    return _clause(rule, world, "support")


def of_non_objection(sentence: str, world: World) -> bool:
    """Met though nobody does anything."""
    return decide(sentence, World(world.members, world.seats, world.totals, {}, world.classes)) is True


def anyone_silent(world: World) -> bool:
    may_vote = [row for row in world.members if row.votes and row.in_body]
    return any(sum(world.ballots[row.id].values()) < row.count for row in may_vote)


def tied(sentence: str, world: World) -> bool:
    """As many for as against, and one more in favour would have been enough."""
    heads = [(row, votes) for row in world.members for votes in [world.ballots[row.id]]]
    ayes = sum(votes.get("for", 0) * row.seats for row, votes in heads)
    noes = sum(votes.get("against", 0) * row.seats for row, votes in heads)
    if ayes != noes or not ayes:
        return False
    chair = Row("casting vote")
    more = World(
        [*world.members, chair],
        world.seats,
        world.totals,
        world.ballots | {chair.id: {"for": 1}},
        world.classes,
    )
    return adopt(sentence, more) is True


def used(limit: str, raised: Plain) -> list[date]:
    """Earlier vetoes of the same holder that the limit counts."""
    now, earlier = day(raised["date"]), [day(each) for each in raised.get("earlier", ())]
    if limit.endswith("per year"):
        return [each for each in earlier if each.year == now.year]
    return [each for each in earlier if now < later(each, limit.split(" in ")[1])]


def not_more(amount: str | None, most: str | None) -> bool:
    if amount is None or most is None:
        return True
    (number, currency), (limit, other) = amount.split(), most.split()
    assert currency == other
    return Fraction(number) <= Fraction(limit)


def plain_votes(votes: dict[str, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for answer, number in votes.items():
        read = READ_AS.get(answer, answer)
        found[read] = found.get(read, 0) + number
    return found


def tried(answer: Answer) -> tuple[bool, ...]:
    return (True, False) if answer is None else (answer,)


def listed(value: Any) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else list(value)
