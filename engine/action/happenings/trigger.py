"""Details of what happened: what brings a review forward."""

from coalcheck.engine.action.done import DoneText
from coalcheck.engine.charter.part import Block


class Trigger(Block):
    """What brings a review forward."""

    sentence = "what"

    what: str | None = None
    """What happened, in the words of the charter where it has some for it."""
    talked: DoneText | None = None
    """When the members talked about what it changes; or yes or no. A review on record says so too."""
