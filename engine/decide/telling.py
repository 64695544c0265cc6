"""What is said of a count: each clause with its numbers, and what must be known where one has no answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.decide.chamber import is_veto
from coalcheck.engine.decide.law import nobody_silent, second_way_open, split_of
from coalcheck.engine.decide.quorum import quorum_clause
from coalcheck.engine.decide.verdict import Answer, Consulted, Counted, VetoRead
from coalcheck.engine.facts.named import listed, member_name
from coalcheck.engine.threshold.bound import STATES, holds
from coalcheck.engine.threshold.tree import clauses

if TYPE_CHECKING:
    from coalcheck.engine.decide.ballots import Cast
    from coalcheck.engine.decide.chamber import Chamber, Way
    from coalcheck.engine.decide.law import Law
    from coalcheck.engine.decide.question import Question
    from coalcheck.engine.decide.timing import Told as Heard
    from coalcheck.engine.source.node import Route

NOT_YET: Final = "has not voted yet"
NOT_WHAT_DECIDED: Final = "not what decided: it would not have carried without it either"


class Told(Struct, frozen=True):
    """What is said of a count.

    Attributes:
        clauses: every clause that was asked.
        missing: what must be known, one sentence each.
        notes: what was left aside.
    """

    clauses: list[Consulted]
    missing: list[str]
    notes: list[str]


class Telling:
    """Says a count in words; its numbers are those of the count that it is mixed into."""

    chamber: Chamber
    cast: Cast
    law: Law
    heads: list[int]
    quorum_heads: list[int]
    quorum: bool | None
    freed: bool | None
    carried: bool | None
    by_rule: bool | None

    def told(self, question: Question) -> Told:
        """Every clause that was asked, in order."""
        chamber, before = self.chamber, question.before
        voted = question.case.action.has_votes
        told = Told([], [], [*self.cast.notes, *before.notes])
        told.clauses.extend(before.clauses)
        self._quorums(told, question, voted=voted)
        shown = shifted(self.heads) if chamber.decision.abstentions == "against" else self.heads
        self._ways(told, question, shown, voted=voted)
        if chamber.passes is not None and chamber.passes.halves:
            self._tie(told, question, shown)
        if before.silence is not None and chamber.by_silence:
            self._silence(told, question, before.silence)
        if self.cast.proxies is not None:
            told.clauses.append(self.cast.proxies.clause)
        told.clauses.extend(question.agreed.clauses)
        told.clauses.extend(self._vetoes(question))
        told.missing.extend((*self.cast.missing, *before.missing, *question.agreed.missing))
        told.missing.extend((*question.examined.missing, *self.cast.unknown))
        return told

    def _quorums(self, told: Told, question: Question, *, voted: bool) -> None:
        chamber = self.chamber
        ways = [chamber.quorum]
        if question.before.facts.second_call is not False:
            ways.append(chamber.second_quorum)
            if chamber.quorum is not None and chamber.second_quorum is None:
                said = "the charter does not say who must be there at a second call"
                route: Route = ("decisions", chamber.name, "second_call")
                told.clauses.append(Consulted("quorum", None, "", said, route))
                told.missing.append(
                    "Who must be there at a second call? It can stand under second_call.quorum."
                )
        for way in ways:
            if way is None:
                continue
            if self.cast.missing or not voted:
                told.clauses.append(_not_counted(way, "quorum", voted=voted))
                if way.sentence.rule is None:
                    told.missing.append(_why_unknown(way, self.quorum_heads))
                continue
            alone = way.bound.condition is self.law.quorum
            clause = quorum_clause(
                way, self.quorum_heads, present_known=self.cast.present_known,
                met=self.quorum if alone or len(ways) == 1 else holds(way.bound.condition, self.quorum_heads),
            )  # fmt: skip
            told.clauses.append(clause)
            if clause.met is None:
                told.missing.append(_why_unknown(way, self.quorum_heads))

    def _ways(self, told: Told, question: Question, shown: Sequence[int], *, voted: bool) -> None:
        chamber = self.chamber
        self._rule(told, chamber.passes, shown, voted=voted)
        if chamber.decision.otherwise is None:
            return
        if holds(second_way_open(chamber, question.before.facts), self.heads) is not False:
            self._rule(told, chamber.otherwise, shown, voted=voted)

    def _rule(self, told: Told, way: Way | None, heads: Sequence[int], *, voted: bool) -> None:
        name = self.chamber.name
        if way is None:
            said = "the charter does not say how many must agree"
            told.clauses.append(Consulted("rule", None, "", said, ("decisions", name)))
            told.missing.append(f"How many must agree under {name}? The charter can say it: passes.")
            return
        if self.cast.missing or not voted:
            told.clauses.append(_not_counted(way, "rule", voted=voted))
            if way.sentence.rule is None:
                told.missing.append(_why_unknown(way, heads))
            return
        condition = way.bound.condition
        met = self.by_rule if condition is self.law.carried else holds(condition, heads)
        told.clauses.append(Consulted("rule", met, way.sentence.text, way.said(heads), way.sentence.route))
        if met is None:
            told.missing.append(_why_unknown(way, heads))

    def _silence(self, told: Told, question: Question, heard: Heard) -> None:
        """Whether those who kept silent could have objected, and where nobody is for it who proposed it."""
        asked: list[tuple[bool | None, str, str]] = []
        if holds(nobody_silent(self.chamber.cells), self.heads) is not True:
            asked.append((heard.met, heard.said, heard.asks))
        if not any(votes.in_favour for votes in self.cast.ballots.values()):
            proposers = question.case.action.proposed_by
            if proposers:
                names = {member.id: member_name(member) for member in question.case.charter.members}
                asked.append((True, f"proposed by {listed(names.get(each, each) for each in proposers)}", ""))
            else:
                asks = "Who proposed it? It can stand under proposed_by."
                asked.append((None, "who proposed it is not on record", asks))
        if not asked:
            return
        answers = [met for met, _, _ in asked]
        met = False if False in answers else None if None in answers else True
        said = "; ".join(words for _, words, _ in asked)
        route: Route = ("decisions", self.chamber.name, "silence")
        told.clauses.append(Consulted("silence", met, "silence adopts", said, route))
        told.missing.extend(asks for _, _, asks in asked if asks)

    def _tie(self, told: Told, question: Question, shown: Sequence[int]) -> None:
        """An even split, where one can decide: half is asked, or more on one side than on the other."""
        facts = question.before.facts
        if self.cast.missing:
            return
        if not holds(split_of(self.chamber).even(), shown):
            if facts.casting:
                told.notes.append("The casting vote is not counted: there was no tie.")
            return
        route: Route = ("decisions", self.chamber.name, "tie")
        tie = self.chamber.decision.tie
        if tie == "fails":
            said = "as many for as against, and a tie fails"
            told.clauses.append(Consulted("tie", met=False, text="fails", said=said, route=route))
        elif tie == "chair" and not facts.casting and self.by_rule is not None:
            said = "as many for as against, and the vote of the chair could not change the outcome"
            told.clauses.append(Consulted("tie", self.by_rule, "chair", said, route))
        elif tie == "chair" and not facts.casting:
            said = "as many for as against, and how the chair broke the tie is not on record"
            told.missing.append("How did the chair break the tie? It can stand under casting_vote.")
            told.clauses.append(Consulted("tie", None, "chair", said, route))
        elif tie == "chair":
            answers: tuple[Answer, ...] = ("for", "against")
            voted = any(
                each.member == facts.chair and any(each.votes.get(answer) for answer in answers)
                for each in self.cast.counted
            )
            kind = "a second time" if voted else "only to break the tie"
            said = f"as many for as against; the chair voted {facts.casting}, {kind}"
            told.clauses.append(Consulted("tie", self.by_rule, "chair", said, route))
            if self.by_rule is None:
                told.missing.append(
                    "How much does the vote of the chair weigh? The members' votes weigh unalike."
                )
        elif self.by_rule is False:
            default = "a tie does not carry"
            told.clauses.append(
                Consulted("tie", met=False, text="", said="as many for as against", default=default)
            )

    def _vetoes(self, question: Question) -> tuple[Consulted, ...]:
        """The clauses on vetoes; one by a vote against is none where it would not have carried anyway."""
        if not question.examined.reads or self._otherwise() is not False:
            return question.examined.clauses
        by_vote = {each.route for each in question.held if each.by_vote}
        return tuple(
            replace(each, met=True, said=f"{each.said.partition(';')[0]}; {NOT_WHAT_DECIDED}")
            if each.route in by_vote and each.met is not True
            else each
            for each in question.examined.clauses
        )

    def _otherwise(self) -> bool | None:
        """Whether it would have carried if nobody had vetoed."""
        if self.quorum is False or self.freed is False:
            return False
        return None if self.quorum is None or self.freed is None else True

    def reads(self, question: Question) -> tuple[VetoRead, ...]:
        """Every veto that was raised, those in the words of the rule among them."""
        found = question.examined.reads
        way = self.chamber.passes
        if not found and (way is None or way.freed is way.bound):
            return ()
        otherwise = self._otherwise()
        if otherwise is False:
            by_vote = {each.route for each in question.held if each.by_vote}
            found = tuple(
                replace(
                    each,
                    counts=False if each.route in by_vote else each.counts,
                    why=f"{each.why}; {NOT_WHAT_DECIDED}",
                )
                if each.counts is not False
                else each
                for each in found
            )
        return (*found, *self._in_its_words(otherwise))

    def _in_its_words(self, otherwise: bool | None) -> tuple[VetoRead, ...]:  # noqa: FBT001  (three answers)
        """Vetoes that stand in the words of the rule: no member of a named group against."""
        way = self.chamber.passes
        rule = None if way is None else way.sentence.rule
        if way is None or rule is None or way.freed is way.bound:
            return ()
        groups = {clause.among for clause in clauses(rule) if is_veto(clause)}
        why = "a vote against by one of them is a veto"
        if otherwise:
            why += ", and it would have carried otherwise"
        elif otherwise is None:
            why += " where it would have carried otherwise, and that is open"
        else:
            why = NOT_WHAT_DECIDED
        return tuple(
            VetoRead(row.id, otherwise, why, way.sentence.route)
            for row in self.chamber.roll.rows
            if row.in_body and groups & row.groups and self.cast.by_name
            if (votes := self.cast.ballots.get(row.id)) is not None and votes.against
        )

    def members(self, *, over: bool) -> tuple[Counted, ...]:
        """Every member; who has not voted where voting is not over can do so yet."""
        if over:
            return self.cast.counted
        return tuple(
            replace(each, effect=NOT_YET)
            if each.eligible and each.votes.get("absent") == each.heads
            else each
            for each in self.cast.counted
        )


def _not_counted(way: Way, part: str, *, voted: bool) -> Consulted:
    said = "the votes cannot be counted from what is on record" if voted else "nobody has voted yet"
    if part == "quorum":
        return Consulted("quorum", None, way.sentence.text, said, way.sentence.route)
    return Consulted("rule", None, way.sentence.text, said, way.sentence.route)


def _why_unknown(way: Way, heads: Sequence[int]) -> str:
    """What must be said for a sentence to be judged."""
    place = ".".join(str(step) for step in way.sentence.route)
    if way.sentence.rule is None:
        asks = f'What does "{way.sentence.text}" mean? It has no reading, or more than one.'
    else:
        said = way.said(heads)
        asks = f'What does "{way.sentence.text}" mean here? {said[0].upper()}{said[1:]}.'
    return f"{asks} The members can say it under {place}."


def shifted(heads: Sequence[int]) -> list[int]:
    """The same with abstentions among the votes against."""
    found = list(heads)
    for first in range(0, len(found), STATES):
        found[first + 1] += found[first + 2]
        found[first + 2] = 0
    return found
