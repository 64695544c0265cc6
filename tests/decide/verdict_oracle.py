"""What a charter says of an action, worked out the slow way: plain mappings, every unknown tried both ways.

Written from the description of verdicts alone, without a look at ``coalcheck.engine.decide``, so that the two
can be compared. It reads the charter and the action as YAML gives them. Sentences are judged by the oracle of
the threshold language, which has not seen that engine either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from oracle import World, adopt, both, decide, either
from oracle_text import parse
from verdict_ballots import ANSWERS, Plain
from verdict_before import Before
from verdict_covering import covering
from verdict_dates import Answer, day, later, long_enough, soon_enough
from verdict_rules import (
    anyone_silent,
    by_casting_vote,
    judge,
    listed,
    of_non_objection,
    tied,
    tried,
    used,
)

ORDER = ("unauthorised", "indeterminate", "pending", "no-quorum", "rejected", "vetoed", "adopted")


@dataclass(frozen=True)
class Said:
    """A verdict.

    ``also`` is what of no-quorum, rejected and vetoed holds besides; ``parts`` the answer to each question;
    ``ways`` how it may end while it is open.
    """

    outcome: str
    also: tuple[str, ...] = ()
    settled: bool = False
    parts: dict[str, Answer] = field(default_factory=dict)
    ways: frozenset[str] = frozenset()


def verdict(charter: Plain, action: Plain, as_of: Any = None) -> Said:
    """The verdict on an action, as seen on a day; on the action's own where none is given.

    Where it counts the other members and does not say whom it is about, it can be about any of them.
    """
    sentences = [str(rule.get(key)) for rule in charter["decisions"].values() for key in ("passes", "quorum")]
    if "subject" in action or not any("the other members" in each for each in sentences):
        return _verdict(charter, action, as_of)
    about = [_verdict(charter, action | {"subject": who["id"]}, as_of) for who in charter["members"]]
    outcomes = {each.outcome for each in about}
    return about[0] if len(outcomes) == 1 else Said("indeterminate")


def _verdict(charter: Plain, action: Plain, as_of: Any) -> Said:
    rules, authority = covering(charter, action)
    if not rules:
        return Said("unauthorised" if authority is False else "indeterminate", parts={"authority": authority})
    return _any_of([(_under(charter, action, name, as_of), applies) for name, applies in rules])


def _any_of(said: list[tuple[Said, Answer]]) -> Said:
    """Where either of two rules is enough: what one that applies adopts is adopted."""
    if len(said) == 1:
        ((alone, applies),) = said
        return alone if applies else Said("indeterminate")
    if any(each.outcome == "adopted" and applies for each, applies in said):
        return Said("adopted")
    if any(each.outcome in {"adopted", "indeterminate"} for each, _ in said):
        return Said("indeterminate")
    # One of which it is not known whether it applies does not carry it, and so it does not matter.
    sure = [each for each, applies in said if applies]
    return min(sure, key=lambda each: each.outcome == "unauthorised")


def _under(charter: Plain, action: Plain, name: str, as_of: Any) -> Said:
    now = day(as_of if as_of is not None else action["date"])
    case = _Case(charter, action, charter["decisions"][name], name, now)
    status = action.get("status", "closed" if {"ballots", "tally"} & action.keys() else "proposed")
    if status == "closed" and "closes" in action and day(action["closes"]) > now:
        status = "open"
    authorised = case.authorised()
    if authorised is False:
        counted = case.closed() if status == "closed" else set()
        return Said("unauthorised", _besides(counted), settled=status == "open", parts=case.parts)
    if status == "proposed":
        return Said("pending", parts=case.parts)
    if authorised is None:
        return Said("indeterminate", settled=status == "open", parts=case.parts)
    if status == "open":
        outcomes = {first(completed.closed()) for completed in case.completions()}
        agreed = len(outcomes) == 1
        return Said(
            min(outcomes) if agreed else "pending", settled=agreed, ways=frozenset(outcomes), parts=case.parts
        )
    holding = case.closed()
    outcome = first(holding)
    return Said(
        outcome, _besides(holding - {outcome}) if outcome != "indeterminate" else (), parts=case.parts
    )


def first(holding: set[str] | frozenset[str]) -> str:
    """The one of them that is the verdict."""
    return min(holding, key=ORDER.index)


def _besides(holding: set[str]) -> tuple[str, ...]:
    return tuple(each for each in ("no-quorum", "rejected", "vetoed") if each in holding)


@dataclass
class _Case(Before):
    # ── who is there, and what they did ───────────────────────────────────────────────────────────
    def completions(self) -> Iterator[_Case]:
        """Every way in which those who have not answered may still do so."""
        world = self._world(for_quorum=False)
        given = self._given()
        silent = [
            row
            for row in world.members
            if row.votes and (row.in_body or self.asks_all) and row.id not in given
        ]
        assert all(row.count == 1 for row in silent)
        for answers in product(ANSWERS, repeat=len(silent)):
            filled = dict(zip((row.id for row in silent), answers, strict=True))
            yield _Case(self.charter, self.action, self.decision, self.name, self.now, filled)

    # ── the counting ──────────────────────────────────────────────────────────────────────────────
    def closed(self) -> set[str]:
        """Every outcome that holds; where the unknown could make it another, that it is indeterminate."""
        quorum, free, full = self._quorum(), self._carried(stoppable=False), self._carried(stoppable=True)
        veto = self._vetoed()
        waiting = self._veto_can_come() or self._explanation_can_come()
        self.parts |= {"quorum": quorum, "rule": full, "veto": None if veto is None else not veto}
        ends = set()
        for q, f, c, v in product(*(tried(each) for each in (quorum, free, full, veto))):
            if c and not f:
                continue
            holding = {"adopted"}
            if not q:
                holding.add("no-quorum")
            if not f:
                holding.add("rejected")
            if q and f and (not c or v):
                holding.add("vetoed")
            if len(holding) == 1 and waiting:
                holding.add("pending")
            ends.add(frozenset(holding))
        if len({first(end) for end in ends}) > 1:
            return {"indeterminate"}
        certain = set(frozenset.intersection(*ends))
        return certain - {"adopted"} or {"adopted"}

    def _quorum(self) -> Answer:
        sentence = self.decision.get("quorum")
        attempt: Plain = self.action.get("first_attempt", {})
        call: Plain = self.decision.get("second_call", {})
        again = call and attempt.get("outcome") == "no quorum"
        if again and (
            "after" not in call or day(self.action["date"]) >= later(attempt["date"], call["after"])
        ):
            sentence = call["quorum"]
        return sentence is None or decide(sentence, self._world(for_quorum=True), "attendance")

    def _carried(self, *, stoppable: bool) -> Answer:
        """Is there agreement? ``stoppable``: where one of a named group can stop it by a no."""
        world = self._world(for_quorum=False)
        answer = self._by_rule(self.decision["passes"], world, stoppable=stoppable)
        way = self.decision.get("otherwise")
        if way and answer is False:
            opposed = any(votes.get("against") for votes in world.ballots.values())
            due: Answer = True
            if "after" in way:
                attempt = self.action.get("first_attempt")
                due = (
                    None
                    if attempt is None
                    else day(self.action["date"]) >= later(attempt["date"], way["after"])
                )
            if opposed or way.get("if") != "objection":
                answer = both([due, adopt(way["passes"], world)])
        for more in self.decision.get("also", ()):
            record = self.action.get("also", {}).get(more["body"])
            if record is None:
                answer = both([answer, None])
                continue
            given = {who: {vote: 1} for vote, those in record["ballots"].items() for who in those}
            there = self._world(for_quorum=False, body=more["body"], given=given)
            answer = both([answer, adopt(more["passes"], there)])
        return answer

    def _by_rule(self, sentence: str, world: World, *, stoppable: bool) -> Answer:
        in_favour = any(votes.get("for") for votes in world.ballots.values())
        answer = judge(parse(sentence), world, stoppable=stoppable)
        silent = self.decision.get("silence") == "adopts"
        if not silent:
            answer = both([answer, in_favour])
        elif not in_favour:
            answer = both([answer, True if self.action.get("proposed_by") else None])
        if silent and of_non_objection(sentence, world) and anyone_silent(world):
            answer = both([answer, self._could_object()])
        tie = self.decision.get("tie")
        if tie is None or not tied(sentence, world):
            return answer
        if tie == "fails":
            return False
        return by_casting_vote(sentence, world, self.action.get("casting_vote"))

    def _could_object(self) -> Answer:
        """Whether those who were silent had been told, and had the time that the charter gives them."""
        begun, ended = self.action.get("opened", self.action.get("notice")), self.action.get("closes")
        window = self.decision.get("window")
        if begun is None or (window and ended is None):
            return None
        return True if window is None else long_enough(begun, ended, window)

    # ── vetoes ────────────────────────────────────────────────────────────────────────────────────
    def _vetoed(self) -> Answer:
        return either(
            [self._counts(veto, who) for veto in self._rights() for who in self._holders(veto)] or [False]
        )

    def _rights(self) -> list[Plain]:
        about = {self.name, *self._kinds()}
        return [each for each in self.charter.get("vetoes", ()) if about & set(each.get("over", about))]

    def _holders(self, veto: Plain) -> list[str]:
        groups = self.charter.get("groups", {})
        return [who for holder in veto["holders"] for who in groups.get(holder, [holder])]

    def _counts(self, veto: Plain, who: str) -> Answer:
        """Whether this one's veto stops the decision."""
        raised = [each for each in self.action.get("vetoes", ()) if who in listed(each["by"])]
        against = self._given().get(who, {}).get("against", 0) > 0
        if veto.get("by") == "vote" and against and not raised:
            ballot = self.action["ballots"].get(who)
            reason = ballot.get("reason") if isinstance(ballot, dict) else None
            if who in self.filled:
                reason = "any that it may still give"
            raised = [{"reason": reason, "date": self.action["date"]}]
        elif veto.get("by") == "vote" and not against:
            return False
        return either([self._stands(veto, each) for each in raised] or [False])

    def _stands(self, veto: Plain, raised: Plain) -> Answer:
        if raised.get("withdrawn") or ("reason" in veto.get("needs", ()) and not raised.get("reason")):
            return False
        on_time: Answer = True
        if "within" in veto:
            on_time = soon_enough(self.action["date"], raised["date"], veto["within"])
        if "limit" in veto and len(used(veto["limit"], raised)) >= int(veto["limit"].split()[0]):
            return False
        if "override" in veto and "override" in raised:
            given = {who: {vote: 1} for vote, those in raised["override"].items() for who in those}
            if adopt(veto["override"], self._world(for_quorum=False, given=given)):
                return False
        return on_time

    def _veto_can_come(self) -> bool:
        """Whether a veto by notice may still be given."""
        ends = [veto["within"] for veto in self._rights() if veto.get("by") == "notice" and "within" in veto]
        return any(soon_enough(self.action["date"], self.now, end) is not False for end in ends)
