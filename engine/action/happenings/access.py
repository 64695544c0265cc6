"""Details of what happened: who could see what."""

from coalcheck.engine.charter.part import Part


class Access(Part):
    """What was shared, or could not be seen."""
