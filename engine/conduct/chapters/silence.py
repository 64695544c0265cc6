"""What stands because nobody objected, though somebody who said nothing had no time to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.conduct.clause import clause, told
from coalcheck.engine.conduct.moments import terms_of
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from coalcheck.engine.action.moment import Moment
    from coalcheck.engine.charter.model import Member
    from coalcheck.engine.conduct.act import Act

MATTERS: Final[Mapping[str, str]] = {
    "silent-unable": "It stands by silence, and a member that said nothing could not have answered in time.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(needs_time="How long the slowest of them needs for a decision of its own."),
    **numbers(unable="Members that said nothing and had less time than they need for an answer."),
}
"""What its matters tell."""


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act."""
    verdict, action = act.verdict, act.action
    if verdict is None or verdict.outcome != "adopted" or action.happened is not None:
        return
    decision = act.charter.decisions.get(verdict.decision)
    if decision is None or decision.silence != "adopts":
        return
    begins = action.opened or action.notice
    ends = action.closes or action.date
    if begins is None or ends is None:
        return
    silent = {
        each.member
        for each in verdict.members
        if each.eligible and each.votes.get("absent", 0) == each.heads and each.heads
    }
    unable = [
        member
        for member in act.charter.members
        if member.id in silent and _had_no_time(act, member, begins, ends)
    ]
    if not unable:
        return
    slowest = max(unable, key=_needed)
    needs = slowest.how_we_work.decides_in if slowest.how_we_work is not None else None
    row = act.charter.members.index(slowest)
    values: dict[str, Value] = {
        "unable": len(unable),
        "said": counted(len(unable), "member"),
        "needs_time": str(needs),
    }
    route = ("closes",) if action.closes is not None else ("date",)
    at = clause(needs, "members", row, "how_we_work", "decides_in")
    yield told(act, "silent-unable", route, values, at)


def _needed(member: Member) -> int:
    from coalcheck.engine.facts.time import minutes

    ways = member.how_we_work
    return minutes(ways.decides_in) if ways is not None and ways.decides_in is not None else 0


def _had_no_time(act: Act, member: Member, begins: Moment, ends: Moment) -> bool:
    """Whether a member certainly needs longer than it had, and nobody may answer for it without asking."""
    from coalcheck.engine.decide.timing import open_for

    ways = member.how_we_work
    if ways is None or ways.decides_in is None or ways.delegate_alone:
        return False
    return open_for(terms_of(act.charter), begins, ends, ways.decides_in) is False
