"""Details of what happened: a review."""

from coalcheck.engine.charter.part import Part


class Review(Part):
    """A review of the coalition, of its value to the members, or before a renewal."""
