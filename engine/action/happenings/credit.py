"""Details of what happened: a knowledge credit."""

from coalcheck.engine.charter.part import Part


class Credit(Part):
    """A knowledge credit."""
