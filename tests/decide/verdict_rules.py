"""What the oracle of verdicts asks of a rule and of a record, beside the sentence itself."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from oracle import Row, World, _clause, adopt, both, decide, either
from oracle_text import Clause, parse
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


def by_casting_vote(sentence: str, world: World, casting: str | None) -> Answer:
    """What it comes to with one vote more, that of the chair; tried both ways where it is not known."""
    chair = Row("casting vote")
    answers = {
        adopt(
            sentence,
            World(
                [*world.members, chair],
                world.seats,
                world.totals,
                world.ballots | {chair.id: {vote: 1}},
                world.classes,
            ),
        )
        for vote in (("for", "against") if casting is None else (casting,))
    }
    return answers.pop() if len(answers) == 1 else None


def tied(sentence: str, world: World) -> bool:
    """As many for as against, under a rule for which that is a case of its own."""
    ayes, noes = (
        sum(world.ballots[row.id].get(vote, 0) * row.seats for row in world.members)
        for vote in ("for", "against")
    )
    return ayes == noes > 0 and _about_half(parse(sentence))


def _about_half(rule: Any) -> bool:
    """Whether it asks for half of something, or for more on one side than on the other."""
    if not isinstance(rule, Clause):
        return any(_about_half(part) for part in rule[1])
    even = {"share": Fraction(1, 2), "surplus": Fraction(0), "ratio": Fraction(1)}
    support = rule.count in {None, "support"} and rule.suffix in {None, "in_favour"}
    return support and even.get(rule.kind) == rule.amount


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
