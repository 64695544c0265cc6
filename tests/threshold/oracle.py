"""What a threshold sentence means, worked out the slow way: every single head listed, fractions only.

Written from the description of the language alone, without a look at ``coalcheck.engine.threshold``, so that
the two can be compared. Its only virtue is being plain: no coefficients, no shortcut, no shared code.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from oracle_text import Clause, RefusedError, Rule, parse

__all__ = ["Answer", "Head", "RefusedError", "Row", "World", "adopt", "both", "decide", "either", "heads_of"]

Answer = bool | None
"""True: met. False: not met. None: the charter does not say."""

EVERYONE = {"for", "against", "abstain", "present", "absent"}
"""What a head can have done; ``present`` is at the meeting without a ballot."""

STATES = {
    "cast": {"for", "against"},
    "voting": {"for", "against", "abstain"},
    "present": {"for", "against", "abstain", "present"},
    "present_not_abstaining": {"for", "against", "present"},
    "not_abstaining": {"for", "against", "present", "absent"},
}
COUNTS = {
    "support": {"for"},
    "opposition": {"against"},
    "abstentions": {"abstain"},
    "votes": {"for", "against"},
    "turnout": {"for", "against", "abstain"},
    "attendance": {"for", "against", "abstain", "present"},
}
SUFFIXES = {
    "in_favour": {"for"},
    "against": {"against"},
    "not_in_favour": {"against", "abstain", "present", "absent"},
    "abstaining": {"abstain"},
    "absent": {"absent"},
}
COMPARE: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "at_least": operator.ge,
    "more_than": operator.gt,
    "exactly": operator.eq,
    "at_most": operator.le,
    "fewer_than": operator.lt,
}
ASKS_FOR_VOTES = {"at_least", "more_than", "exactly"}


@dataclass
class Row:
    """One member, or ``count`` members alike; ``seats`` and ``weights`` are those of each single head."""

    id: str
    count: int = 1
    seats: int = 1
    in_body: bool = True
    votes: bool = True
    concerned: bool = False
    groups: set[str] = field(default_factory=set)
    classes: dict[str, str] = field(default_factory=dict)
    weights: dict[str, Fraction] = field(default_factory=dict)


@dataclass
class World:
    """The members and their ballots.

    ``seats`` are all seats, vacant ones too; ``totals`` the declared totals of weights, where there are any;
    ``classes`` are the values that an attribute has in the charter, also those whose members have all left;
    ``ballots`` say for a row how many of its heads were for, against, abstain or present; the rest is absent.
    """

    members: list[Row]
    seats: int | None = None
    totals: dict[str, Fraction] = field(default_factory=dict)
    ballots: dict[str, dict[str, int]] = field(default_factory=dict)
    classes: dict[str, set[str]] = field(default_factory=dict)


@dataclass
class Head:
    """One single member and what it did, one of `EVERYONE`."""

    row: Row
    did: str


def decide(text: str, world: World, counts: str = "support", silence: bool = False) -> Answer:
    """Is the sentence met? ``counts="attendance"`` reads it as a quorum.

    ``silence`` is taken so that `decide` and `adopt` are called alike; it changes nothing a sentence says.

    Raises:
        RefusedError: the text is outside the language.
        ValueError: the world contradicts itself.

    """
    return _rule(parse(text), world, counts)


def adopt(text: str, world: World, silence: bool = False) -> Answer:
    """Is the decision adopted? Unless silence adopts, it takes a ballot in favour besides the sentence."""
    answer = decide(text, world)
    in_favour = sum(head.row.seats for head in heads_of(world) if head.did == "for")
    return answer if silence else both([answer, in_favour >= 1])


def both(answers: Iterable[Answer]) -> Answer:
    """Kleene's *and*."""
    known = list(answers)
    return False if False in known else None if None in known else True


def either(answers: Iterable[Answer]) -> Answer:
    """Kleene's *or*."""
    known = list(answers)
    return True if True in known else None if None in known else False


def heads_of(world: World) -> list[Head]:
    """List every head; ValueError where the ballots cannot be those of the members."""
    heads: list[Head] = []
    for row in world.members:
        ballots = world.ballots.get(row.id, {})
        listed = [Head(row, did) for did, number in ballots.items() for _ in range(number)]
        if not ballots.keys() <= EVERYONE or min(ballots.values(), default=0) < 0 or len(listed) > row.count:
            raise ValueError(f"{row.id}: {ballots} are not the ballots of {row.count}")
        if not row.votes and any(head.did in STATES["voting"] for head in listed):
            raise ValueError(f"{row.id} does not vote and has a ballot")
        heads += listed + [Head(row, "absent")] * (row.count - len(listed))
    if len({row.id for row in world.members} | world.ballots.keys()) != len(world.members):
        raise ValueError("two rows of one name, or ballots of nobody")
    return heads


def _rule(rule: Rule, world: World, counts: str) -> Answer:
    if isinstance(rule, Clause):
        return _clause(rule, world, counts)
    joined, parts = rule
    answers = [_rule(part, world, counts) for part in parts]
    return both(answers) if joined == "every" else either(answers)


def _clause(clause: Clause, world: World, counts: str) -> Answer:
    people = _population(clause, world)
    if clause.scope is None:
        return _met(clause, people, world, counts)
    names = [name for row in world.members for name in row.classes] + list(world.classes)
    attribute = _declared(clause.attribute, names)
    values = {head.row.classes[name] for head in people for name in head.row.classes if name == attribute}
    values |= world.classes.get(attribute or "", set())
    if not values or clause.out_of not in {None, len(values)}:
        return None
    answers = []
    for value in values:
        within = [head for head in people if (attribute, value) in head.row.classes.items()]
        answers.append(_met(clause, within, world, counts))
    if clause.scope == "each":
        return both(answers)
    if answers.count(True) >= clause.in_some:
        return True
    return False if answers.count(True) + answers.count(None) < clause.in_some else None


def _population(clause: Clause, world: World) -> list[Head]:
    """List those the clause is about, before any word on what they did."""
    people = heads_of(world)
    if clause.whom != "coalition":
        people = [head for head in people if head.row.in_body]
    if clause.whom == "others":
        people = [head for head in people if not head.row.concerned]
    if clause.name is not None and _weight(clause, world) is None:
        people = _in_group(people, clause.name, world)
    if clause.among is not None:
        people = _in_group(people, clause.among, world)
    return people


def _in_group(people: list[Head], word: str, world: World) -> list[Head]:
    group = _declared(word, [name for row in world.members for name in row.groups])
    return [head for head in people if group in head.row.groups]


def _weight(clause: Clause, world: World) -> str | None:
    """Return the weight a named base is summed over; None where the name is a group's, or nobody's."""
    if clause.whom != "named":
        return None
    weights = [name for row in world.members for name in row.weights]
    weight = _declared(clause.name, [*weights, *world.totals])
    if weight and _declared(clause.name, [name for row in world.members for name in row.groups]):
        raise ValueError(f"{clause.name} is a group and a weight")
    return weight


def _declared(word: str | None, names: Iterable[str]) -> str | None:
    """Find the declared name a word stands for: the name itself, or its singular or plural; else None."""
    declared = set(names)
    if word is None or word in declared:
        return word
    alike = sorted(name for name in declared if word in _plurals(name) or name in _plurals(word))
    if len(alike) > 1:
        raise ValueError(f"{word} could be any of {alike}")
    return alike[0] if alike else None


def _plurals(name: str) -> set[str]:
    return {name + "s", name + "es"} | ({name[:-1] + "ies"} if name.endswith("y") else set())


def _met(clause: Clause, people: list[Head], world: World, counts: str) -> Answer:
    """Judge the clause over these people alone, its class suffix being dealt with."""
    if not people:
        return None
    state = STATES[clause.state] if clause.state else EVERYONE
    counted = SUFFIXES[clause.suffix] if clause.suffix else COUNTS[clause.count or counts]
    if clause.kind == "head" and clause.state:
        counted = counted & state if clause.suffix else state
    compare = COMPARE[clause.comparator]
    weight = _weight(clause, world)
    in_ballots = clause.kind in {"surplus", "ratio"} or clause.whom in {"votes_cast", "seats"}

    def size(head: Head) -> Fraction:
        if weight:
            return head.row.weights.get(weight, Fraction(0))
        return Fraction(head.row.seats if in_ballots else 1)

    def measured(did: set[str]) -> Fraction:
        return sum((size(head) for head in people if head.did in did), Fraction(0))

    if clause.kind == "none":
        return measured(counted) == 0
    if clause.kind == "head":
        return compare(measured(counted), clause.amount)
    if clause.kind in {"surplus", "ratio"}:
        in_favour, against = measured({"for"}), measured({"against"})
        if in_favour + against == 0 and clause.comparator in ASKS_FOR_VOTES:
            return False
        if clause.kind == "surplus":
            return compare(in_favour - against, clause.amount)
        return compare(in_favour, clause.amount * against)

    # What is left has a base: root, share and all_of.
    base = measured(state)
    if clause.whom == "seats":
        base = Fraction(world.seats or 0)
    if weight in world.totals and not (clause.state or clause.among or clause.scope):
        base = world.totals[str(weight)]
    if (weight and measured(EVERYONE) == 0) or (base == 0 and not clause.state):
        return None
    if clause.kind == "root":
        return compare(measured(counted) ** 2, clause.amount**2 * base)
    if clause.kind == "all_of":
        return base > 0 and measured(counted) >= base - clause.amount
    if base == 0:
        return clause.comparator not in ASKS_FOR_VOTES and measured(counted) == 0
    return compare(measured(counted), clause.amount * base)
