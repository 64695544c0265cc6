"""Acts after the day of the goal: the vote is held, and nobody has said what follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from coalcheck.engine.mission.phrase import low_words
from coalcheck.engine.mission.standing import Reason
from coalcheck.engine.wording.day import in_words as day_in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.mission.act import Act
    from coalcheck.engine.source.node import Route

_OF_THE_END: Final = frozenset({"dissolve", "renew", "amend", "widen-scope"})


def after_the_goal(act: Act, *, declared: bool) -> Iterator[Reason]:
    """An act after the day that the goal itself names.

    Args:
        act: the act.
        declared: whether it is on record that the goal was reached, or is out of reach; then what comes after
            has been thought of.
    """
    if declared or act.own_name or (len(act.kinds) == 1 and act.kinds[0] in _OF_THE_END):
        return
    goal, route = act.agreed.goal or (None, ())
    held = act.action.date or act.as_of
    if isinstance(held, datetime):
        held = held.date()
    if goal is None or not isinstance(held, date) or held <= goal:
        return
    term = act.agreed.charter.term
    if term is not None and term.ends is not None and held > term.ends:
        # After the term it has no authority at all, which is said elsewhere.
        return
    ending = act.agreed.tongue.stems("ending")
    words = low_words(" ".join(filter(None, (act.action.title, act.action.about))))
    if any(act.agreed.tongue.stem(word) in ending for word in words):
        return
    said = (
        f"it comes after {day_in_words(goal)}, the day of your goal, and nobody has said what became of that"
    )
    yield Reason(
        "after-goal",
        "goal",
        "ask",
        said,
        _said_at(act.agreed.charter, route),
        route,
        ("date",),
        day_in_words(held),
    )


def _said_at(charter: Charter, route: Route) -> str:
    """The sentence of the goal, or of the sign that it is reached."""
    end = charter.goal_end
    return charter.purpose if route == ("purpose",) or end is None else end.reached_when or ""
