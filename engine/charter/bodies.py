"""Bodies: those who decide together, their seats and their limits."""

from typing import Annotated, Any, TypeAlias

from pydantic import Discriminator, Field, Tag

from coalcheck.engine.charter.marks import (
    AttributeName,
    Decider,
    DecisionKinds,
    MemberId,
    MembersOrGroups,
    People,
    Someone,
)
from coalcheck.engine.charter.members import Level, Stretch
from coalcheck.engine.charter.part import Block, Listed, Part, Spoken, Texts, Whole
from coalcheck.engine.charter.quantity import CapText, MoneyText, PeriodText


class Seat(Block):
    """One seat of a body."""

    sentence = "member"

    member: MemberId | None = None
    """The member that holds the seat; vacant where not said."""
    level: Level | None = None
    """Whether it is filled by leadership or by operational staff."""


class Input(Spoken):
    """How members put in their view before a body decides."""

    how: str | None = None
    """By what route."""
    at_least: str | None = None
    """How long before the decision."""
    urgent: str | None = None
    """What applies in urgent matters."""


class Explains(Spoken):
    """How a body explains what it has decided."""

    within: PeriodText | None = None
    """How soon after the decision."""
    to: People = ()
    """To whom."""
    says: Texts = ()
    """What the explanation holds."""


class Limits(Spoken):
    """What a body may not do, or only up to a point."""

    spend: MoneyText | None = None
    """How much it may spend by one decision."""
    covers: DecisionKinds = ()
    """The only kinds it may decide."""
    never: DecisionKinds = ()
    """The kinds it may never decide."""
    valid: Stretch | None = None
    """When these limits are in force."""


def _how_given(seats: Any) -> str:
    return "listed" if isinstance(seats, (list, tuple)) else "counted"


Seats: TypeAlias = Annotated[
    Annotated[tuple[Seat, ...], Tag("listed")] | Annotated[Whole, Tag("counted")], Discriminator(_how_given)
]


class Body(Part):
    """Those who decide together: an assembly, a board, a steering group."""

    about: str | None = None
    """What the body is for."""
    because: str | None = None
    """Why these members hold it: their expertise or their contribution."""
    members: MembersOrGroups = ()
    """Who belongs to it: all, a group, or a list of members."""
    seats: Seats | None = None
    """How many seats there are, vacant ones too; or who holds each."""
    chair: Someone | None = None
    """Who chairs."""
    caps: dict[AttributeName, Annotated[tuple[CapText, ...], Listed]] = Field(default_factory=dict)
    """The largest share of seats that members alike in an attribute may hold; it takes no vote away."""
    answers_to: Decider | None = None
    """To whom the body answers."""
    input: Input | None = None
    """How members put in their view before it decides."""
    explains: Explains | None = None
    """How it explains what it decided."""
    limits: Limits | None = None
    """What it may not do, or only up to a point."""
    valid: Stretch | None = None
    """When the body exists in this form."""
