"""Details of what happened: a departure."""

from coalcheck.engine.charter.part import Part


class Leaving(Part):
    """How a member leaves."""
