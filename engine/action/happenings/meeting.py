"""Details of what happened: a meeting."""

from coalcheck.engine.charter.part import Part


class Meeting(Part):
    """A meeting or a check-in."""
