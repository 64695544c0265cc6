"""Details of what happened: a public statement."""

from coalcheck.engine.charter.part import Part


class Statement(Part):
    """Something said in public."""
