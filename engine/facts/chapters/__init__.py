"""What is known of the charter as a whole, chapter by chapter; each says what it knows and where it stands.

A new chapter is one module with the three names of ``Chapter``, and its line here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Protocol

from coalcheck.engine.facts.chapters import (
    breach,
    care,
    conflict,
    ending,
    governance,
    holding,
    integration,
    interests,
    membership,
    openness,
    partners,
    renewing,
    rhythm,
    shape,
    talk,
    upkeep,
    value,
)  # fmt: skip
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.source.node import Document, Route

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter


class Chapter(Protocol):
    """One module of this package."""

    PROPERTIES: Mapping[str, Property]

    def values(self, charter: Charter, document: Document) -> dict[str, Value]:
        """The properties of one charter; what does not apply is absent."""

    def places(self, charter: Charter) -> dict[str, Route]:
        """Where the parts stand that a policy points at without knowing their ids."""


CHAPTERS: Final[tuple[Chapter, ...]] = (
    partners,
    interests,
    shape,
    upkeep,
    talk,
    rhythm,
    openness,
    conflict,
    breach,
    care,
    value,
    renewing,
    integration,
    membership,
    ending,
    holding,
    governance,
)  # fmt: skip
