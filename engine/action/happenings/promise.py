"""Details of what happened: a commitment."""

from coalcheck.engine.action.done import DoneText
from coalcheck.engine.charter.marks import MemberIds
from coalcheck.engine.charter.part import Block
from coalcheck.engine.charter.quantity import Day


class Promise(Block):
    """A commitment that was kept, or was not."""

    sentence = "what"

    what: str | None = None
    """What was promised."""
    member: MemberIds = ()
    """The member that promised it."""
    due: Day | None = None
    """The day by which it was to be done."""
    told: DoneText | None = None
    """When the member said that it cannot keep it; no where it said nothing."""
    kept: DoneText | None = None
    """When it was done; or yes or no."""
    new_day: Day | None = None
    """The day that was agreed on in its place."""
