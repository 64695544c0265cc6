"""What a decision says beside its rule, turned round or taken away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from coalcheck.engine.charter.decisions import MemberConcerned
from coalcheck.engine.facts.examination import REMOVALS
from coalcheck.engine.scenario.mutation.mutant import Mutant, put

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Decision
    from coalcheck.engine.scenario.mutation.reach import Reach

_SILENCE: Final = "silence that adopts"
_CONCERNED: Final = {
    "votes": ("votes on it", "does not vote on it"),
    "counted": ("is counted among the members", "is not counted among the members"),
    "for_quorum": ("counts for the quorum", "does not count for the quorum"),
}
_NEEDED: Final = {
    "reason": "the need of a reason",
    "seconds": "the need of a second supporter",
    "notice": "the need of notice",
    "explanation": "the need of an explanation",
}


def of_exceptions(reach: Reach) -> Iterator[Mutant]:
    """Every such change of every decision."""
    for name, decision in reach.charter.decisions.items():
        for key, said, value, ballots in _changes(decision):
            route = ("decisions", name, *key)
            yield Mutant("exception", route, said, put(reach.charter, route, value), (name,), ballots=ballots)


def _changes(decision: Decision) -> Iterator[tuple[tuple[str | int, ...], str, Any, bool]]:
    """The place within the decision, the change in words, the new value, whether ballots alone tell it."""
    if decision.silence == "adopts":
        yield ("silence",), f"{_SILENCE} was dropped", None, False
    if decision.abstentions == "against":
        yield ("abstentions",), "abstentions that count against no longer do", None, True
    else:
        yield ("abstentions",), "abstentions began to count against", "against", True
    if decision.tie == "chair":
        yield ("tie",), "a tie that the chair breaks now fails", "fails", False
    elif decision.tie == "fails":
        yield ("tie",), "a tie that fails is now broken by the chair", "chair", False
    if decision.no_quorum is not None:
        yield ("no_quorum",), "what happens without a quorum was dropped", None, False
    for place, need in enumerate(decision.needs):
        yield ("needs", place), f"{_NEEDED[need]} was dropped", None, False
    yield from _of_second_ways(decision)
    yield from _of_proxies(decision)
    for place, also in enumerate(decision.also):
        yield ("also", place), f"the consent of {also.body} was dropped", None, False
    yield from _of_the_member_concerned(decision)


def _of_second_ways(decision: Decision) -> Iterator[tuple[tuple[str | int, ...], str, Any, bool]]:
    if decision.otherwise is not None:
        yield ("otherwise",), "the second way was dropped", None, False
        opens = decision.otherwise.if_
        if opens is not None:
            other = "failure" if opens == "objection" else "objection"
            said = f"a second way after {opens} became a second way after {other}"
            yield ("otherwise", "if"), said, other, False
    if decision.second_call is not None:
        yield ("second_call",), "the second call was dropped", None, False


def _of_proxies(decision: Decision) -> Iterator[tuple[tuple[str | int, ...], str, Any, bool]]:
    proxies = decision.proxies
    if proxies is None:
        return
    yield ("proxies",), "voting for somebody else was dropped", None, False
    if proxies.most is not None:
        for most in (proxies.most - 1, proxies.most + 1):
            if most > 0:
                said = f"at most {proxies.most} votes for others became at most {most}"
                yield ("proxies", "most"), said, most, False
    asks_who_came = decision.quorum is not None or "present" in (decision.passes or "").split()
    for place, use in enumerate(proxies.count):
        # Where nobody asks who was there, it makes no difference who counts as being there.
        if len(proxies.count) > 1 and (use == "vote" or asks_who_came):
            yield ("proxies", "count", place), f"proxies that count for the {use} no longer do", None, False


def _of_the_member_concerned(decision: Decision) -> Iterator[tuple[tuple[str | int, ...], str, Any, bool]]:
    concerned = decision.member_concerned
    if concerned is None:
        if REMOVALS & set(decision.covers):
            said = "the member concerned no longer votes on it"
            yield ("member_concerned",), said, MemberConcerned(votes=False), True
        return
    votes = concerned.votes is not False
    counted = votes if concerned.counted is None else concerned.counted
    now = {"votes": votes, "counted": counted, "for_quorum": concerned.for_quorum is not False}
    for key, (yes, no) in _CONCERNED.items():
        if key == "for_quorum" and decision.quorum is None:
            continue  # There is no quorum for which it could count.
        was, becomes = (yes, no) if now[key] else (no, yes)
        said = f"the member concerned {was} became the member concerned {becomes}"
        # Whether it is counted follows from whether it votes only where the charter does not say.
        held = concerned.model_copy(update={"counted": counted, key: not now[key]})
        yield ("member_concerned",), said, held, True
