"""Two decisions over the same ballots: one easier than it may be, or two that cover the same and differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from coalcheck.engine.proof.answer import Answer
from coalcheck.engine.proof.asking import NOT_SAID, TOO_MANY, asked
from coalcheck.engine.proof.budget import Budget, TooManyCases
from coalcheck.engine.proof.logic import AGAINST, FOR, all_of, is_open, negated, taken
from coalcheck.engine.proof.room import Room
from coalcheck.engine.proof.search import fewest, find
from coalcheck.engine.proof.vote import Vote
from coalcheck.engine.proof.witness import Witness

if TYPE_CHECKING:
    from coalcheck.engine.proof.box import Vector
    from coalcheck.engine.proof.setting import Setting
    from coalcheck.engine.threshold.bound import Condition

_PLAIN_CASES = 20_000
"""So many cases may go into finding the fewest who can do it, once it is known that some can."""


class Shown:
    """Ballots that carry one decision and not the other, with what is needed to write them down."""

    def __init__(self, room: Room, first: int, point: Vector, others: Iterable[int]) -> None:
        self.point = point
        self.room = room
        self.witnesses: tuple[Witness, ...] = (
            room.shown(first, point, adopted=True),
            *(room.shown(other, point, adopted=False) for other in others),
        )


def carried_alone(
    ones: Sequence[Vote], others: Sequence[Vote], budget: Budget, *, all_vote: bool = False
) -> tuple[Shown | None, bool]:
    """Find ballots, of the fewest in favour where that is soon found, that carry one and in no way the other.

    Args:
        ones: the ways in which the first can come to the vote; one of them is enough.
        others: the ways of the second; none of them may carry.
        budget: what may be spent.
        all_vote: whether only ballots are looked at in which all who vote are for or against.

    Returns:
        What was found, and whether the charter leaves open how some ballots come out.
    """
    open_ = False
    for one in ones:
        room = Room([one, *others])
        adopted = [over.adopted() for over in room.overs]
        sure = all_of(adopted[0], *(over.refused() for over in room.overs[1:]))
        box = room.box.only((FOR, AGAINST), room.voting()) if all_vote else room.box
        point = find(box, sure, budget, plain=True)
        if point is not None:
            best = _fewest(room, sure, budget) or point
            return Shown(room, 0, best, range(1, len(room.overs))), open_
        if any(map(is_open, adopted)):
            maybe = all_of(
                taken(adopted[0], met=True), *(negated(taken(each, met=False)) for each in adopted[1:])
            )
            open_ = open_ or find(box, maybe, budget) is not None
    return None, open_


def _fewest(room: Room, condition: Condition, budget: Budget) -> Vector | None:
    """Such ballots with the fewest in favour, all others against; None where it is not soon found."""
    box = room.box.only((FOR, AGAINST), room.voting())
    try:
        found = fewest(box, condition, budget.part(_PLAIN_CASES))
    except TooManyCases:
        return None
    return None if found is None else found[1]


def harder(  # noqa: PLR0913  (each is a separate part of one question)
    answer: Answer, easy: Sequence[Vote], hard: Sequence[Sequence[Vote]], said: str, cases: int,
    *, all_vote: bool = False,
) -> Answer:  # fmt: skip
    """Whether whatever carries one decision carries another too.

    Args:
        answer: what is asked, of what.
        easy: the ways in which the one that should be the harder can come to the vote.
        hard: the ways of the other, those together that are the same question put again.
        said: what is said where it is not.
        cases: how many cases may be looked at.
        all_vote: whether only ballots are looked at in which all who vote are for or against.
    """
    budget = Budget(cases)
    reason = ""
    try:
        for ways in hard:
            found, open_ = carried_alone(easy, ways, budget, all_vote=all_vote)
            if found is not None:
                return replace(
                    answer, status="fails", said=said, witnesses=found.witnesses, cases=budget.spent
                )
            if open_:
                reason = NOT_SAID
    except TooManyCases:
        reason = TOO_MANY.format(cases=cases)
    return replace(answer, status="unknown" if reason else "holds", said=reason, cases=budget.spent)


def same_question(votes: Iterable[Vote]) -> list[list[Vote]]:
    """Votes by the question that is put: attempts and casting votes are ways to put the same one."""
    groups: dict[tuple[str, str | None], list[Vote]] = {}
    for vote in votes:
        groups.setdefault((vote.kind, vote.concerned), []).append(vote)
    return list(groups.values())


def about_nobody(setting: Setting, name: str, kind: str = "") -> list[Vote]:
    """The ways in which a decision comes to the vote when it is about no member; none where it always is.

    Args:
        setting: the charter.
        name: the decision.
        kind: as which kind it is put, where that is asked.
    """
    votes = [vote for vote in setting.votes(name) if vote.concerned is None]
    return of_kind(votes, kind)


def of_kind(votes: Sequence[Vote], kind: str) -> list[Vote]:
    """The ways to put a decision as one kind; all of them where none is of that kind by name."""
    return [vote for vote in votes if kind in vote.kinds] or list(votes)


def changing_answers(
    setting: Setting, amending: Sequence[str], names: Sequence[str], cases: int
) -> list[Answer]:
    """Whether each rule is at least as hard to change as to use.

    Easier is what fewer can carry against all others: of the ballots of everyone, for or against, those that
    carry the change carry the decision. Asked only where whoever votes on the change votes on the decision
    too: an assembly may change by less what a committee of it needs all its members for.

    Args:
        setting: the charter.
        amending: the decisions that change the charter.
        names: the decisions in force.
        cases: how many cases may be looked at for each pair.
    """
    found = []
    for route in amending:
        easy = about_nobody(setting, route, "amend")
        for name in names:
            covers = setting.charter.decisions[name].covers
            # What covers only changes of some parts is itself a way of changing.
            if name in amending or (covers and all(kind.startswith("amend") for kind in covers)):
                continue
            hard = about_nobody(setting, name)
            if not easy or not hard or not easy[0].voters <= hard[0].voters:
                continue
            found.append(
                harder(
                    asked("changed-no-more-easily", name, route), easy, same_question(hard),
                    "This rule can be changed more easily than it can be used.", cases, all_vote=True,
                )
            )  # fmt: skip
    return found


def same_kind_answers(setting: Setting, names: Sequence[str], cases: int) -> list[Answer]:
    """Whether two decisions that cover the same kind come out the same on every ballot.

    Not asked where the charter says which is meant: one of them needs a notice, or bodies have limits.

    Args:
        setting: the charter.
        names: the decisions in force.
        cases: how many cases may be looked at for each pair.
    """
    charter = setting.charter
    found = []
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            first, second = charter.decisions[one], charter.decisions[other]
            shared = [kind for kind in first.covers if kind in second.covers]
            if not shared or first.applies_if or second.applies_if:
                continue
            bodies = [charter.bodies.get(each.body or "") for each in (first, second)]
            if first.body != second.body and any(body is not None and body.limits for body in bodies):
                continue
            found.append(_same(setting, (one, other), shared[0], cases))
    return found


def _same(setting: Setting, names: tuple[str, str], kind: str, cases: int) -> Answer:
    answer = asked("same-kind-same-outcome", *names, kind)
    said = "Two decisions cover the same, and there are votes that only one of them carries."
    one, other = (about_nobody(setting, name, kind) for name in names)
    if not one or not other:
        return replace(answer, status="unknown", said="Each is about a member, and these were not compared.")
    there = harder(answer, one, [other], said, cases)
    if there.status == "fails":
        return there
    back = harder(answer, other, [one], said, cases)
    came = there if back.status == "holds" else back
    return replace(came, cases=there.cases + back.cases)
