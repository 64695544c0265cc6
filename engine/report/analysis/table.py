"""The table of a group: one line for members that stand alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.report.analysis.figures import of
from coalcheck.engine.report.parts.cells import width
from coalcheck.engine.report.parts.wrap import fill

if TYPE_CHECKING:
    from coalcheck.engine.analysis.model import Group, Row
    from coalcheck.engine.report.analysis.sentences import Wording

LEGEND: Final = (
    ("tips it", "in how many ways of the others to vote its own vote makes the difference"),
    ("power", "its part of all such ways (Banzhaf)"),
    (
        "in turn",
        "how often a motion begins to carry with it, if all join one after the other (Shapley and Shubik)",
    ),
    ("stops", "of the ways that carry, how many it could stop (Coleman)"),
    ("turns", "of the ways that do not carry, how many it could make carry (Coleman)"),
)
"""The columns, and what they mean for each single member of a line."""

NOT_COUNTED: Final = "not counted"

_GAP: Final = "  "
_NARROWEST: Final = 18


class Line(NamedTuple):
    """One line of the table: who, and the cells of ``LEGEND``."""

    who: str
    cells: tuple[str, ...]


def lines(group: Group, wording: Wording, *, every: bool = False) -> tuple[Line, ...]:
    """The lines of a group, those who tip it most often first."""
    if group.counted is None:
        return ()
    return tuple(_line(row, group, wording, every=every) for row in group.counted.rows)


def _line(row: Row, group: Group, wording: Wording, *, every: bool) -> Line:
    who = wording.row(row, group, every=every)
    ways = of(row.swings, 2 ** (group.n - 1)) or wording.percent(row.banzhaf)
    shapley = NOT_COUNTED if row.shapley is None else wording.percent(row.shapley)
    return Line(
        who,
        (
            ways,
            wording.percent(row.share),
            shapley,
            wording.percent(row.prevent),
            wording.percent(row.initiate),
        ),
    )


def drawn(table: tuple[Line, ...], room: int) -> list[str]:
    """A table for the screen; where that is too narrow, the last columns are left to other formats."""
    if not table:
        return []
    heads = [name for name, _ in LEGEND]
    columns = [max(width(text) for text in (head, *(line.cells[place] for line in table))) for place, head in
               enumerate(heads)]  # fmt: skip
    longest = max(width(line.who) for line in table)
    shown = len(columns)
    while shown > 2 and room - sum(columns[:shown]) - len(_GAP) * shown < min(longest, _NARROWEST):
        shown -= 1
    left = max(min(longest, room - sum(columns[:shown]) - len(_GAP) * shown), _NARROWEST)
    found = [_row("", heads[:shown], columns, left)]
    for line in table:
        first, *others = fill(line.who, left) or [""]
        found.append(_row(first, line.cells[:shown], columns, left))
        found += [f"  {other}" for other in others]
    return [line.rstrip() for line in found]


def _row(who: str, cells: list[str] | tuple[str, ...], columns: list[int], left: int) -> str:
    padded = [" " * (columns[place] - width(cell)) + cell for place, cell in enumerate(cells)]
    return _GAP.join((who + " " * (left - width(who)), *padded))
