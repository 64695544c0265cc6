"""Whether the parts of a decision do anything: its rule, quorum, clauses, vetoes and overrides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from coalcheck.engine.proof.answer import Answer
from coalcheck.engine.proof.asking import Found, Put, asked, never, somewhere
from coalcheck.engine.proof.logic import AGAINST, all_of, is_open, negated
from coalcheck.engine.proof.search import find, met
from coalcheck.engine.source.node import Route
from coalcheck.engine.threshold.say import say
from coalcheck.engine.threshold.tree import All, Any, Clause, Rule

if TYPE_CHECKING:
    from coalcheck.engine.proof.box import Vector
    from coalcheck.engine.proof.budget import Budget
    from coalcheck.engine.proof.over import Over
    from coalcheck.engine.proof.vote import Asked, Vetoing


def reach_answers(name: str, puts: Sequence[Put], cases: int) -> tuple[Answer, Answer]:
    """Whether a decision can be carried at all, and whether it can be not carried.

    Args:
        name: its id.
        puts: every way in which it can come to the vote.
        cases: how many cases may be looked at for each.
    """
    carried = somewhere(
        asked("can-be-carried", name), puts, _carried,
        "No ballots carry it, not even those in which everyone votes for it.", cases,
    )  # fmt: skip
    turned_down = somewhere(
        asked("can-be-turned-down", name), puts, _turned_down,
        "Every ballot carries it, also those in which everyone votes against it.", cases,
    )  # fmt: skip
    return (
        _shown(carried, puts, adopted=False),
        _shown(turned_down, puts, adopted=True),
    )


def _carried(put: Put, budget: Budget) -> Vector | None:
    point = put.everyone_for
    return point if met(put.adopted, point) else find(put.room.box, put.adopted, budget)


def _turned_down(put: Put, budget: Budget) -> Vector | None:
    fails = negated(put.adopted)
    point = put.all_do(AGAINST)
    return point if met(fails, point) else find(put.room.box, fails, budget)


def _shown(answer: Answer, puts: Sequence[Put], *, adopted: bool) -> Answer:
    """The same with the plainest ballots that should do it and do not."""
    from msgspec.structs import replace

    if answer.status != "fails":
        return answer
    points = [put.all_do(AGAINST) if adopted else put.everyone_for for put in puts]
    shown = [
        put.shown(point, adopted=adopted)
        for put, point in zip(puts, points, strict=True)
        if put.comes_to(point) is adopted
    ]
    return replace(answer, witnesses=tuple(shown))


def part_answers(name: str, puts: Sequence[Put], cases: int) -> Iterator[Answer]:
    """Whether the quorum of a decision, and each clause and further body, ever makes a difference.

    Args:
        name: its id.
        puts: every way in which it can come to the vote.
        cases: how many cases may be looked at for each.
    """
    first = puts[0]
    quorum = first.vote.first("quorum")
    if quorum is not None:
        yield somewhere(
            asked("quorum-matters", name, at=quorum.route), puts, _without_quorum,
            "Whatever carries it meets the quorum too, so the quorum changes nothing.", cases,
        )  # fmt: skip
    for each in first.vote.asked:
        for changed, part, looser in _dropped(each):

            def differs(
                put: Put, budget: Budget, route: Route = each.route, rule: Rule = changed,
                looser: bool = looser,  # noqa: FBT001  (bound here, for each turn of the loop)
            ) -> Vector | None:  # fmt: skip
                over = put.room.changed(0, {route: rule})
                return _differs(put, over, budget, looser=looser)

            words = say(part)
            yield somewhere(
                asked("clause-matters", name, words, at=each.route), puts, differs,
                f"Without the words {words!r} every vote would come out the same.", cases,
            )  # fmt: skip


def _without_quorum(put: Put, budget: Budget) -> Vector | None:
    over = put.over
    rest = all_of(over.rule(), over.elsewhere(), *map(over.unstopped, put.vote.vetoes))
    return find(put.room.box, all_of(rest, negated(over.quorum())), budget)


def _differs(put: Put, over: Over, budget: Budget, *, looser: bool) -> Vector | None:
    """Ballots on which a vote with a part left out comes out otherwise.

    Without a part a rule is mostly looser, or harder; not where the part says who votes, or that an even
    split is a case of its own.
    """
    now, then = put.adopted, over.adopted()
    more = all_of(then, negated(now)), all_of(now, negated(then))
    for condition in more if looser else reversed(more):
        found = find(put.room.box, condition, budget)
        if found is not None:
            return found
    return None


def _dropped(each: Asked) -> Iterator[tuple[Rule, Rule, bool]]:
    """A rule with each part left out in turn: what is left, the part, and whether that is looser."""
    if each.role in ("otherwise", "second_call"):
        yield Any(()), each.rule, False
    if each.role in ("also", "also-quorum"):
        yield All(()), each.rule, True
    yield from _less(each.rule)


def _less(rule: Rule) -> Iterator[tuple[Rule, Rule, bool]]:
    if isinstance(rule, Clause):
        return
    for place, part in enumerate(rule.rules):
        before, after = rule.rules[:place], rule.rules[place + 1 :]
        make = type(rule)
        yield make((*before, *after)), part, isinstance(rule, All)
        for changed, inner, looser in _less(part):
            yield make((*before, changed, *after)), inner, looser


def veto_answers(index: int, over: Sequence[tuple[str, Sequence[Put]]], cases: int) -> Iterator[Answer]:
    """Whether a veto can be used and changes anything, and whether setting it aside is no way round a vote.

    Args:
        index: its place among the vetoes of the charter.
        over: each decision of the charter, by its id, with every way in which it can come to the vote.
        cases: how many cases may be looked at for each.
    """
    route: Route = ("vetoes", index)
    under = [
        (put, veto) for _, puts in over for put in puts for veto in put.vote.vetoes if veto.index == index
    ]
    used = [(put, veto) for put, veto in under if veto.usable]
    said = "Nothing is decided differently with this veto than without it."
    if not under:
        said = "There is no decision that this veto could stop."
    elif not used:
        said = "Nobody can use this veto: too few members hold it, or its terms allow no use."

    def differs(put: Put, budget: Budget) -> Vector | None:
        without = put.over.adopted(without=index)
        return find(put.room.box, all_of(without, negated(put.adopted)), budget)

    found = somewhere(
        asked("veto-matters", str(index), at=route), [put for put, _ in used], differs, said, cases
    )
    yield found
    if found.status == "fails":
        return
    for name, puts in over:
        ways = [
            put for put in puts if any(v.index == index and v.overrides and v.usable for v in put.vote.vetoes)
        ]
        if ways:

            def easier(put: Put, budget: Budget) -> Found | None:
                veto = next(each for each in put.vote.vetoes if each.index == index)
                return _easier(put, veto, budget)

            yield never(
                asked("override-is-as-hard", name, str(index), at=(*route, "override")), ways, easier, cases
            )


def _easier(put: Put, veto: Vetoing, budget: Budget) -> Found | None:
    """Ballots that set a veto aside and do not meet the rule of the decision.

    Only where the veto makes a difference: where the rule needs its holders anyway there is nothing to set
    aside.
    """
    over = put.over
    without = over.adopted(without=veto.index)
    if find(put.room.box, all_of(without, negated(put.adopted)), budget) is None:
        return None
    for holder, override in veto.overrides.items():
        aside = over.override(override)
        if is_open(aside):
            continue
        used = over.used(veto) if not holder else over.against((holder,), 1)
        point = put.room.find(all_of(used, aside, negated(over.rule()), put.refused), budget)
        if point is not None:
            return Found(
                (put.shown(point, adopted=False),),
                "Setting the veto aside takes less than the decision itself.",
            )
    return None
