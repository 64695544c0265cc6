"""Details of what happened: a person who left or came."""

from coalcheck.engine.charter.part import Part


class Contact(Part):
    """A person who left, or was named."""
