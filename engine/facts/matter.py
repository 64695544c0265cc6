"""One thing to say of an act or of a record: its name, what is known of it, and where it shows.

The rooms that look at acts (`coalcheck.engine.conduct`) and at records (`coalcheck.engine.history`) give
matters; each becomes a fact with its name under ``matter``, so that a policy asks for one by its name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from msgspec import Struct, field

from coalcheck.engine.facts.fact import Property, Shown, Value
from coalcheck.engine.source.node import Document, Route

__all__ = ["MATTER", "Described", "Matter", "Shown"]

MATTER: Final = "matter"
"""The property that names what a fact of an act or of a record is about."""


class Matter(Struct, frozen=True):
    """One thing to say.

    Attributes:
        name: one of the names that its chapter lists under ``MATTERS``.
        values: property to value, each described under ``PROPERTIES`` of its chapter.
        route: where it shows, in ``document``.
        document: the file where it shows; None for the action itself, or, of a record, the charter.
        seen_in: the entries that make it so, in date order.
        id: the reader's word for it where there are several of a name, such as a member's id.
    """

    name: str
    values: Mapping[str, Value] = field(default_factory=dict)
    route: Route = ()
    document: Document | None = None
    seen_in: Sequence[Shown] = ()
    id: str = ""


class Described(Protocol):
    """What every chapter on acts and on records says of itself."""

    MATTERS: Mapping[str, str]
    """Name to a line of what it is."""
    PROPERTIES: Mapping[str, Property]
