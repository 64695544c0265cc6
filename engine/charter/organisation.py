"""How the work is organised: who runs it, how members meet, who reads what."""

from typing import Annotated

from coalcheck.engine.charter.marks import Decider, DecisionId, MemberId, MemberIds, People, Someone
from coalcheck.engine.charter.part import Block, Id, Listed, Part, Spoken, Texts, Whole
from coalcheck.engine.charter.quantity import Every, Share


class Power(Spoken):
    """What is openly said of unequal power."""

    disclosed: Texts = ()
    """What every member knows of who pays, employs or leads whom."""
    asked_of_the_tool: Texts = ()
    """Questions on power that the members want counted."""


class Coordinator(Block):
    """Who runs the daily work."""

    sentence = "position"

    position: str | None = None
    """The post."""
    name: str | None = None
    """The name of the person."""
    member: MemberId | None = None
    """The member that provides the person."""
    hours: str | None = None
    """How much time the post has, such as 36 a week."""
    paid_by: Someone | None = None
    """Who pays."""
    employed_by: str | None = None
    """Who employs."""
    answers_to: Decider | None = None
    """To whom the coordinator answers."""
    replaced_by: Decider | None = None
    """Who can replace the coordinator."""
    if_absent: str | None = None
    """Who steps in."""


class Rotation(Block):
    """A role that goes round."""

    sentence = "role"

    role: str | None = None
    """The role, such as chair or host."""
    every: Every | None = None
    """How often it moves on."""
    order: MemberIds = ()
    """In which order."""


class Agenda(Spoken):
    """Who decides what is talked about."""

    may_propose: str | None = None
    """Who may propose."""
    set_by: Someone | None = None
    """Who sets the agenda."""
    minority: str | None = None
    """How a minority gets a matter heard."""


class Layer(Spoken):
    """One regular meeting."""

    every: Every | None = None
    """How often."""
    minutes: Whole | None = None
    """How long, in minutes."""
    who: str | None = None
    """Who takes part."""
    about: str | None = None
    """What it is about."""
    channel: str | None = None
    """Where: a call, a meeting, a workshop."""


class WorkingGroup(Part):
    """A group of some members that works on one matter."""

    id: Id | None = None
    """A short name for the group."""
    members: MemberIds = ()
    """Who works in it."""
    about: str | None = None
    """What it works on."""


class Communication(Spoken):
    """How members keep in touch."""

    layers: Annotated[tuple[Layer, ...], Listed] = ()
    """The regular meetings, from daily to yearly."""
    working_groups: Annotated[tuple[WorkingGroup, ...], Listed] = ()
    """Groups across members."""
    informal: str | None = None
    """Where people talk without a meeting."""
    formal_share_at_most: Share | None = None
    """The share of talk that meetings may take at most."""


class Tier(Part):
    """Information that not everyone may read, or that everyone may."""

    id: Id | None = None
    """A short name for the tier."""
    holds: Texts = ()
    """What belongs to it."""
    read_by: People = ()
    """Who may read it."""
    until: str | None = None
    """How long it stays closed."""
    because: str | None = None
    """Why it is closed."""


class Summaries(Spoken):
    """Who sums up, so that openness does not drown people."""

    by: Someone | None = None
    """Who writes them."""
    every: Every | None = None
    """How often."""
    at_most: str | None = None
    """How long they are at most."""


class Information(Spoken):
    """Who may read what."""

    default: str | None = None
    """What holds where nothing else is said."""
    tiers: Annotated[tuple[Tier, ...], Listed] = ()
    """What is restricted, and to whom."""
    summaries: Summaries | None = None
    """Who sums up."""
    checked_by: str | None = None
    """Who checks information before it is used."""
    where: str | None = None
    """Where it is kept."""


class Annex(Part):
    """Another file with rules that change more often; the charter prevails."""

    file: str
    """The file, relative to the charter."""
    changed_by: DecisionId | None = None
    """The decision that changes the annex."""
    about: str | None = None
    """What the annex is about."""
