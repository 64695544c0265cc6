"""The vetoes that can stop a decision, those that were raised, and whether they do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from coalcheck.engine.action.moment import UnknownZone
from coalcheck.engine.decide.case import holds
from coalcheck.engine.decide.timing import in_time
from coalcheck.engine.decide.verdict import Consulted, VetoRead
from coalcheck.engine.decide.veto_uses import Use, announced, use_by_notice, use_by_vote
from coalcheck.engine.facts.named import listed
from coalcheck.engine.roll.holders import holders_of

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Raised
    from coalcheck.engine.charter.model import Veto
    from coalcheck.engine.decide.case import Case
    from coalcheck.engine.decide.overriding import Overruled
    from coalcheck.engine.decide.rights import Rights
    from coalcheck.engine.source.node import Route


class Held(Struct, frozen=True):
    """One veto of the charter that can stop the decision at hand.

    Attributes:
        index: its place among the vetoes.
        veto: the veto.
        holders: how many heads each holder stands for, in the charter's order.
        applies: None where the action does not say what kind of decision it is, or on which day it was.
        needed: how many heads must use it together; 1 where each holds it alone.
        by_vote: whether a vote against is the veto.
        text: whose it is and over what, in words.
    """

    index: int
    veto: Veto
    holders: Mapping[str, int]
    applies: bool | None
    needed: int
    by_vote: bool
    text: str

    @property
    def route(self) -> Route:
        """Where it stands."""
        return ("vetoes", self.index)

    @property
    def unused(self) -> Consulted:
        """What is said of it where nobody used it."""
        return Consulted("veto", met=True, text=self.text, said="not used", route=self.route)


class Examined(Struct, frozen=True):
    """All vetoes that were raised.

    Attributes:
        stopped: whether one of them counts; None where what is on record does not tell.
        reads: each of them.
        clauses: what was asked of the charter's vetoes.
        missing: what must be known, one sentence each.
        still_open: until when another can come, in words; empty where none can.
        standing: by the place of a veto that is given by a vote: holders whose vote against counts as one.
        noticed: the same as ``stopped``, of vetoes by notice alone.
    """

    stopped: bool | None
    reads: tuple[VetoRead, ...] = ()
    clauses: tuple[Consulted, ...] = ()
    missing: tuple[str, ...] = ()
    still_open: str = ""
    standing: Mapping[int, frozenset[str]] = field(default_factory=dict)
    noticed: bool | None = False


class Overruling(Protocol):
    """Judges votes to set a veto aside; made by who knows the members."""

    def judge(self, held: Held, raised: Raised, holders: Sequence[str]) -> Overruled | None:
        """What came of the vote on a veto; None where there was none."""


def held_over(case: Case, entitled: Mapping[str, int], names: Mapping[str, str]) -> tuple[Held, ...]:
    """The vetoes of the charter that can stop the decision of a case.

    Args:
        case: the case, with its decision.
        entitled: the members of that day, with how many heads each stands for.
        names: how members are called.
    """
    found = []
    for index, veto in enumerate(case.charter.vetoes):
        applies = _applies(case, veto)
        if applies is False:
            continue
        held = holders_of(case.charter, veto, case.days[0])
        holders = {each: entitled[each] for each in held if each in entitled}
        needed = 1
        if veto.jointly is True:
            needed = max(sum(holders.values()), 1)
        elif veto.jointly:
            needed = int(veto.jointly)
        who = listed([names.get(holder, holder) for holder in holders])
        text = f"{who or 'nobody'} over {listed(veto.over) or 'every decision'}"
        if veto.jointly:
            text += ", together"
        found.append(Held(index, veto, holders, applies, needed, veto.by == "vote", text))
    return tuple(found)


def _applies(case: Case, veto: Veto) -> bool | None:
    in_force = holds(veto.valid, case.days)
    over = veto.over
    if in_force is False or not over or "all" in over or case.key in over:
        return in_force
    touched = [kind in over for kind in case.kinds]
    if not any(touched):
        return False
    return in_force if all(touched) else None


def examine(
    case: Case,
    rights: Rights,
    against: Mapping[str, int | None],
    names: Mapping[str, str],
    overruling: Overruling,
) -> Examined:
    """Say of every veto that was raised whether it counts.

    Args:
        case: the case.
        rights: the vetoes that can stop its decision.
        against: how many heads of each member voted against; None where only the number of all is known.
        names: how members are called.
        overruling: judges votes to set a veto aside.
    """
    held = rights.held
    if not case.action.vetoes and rights.by_vote.isdisjoint(against):
        return unused(case, rights)
    reads: list[VetoRead] = []
    clauses: list[Consulted] = []
    missing: list[str] = []
    standing: dict[int, frozenset[str]] = {}
    answers: dict[bool, list[bool | None]] = {True: [], False: []}
    for each in held:
        uses = _uses(case, each, against, overruling)
        answer = _together(each, uses)
        answers[each.by_vote].append(answer)
        reads.extend(_read(each, uses, answer))
        missing.extend(use.asks for use in uses if use.asks)
        if each.by_vote:
            standing[each.index] = frozenset(use.holder for use in uses if use.counts)
        if each.applies is None and uses:
            missing.append(_which_kind(case, each))
        clauses.append(_clause(each, uses, answer, names))
    known = {holder for each in held if not each.by_vote for holder in each.holders}
    by_vote = {holder for each in held if each.by_vote for holder in each.holders} - known
    for raised in case.action.vetoes:
        for holder in raised.by:
            if holder in by_vote and not against.get(holder):
                reads.append(
                    VetoRead(holder, counts=False, why="its veto is a vote against, and it gave none")
                )
            elif holder not in known and holder not in by_vote:
                reads.append(VetoRead(holder, counts=False, why="the charter gives it no veto on this"))
    noticed = any_answer(answers[False])
    return Examined(
        any_answer((noticed, *answers[True])), tuple(reads), tuple(clauses), tuple(dict.fromkeys(missing)),
        _still_open(case, held), standing, noticed,
    )  # fmt: skip


def unused(case: Case, rights: Rights) -> Examined:
    """What is said where nobody raised a veto."""
    still_open = _still_open(case, rights.held)
    return replace(rights.unused, still_open=still_open) if still_open else rights.unused


def any_answer(answers: Iterable[bool | None]) -> bool | None:
    """Whether one of several holds; None where that is open."""
    every = tuple(answers)
    return True if True in every else None if None in every else False


def _uses(case: Case, held: Held, against: Mapping[str, int | None], overruling: Overruling) -> list[Use]:
    if held.by_vote:
        return [
            use_by_vote(case, held.veto, holder, against[holder])
            for holder in held.holders
            if against.get(holder, 0) != 0
        ]
    uses: list[Use] = []
    for raised in case.action.vetoes:
        holders = [holder for holder in raised.by if holder in held.holders]
        if holders:
            vote = overruling.judge(held, raised, holders)
            uses.extend(
                use_by_notice(case, held.veto, raised, each, held.holders[each], vote, held.index)
                for each in holders
            )
    return uses


def _together(held: Held, uses: Sequence[Use]) -> bool | None:
    """Whether enough holders used it."""
    sure = {use.holder: use.heads for use in uses if use.counts}
    perhaps = {use.holder: use.heads for use in uses if use.counts is not False}
    if sum(perhaps.values()) < held.needed:
        return False
    return True if sum(sure.values()) >= held.needed and held.applies else None


def _read(held: Held, uses: Sequence[Use], answer: bool | None) -> list[VetoRead]:  # noqa: FBT001  (three answers)
    reads = []
    using = sum({use.holder: use.heads for use in uses if use.counts is not False}.values())
    for use in uses:
        counts, why = use.counts, use.why
        if held.needed > 1 and counts is not False:
            why += f"; {using} of the {held.needed} that must act together did"
            counts = answer
        elif held.applies is None and counts:
            counts = None
        overridden = use.overruled is not None and use.overruled.met is True
        reads.append(VetoRead(use.holder, counts, why, held.route, overridden, use.beyond))
    return reads


def _which_kind(case: Case, held: Held) -> str:
    return (
        f"What kind of decision is it? The veto is over {listed(held.veto.over)}, and "
        f"{case.key} covers more; the action can say it under action."
    )


def _clause(held: Held, uses: Sequence[Use], answer: bool | None, names: Mapping[str, str]) -> Consulted:  # noqa: FBT001  (three answers)
    if not uses:
        return held.unused
    users = listed(dict.fromkeys(names.get(use.holder, use.holder) for use in uses))
    came = "it counts" if answer else "it does not count" if answer is False else "whether it counts is open"
    return Consulted(
        "veto", None if answer is None else not answer, held.text, f"used by {users}; {came}", held.route
    )


def _still_open(case: Case, held: Sequence[Held]) -> str:
    """Whether a veto by notice can still come; empty where none can."""
    for each in held:
        within = each.veto.within
        if each.by_vote or within is None or not each.holders:
            continue
        try:
            over = in_time(case.terms, announced(case), within, case.as_of) is False
        except UnknownZone:  # whether it is over is then as open as the day
            over = False
        if not over:
            return f"a veto can still come within {within} of the decision"
    return ""
