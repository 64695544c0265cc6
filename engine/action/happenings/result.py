"""Details of what happened: a result."""

from coalcheck.engine.charter.part import Part


class Result(Part):
    """Something that was worked for and is there."""
