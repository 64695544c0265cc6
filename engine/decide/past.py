"""What was on record before a decision, as far as the charter makes a difference of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Attempt
    from coalcheck.engine.action.moment import Moment
    from coalcheck.engine.decide.spending import Spending


class Used(NamedTuple):
    """A veto that was used before.

    Attributes:
        moment: when it was raised.
        sure: whether it is known to have counted, by itself or until a vote set it aside.
    """

    moment: Moment
    sure: bool = True


class Attempted(NamedTuple):
    """An earlier attempt at the same, which was not carried.

    Attributes:
        decision: under which decision it was put.
        attempt: when, and how it ended.
    """

    decision: str
    attempt: Attempt


class Past(Struct, frozen=True):
    """What was on record before a decision.

    Attributes:
        spent: what was agreed to be spent; it may be added to once the verdict is there, not before.
        vetoes: by the place of a veto in the charter and its holder: when it was used on other decisions.
        attempts: earlier attempts at the same, the latest last.
        goal_declared: whether somebody said that the goal was reached, or is out of reach.
    """

    spent: Spending
    vetoes: Mapping[tuple[int, str], Sequence[Used]] = field(default_factory=dict)
    attempts: tuple[Attempted, ...] = ()
    goal_declared: bool = False

    def attempt(self, decision: str) -> Attempt | None:
        """The latest attempt under a decision."""
        return next((each.attempt for each in reversed(self.attempts) if each.decision == decision), None)
