"""What there is to exercise in a charter, and which cases did."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from coalcheck.engine.source.node import Route

Kind: TypeAlias = Literal["decision", "clause", "threshold"]
State: TypeAlias = Literal[
    "carried", "not-carried", "met", "not-met", "just-below", "just-enough", "just-above"
]


class Item(Struct, frozen=True):
    """One thing that a charter's tests can exercise.

    Attributes:
        kind: what it is part of: a decision and how it comes out, a clause and how it is answered, or a
            threshold and how near the votes are to it.
        route: where in the charter that stands.
        path: the same for a reader, such as ``decisions.change.passes``.
        line: its line, from 1.
        state: which of its states this is.
        text: the clause as the charter has it; of a threshold the part of it that is compared.
        said: what was not exercised, in a sentence.
        cases: the cases that exercise it, by their ids, in the order in which they ran.
        paste: a case that would exercise it; empty where none is known.
    """

    kind: Kind
    route: Route
    path: str
    line: int
    state: State
    text: str
    said: str
    cases: tuple[str, ...] = ()
    paste: str = ""

    @property
    def covered(self) -> bool:
        """Whether any case exercises it."""
        return bool(self.cases)


class LeftOut(Struct, frozen=True):
    """What no case can exercise, and why; it counts for nothing.

    Attributes:
        path: where in the charter.
        line: its line, from 1.
        said: why, in a sentence.
    """

    path: str
    line: int
    said: str


class Coverage(Struct, frozen=True):
    """How much of one charter its tests exercise.

    Attributes:
        file: the charter, as shown to the reader.
        lines: its text.
        items: all there is to exercise, in the order of the charter.
        left_out: what no case can.
    """

    file: str
    lines: tuple[str, ...]
    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def covered(self) -> int:
        """How many items some case exercises."""
        return sum(item.covered for item in self.items)

    @property
    def percent(self) -> Fraction:
        """The share that is exercised, of a hundred; exact. Of nothing, all."""
        return Fraction(100 * self.covered, len(self.items)) if self.items else Fraction(100)

    @property
    def open(self) -> tuple[Item, ...]:
        """What no case exercises."""
        return tuple(item for item in self.items if not item.covered)
