"""Details of what happened: a commitment."""

from coalcheck.engine.charter.part import Part


class Promise(Part):
    """A commitment that was kept, or was not."""
