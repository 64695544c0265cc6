"""Properties of small charters the slow way: every ballot of every head, judged from the words.

Sentences are judged by the reference judge, which shares no code with bound rules; who is alike with whom is
not asked, and nothing is left out because it could not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from proof_who import AGAINST, FOR, Answers, Way, Who, elsewhere, halves, needed_for

from coalcheck.engine.charter.model import Veto
from coalcheck.engine.threshold.cells import told_apart_by
from coalcheck.engine.threshold.electorate import Electorate, Votes
from coalcheck.engine.threshold.judge import adopts, judge
from coalcheck.engine.threshold.tree import All, Clause, Nobody, Rule


@dataclass
class World(Who):
    """The same, with what comes of each ballot."""

    free: World | None = None
    came: dict[tuple[Way, Answers, int | None], bool | None] = field(default_factory=dict)

    def changed(self, at: tuple[Any, ...], rule: Rule) -> World:
        rules = {**self.rules, at: rule}
        return World(self.charter, self.without, rules, self.known, self.rolls)

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

    def adopted(self, way: Way, answers: Answers, *, without: int | None = None) -> bool | None:
        """Whether it is carried; None where that is open; nought where it is open only why it is not."""
        key = (way, answers, without)
        if key not in self.came:
            self.came[key] = self._adopted(way, answers, without)
        return self.came[key]

    def _adopted(self, way: Way, answers: Answers, without: int | None) -> bool | None:
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
            self.free = World(self.charter, self.without, rules, self.known, self.rolls)
        return self.free

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
        objected = any(votes[each].against for each in self.entitled(way))
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
        if decision.tie is None or not self._tied(way, rule, counted):
            return answer
        if decision.tie == "fails":
            return False
        chair = self._chair(way)
        if chair is None:
            return None
        # One vote more than heads gave.
        more = list(counted.get(chair, Votes()))
        more[FOR if way.casting == "for" else AGAINST] += 1
        return self.met(rule, roll, {**counted, chair: Votes(*more)}, silence)

    def _tied(self, way: Way, rule: Rule, votes: Mapping[str, Votes]) -> bool:
        """Whether as many ballots are for it as against, of those that are counted."""
        if not halves(rule):
            return False
        rows = [row for row in self.roll(way).rows if row.id in self.entitled(way)]
        ballots = [sum(row.ballots * votes[row.id][side] for row in rows) for side in (FOR, AGAINST)]
        return ballots[0] == ballots[1] > 0

    def _chair(self, way: Way) -> str | None:
        """Whose vote a casting vote counts like: where the chair has left, anyone's if all are alike."""
        entitled = self.entitled(way)
        chair = str(self.charter.bodies[self.charter.decisions[way.name].body or ""].chair)
        if chair in entitled:
            return chair
        here = ("decisions", way.name)
        asked = [
            told_apart_by(rule)
            for at, rule in {**self.read, **self.rules}.items()
            if at[:2] == here and "also" not in at
        ]
        kinds: dict[object, str] = {}
        for row in self.roll(way).rows:
            if row.id in entitled:
                marks = [
                    (row.groups & groups, *map(row.classes.get, names), *map(row.weights.get, weights))
                    for groups, names, weights in asked
                ]
                kinds.setdefault((row.ballots, row.in_body, row.concerned, *marks), row.id)
        return next(iter(kinds.values())) if len(kinds) == 1 else None

    def elsewhere(self, way: Way, answers: Answers) -> bool | None:
        parts = []
        for number, also in enumerate(self.charter.decisions[way.name].also):
            rule = self.rule("decisions", way.name, "also", number, "passes")
            assert rule is not None
            roll = self.other(elsewhere(also.body), way.concerned)
            inside = {row.id for row in roll.rows if row.in_body}
            votes = {m: v for m, v in self.votes(answers).items() if m in inside}
            quorum = self.rule("decisions", way.name, "also", number, "quorum")
            enough = True if quorum is None else self.met(quorum, roll, votes, None)
            # Its rule is asked where it has a quorum.
            parts.append(self.met(rule, roll, votes, False) if enough else enough)
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
        if veto.by != "vote" and veto.limit is not None and veto.limit.times == 0:
            return False
        needed = needed_for(veto, holders)
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


Table = dict[Answers, bool | None]


def table(world: World, way: Way, judged: Callable[[Way, Answers], bool | None]) -> Table:
    return {answers: judged(way, answers) for answers in world.ballots(way)}
