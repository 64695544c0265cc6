"""Leaving, and joining."""

from coalcheck.engine.charter.marks import DecisionId
from coalcheck.engine.charter.part import Spoken, Texts, YesNo
from coalcheck.engine.charter.quantity import PeriodText


class Exit(Spoken):
    """How a member leaves."""

    notice: PeriodText | None = None
    """How long before leaving the others are told."""
    in_writing_to: str | None = None
    """To whom the notice goes."""
    reason_needed: YesNo | None = None
    """Whether a reason must be given."""
    never_needs: str | None = None
    """What leaving never depends on, such as the consent of the others."""
    cost: str | None = None
    """What leaving costs."""
    money_back: str | None = None
    """What the member gets back."""
    joint_texts: str | None = None
    """What becomes of its name on joint texts."""
    handover: str | None = None
    """What it hands over, and to whom."""
    announcement: str | None = None
    """How the leaving is made known."""
    continues_after: Texts = ()
    """What binds it after leaving."""
    data: str | None = None
    """What becomes of personal data it has."""
    thanks: str | None = None
    """How its contribution is recognised."""


class Joining(Spoken):
    """How a new member comes in."""

    decision: DecisionId | None = None
    """The decision that admits."""
    asks: Texts = ()
    """What is asked of a candidate."""
    compatibility: str | None = None
    """How it is seen whether the candidate fits."""
    integration: str | None = None
    """How a new member finds its way."""
    rebalancing: str | None = None
    """How votes and shares are looked at again."""
    recount: YesNo | None = None
    """Whether the meaning of every threshold is counted again."""


class Leaving(Spoken):
    """What the others do when a member leaves."""

    handover: str | None = None
    """Who takes over its roles."""
    rebalancing: str | None = None
    """How votes and shares are looked at again."""
    recount: YesNo | None = None
    """Whether the meaning of every threshold is counted again."""
    thanks: str | None = None
    """How its contribution is recognised."""
