"""Money and form: the entity or host, the pooled fund, and how commitments grow."""

from typing import Annotated

from pydantic import Field

from coalcheck.engine.charter.marks import Decider, People
from coalcheck.engine.charter.part import Block, Listed, Spoken
from coalcheck.engine.charter.quantity import Day, MoneyText


class Entity(Block):
    """The legal form, or the host in whose form the coalition works."""

    sentence = "form"

    form: str | None = None
    """The legal form."""
    host: str | None = None
    """The organisation that hosts the coalition."""
    law: str | None = None
    """The law that applies."""
    liability: str | None = None
    """Who is liable, and for what."""
    insurance: str | None = None
    """What is insured."""
    accounts: str | None = None
    """How accounts are kept, checked and shown."""


class SpendingRule(Block):
    """Who may spend how much."""

    sentence = "in_words"

    up_to: MoneyText | None = None
    """Sums up to this one."""
    above: MoneyText | None = None
    """Sums above this one."""
    by: Decider | None = None
    """Who decides on them."""
    told_to: Decider | None = None
    """Who is told."""
    in_words: str | None = None
    """The whole of it, or the rest of it, in a sentence."""


class Fund(Spoken):
    """Money that is held together."""

    held_by: str | None = None
    """Who holds the money."""
    spending: Annotated[tuple[SpendingRule, ...], Listed] = ()
    """Who may spend how much."""
    reserve: str | None = None
    """What is kept back."""
    unequal_by_design: str | None = None
    """Why members pay or receive unlike sums."""
    reports: str | None = None
    """Who is told of the money, and when."""
    outside_money: str | None = None
    """How money from outside is taken in."""


class CommitStep(Block):
    """One step in which commitments grow."""

    sentence = "what"

    what: str | None = None
    """What is added."""
    after: str | None = None
    """What must have happened before."""
    from_: Day | None = Field(None, alias="from")
    """The day from which it is due."""
    who: People = ()
    """Whose commitment it is."""


class Affected(Block):
    """Who is affected and is not a member."""

    sentence = "who"

    who: str | None = None
    """The people or the sector."""
    because: str | None = None
    """Why they are not members."""
    heard_by: str | None = None
    """How they are heard all the same."""
