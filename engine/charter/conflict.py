"""How disagreements are settled, and what follows when someone does not keep to the charter."""

from typing import Annotated

from pydantic import Field

from coalcheck.engine.charter.marks import Decider, StepId
from coalcheck.engine.charter.part import Block, Id, Listed, Part, Spoken, Texts
from coalcheck.engine.charter.quantity import Day, Every, PeriodText


class ConflictRoute(Block):
    """Where a conflict of one kind goes."""

    sentence = "route"

    route: StepId | None = None
    """The step it starts with."""
    if_still_open: StepId | None = None
    """The step that follows."""
    because: str | None = None
    """Why this way."""


class ConflictKinds(Part):
    """The kinds of conflict, each with its way."""

    goal: ConflictRoute | None = None
    """Members want different things."""
    process: ConflictRoute | None = None
    """Members disagree on how things are done."""
    relationship: ConflictRoute | None = None
    """People do not get on."""


class Step(Part):
    """One step in settling a conflict."""

    id: Id | None = None
    """A short name for the step."""
    who: str | None = None
    """Who takes part."""
    within: PeriodText | None = None
    """How long it may take."""
    then: StepId | None = None
    """The step that follows; ends where none does."""


class Mediator(Block):
    """Who helps to settle a conflict."""

    sentence = "first"

    first: str | None = None
    """Who is asked first."""
    if_not_free: str | None = None
    """How another is found."""
    must_not_be: str | None = None
    """Who cannot be the mediator."""


class Exercise(Spoken):
    """A conflict that is played through before it happens."""

    every: Every | None = None
    """How often."""
    first: Day | None = None
    """The day of the first one."""
    scenario: str | None = None
    """What is played through."""


class Irreconcilable(Spoken):
    """What happens when a conflict cannot be settled."""

    test: str | None = None
    """How one knows that it cannot be settled."""
    choices: Texts = ()
    """What is then chosen from."""
    part_with_dignity: str | None = None
    """How members part."""


class Conflict(Spoken):
    """How disagreements are settled."""

    kinds: ConflictKinds | None = None
    """The kinds of conflict, each with its way."""
    how_to_raise: str | None = None
    """How a disagreement is put."""
    steps: Annotated[tuple[Step, ...], Listed] = ()
    """The steps, each with its time limit."""
    mediator: Mediator | None = None
    """Who helps."""
    exercise: Exercise | None = None
    """A conflict that is played through."""
    irreconcilable: Irreconcilable | None = None
    """What happens where nothing helps."""


class BreachLevel(Block):
    """What counts as such a breach, and what follows."""

    sentence = "done"

    is_: Texts = Field((), alias="is")
    """What counts as one."""
    done: str | None = None
    """What is done about it."""
    hearing: str | None = None
    """How the member concerned is heard."""
    measures: Texts = ()
    """The measures that may be taken."""
    may_end_in: Texts = ()
    """What it may end in."""
    decided_by: Decider | None = None
    """The decision or body that decides on it."""


class Breach(Spoken):
    """What happens when someone does not keep to the charter."""

    minor: BreachLevel | None = None
    """Small matters."""
    major: BreachLevel | None = None
    """Grave matters."""
    suspension: BreachLevel | None = None
    """When and how a member is suspended."""
    expulsion: BreachLevel | None = None
    """When and how a member is expelled."""
    pay_after_leaving: str | None = None
    """What a member still owes after it has left."""
