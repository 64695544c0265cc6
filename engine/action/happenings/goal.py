"""Details of what happened: the goal."""

from coalcheck.engine.charter.part import Part


class Goal(Part):
    """What was declared of the goal."""
