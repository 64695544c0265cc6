"""Value and learning: what each gets, how it is shared anew, who is credited."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from coalcheck.engine.charter.marks import MemberId, SprintId
from coalcheck.engine.charter.part import Block, Id, Listed, Part, Spoken, Texts
from coalcheck.engine.charter.quantity import Day, Every

Dimension: TypeAlias = Literal["strategic", "operational", "relational", "innovative"]


class Portfolio(Spoken):
    """What one member gets out of it, by kind of value."""

    strategic: str | None = None
    """Influence, position, a way to its goal."""
    operational: str | None = None
    """Daily work made easier."""
    financial: str | None = None
    """Money earned or saved."""
    innovative: str | None = None
    """Something new."""
    reputational: str | None = None
    """Standing with others."""
    relational: str | None = None
    """Relations that last."""


class ValueReview(Spoken):
    """The regular look at who gets what."""

    every: Every | None = None
    """How often."""
    first: Day | None = None
    """The day of the first one."""
    facilitator: str | None = None
    """Who leads it."""
    neutral_until: Day | None = None
    """Until when it is led by someone who is not a party."""
    prepare: str | None = None
    """What each prepares."""


class Value(Spoken):
    """How value is shared."""

    principles: Texts = ()
    """The principles, agreed before there is anything to share."""
    agreed_on: Day | None = None
    """The day on which they were agreed."""
    portfolios: dict[MemberId, Portfolio] = Field(default_factory=dict)
    """What each member gets, by kind of value."""
    review: ValueReview | None = None
    """The regular look at who gets what."""
    rebalance_when: Texts = ()
    """What makes the members share anew."""
    success_in: Annotated[tuple[Dimension, ...], Listed] = ()
    """In what success is measured."""


class Credits(Spoken):
    """Credits for knowledge that was used."""

    given_by: str | None = None
    """Who gives them."""
    for_: str | None = Field(None, alias="for")
    """For what."""
    shown_in: str | None = None
    """Where they are shown."""


class Knowledge(Spoken):
    """How knowledge that is shared comes back to those who shared it."""

    credits: Credits | None = None
    """Credits for what was used."""
    redeem_for: Texts = ()
    """What a credit can be used for."""


class Attribution(Block):
    """How public results name who did what."""

    sentence = "rule"

    rule: str | None = None
    """The rule."""
    checked_by: str | None = None
    """Who checks it."""


class Sprint(Part):
    """A stretch of work on fitting together, before the first large project."""

    id: Id | None = None
    """A short name for the sprint."""
    from_: Day | None = Field(None, alias="from")
    """The first day."""
    to: Day | None = None
    """The last day."""
    connects: Texts = ()
    """The systems and processes it connects."""
    people: Texts = ()
    """What it settles between people: styles, speeds, risk."""
    done_when: str | None = None
    """The sign that it is done."""


class BigProject(Block):
    """A large joint project."""

    sentence = "about"

    id: Id | None = None
    """A short name for the project."""
    about: str | None = None
    """What it is."""
    starts: Day | None = None
    """The first day."""
    needs: SprintId | None = None
    """The sprint that must be done before."""


class Integration(Spoken):
    """How the members learn to work together."""

    sprints: Annotated[tuple[Sprint, ...], Listed] = ()
    """Stretches of work on fitting together."""
    big_projects: Annotated[tuple[BigProject, ...], Listed] = ()
    """Large joint projects."""
