"""Details of what happened: what was not kept."""

from coalcheck.engine.charter.part import Part


class Breach(Part):
    """What was not kept."""
