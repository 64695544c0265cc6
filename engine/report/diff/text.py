"""The words on the screen: the answer first, then each change in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.diff.sentences import FOOTER, answer, heading, sections
from coalcheck.engine.report.parts.colour import Paint
from coalcheck.engine.report.parts.wrap import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.diff.model import Difference
    from coalcheck.engine.report.parts.options import Options

_MARGIN = " " * 3


def render(difference: Difference, options: Options) -> str:
    """Render a comparison."""
    return "\n".join(_lines(difference, options)) + "\n"


def _lines(difference: Difference, options: Options) -> Iterator[str]:
    paint = Paint(on=options.colour)
    for line in fill(answer(difference), options.width):
        yield paint(line, "bold")
    yield from fill(f"{heading(difference)}.", options.width)
    for section in sections(difference, every=options.show_all):
        yield ""
        yield paint(section.title, "bold")
        for point in section.shown(every=options.show_all):
            yield from fill(point, options.width, _MARGIN, _MARGIN + "  ")
    yield ""
    for line in fill(FOOTER, options.width):
        yield paint(line, "dim")
