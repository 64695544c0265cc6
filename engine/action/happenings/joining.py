"""Details of what happened: an arrival."""

from coalcheck.engine.action.done import DoneText
from coalcheck.engine.charter.part import Part, Texts


class Joining(Part):
    """How a member comes in."""

    who: str | None = None
    """Who came in: its id in the charter, or its name."""
    asked: Texts = ()
    """What was gone through with it of all that the charter asks of a candidate."""
    compatibility: DoneText | None = None
    """When it was looked at whether it fits; or yes or no."""
    integration: DoneText | None = None
    """When it was helped to find its way; or yes or no."""
    rebalancing: DoneText | None = None
    """When votes and shares were looked at again; or yes or no."""
    recount: DoneText | None = None
    """When the meaning of every threshold was counted again; or yes or no."""
    signed: DoneText | None = None
    """When it signed; or yes or no."""
