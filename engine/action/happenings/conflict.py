"""Details of what happened: a disagreement."""

from coalcheck.engine.charter.part import Part


class Conflict(Part):
    """A disagreement."""
