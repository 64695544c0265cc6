"""What is looked at in an act, chapter by chapter.

A new chapter is one module with the names of ``Chapter``, and its line here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, Protocol

from coalcheck.engine.conduct.chapters import (
    costs,
    crediting,
    entering,
    explaining,
    going_on,
    growing,
    joining,
    keeping,
    leaving,
    paid_for,
    papers,
    putting,
    removal,
    scope,
    settling,
    silence,
    touching,
    upholding,
    vetoes,
    voice,
)  # fmt: skip
from coalcheck.engine.facts.fact import Property

if TYPE_CHECKING:
    from coalcheck.engine.conduct.act import Act
    from coalcheck.engine.facts.matter import Matter


class Chapter(Protocol):
    """One module of this package."""

    MATTERS: Mapping[str, str]
    """Name of each matter to a line of what it is."""
    PROPERTIES: Mapping[str, Property]
    """What its matters tell."""

    def matters(self, act: Act) -> Iterable[Matter]:
        """What there is to say of one act."""


CHAPTERS: Final[tuple[Chapter, ...]] = (
    costs,
    crediting,
    entering,
    explaining,
    going_on,
    growing,
    joining,
    keeping,
    leaving,
    paid_for,
    papers,
    putting,
    removal,
    scope,
    settling,
    silence,
    touching,
    upholding,
    vetoes,
    voice,
)
