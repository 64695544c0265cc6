"""Details of what happened: what a member has had."""

from coalcheck.engine.charter.part import Part


class Experience(Part):
    """What a member has had from the coalition so far."""
