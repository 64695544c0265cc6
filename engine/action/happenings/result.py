"""Details of what happened: a result."""

from coalcheck.engine.action.done import DoneText
from coalcheck.engine.charter.marks import MemberIds
from coalcheck.engine.charter.part import Block


class Result(Block):
    """Something that was worked for and is there, or was told to the public."""

    sentence = "what"

    what: str | None = None
    """What is there."""
    by: MemberIds = ()
    """The members that worked on it; all of them where not said."""
    told: DoneText | None = None
    """When the public was told of it; or yes or no."""
    credits: MemberIds = ()
    """The members that were named for the work on it when it was told."""
