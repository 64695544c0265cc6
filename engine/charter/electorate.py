"""Groups, weights and vetoes: who counts how much, and who can stop what."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field
from pydantic_core import PydanticCustomError

from coalcheck.engine.charter.decisions import Need
from coalcheck.engine.charter.marks import KindsOrDecisions, MemberId, MemberIds, MembersOrGroups, Threshold
from coalcheck.engine.charter.members import Stretch
from coalcheck.engine.charter.part import Given, Listed, Part, Read, Spoken
from coalcheck.engine.charter.quantity import AllowanceText, Day, Number, PeriodText, Share

Weekday: TypeAlias = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Group(Part):
    """Members that a threshold or a veto speaks of together."""

    members: MemberIds = ()
    """The members of the group."""
    valid: Stretch | None = None
    """When the group has these members."""


def group_versions(value: object) -> object:
    """A list of members as one version of a group, and one version as a list of versions."""
    if isinstance(value, dict):
        return [value]
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return value
    return [{"members": value}]


Groups: TypeAlias = Annotated[tuple[Group, ...], Given(group_versions)]
"""A list of members; or, where it changes over time, one such list for each time."""


class Weight(Part):
    """How much each member counts where a threshold takes its share of this weight."""

    values: dict[MemberId, Number] = Field(default_factory=dict)
    """The weight of each member; exact."""
    cap: Share | None = None
    """The most that one member can have, as a share of the total."""
    total: Number | None = None
    """The total, where it is not the sum."""
    valid: Stretch | None = None
    """When these weights hold."""


def weight_versions(value: object) -> object:
    """Plain weights as one version, and one version as a list of versions."""
    versions = value if isinstance(value, list) else [value]
    return [{"values": v} if isinstance(v, dict) and "values" not in v else v for v in versions]


Weights: TypeAlias = Annotated[tuple[Weight, ...], Given(weight_versions)]
"""A number for each member; or, where it changes over time, such numbers for each time."""


class Calendar(Spoken):
    """Which days are working days."""

    working_days: Annotated[tuple[Weekday, ...], Listed] = ()
    """The days of the week that count."""
    holidays: Annotated[tuple[Day, ...], Listed] = ()
    """Days that do not count."""


VetoBy: TypeAlias = Literal["vote", "notice"]


def jointly_of(value: object) -> bool | int:
    """Yes, no, or how many; one alone is not together."""
    if isinstance(value, int) and (isinstance(value, bool) or value >= 2):
        return value
    if value in ("yes", "no"):
        return value == "yes"
    raise PydanticCustomError("joint_type", "yes, no or how many")


class Veto(Part):
    """A right of some to stop what the others have decided."""

    holders: MembersOrGroups = ()
    """Who may veto: each of them alone, unless jointly is set."""
    jointly: Annotated[bool | int, Read(jointly_of)] | None = None
    """Whether they must act together; or how many of them must."""
    by: VetoBy | None = None
    """Whether a vote against is the veto, or a notice given."""
    over: KindsOrDecisions = ()
    """The kinds of decision, or the decisions, that can be stopped."""
    needs: Annotated[tuple[Need, ...], Listed] = ()
    """Without what the veto does not count."""
    within: PeriodText | None = None
    """How soon after the notice of the decision it must come."""
    limit: AllowanceText | None = None
    """How often each holder may use it."""
    override: Threshold | None = None
    """What must agree to set it aside."""
    because: str | None = None
    """Why the right was given."""
    valid: Stretch | None = None
    """When the right is in force."""
