"""Details of what happened: a knowledge credit."""

from pydantic import Field

from coalcheck.engine.charter.marks import MemberId
from coalcheck.engine.charter.part import Part, Whole


class Credit(Part):
    """A knowledge credit that was given for something used, or turned into something."""

    given_by: MemberId | None = None
    """The member that used something and gives the credit for it."""
    given_to: MemberId | None = None
    """The member whose knowledge was used."""
    redeemed_by: MemberId | None = None
    """The member that turned credits of its own into something."""
    number: Whole | None = None
    """How many credits; one where not said."""
    for_: str | None = Field(None, alias="for")
    """What was used, or what they were turned into."""
