"""What puts a place right, and what is said of it."""

from __future__ import annotations

from msgspec import Struct, field

from coalcheck.engine.source.node import Edit, Route, Span


class Remedy(Struct, frozen=True):
    """What is wrong at a place, and the edits that put it right; places are those of the draft.

    Attributes:
        kind: of the problem that is reported if the remedy is taken.
        span: where the problem is.
        edits: what changes; none where only the author can know.
        values: for the problem; ``repair`` is added from the edits.
        route: the logical place; None where only the place in the text is known.
        each_line: one problem for each line that is edited, instead of one for all.
        applies: whether to read on with the edits made; otherwise they are advice.
        loses: True where a part of the file is left out by it.
    """

    kind: str
    span: Span
    edits: tuple[Edit, ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    route: Route | None = None
    each_line: bool = False
    applies: bool = True
    loses: bool = False
