"""Words for the tables of properties: one line says name, type and meaning."""

from __future__ import annotations

from coalcheck.engine.facts.fact import Property


def flags(**about: str) -> dict[str, Property]:
    """Properties that are true or false."""
    return {name: Property(bool, text) for name, text in about.items()}


def numbers(**about: str) -> dict[str, Property]:
    """Properties that are whole numbers; the meaning names the unit."""
    return {name: Property(int, text) for name, text in about.items()}


def texts(**about: str) -> dict[str, Property]:
    """Properties that are words for a message, never empty."""
    return {name: Property(str, text) for name, text in about.items()}
