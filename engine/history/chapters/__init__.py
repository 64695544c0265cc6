"""What a record shows over time, chapter by chapter; each says what it looks at.

A new chapter is one module with the names of ``Chapter``, and its line here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, Protocol

from coalcheck.engine.facts.fact import Property
from coalcheck.engine.history.chapters import (
    access,
    appearing,
    aside,
    conflicts,
    criticised,
    deciding,
    departing,
    drift,
    gaps,
    held_late,
    hours,
    keeping,
    lasting,
    leading,
    meetings,
    missed,
    mission,
    named,
    occasions,
    overdue,
    posts,
    proposals,
    questions,
    received,
    recount,
    renewing,
    seats,
    second_ways,
    spending,
    turnover,
    vetoes,
)

if TYPE_CHECKING:
    from coalcheck.engine.facts.matter import Matter
    from coalcheck.engine.history.record import Record


class Chapter(Protocol):
    """One module of this package."""

    MATTERS: Mapping[str, str]
    """Name of each matter to a line of what it is."""
    PROPERTIES: Mapping[str, Property]
    """What its matters tell."""

    def matters(self, record: Record) -> Iterable[Matter]:
        """What there is to say of one record."""


CHAPTERS: Final[tuple[Chapter, ...]] = (
    access,
    appearing,
    aside,
    conflicts,
    criticised,
    deciding,
    departing,
    drift,
    gaps,
    held_late,
    hours,
    keeping,
    lasting,
    leading,
    meetings,
    missed,
    mission,
    named,
    occasions,
    overdue,
    posts,
    proposals,
    questions,
    received,
    recount,
    renewing,
    seats,
    second_ways,
    spending,
    turnover,
    vetoes,
)
