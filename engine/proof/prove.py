"""Everything that is proven of a charter: of each decision, of each two, of its vetoes, and of the whole."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final, get_args

from msgspec.structs import replace

from coalcheck.engine.proof.answer import Answer, Property
from coalcheck.engine.proof.asking import Put, asked
from coalcheck.engine.proof.budget import MOST_CASES
from coalcheck.engine.proof.day import day_for
from coalcheck.engine.proof.setting import REMOVALS, Setting, is_over
from coalcheck.engine.roll.electorate import covers

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Veto
    from coalcheck.engine.proof.members import Alike

PROPERTIES: Final[tuple[Property, ...]] = get_args(Property)

_OF_A_DECISION: Final = frozenset[Property]((
    "can-be-carried", "can-be-turned-down", "support-never-hurts", "staying-away-never-helps",
    "needs-support", "never-both-ways", "quorum-matters", "clause-matters",
))  # fmt: skip
_OF_DEPARTURES: Final = frozenset[Property]((
    "survives-departures", "survives-two-departures", "classes-stay-filled", "not-everyone-after-a-departure",
))  # fmt: skip


def prove(
    charter: Charter, *, only: Collection[Property] = PROPERTIES, cases: int = MOST_CASES
) -> tuple[Answer, ...]:
    """Prove, or disprove with ballots, the properties of a charter.

    Args:
        charter: the charter.
        only: the properties that are asked for.
        cases: how many cases may be looked at for each property of each thing.

    Returns:
        One answer for each property of each thing that has it. A property that asks for something that the
        charter does not have, such as a quorum, has no answer.
    """
    return tuple(Proving(charter, cases, only).answers())


class Proving:
    """The proving of one charter; what several properties need is worked out once.

    Attributes:
        setting: the charter with its members put in.
        names: its decisions in force.
    """

    def __init__(
        self, charter: Charter, cases: int = MOST_CASES, only: Collection[Property] = PROPERTIES
    ) -> None:
        """Put the members in.

        Args:
            charter: the charter.
            cases: how many cases may be looked at for each property of each thing.
            only: the properties that are asked for.
        """
        self.setting = Setting(charter)
        self._cases = cases
        self._only = frozenset(only)
        readable = [name for name, decision in charter.decisions.items() if decision.passes is not None]
        days = {name: day_for(charter, name) for name in readable}
        last = max(days.values(), default=None)
        self.all_names: tuple[str, ...] = tuple(readable)
        self.names: tuple[str, ...] = tuple(
            name
            for name in readable
            if last is not None and covers(charter.decisions[name].valid, last) and days[name] == last
        )
        self._puts: dict[str, tuple[Put, ...]] = {}
        self._alike: tuple[Alike, ...] | None = None

    def answers(self) -> Iterator[Answer]:
        """All answers, decision by decision and then of the whole."""
        for name in self.all_names:
            if self._only & _OF_A_DECISION:
                yield from self._asked_for(self._of_decision(name))
        yield from self._of_pairs()
        yield from self._of_vetoes()
        yield from self._of_the_whole()

    def _asked_for(self, answers: Iterator[Answer]) -> Iterator[Answer]:
        return (answer for answer in answers if answer.property in self._only)

    def puts(self, name: str) -> tuple[Put, ...]:
        """Every way in which a decision can come to the vote, with its members."""
        if name not in self._puts:
            self._puts[name] = tuple(Put(vote, self._cases) for vote in self.setting.votes(name))
        return self._puts[name]

    def _of_decision(self, name: str) -> Iterator[Answer]:
        from coalcheck.engine.proof.parts import part_answers, reach_answers
        from coalcheck.engine.proof.support import support_answers

        puts = self.puts(name)
        if puts[0].vote.first("passes") is None:
            for each in ("can-be-carried", "can-be-turned-down"):
                answer = asked(each, name)
                yield Answer(answer.property, answer.subject, "unknown", " ".join(puts[0].vote.open))
            return
        carried, turned_down = reach_answers(name, puts, self._cases)
        yield carried
        yield turned_down
        yield from support_answers(name, puts, self._cases)
        if carried.status == "holds":
            yield from part_answers(name, puts, self._cases)

    def _of_pairs(self) -> Iterator[Answer]:
        from coalcheck.engine.proof.pairs import changing_answers, same_kind_answers

        setting, cases = self.setting, self._cases
        if "changed-no-more-easily" in self._only:
            yield from changing_answers(setting, self.covering("amend"), self.names, cases)
        if "same-kind-same-outcome" in self._only:
            yield from same_kind_answers(setting, self.names, cases)

    def _of_vetoes(self) -> Iterator[Answer]:
        from coalcheck.engine.proof.parts import veto_answers

        if not self._only & {"veto-matters", "override-is-as-hard"}:
            return
        over = self.every(self.all_names)
        for index, veto in enumerate(self.setting.charter.vetoes):
            for answer in self._asked_for(veto_answers(index, over, self._cases)):
                if answer.status == "fails" and answer.property == "veto-matters" and self._unread(veto):
                    said = "It is not written what carries a decision that this veto is over."
                    yield replace(answer, status="unknown", said=said)
                else:
                    yield answer

    def _unread(self, veto: Veto) -> bool:
        """Whether a veto is over a decision of which it is not written what carries it."""
        return any(
            is_over(veto, name, kind)
            for name, decision in self.setting.charter.decisions.items()
            if name not in self.all_names
            for kind in decision.covers or ("",)
        )

    def _of_the_whole(self) -> Iterator[Answer]:
        from coalcheck.engine.proof.repair import repair_answer, standstill_answer

        amending, removing = self.covering("amend"), self.covering("expel")
        if "can-be-repaired" in self._only:
            every = self.every(amending, "amend"), self.every(removing, "expel")
            yield repair_answer(*every, self.members(), self._cases)
        if "no-standstill" in self._only and self.names:
            yield standstill_answer(self.every(self.names), self.members(), self._cases)
        if amending:
            yield from self._of_routes(amending, removing)
        if self._only & _OF_DEPARTURES and self.names:
            from coalcheck.engine.proof.leaving import Departures

            departures = Departures(self.setting, self.names, self.members())
            yield from self._asked_for(departures.answers(self._cases))

    def _of_routes(self, amending: Sequence[str], removing: Sequence[str]) -> Iterator[Answer]:
        from coalcheck.engine.proof.admitting import admitting_answer
        from coalcheck.engine.proof.members import alike
        from coalcheck.engine.proof.pairs import about_nobody, harder
        from coalcheck.engine.proof.removing import removing_answer

        setting, cases = self.setting, self._cases
        admitting, ending = self.covering("admit"), self.covering("dissolve")
        if "no-way-by-admitting" in self._only and admitting:
            yield admitting_answer(setting, admitting, amending, cases)
        if "no-way-by-removing" in self._only and removing:
            # Whom only other decisions tell apart, such as who sits on a board, is alike on this way.
            members = alike(setting, (*removing, *amending))
            yield removing_answer(setting, removing, amending, members, cases)
        if "no-way-by-ending" in self._only:
            today = [vote for name in amending for vote in about_nobody(setting, name, "amend")]
            for name in ending:
                ways = about_nobody(setting, name, "dissolve")
                if name not in amending and ways and today:
                    said = "Some who could not change the charter can end the coalition, and found it anew."
                    yield harder(asked("no-way-by-ending", name), ways, [today], said, cases, all_vote=True)

    def every(self, names: Sequence[str], kind: str = "") -> list[tuple[str, tuple[Put, ...]]]:
        """Decisions, each with every way in which it can come to the vote, or that as one kind."""
        found = []
        for name in names:
            puts = self.puts(name)
            asked_for = tuple(put for put in puts if kind in put.vote.kinds) or puts
            if kind in REMOVALS and self.setting.charter.decisions[name].member_concerned is not None:
                # It is put about nobody only as another kind.
                asked_for = tuple(put for put in asked_for if put.vote.concerned is not None) or asked_for
            found.append((name, asked_for))
        return found

    def members(self) -> tuple[Alike, ...]:
        """The members, those together that no decision tells apart."""
        from coalcheck.engine.proof.members import alike

        if self._alike is None:
            self._alike = alike(self.setting, self.names)
        return self._alike

    def covering(self, kind: str) -> tuple[str, ...]:
        """The decisions in force that cover a kind, or that the charter names for it elsewhere."""
        charter = self.setting.charter
        found = tuple(name for name in self.names if kind in charter.decisions[name].covers)
        elsewhere = charter.joining.decision if kind == "admit" and charter.joining is not None else None
        return found or tuple(name for name in self.names if name == elsewhere)
