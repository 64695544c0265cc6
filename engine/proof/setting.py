"""A charter on a day, perhaps after members have come or gone: every way its decisions can be put.

A decision can come to the vote in more than one way: as one kind of decision or another, about one member or
another, a second time, with the chair breaking a tie or not. Each of these is a ``Vote``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Final

from coalcheck.engine.proof.change import NOTHING, Change
from coalcheck.engine.proof.vote import (
    DECIDING,
    OWN_BOARDS,
    Asked,
    Attempt,
    Casting,
    Vetoing,
    Vote,
    asks_everybody,
    attempts,
    entitled,
    has_ties,
    signature,
    speaks_of_others,
)
from coalcheck.engine.proof.words import Words
from coalcheck.engine.roll.electorate import Membership, covers
from coalcheck.engine.roll.holders import holders_of
from coalcheck.engine.source.node import Route
from coalcheck.engine.threshold.electorate import Electorate

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Decision, Veto
    from coalcheck.engine.roll.sentences import Sentence

REMOVALS: Final = frozenset({"expel", "suspend"})
"""Kinds of decision that are always about a member."""


class Setting:
    """A charter with its members put in, on the day of each decision.

    Attributes:
        charter: the charter, with the change made.
        change: who has come or gone.
        words: what it says.
    """

    def __init__(self, charter: Charter, change: Change = NOTHING, words: Words | None = None) -> None:
        """Work out who the members are.

        Args:
            charter: the charter.
            change: who has come or gone.
            words: what it says, where that was read before.
        """
        self.charter = change.applied(charter)
        self.change = change
        self.words = Words(self.charter) if words is None else words
        self._memberships: dict[date, Membership] = {}
        self._votes: dict[str, tuple[Vote, ...]] = {}
        self._places: dict[date, dict[str, tuple[object, ...]]] = {}

    def after(self, change: Change) -> Setting:
        """The same charter once members have left it, which changes neither its words nor its days.

        Args:
            change: who has left since the charter was written.
        """
        return Setting(self.charter, change, self.words)

    def day(self, name: str) -> date:
        """The day on which a decision is looked at."""
        return self.words.day(name)

    def membership(self, day: date) -> Membership:
        """The members of a day."""
        if day not in self._memberships:
            self._memberships[day] = Membership(self.charter, without=self.change.without, on=day)
        return self._memberships[day]

    def votes(self, name: str) -> tuple[Vote, ...]:
        """Every way in which a decision can come to the vote.

        Args:
            name: the id of the decision.
        """
        if name not in self._votes:
            self._votes[name] = tuple(self._ways(name))
        return self._votes[name]

    def _ways(self, name: str) -> Iterator[Vote]:
        decision = self.charter.decisions[name]
        for (kind, kinds), attempt in product(self._kinds(name).items(), attempts(decision)):
            for about in self._concerned(name, decision, kinds):
                vote = self.vote(name, about, kind, attempt)
                ties = decision.tie == "chair" and any(
                    has_ties(each.rule) for each in vote.asked if each.role in DECIDING
                )
                castings: tuple[Casting, ...] = ("against", "for") if ties else ("",)
                for casting in castings:
                    yield vote if not casting else self.vote(name, about, kind, attempt, casting)

    def vote(
        self, name: str, concerned: str | None = None, kind: str = "", attempt: Attempt = "first",
        casting: Casting = "",
    ) -> Vote:  # fmt: skip
        """One way in which a decision can come to the vote."""
        decision = self.charter.decisions[name]
        made = _Made(self, name, decision, concerned, kind)
        kinds = self._kinds(name).get(kind, decision.covers)
        return Vote(
            name, decision, kind, kinds, casting, attempt, concerned, made.chair, tuple(made.asked),
            tuple(made.vetoes), made.voters, made.entitled, tuple(made.open),
        )  # fmt: skip

    def sentence(self, *route: str | int) -> Sentence | None:
        """The threshold at a place."""
        return self.words.by_route.get(route)

    def _concerned(self, name: str, decision: Decision, kinds: tuple[str, ...]) -> tuple[str | None, ...]:
        """Whom it can be about: one for all who are alike; None where it is about nobody."""
        by_words = any(asked.speaks_of_others for asked in _Made(self, name, decision, None, "").asked)
        if decision.member_concerned is None and not by_words:
            return (None,)
        day = self.day(name)
        roll = self.membership(day).electorate(decision.body)
        alike: dict[object, str] = {}
        for row in roll.rows:
            if row.count == 1:
                alike.setdefault((signature(row), self._standing(row.id, day)), row.id)
        always = by_words or (bool(kinds) and set(kinds) <= REMOVALS)
        if not alike:
            return (None,)
        return tuple(alike.values()) if always else (None, *alike.values())

    def _standing(self, member: str, day: date) -> tuple[object, ...]:
        """What a member is in all other decisions too: seats, vetoes, chairs.

        Whoever stands for another in one decision is to stand for it in all.
        """
        if day not in self._places:
            bodies = [self.membership(day).electorate(body) for body in self.charter.bodies]
            seats = [{row.id: (row.ballots, row.in_body) for row in roll.rows} for roll in bodies]
            vetoes = [frozenset(holders_of(self.charter, veto, day)) for veto in self.charter.vetoes]
            single = [self._each_by_itself(index) for index in range(len(self.charter.vetoes))]
            chairs = [str(body.chair) for body in self.charter.bodies.values() if body.chair is not None]
            self._places[day] = {
                each.id: (
                    *(body.get(each.id) for body in seats),
                    *(
                        each.id if each.id in held and apart else each.id in held
                        for held, apart in zip(vetoes, single, strict=True)
                    ),
                    each.id in chairs,
                )
                for each in self.charter.members
            }
        return self._places[day][member]

    def _each_by_itself(self, index: int) -> bool:
        """Whether a veto tells its holders apart: each is set aside by others, or they count unalike."""
        sentence = self.sentence("vetoes", index, "override")
        by_others = sentence is not None and sentence.rule is not None and speaks_of_others(sentence.rule)
        counted = any((member.count or 1) > 1 for member in self.charter.members)
        return by_others or (bool(self.charter.vetoes[index].jointly) and counted)

    def _kinds(self, name: str) -> dict[str, tuple[str, ...]]:
        """The kinds that a decision can be, those together over which the same vetoes are.

        Each by the kind that says by itself which decision is meant; those of which none does are together
        under the empty name, and so are all where they are alike.
        """
        day = self.day(name)
        decision = self.charter.decisions[name]
        patterns = {
            kind: tuple(is_over(veto, name, kind) for veto in self.charter.vetoes) for kind in decision.covers
        }
        if len(set(patterns.values())) < 2:
            return {"": decision.covers}
        alike: dict[tuple[bool, ...], list[str]] = {}
        for kind, over in patterns.items():
            # What removes a member is always about one, and what is decided beside it is not.
            apart = decision.member_concerned is not None and kind in REMOVALS
            alike.setdefault((*over, apart), []).append(kind)
        taken = {
            kind
            for key, other in self.charter.decisions.items()
            if key != name and covers(other.valid, day)
            for kind in other.covers
        }
        found: dict[str, tuple[str, ...]] = {}
        for kinds in alike.values():
            # Of spending a sum would have to be named too.
            own = sorted((kind for kind in kinds if kind not in taken), key="spend".__eq__)
            named = own[0] if own else ""
            found[named] = (*found.get(named, ()), *kinds)
        return found


class _Made:
    """What is asked in one vote, gathered."""

    def __init__(
        self, setting: Setting, name: str, decision: Decision, concerned: str | None, kind: str
    ) -> None:
        self.asked: list[Asked] = []
        self.open: list[str] = []
        self.vetoes: list[Vetoing] = []
        self.chair = ""
        self._setting = setting
        self._day = setting.day(name)
        self._membership = setting.membership(self._day)
        here: Route = ("decisions", name)
        body, switches = decision.body, decision.member_concerned
        roll = self._membership.electorate(body, switches, concerned=concerned)
        there = self._membership.electorate(body, switches, quorum=True, concerned=concerned)
        self._ask("passes", (*here, "passes"), roll, silence=decision.silence == "adopts")
        if decision.otherwise is not None and decision.otherwise.passes is not None:
            self._ask("otherwise", (*here, "otherwise", "passes"), roll)
        if decision.quorum is not None:
            self._ask("quorum", (*here, "quorum"), there, silence=True)
        if decision.second_call is not None and decision.second_call.quorum is not None:
            self._ask("second_call", (*here, "second_call", "quorum"), there, silence=True)
        everybody = any(asks_everybody(each.rule) for each in self.asked if each.role in DECIDING)
        self.entitled = entitled(roll, everybody=everybody)
        elsewhere: set[str] = set()
        for number, also in enumerate(decision.also):
            route: Route = (*here, "also", number)
            further = None if also.body == OWN_BOARDS else also.body
            if also.body == OWN_BOARDS:
                # Each member answers for its own board, so that it says there what it says here.
                further = None
            other = self._membership.electorate(further, None, concerned=concerned)
            self._ask("also", (*route, "passes"), other)
            if also.quorum is not None:
                self._ask("also-quorum", (*route, "quorum"), other, silence=True)
            elsewhere.update(row.id for row in other.rows if row.in_body and row.votes and row.count)
        self.voters = self.entitled | elsewhere
        for index, veto in enumerate(setting.charter.vetoes):
            touched = [is_over(veto, name, each) for each in ((kind,) if kind else decision.covers or ("",))]
            if any(touched) and covers(veto.valid, self._day):
                self._veto(index, veto, decision, roll, sure=all(touched))
        if decision.tie == "chair":
            chaired = setting.charter.bodies.get(body or "")
            chair = str(chaired.chair) if chaired is not None and chaired.chair is not None else ""
            self.chair = chair if any(row.id == chair for row in roll.rows) else ""

    def _ask(self, role: str, route: Route, roll: Electorate, *, silence: bool = False) -> None:
        sentence = self._setting.sentence(*route)
        if sentence is None or sentence.rule is None:
            words = "" if sentence is None else f" of {sentence.text!r}"
            self.open.append(f"What must agree is not clear from the words{words}.")
            return
        self.asked.append(Asked(role, route, sentence.rule, roll, silence))

    def _veto(self, index: int, veto: Veto, decision: Decision, roll: Electorate, *, sure: bool) -> None:
        counts = {row.id: row.count for row in roll.rows}
        held = holders_of(self._setting.charter, veto, self._day)
        holders = {each: counts[each] for each in held if counts.get(each)}
        needed = 1
        if veto.jointly is True:
            needed = max(sum(holders.values()), 1)
        elif veto.jointly:
            needed = int(veto.jointly)
        if "seconds" in veto.needs and veto.by != "vote":
            self.open.append("A veto that a second member must support is not counted here.")
        overrides: dict[str, Asked] = {}
        if veto.override is not None and veto.by != "vote":
            route: Route = ("vetoes", index, "override")
            sentence = self._setting.sentence(*route)
            if sentence is None or sentence.rule is None:
                self.open.append(f"How a veto is set aside is not clear from the words {veto.override!r}.")
            else:
                common = Asked("override", route, sentence.rule, self._rest(decision, None))
                overrides = {"": common}
                if common.speaks_of_others:
                    overrides = {
                        holder: Asked("override", route, sentence.rule, self._rest(decision, holder))
                        for holder in holders
                    }
        self.vetoes.append(Vetoing(index, veto, holders, needed, sure, overrides))

    def _rest(self, decision: Decision, holder: str | None) -> Electorate:
        return self._membership.electorate(decision.body, None, concerned=holder)


def is_over(veto: Veto, name: str, kind: str) -> bool:
    """Whether a veto can stop a decision of a kind."""
    return not veto.over or bool({"all", name, kind} & set(veto.over))
