"""What is inside and outside the common work, how long it lasts, and what it begins with."""

from typing import Annotated

from coalcheck.engine.charter.marks import Decider, DecisionId, People
from coalcheck.engine.charter.part import Block, Id, Listed, Part, Spoken, Texts, Whole
from coalcheck.engine.charter.quantity import Day, Every, MoneyText


class WhyNow(Block):
    """Why an alliance at all, and why at this time."""

    sentence = "reason"

    reason: str | None = None
    """Why these partners: a shared threat, a gap in skill or reach, stale voices."""
    event: str | None = None
    """The event that gives the reason to meet."""
    date: Day | None = None
    """The day of the event."""


class Term(Part):
    """How long the coalition lasts."""

    starts: Day | None = None
    """The first day."""
    ends: Day | None = None
    """The last day."""
    first_review: Day | None = None
    """The day of the first review."""


class Topic(Block):
    """A matter that is inside or outside what was agreed."""

    sentence = "about"

    id: Id | None = None
    """A short name for the matter."""
    about: str | None = None
    """The matter, in a sentence."""
    words: Texts = ()
    """Words by which the matter is recognised in a text."""
    kinds: Texts = ()
    """The kinds of partner or act that belong to it."""
    each_keeps: str | None = None
    """What each member goes on doing in its own name."""


class ScopeMoney(Spoken):
    """Limits of money."""

    in_all: MoneyText | None = None
    """How much may be spent in all."""
    one_decision: MoneyText | None = None
    """How much one decision may spend."""


class Scope(Spoken):
    """What the coalition does, what it does not do, and how that is widened."""

    inside: Annotated[tuple[Topic, ...], Listed] = ()
    """What the coalition works on."""
    outside: Annotated[tuple[Topic, ...], Listed] = ()
    """What it does not work on."""
    set_aside: Annotated[tuple[Topic, ...], Listed] = ()
    """What the members disagree on and leave alone."""
    if_set_aside_is_touched: str | None = None
    """What happens where a matter set aside comes up."""
    places: Texts = ()
    """Where it works."""
    money: ScopeMoney | None = None
    """How much it may spend."""
    widen: DecisionId | None = None
    """The decision that widens the scope."""


class FirstWin(Block):
    """An early, visible result."""

    sentence = "what"

    what: str | None = None
    """The result."""
    by: Day | None = None
    """The day by which it is reached."""
    needs: Decider | None = None
    """The decision it needs."""
    cost: MoneyText | None = None
    """What it costs."""
    told_to_the_public_by: People = ()
    """Who tells the public."""


class CheckIns(Spoken):
    """The regular short meeting."""

    every: Every | None = None
    """How often, such as month."""
    minutes: Whole | None = None
    """How long, in minutes."""
    who: str | None = None
    """Who takes part."""
