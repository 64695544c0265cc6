"""Check coalition charters before they are signed."""

__version__ = "0.1.0"
