"""What is given back: readings, what they point to, and what is to be settled or asked; never a sum."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from coalcheck.engine.choosing.table import Pointer, Row

Kind: TypeAlias = Literal["settle", "ask", "practice"]


class Point(Struct, frozen=True):
    """One thing to do.

    Attributes:
        kind: to be settled first, asked of the owner of the file, or good practice.
        says: what is the case, or the question, as a whole sentence.
        do: what to do next; empty where the question says it.
        source: the row of the domain.
    """

    kind: Kind
    says: str
    do: str
    source: str


class Reading(Struct, frozen=True):
    """One criterion, or one need.

    Attributes:
        about: what is read, as a reader calls it.
        score: from 1 to 5; None for a need, or where none is written.
        because: the reason that is written.
        row: what it says by the table; None where it takes no part.
        asked: the question that has to be answered before it can take part; empty otherwise.
        assumed: what was taken for granted in reading it; empty otherwise.
    """

    about: str
    score: int | None = None
    because: str = ""
    row: Row | None = None
    asked: str = ""
    assumed: str = ""

    @property
    def points(self) -> tuple[Pointer, ...]:
        """To what it points."""
        return self.row.points if self.row else ()


class Lead(Struct, frozen=True):
    """What several readings say together: which models all of them allow, never which of them weighs more.

    Attributes:
        models: the models to which everything that points to one points; none where they differ.
        question: what to decide where they differ; empty otherwise.
        pilot: whether a small pilot comes first.
        not_structural: whether something speaks against a common structure.
    """

    models: tuple[Pointer, ...] = ()
    question: str = ""
    pilot: bool = False
    not_structural: bool = False


class View(Struct, frozen=True):
    """One candidate.

    Attributes:
        id: its short name in the file.
        name: its name, or the short name where none is written.
        readings: the five criteria.
        lead: what the criteria say together.
        points: what is to be settled, asked or good practice.
    """

    id: str
    name: str
    readings: tuple[Reading, ...]
    lead: Lead
    points: tuple[Point, ...]

    def of(self, kind: Kind) -> tuple[Point, ...]:
        """The points of one kind, in order."""
        return tuple(point for point in self.points if point.kind == kind)


class Cell(Struct, frozen=True):
    """One score of the matrix; one without a reason takes no part in anything."""

    score: int | None = None
    because: str = ""


class Line(Struct, frozen=True):
    """One dimension with everyone's score: ours first, then the candidates in the order of the file."""

    about: str
    ours: Cell
    candidates: tuple[Cell, ...]


class Answer(Struct, frozen=True):
    """All that is said about one private file.

    Attributes:
        ours: the organisation whose file it is; empty where not written.
        needs: what it needs, read by the same table.
        lead: what the needs say together.
        views: the candidates, in the order of the file.
        matrix: the eight dimensions.
        points: what concerns the file as a whole, or several candidates.
    """

    ours: str
    needs: tuple[Reading, ...]
    lead: Lead
    views: tuple[View, ...]
    matrix: tuple[Line, ...]
    points: tuple[Point, ...]
