"""The charter: every key of the file's first level.

The types of its blocks are named here and loaded when a file has such a block: a one-page agreement does not
pay for the model of a pooled fund. :func:`type_of` looks them up; :func:`whole` completes the model.
"""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, get_type_hints

from pydantic import Field
from pydantic_core import PydanticCustomError

from coalcheck.engine.charter.homes import TYPES
from coalcheck.engine.charter.marks import MemberId
from coalcheck.engine.charter.part import Id, Listed, Name, Part, Read, Texts

if TYPE_CHECKING:
    from coalcheck.engine.charter.bodies import Body
    from coalcheck.engine.charter.conflict import Breach, Conflict
    from coalcheck.engine.charter.decisions import Decision
    from coalcheck.engine.charter.electorate import Calendar, Groups, Veto, Weights
    from coalcheck.engine.charter.ending import GoalEnd, Ownership, Renewal, WindingUp
    from coalcheck.engine.charter.exit import Exit, Joining, Leaving
    from coalcheck.engine.charter.members import Member
    from coalcheck.engine.charter.messaging import Bridge, Explaining, Messaging, Records
    from coalcheck.engine.charter.money import Affected, CommitStep, Entity, Fund
    from coalcheck.engine.charter.organisation import (
        Agenda,
        Annex,
        Communication,
        Coordinator,
        Information,
        Power,
        Rotation,
    )
    from coalcheck.engine.charter.scope import CheckIns, FirstWin, Scope, Term, WhyNow
    from coalcheck.engine.charter.value import Attribution, Integration, Knowledge, Value

Kind: TypeAlias = Literal["coalition", "alliance", "network", "body"]
Model: TypeAlias = Literal["opportunistic", "values-bridge", "structural"]
Governance: TypeAlias = Literal["centralized", "distributed", "hybrid"]
Stage: TypeAlias = Literal["exploring", "pilot", "draft", "signed", "ended"]
Counting: TypeAlias = Literal["day of sending", "clear days"]

FORMAT = 1
"""The version of the charter format that this model describes."""


def format_of(value: object) -> int:
    """The number of the format; another one than this release reads is an error of its own kind."""
    if value == str(FORMAT) or (type(value) is int and value == FORMAT):
        return FORMAT
    raise PydanticCustomError("other_format", "another format")


Format: TypeAlias = Annotated[int, Read(format_of)]


class Charter(Part):
    """What several organisations agree on before they act together."""

    coalcheck: Format | None = None
    """The version of the charter format."""
    name: str
    """The name of the coalition."""
    kind: Kind | None = None
    """What it is."""
    model: Model | None = None
    """The model of alliance, which decides what is asked of the charter."""
    governance: Governance | None = None
    """Where decisions are taken."""
    stage: Stage | None = None
    """How far the members have come."""
    legal: str | None = None
    """What the paper is in law: not a contract, or a contract under which law."""
    time_zone: str | None = None
    """The time zone of all times, such as Europe/Madrid; UTC where not said."""
    purpose: str
    """The shared goal, in one sentence."""
    why_now: WhyNow | None = None
    """Why these partners, and why now."""
    term: Term | None = None
    """When it starts, ends, and is first reviewed."""
    annexes: Annotated[tuple[Annex, ...], Listed] = ()
    """Files with rules that change more often."""
    bridge: Bridge | None = None
    """The one value that is shared across disagreements."""
    agreement_floor: str | None = None
    """The least that must be agreed."""
    members: tuple[Member, ...]
    """Who takes part."""
    groups: dict[Name, Groups] = Field(default={})
    """Members that thresholds and vetoes speak of together."""
    weights: dict[Name, Weights] = Field(default={})
    """How much each member counts, by what."""
    power: Power | None = None
    """What is openly said of unequal power."""
    coordinator: Coordinator | None = None
    """Who runs the daily work."""
    rotating: Annotated[tuple[Rotation, ...], Listed] = ()
    """Roles that go round."""
    entity: Entity | None = None
    """The legal form or host."""
    fund: Fund | None = None
    """Money that is held together."""
    bodies: dict[Id, Body] = Field(default={})
    """Those who decide together."""
    kinds: Texts = ()
    """Kinds of decision that this coalition adds to the usual ones."""
    counting: Counting | None = None
    """How a plain number of days is counted."""
    calendar: Calendar | None = None
    """Which days are working days."""
    decisions: dict[Id, Decision]
    """The ways of deciding, each under a short name."""
    vetoes: Annotated[tuple[Veto, ...], Listed] = ()
    """Who can stop what the others have decided."""
    scope: Scope | None = None
    """What it works on, what not, and how that is widened."""
    agenda: Agenda | None = None
    """Who decides what is talked about."""
    messaging: Messaging | None = None
    """How it speaks in public."""
    communication: Communication | None = None
    """How members keep in touch."""
    information: Information | None = None
    """Who may read what."""
    records: Records | None = None
    """Where progress and decisions are kept."""
    check_ins: CheckIns | None = None
    """The regular short meeting."""
    conflict: Conflict | None = None
    """How disagreements are settled."""
    breach: Breach | None = None
    """What happens when someone does not keep to the charter."""
    explaining: dict[MemberId, Explaining] = Field(default={})
    """How each member explains to its supporters why it is in."""
    first_win: FirstWin | None = None
    """An early, visible result."""
    commit_in_steps: Annotated[tuple[CommitStep, ...], Listed] = ()
    """How commitments grow."""
    integration: Integration | None = None
    """How the members learn to work together."""
    value: Value | None = None
    """How value is shared."""
    knowledge: Knowledge | None = None
    """How shared knowledge comes back to those who shared it."""
    attribution: Attribution | None = None
    """How public results name who did what."""
    ownership: Ownership | None = None
    """Who owns what is made together."""
    affected: Annotated[tuple[Affected, ...], Listed] = ()
    """Who is affected and not a member."""
    joining: Joining | None = None
    """How a new member comes in."""
    leaving: Leaving | None = None
    """What the others do when a member leaves."""
    exit: Exit | None = None
    """How a member leaves."""
    winding_up: WindingUp | None = None
    """How it ends: who closes, in what order, by when."""
    renewal: Renewal | None = None
    """How it looks at itself, and goes on or not."""
    triggers: Texts = ()
    """What brings a review forward."""
    goal_end: GoalEnd | None = None
    """When the goal is reached or out of reach, and who says so."""


@cache
def type_of(field: str) -> Any:
    """The type of a field of the charter, as its annotation says; its module is loaded if need be."""
    named = SimpleNamespace(__annotations__={field: Charter.__annotations__[field]})
    return get_type_hints(named, globals(), TYPES, include_extras=True)[field]


@cache
def whole() -> type[Charter]:
    """The charter's class with all its types loaded, for who needs the whole: the schema and its tests."""
    Charter.model_rebuild(_types_namespace=TYPES.all())
    return Charter
