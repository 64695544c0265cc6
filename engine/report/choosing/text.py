"""The words on the screen: the answer for each candidate first, then each criterion, then what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report import text as findings
from coalcheck.engine.report.choosing import matrix
from coalcheck.engine.report.choosing.sentences import (
    BLANK,
    FOOTER,
    HEADINGS,
    head,
    heading,
    is_blank,
    line,
    of_the_file,
    pointing,
    shown,
    summary,
)
from coalcheck.engine.report.parts.colour import Paint
from coalcheck.engine.report.parts.wrap import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.choose import Choice
    from coalcheck.engine.choosing.answer import Answer, Point, Reading, View
    from coalcheck.engine.report.parts.options import Options

_MARGIN = " " * 3
_BELOW = " " * 6


def render(choice: Choice, options: Options) -> str:
    """Render an answer."""
    page = _Page(choice, options)
    return "\n".join(text.rstrip() for text in page.lines()) + "\n"


class _Page:
    """One rendering: the options, and the pieces of a page that need them."""

    def __init__(self, choice: Choice, options: Options) -> None:
        self._choice = choice
        self._options = options
        self._paint = Paint(on=options.colour)

    def lines(self) -> Iterator[str]:
        """Give the whole page."""
        answer = self._choice.answer
        for text in fill(heading(self._choice), self._options.width):
            yield self._paint(text, "bold")
        yield ""
        yield from self._wrapped(of_the_file(self._choice))
        if answer is not None:
            for view in answer.views:
                yield from self._wrapped(summary(view))
            if not answer.views:
                yield "No candidate is written yet."
        yield from findings.points(self._choice.result, self._options)
        if answer is not None:
            yield from self._answer(answer)
        yield ""
        for text in fill(FOOTER, self._options.width):
            yield self._paint(text, "dim")

    def _answer(self, answer: Answer) -> Iterator[str]:
        if answer.points:
            yield from self._heading("ABOUT THE WHOLE FILE")
            yield from self._points(answer.points)
        needed = [need for need in answer.needs if need.row]
        if needed:
            yield from self._heading("WHAT YOU NEED")
            for need in needed:
                yield from self._reading(need)
        for view in answer.views:
            yield from self._view(view)
        if not matrix.is_empty(answer):
            yield from self._heading("SIDE BY SIDE, FROM 1 TO 5")
            yield from (_MARGIN + row for row in matrix.table(answer, self._options.width - len(_MARGIN)))

    def _view(self, view: View) -> Iterator[str]:
        yield ""
        yield self._paint(line(view.name), "bold")
        if is_blank(view.readings):
            yield f"{_MARGIN}{BLANK}"
        else:
            for reading in view.readings:
                yield from self._reading(reading)
        yield from self._points(view.points)

    def _reading(self, reading: Reading) -> Iterator[str]:
        said = head(reading)
        yield from fill(f"{said[0].upper()}{said[1:]}", self._options.width, _MARGIN, _BELOW)
        yield from fill(pointing(reading), self._options.width, _BELOW, _BELOW)

    def _points(self, points: tuple[Point, ...]) -> Iterator[str]:
        kept, more = shown(points, show_all=self._options.show_all)
        kind = ""
        for number, point in enumerate(kept, start=1):
            if point.kind != kind:
                kind = point.kind
                yield ""
                yield _MARGIN + self._paint(HEADINGS[point.kind], "bold")
            lead = f"{_MARGIN}{number:<{len(_BELOW) - len(_MARGIN) - 1}} "
            yield from fill(line(point.says), self._options.width, lead, _BELOW)
            yield from fill(line(point.do), self._options.width, _BELOW, _BELOW)
        if more:
            yield ""
            yield f"{_MARGIN}{more} more: --all."

    def _heading(self, words: str) -> Iterator[str]:
        yield ""
        yield self._paint(words, "bold")

    def _wrapped(self, text: str) -> Iterator[str]:
        return iter(fill(text, self._options.width))
