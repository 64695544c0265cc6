"""Details of what happened: criticism."""

from coalcheck.engine.charter.part import Part


class Criticism(Part):
    """Criticism, and the answer to it."""
