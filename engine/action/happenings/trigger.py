"""Details of what happened: what brings a review forward."""

from coalcheck.engine.charter.part import Part


class Trigger(Part):
    """What brings a review forward."""
