"""Members: who takes part, as whom, with what, and what each says of itself."""

from typing import Annotated, Literal, TypeAlias

from pydantic import ConfigDict, Field

from coalcheck.engine.charter.marks import Someone
from coalcheck.engine.charter.part import Block, Given, Id, Listed, Part, Spoken, Texts, Whole
from coalcheck.engine.charter.quantity import Day, MoneyText, PeriodText

Level: TypeAlias = Literal["leadership", "operational"]


Standing: TypeAlias = Literal["suspended", "arrears"]


Approval: TypeAlias = Literal["given", "pending", "not needed"]


class Stretch(Part):
    """A stretch of time; both days belong to it, and either may be left open."""

    from_: Day | None = Field(None, alias="from")
    """The first day it holds."""
    to: Day | None = None
    """The last day it holds."""


class StandingStretch(Part):
    """A time in which a member is not in good standing."""

    status: Standing
    """What the member's standing is in that time."""
    from_: Day | None = Field(None, alias="from")
    """The first day it holds."""
    to: Day | None = None
    """The last day it holds."""


class Contact(Block):
    """A person or post to turn to."""

    sentence = "position"

    name: str | None = None
    """The name of the person."""
    position: str | None = None
    """The post that the person holds."""
    level: Level | None = None
    """Whether the person decides on policy or does the daily work."""
    may_decide: Texts = ()
    """What this person may answer without asking at home."""


class Signatory(Block):
    """Who signs for a member, and by what right."""

    sentence = "position"

    name: str | None = None
    """The name of the person who signs."""
    position: str | None = None
    """The post of the person who signs."""
    entitled_by: str | None = None
    """The bylaw, minute or mandate that entitles to sign."""


class Signature(Part):
    """That a member has signed."""

    date: Day | None = None
    """The day on which the member signed."""
    by: str | None = None
    """Who signed, where it is not the signatory named."""


class Commits(Spoken):
    """What a member gives to the common work."""

    staff: str | None = None
    """Staff time, such as 20 hours a month; none where there is none."""
    money: MoneyText | None = None
    """Money, such as 3000 EUR or 400 EUR a month."""
    in_kind: Texts = ()
    """Anything else: rooms, data, a press list."""
    by: Day | None = None
    """The day by which it is given."""
    owner: str | None = None
    """The person who sees to it."""


class HowWeWork(Spoken):
    """How a member takes its own decisions, so that deadlines fit it."""

    decides_in: PeriodText | None = None
    """How long the member needs for a decision of its own."""
    delegate_alone: Texts = ()
    """What its delegate may answer without asking at home."""


class OwnApproval(Block):
    """Whether the member's own board or assembly stands behind the charter."""

    sentence = "because"

    status: Approval | None = None
    """Where the member's own approval stands."""
    by: str | None = None
    """The board or assembly that approved."""
    date: Day | None = None
    """The day of the approval."""
    because: str | None = None
    """Why no approval is needed, or what it waits for."""


class Inducement(Block):
    """Something a member was given or promised for joining, or was warned of."""

    sentence = "what"

    from_: Someone | None = Field(None, alias="from")
    """Who gives it."""
    what: str | None = None
    """What is given or promised."""
    until: Day | None = None
    """The day on which it ends."""


def none_is_empty(value: object) -> object:
    """The word none, as a list of nothing."""
    return [] if value == "none" else value


class Member(Part):
    """One organisation or person, or a counted row of many alike members.

    Keys that are not described here are attributes of the member, such as its
    sector; a threshold may then ask for a majority in each sector.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, str]

    id: Id
    """A short name for the member, used in the rest of the charter."""
    name: str | None = None
    """The full name."""
    role: str | None = None
    """What the member does in the coalition."""
    count: Whole | None = None
    """How many members this row stands for; 1 where not said."""
    in_: Annotated[tuple[Stretch, ...], Listed] = Field((), alias="in")
    """When it is a member; all the time where not said."""
    standing: Annotated[tuple[StandingStretch, ...], Listed] = ()
    """Times of suspension or arrears; in good standing where not said."""
    contacts: Annotated[tuple[Contact, ...], Listed] = ()
    """Whom to turn to; best two, of different levels."""
    delegates: Annotated[tuple[Contact, ...], Listed] = ()
    """Who speaks and votes for the member."""
    how_we_work: HowWeWork | None = None
    """How the member takes its own decisions."""
    wants: Texts = ()
    """What the member wants from the coalition."""
    offers: Texts = ()
    """What the member brings."""
    deal_breakers: Texts = ()
    """What would make the member leave."""
    goal_in_own_words: str | None = None
    """The common goal in the member's own sentence."""
    success: str | None = None
    """What success is for this member."""
    commits: Commits | None = None
    """What the member gives: staff time, money, anything else."""
    signatory: Signatory | None = None
    """Who signs for the member."""
    signed: Signature | None = None
    """That and when the member signed."""
    own_approval: OwnApproval | None = None
    """Whether the member's own board stands behind it."""
    inducements: Annotated[tuple[Inducement, ...], Listed, Given(none_is_empty)] | None = None
    """What the member was given or promised for joining; none where there was nothing."""

    @property
    def attributes(self) -> dict[str, str]:
        """The keys of the member that the format does not know, as text: classes for thresholds."""
        return self.__pydantic_extra__
