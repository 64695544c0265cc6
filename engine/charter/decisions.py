"""Decisions: what is decided how, by whom, and how many must agree."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from coalcheck.engine.charter.marks import Attendance, BodyId, BodyOrBoards, DecisionKinds, Threshold
from coalcheck.engine.charter.members import Stretch
from coalcheck.engine.charter.part import Listed, Part, Whole, YesNo
from coalcheck.engine.charter.quantity import PeriodText, WindowText

Occasion: TypeAlias = Literal["objection", "failure"]


Abstentions: TypeAlias = Literal["against"]


Tie: TypeAlias = Literal["fails", "chair"]


Silence: TypeAlias = Literal["adopts"]


NoQuorum: TypeAlias = Literal["fails", "extend"]


ProxyUse: TypeAlias = Literal["vote", "quorum"]


Need: TypeAlias = Literal["reason", "seconds", "notice", "explanation"]


class Otherwise(Part):
    """A second way to decide where the first has not led to a decision."""

    after: PeriodText | None = None
    """How long after the first attempt."""
    if_: Occasion | None = Field(None, alias="if")
    """Whether an objection or any failure opens the second way."""
    passes: Threshold | None = None
    """What must agree then."""


class SecondCall(Part):
    """A second meeting with a smaller quorum."""

    after: PeriodText | None = None
    """How long after the meeting that had no quorum."""
    quorum: Attendance | None = None
    """Who must be there the second time."""


class Proxies(Part):
    """Voting for someone else; not allowed where nothing is said."""

    most: Whole | None = None
    """How many others one person may vote for."""
    count: Annotated[tuple[ProxyUse, ...], Listed] = ()
    """What a proxy counts for."""


class AlsoPasses(Part):
    """A further body that must agree to the same decision."""

    body: BodyOrBoards | None = None
    """The body, or own boards for the boards of all members."""
    passes: Threshold | None = None
    """What must agree there."""
    quorum: Attendance | None = None
    """Who must be there."""


class AppliesIf(Part):
    """When the decision's rule may be used."""

    notice: PeriodText | None = None
    """The notice without which the rule may not be used."""


class MemberConcerned(Part):
    """What the member whom a decision is about may do."""

    may_speak: YesNo | None = None
    """Whether it is heard."""
    votes: YesNo | None = None
    """Whether it votes."""
    counted: YesNo | None = None
    """Whether it is among the members of whom a share is taken."""
    for_quorum: YesNo | None = None
    """Whether it counts towards the quorum."""


class Decision(Part):
    """One way of deciding: on what, by whom, and how many must agree."""

    title: str | None = None
    """What its heading says."""
    covers: DecisionKinds = ()
    """The kinds of decision taken in this way."""
    body: BodyId | None = None
    """The body that decides; all members where not said."""
    passes: Threshold | None = None
    """What must agree, such as at least 2/3 of votes cast."""
    quorum: Attendance | None = None
    """Who must be there, such as more than half of members."""
    notice: PeriodText | None = None
    """How long before the decision everyone is told of it."""
    applies_if: AppliesIf | None = None
    """When this way may be used."""
    otherwise: Otherwise | None = None
    """What happens where no decision is reached."""
    second_call: SecondCall | None = None
    """A second meeting with a smaller quorum."""
    silence: Silence | None = None
    """What it means that nobody objects."""
    window: WindowText | None = None
    """How long voting is open."""
    deliberation: PeriodText | None = None
    """How long it is discussed before voting opens."""
    answer_within: PeriodText | None = None
    """How soon each member answers; a later answer counts, unless the vote has closed."""
    if_no_agreement: str | None = None
    """What each may do where there is no agreement."""
    expires: PeriodText | None = None
    """How long the decision stands if nobody acts on it."""
    explain: PeriodText | None = None
    """How soon the decision is explained in writing."""
    abstentions: Abstentions | None = None
    """How abstentions count, where the rule does not say."""
    tie: Tie | None = None
    """What happens on a tie."""
    proxies: Proxies | None = None
    """Voting for someone else; not allowed where not said."""
    no_quorum: NoQuorum | None = None
    """What happens where too few take part."""
    needs: Annotated[tuple[Need, ...], Listed] = ()
    """Without what there is no valid decision."""
    also: Annotated[tuple[AlsoPasses, ...], Listed] = ()
    """Further bodies that must agree."""
    lasts: str | None = None
    """How long what is decided lasts."""
    member_concerned: MemberConcerned | None = None
    """What the member concerned may do."""
    valid: Stretch | None = None
    """When this way of deciding is in force."""
