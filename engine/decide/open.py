"""Votes that are not over: what can still happen, and what can no longer change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from coalcheck.engine.decide.question import vector
from coalcheck.engine.decide.suggest import still_open
from coalcheck.engine.decide.timing import deadline_under
from coalcheck.engine.decide.whole import whole
from coalcheck.engine.threshold.bound import AtLeast, Condition, Unknown, holds

if TYPE_CHECKING:
    from coalcheck.engine.decide.ballots import Cast
    from coalcheck.engine.decide.case import Case
    from coalcheck.engine.decide.question import Question
    from coalcheck.engine.decide.verdict import Outcome


class Foreseen(Struct, frozen=True):
    """What every completion of the ballots comes to.

    Attributes:
        outcome: the one outcome; None where they differ, or perhaps do.
        lost: whether none of them carries it, for whichever reason.
        untold: whether the charter has no answer to any of them.
    """

    outcome: Outcome | None = None
    lost: bool = False
    untold: bool = False


def foreseen(question: Question) -> Foreseen:
    """What the ballots that are still to come can do."""
    from coalcheck.engine.decide.completions import settled

    if question.count is None or question.failed:
        return Foreseen()
    cast = question.count.cast
    if len(cast.readings) > 1 or cast.missing:
        return Foreseen()
    chamber, law = whole(question, cast)
    start = vector(chamber, cast.ballots)
    left = still_open(chamber, start)

    def always(condition: Condition) -> bool | None:
        return settled(start, left, chamber.cells, _judge(condition), condition=condition)

    adopted = always(law.adopted)
    if adopted:
        return Foreseen() if _can_be_vetoed(question, cast) else Foreseen("adopted")
    if adopted is None:
        told = None
        if _has_unknown(law.adopted):
            told = settled(start, left, chamber.cells, lambda heads: holds(law.adopted, heads) is not None)
        return Foreseen(untold=told is False)
    quorum = always(law.quorum)
    if quorum is False:
        return Foreseen("no-quorum", lost=True)
    freed = always(law.freed) if quorum else None
    if freed is None:
        return Foreseen(lost=True)
    return Foreseen("vetoed" if freed else "rejected", lost=True)


def _can_be_vetoed(question: Question, cast: Cast) -> bool:
    """Whether a veto can still come that no ballot rules out: by notice, or by a vote with a reason."""
    for held in question.held:
        if not held.by_vote:
            if held.holders:
                return True
        elif held.veto.needs:
            for holder, heads in held.holders.items():
                if sum(cast.ballots.get(holder, ())) < heads:
                    return True
    return False


def _has_unknown(condition: Condition) -> bool:
    if isinstance(condition, AtLeast):
        return any(map(_has_unknown, condition.parts))
    return isinstance(condition, Unknown)


def _judge(condition: Condition) -> Callable[[Sequence[int]], bool | None]:
    return lambda heads: holds(condition, heads)


def voting_time_runs(case: Case) -> bool:
    """Whether the charter's own voting time is not over on the day from which it is judged."""
    window, opened = case.decision.window, case.action.opened
    if window is None:
        return False
    if opened is None:
        return True
    return deadline_under(case.terms, opened, window, case.as_of).met is not False
