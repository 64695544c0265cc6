"""Details of what happened: an arrival."""

from coalcheck.engine.charter.part import Part


class Joining(Part):
    """How a member comes in."""
