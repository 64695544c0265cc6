"""Properties of small charters the slow way: every ballot of every head, judged from the words.

Sentences are judged by the reference judge, which shares no code with bound rules; who is alike with whom is
not asked, and nothing is left out because it could not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Final

from coalcheck.engine.charter.model import Charter, Decision, Veto
from coalcheck.engine.roll.electorate import Membership
from coalcheck.engine.roll.holders import holders_of
from coalcheck.engine.roll.sentences import sentences
from coalcheck.engine.threshold.electorate import Electorate, Votes
from coalcheck.engine.threshold.judge import adopts, judge
from coalcheck.engine.threshold.tree import (
    All,
    Clause,
    Heads,
    Lead,
    Nobody,
    Ratio,
    Rule,
    Share,
    Whom,
    clauses,
)

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


@dataclass
class World:
    """A charter, after some have left, with other rules in some places."""

    charter: Charter
    without: frozenset[str] = frozenset()
    fewer: Mapping[str, int] = field(default_factory=dict)
    rules: dict[tuple[Any, ...], Rule] = field(default_factory=dict)
    free: World | None = None
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

    def changed(self, at: tuple[Any, ...], rule: Rule) -> World:
        rules = {**self.rules, at: rule}
        return World(self.charter, self.without, self.fewer, rules, None, self.known, self.rolls)

    def met(
        self, rule: Rule, roll: Electorate, votes: Mapping[str, Votes], silence: bool | None
    ) -> bool | None:
        """What the reference judge says; each question once. Silence None: whatever the support."""
        key = (rule, id(roll), silence, *votes.items())
        if key not in self.known:
            self.known[key] = (
                judge(rule, roll, votes).met
                if silence is None
                else adopts(rule, roll, votes, silence=silence)
            )
        return self.known[key]

    # ── who ──────────────────────────────────────────────────────────────────────────────────────
    def ways(self, name: str) -> list[Way]:
        decision = self.charter.decisions[name]
        texts = [self.rule("decisions", name, key) for key in ("passes", "quorum")]
        texts.append(self.rule("decisions", name, "otherwise", "passes"))
        by_words = any(rule is not None and others(rule) for rule in texts)
        single = [row.id for row in self.membership.electorate(decision.body).rows if row.count == 1]
        concerned: list[str | None] = [None]
        if (decision.member_concerned is not None or by_words) and single:
            always = by_words or set(decision.covers) <= {"expel", "suspend"}
            concerned = [*([] if always else [None]), *single]
        attempts = ["first"]
        if decision.otherwise is not None and decision.otherwise.after is not None:
            attempts.append("rejected")
        if decision.second_call is not None:
            attempts.append("no-quorum")
        return [
            Way(name, kind, who, attempt)
            for kind, who, attempt in product(self.kinds(name), concerned, attempts)
        ]

    def kinds(self, name: str) -> list[str]:
        """The kinds by which it can be put; empty where none says which of two decisions is meant."""
        covers = self.charter.decisions[name].covers
        others = {kind for key, each in self.charter.decisions.items() if key != name for kind in each.covers}
        if len({self.pattern(name, kind) for kind in covers}) < 2:
            return list(covers)
        own = [kind for kind in covers if kind not in others]
        named = {self.pattern(name, kind) for kind in own}
        return own + ([""] if any(self.pattern(name, kind) not in named for kind in covers) else [])

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
            found |= {row.id for row in self.membership.electorate(also.body).rows if row.in_body}
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

    # ── what comes of it ─────────────────────────────────────────────────────────────────────────
    def adopted(self, way: Way, answers: Answers, *, without: int | None = None) -> bool | None:
        """Whether it is carried: yes, no, None where it is open; nought where it is open only why it is not."""
        quorum, elsewhere = self.quorum(way, answers), self.elsewhere(way, answers)
        carried = both([self.carried(way, answers), elsewhere])
        vetoes = [_not(self.stopped(way, answers, *veto)) for veto in self.over(way) if veto[0] != without]
        answer = both([quorum, carried, *vetoes])
        # Most rules leave nothing open, so that there is only one reason.
        if answer is False and (
            self._stops_in_words(way) or None in (quorum, carried, elsewhere, self.carried(way, answers))
        ):
            free = both([self.freed().carried(way, answers), elsewhere])
            reasons = {
                "no-quorum" if not q else "rejected" if not f else "vetoed"
                for q, f, c in product(
                    *((True, False) if x is None else (x,) for x in (quorum, free, carried))
                )
                if f or not c
            }
            if len(reasons) > 1:
                return 0  # type: ignore[return-value]  # neither yes nor no nor open
        return answer

    def _stops_in_words(self, way: Way) -> bool:
        rules = [
            rule for at, rule in {**self.read, **self.rules}.items() if at[:2] == ("decisions", way.name)
        ]
        return any(_without_vetoes(rule) != rule for rule in rules)

    def freed(self) -> World:
        """The same without the clauses by which a named group can stop a decision."""
        if self.free is None:
            rules = {at: _without_vetoes(rule) for at, rule in {**self.read, **self.rules}.items()}
            self.free = World(self.charter, self.without, self.fewer, rules, None, self.known, self.rolls)
        return self.free

    def votes(self, answers: Answers, members: Iterable[str] | None = None) -> dict[str, Votes]:
        """Ballots by row; of those outside ``members`` only being there counts."""
        found: dict[str, list[int]] = {}
        inside = None if members is None else set(members)
        for (member, _), answer in zip(self.heads, answers, strict=True):
            counts = found.setdefault(member, [0, 0, 0, 0])
            if answer < 4 and (inside is None or member in inside or answer == PRESENT):
                counts[answer] += 1
        return {member: Votes(*counts) for member, counts in found.items()}

    def quorum(self, way: Way, answers: Answers) -> bool | None:
        rule = self.rule("decisions", way.name, "quorum")
        if rule is None:
            return True
        votes, roll = self.votes(answers, self.entitled(way)), self.roll(way, quorum=True)
        answer = self.met(rule, roll, votes, None)
        again = self.rule("decisions", way.name, "second_call", "quorum")
        if way.attempt != "no-quorum" or again is None:
            return answer
        return either([answer, self.met(again, roll, votes, None)])

    def carried(self, way: Way, answers: Answers) -> bool | None:
        decision = self.charter.decisions[way.name]
        rule = self.rule("decisions", way.name, "passes")
        assert rule is not None
        first = self._by(rule, way, answers, silence=decision.silence == "adopts")
        fallback = self.rule("decisions", way.name, "otherwise", "passes")
        if decision.otherwise is None or fallback is None:
            return first
        votes = self.votes(answers, self.entitled(way))
        objected = any(votes[row.id].against for row in self.roll(way).rows if row.in_body)
        if decision.otherwise.after is not None:
            failed = ("rejected",) if decision.otherwise.if_ == "objection" else ("rejected", "no-quorum")
            open_ = way.attempt in failed
        else:
            open_ = objected or decision.otherwise.if_ != "objection"
        return either([first, both([open_, self._by(fallback, way, answers, silence=False)])])

    def _by(self, rule: Rule, way: Way, answers: Answers, *, silence: bool) -> bool | None:
        decision, roll = self.charter.decisions[way.name], self.roll(way)
        votes = self.votes(answers, self.entitled(way))
        counted = votes
        if decision.abstentions == "against":
            counted = {m: Votes(v.in_favour, v.against + v.abstain, 0, v.present) for m, v in votes.items()}
        answer = self.met(rule, roll, counted, silence)
        if decision.tie == "fails" and _tied(rule, roll, counted):
            return False
        return answer

    def elsewhere(self, way: Way, answers: Answers) -> bool | None:
        parts = []
        for number, also in enumerate(self.charter.decisions[way.name].also):
            rule = self.rule("decisions", way.name, "also", number, "passes")
            assert rule is not None
            roll = self.other(also.body, way.concerned)
            inside = {row.id for row in roll.rows if row.in_body}
            votes = {m: v for m, v in self.votes(answers).items() if m in inside}
            parts.append(self.met(rule, roll, votes, False))
        return both(parts)

    def aside(self, way: Way, answers: Answers, index: int, holder: str) -> bool | None:
        """Whether a veto that one holder has used is set aside."""
        rule = self.rule("vetoes", index, "override")
        if rule is None or self.charter.vetoes[index].by == "vote":
            return False
        body = self.charter.decisions[way.name].body
        roll = self.other(body, holder)
        inside = {row.id for row in roll.rows if row.in_body}
        return self.met(rule, roll, {m: v for m, v in self.votes(answers).items() if m in inside}, False)

    def stopped(
        self, way: Way, answers: Answers, index: int, veto: Veto, holders: dict[str, int]
    ) -> bool | None:
        needed = max(sum(holders.values()), 1) if veto.jointly else 1
        votes, entitled = self.votes(answers), self.entitled(way)
        sure = perhaps = 0
        for holder, count in holders.items():
            if not votes[holder].against or (veto.by == "vote" and holder not in entitled):
                continue
            heads = votes[holder].against if veto.by == "vote" else count
            aside = self.aside(way, answers, index, holder)
            sure += heads if aside is False else 0
            perhaps += heads if aside is not True else 0
        certain = bool(way.kind) or all(
            self.pattern(way.name, kind)[index] for kind in self.charter.decisions[way.name].covers
        )
        return True if sure >= needed and certain else False if perhaps < needed else None


def both(parts: Iterable[bool | None]) -> bool | None:
    found = list(parts)
    return False if False in found else None if None in found else True


def either(parts: Iterable[bool | None]) -> bool | None:
    found = list(parts)
    return True if True in found else None if None in found else False


def _not(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


def _without_vetoes(rule: Rule) -> Rule:
    if isinstance(rule, Clause):
        measure = rule.measure
        stops = isinstance(measure, Nobody) and measure.count.value == "opposition" and rule.among
        return All(()) if stops else rule
    return type(rule)(tuple(map(_without_vetoes, rule.rules)))


def _whom(rule: Rule) -> Iterator[Whom]:
    for clause in clauses(rule):
        base = getattr(clause.measure, "base", None)
        if isinstance(base, Heads):
            yield base.whom


def others(rule: Rule) -> bool:
    return Whom.OTHERS in _whom(rule)


def _coalition(rule: Rule) -> bool:
    return Whom.COALITION in _whom(rule)


def _tied(rule: Rule, roll: Electorate, votes: Mapping[str, Votes]) -> bool:
    def half(measure: object) -> bool:
        if isinstance(measure, Share):
            return measure.count.value == "support" and measure.amount.value * 2 == 1
        if isinstance(measure, Lead):
            return measure.margin.value == 0
        return isinstance(measure, Ratio) and measure.factor.value == 1

    ballots = [
        sum(row.ballots * votes[row.id][side] for row in roll.rows if row.in_body) for side in (FOR, AGAINST)
    ]
    return any(half(clause.measure) for clause in clauses(rule)) and ballots[0] == ballots[1] > 0


Table = dict[Answers, bool | None]


def table(world: World, way: Way, judged: Callable[[Way, Answers], bool | None]) -> Table:
    return {answers: judged(way, answers) for answers in world.ballots(way)}


def decision_of(world: World, way: Way) -> Decision:
    return world.charter.decisions[way.name]
