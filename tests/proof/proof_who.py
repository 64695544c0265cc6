"""Who votes on what in a small charter, and every way in which they can: one member after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Final

from coalcheck.engine.charter.model import Charter, Veto
from coalcheck.engine.roll.electorate import Membership
from coalcheck.engine.roll.holders import holders_of
from coalcheck.engine.roll.sentences import sentences
from coalcheck.engine.threshold.electorate import Electorate, Votes
from coalcheck.engine.threshold.tree import Heads, Lead, Ratio, Rule, Share, Whom, clauses

Answers = tuple[int, ...]
"""What each head does: for, against, abstain, present, absent."""

FOR, AGAINST, ABSTAIN, PRESENT, ABSENT = range(5)
LETTERS: Final = ("in favour", "against", "abstain", "present", "absent")


@dataclass(frozen=True)
class Way:
    """One way to put a decision."""

    name: str
    kind: str = ""
    concerned: str | None = None
    attempt: str = "first"
    casting: str = ""


@dataclass
class Who:
    """A charter, after some have left, with other rules in some places: who votes on what, and how."""

    charter: Charter
    without: frozenset[str] = frozenset()
    rules: dict[tuple[Any, ...], Rule] = field(default_factory=dict)
    known: dict[tuple[Any, ...], bool | None] = field(default_factory=dict)
    rolls: dict[tuple[Any, ...], Electorate] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.membership = Membership(self.charter, without=self.without)
        read = {each.route: each.rule for each in sentences(self.charter)}
        self.read: dict[tuple[Any, ...], Rule] = {at: rule for at, rule in read.items() if rule is not None}
        self._kept: dict[tuple[Any, ...], Any] = {}
        self.heads = [
            (row.id, number) for row in self.membership.electorate(None).rows for number in range(row.count)
        ]

    def rule(self, *at: Any) -> Rule | None:
        return self.rules[at] if at in self.rules else self.read.get(at)

    def ways(self, name: str) -> list[Way]:
        decision = self.charter.decisions[name]
        texts = [self.rule("decisions", name, key) for key in ("passes", "quorum")]
        texts.append(self.rule("decisions", name, "otherwise", "passes"))
        by_words = any(rule is not None and others(rule) for rule in texts)
        single = [row.id for row in self.membership.electorate(decision.body).rows if row.count == 1]
        concerned: list[str | None] = [None]
        if (decision.member_concerned is not None or by_words) and single:
            concerned = [None, *single]
        attempts = ["first"]
        if decision.otherwise is not None and decision.otherwise.after is not None:
            attempts.append("rejected")
        if decision.second_call is not None:
            attempts.append("no-quorum")
        castings = [""]
        if decision.tie == "chair" and any(
            rule is not None and halves(rule) for rule in (texts[0], texts[2])
        ):
            castings = ["against", "for"]
        return [
            Way(name, kind, who, attempt, casting)
            for kind, attempt, who, casting in product(self.kinds(name), attempts, concerned, castings)
            if who is not None or not single or not (by_words or self.always(name, kind))
        ]

    def always(self, name: str, kind: str) -> bool:
        """Whether a decision of a kind is always about a member."""
        decision = self.charter.decisions[name]
        kinds = {kind} if kind else set(decision.covers)
        return decision.member_concerned is not None and kinds <= {"expel", "suspend"}

    def kinds(self, name: str) -> list[str]:
        """The kinds by which it can be put; empty where none says which of two decisions is meant."""
        covers = self.charter.decisions[name].covers
        others = {kind for key, each in self.charter.decisions.items() if key != name for kind in each.covers}
        if len({self.pattern(name, kind) for kind in covers}) < 2:
            return list(covers)
        own = [kind for kind in covers if kind not in others]

        def alike(kind: str) -> object:
            return self.pattern(name, kind), self.always(name, kind)

        named = {alike(kind) for kind in own}
        return own + ([""] if any(alike(kind) not in named for kind in covers) else [])

    def pattern(self, name: str, kind: str) -> tuple[bool, ...]:
        """Which vetoes are over a decision of a kind."""
        return tuple(
            not veto.over or bool({"all", name, kind} & set(veto.over)) for veto in self.charter.vetoes
        )

    def as_kind(self, ways: list[Way], kind: str) -> list[Way]:
        """Those ways by which a decision is put as one kind, by name or by what is over it."""
        alike = [
            way
            for way in ways
            if way.kind and self.pattern(way.name, way.kind) == self.pattern(way.name, kind)
        ]
        return alike or [way for way in ways if not way.kind]

    def kept(self, what: str, way: Way, made: Callable[[], Any]) -> Any:
        """What does not depend on ballots, worked out once."""
        if (what, way) not in self._kept:
            self._kept[what, way] = made()
        return self._kept[what, way]

    def roll(self, way: Way, *, quorum: bool = False) -> Electorate:
        key = (way.name, way.concerned, quorum)
        if key not in self.rolls:
            decision = self.charter.decisions[way.name]
            self.rolls[key] = self.membership.electorate(
                decision.body, decision.member_concerned, quorum=quorum, concerned=way.concerned
            )
        return self.rolls[key]

    def other(self, body: str | None, concerned: str | None) -> Electorate:
        """Those of a body, none of whom is kept from voting."""
        key = ("other", body, concerned)
        if key not in self.rolls:
            self.rolls[key] = self.membership.electorate(body, None, concerned=concerned)
        return self.rolls[key]

    def entitled(self, way: Way) -> set[str]:
        found: set[str] = self.kept("entitled", way, lambda: self._entitled(way))
        return found

    def _entitled(self, way: Way) -> set[str]:
        decision = self.charter.decisions[way.name]
        rules = [self.rule("decisions", way.name, "passes")]
        if decision.otherwise is not None:
            rules.append(self.rule("decisions", way.name, "otherwise", "passes"))
        everybody = any(rule is not None and _coalition(rule) for rule in rules)
        return {row.id for row in self.roll(way).rows if row.votes and (row.in_body or everybody)}

    def voters(self, way: Way) -> set[str]:
        found: set[str] = self.kept("voters", way, lambda: self._voters(way))
        return found

    def _voters(self, way: Way) -> set[str]:
        found = set(self.entitled(way))
        for also in self.charter.decisions[way.name].also:
            found |= {row.id for row in self.membership.electorate(elsewhere(also.body)).rows if row.in_body}
        return found

    def ballots(self, way: Way) -> Iterator[Answers]:
        """Every way in which the heads can answer."""
        voters = self.voters(way)
        vetoing = {h for veto in self.over(way) if veto[1].by != "vote" for h in veto[2]}
        yield from product(
            *(
                range(5) if member in voters else (AGAINST, PRESENT, ABSENT) if member in vetoing
                else (PRESENT, ABSENT)
                for member, _ in self.heads
            )
        )  # fmt: skip

    def over(self, way: Way) -> list[tuple[int, Veto, dict[str, int]]]:
        found: list[tuple[int, Veto, dict[str, int]]] = self.kept("over", way, lambda: self._over(way))
        return found

    def _over(self, way: Way) -> list[tuple[int, Veto, dict[str, int]]]:
        counts = {row.id: row.count for row in self.roll(way).rows}
        found = []
        for index, veto in enumerate(self.charter.vetoes):
            kinds = (way.kind,) if way.kind else self.charter.decisions[way.name].covers
            if any(self.pattern(way.name, kind)[index] for kind in kinds):
                held = {h: counts[h] for h in holders_of(self.charter, veto) if h in counts}
                found.append((index, veto, held))
        return found

    def votes(self, answers: Answers, members: Iterable[str] | None = None) -> dict[str, Votes]:
        """Ballots by row; of those outside ``members`` only being there counts."""
        found: dict[str, list[int]] = {}
        inside = None if members is None else set(members)
        for (member, _), answer in zip(self.heads, answers, strict=True):
            counts = found.setdefault(member, [0, 0, 0, 0])
            if answer < 4 and (inside is None or member in inside or answer == PRESENT):
                counts[answer] += 1
        return {member: Votes(*counts) for member, counts in found.items()}


def elsewhere(body: str | None) -> str | None:
    """Who is asked in a further body: of the members' own boards each answers for its member."""
    return None if body == "own boards" else body


def needed_for(veto: Veto, holders: dict[str, int]) -> int:
    """How many heads must use a veto together."""
    if veto.jointly is True:
        return max(sum(holders.values()), 1)
    return int(veto.jointly) if veto.jointly else 1


def halves(rule: Rule) -> bool:
    """Whether an even split is a case of its own for a rule."""

    def half(measure: object) -> bool:
        if isinstance(measure, Share):
            return measure.count.value == "support" and measure.amount.value * 2 == 1
        if isinstance(measure, Lead):
            return measure.margin.value == 0
        return isinstance(measure, Ratio) and measure.factor.value == 1

    return any(half(clause.measure) for clause in clauses(rule))


def _whom(rule: Rule) -> Iterator[Whom]:
    for clause in clauses(rule):
        base = getattr(clause.measure, "base", None)
        if isinstance(base, Heads):
            yield base.whom


def others(rule: Rule) -> bool:
    return Whom.OTHERS in _whom(rule)


def _coalition(rule: Rule) -> bool:
    return Whom.COALITION in _whom(rule)
