"""One sentence a line, without symbols or tables: for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report import plain as findings
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
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.choose import Choice
    from coalcheck.engine.choosing.answer import Answer, Cell, Line, Point, Reading
    from coalcheck.engine.report.parts.options import Options


def render(choice: Choice, options: Options) -> str:
    """Render an answer."""
    return "\n".join(_lines(choice, options)) + "\n"


def _lines(choice: Choice, options: Options) -> Iterator[str]:
    answer = choice.answer
    yield f"{heading(choice)}."
    if of_the_file(choice):
        yield of_the_file(choice)
    if answer is not None:
        yield from (summary(view) for view in answer.views)
        if not answer.views:
            yield "No candidate is written yet."
    yield from findings.points(choice.result, options)
    if answer is not None:
        yield from _answer(answer, options)
    yield FOOTER


def _answer(answer: Answer, options: Options) -> Iterator[str]:
    yield from _points("The whole file", answer.points, options)
    for need in answer.needs:
        if need.row:
            yield f"What you need, {_reading(need)}"
    for view in answer.views:
        name = line(view.name)
        if is_blank(view.readings):
            yield f"{name}: {BLANK}"
        else:
            yield from (f"{name}, {_reading(reading)}" for reading in view.readings)
        yield from _points(name, view.points, options)
    names = [line(view.name) for view in answer.views]
    for row in answer.matrix:
        scored = [*_told("yourselves", row.ours), *_scores(names, row)]
        if scored:
            yield f"{row.about.capitalize()}: {join(*scored)}."


def _scores(names: list[str], row: Line) -> Iterator[str]:
    for name, each in zip(names, row.candidates, strict=True):
        yield from _told(name, each)


def _told(name: str, each: Cell) -> Iterator[str]:
    if each.score is not None:
        yield f"{each.score} for {name}{'' if each.because else ' without a reason'}"


def _reading(reading: Reading) -> str:
    said = head(reading)
    return f"{said}{'' if said.endswith(('.', '!', '?')) else '.'} {pointing(reading)}"


def _points(about: str, points: tuple[Point, ...], options: Options) -> Iterator[str]:
    kept, more = shown(points, show_all=options.show_all)
    for number, point in enumerate(kept, start=1):
        do = f" {line(point.do)}" if point.do else ""
        yield f"{about}, point {number}, {HEADINGS[point.kind].lower()}: {line(point.says)}{do}"
    if more:
        yield f"{about}: {more} more; add --all to hear them."
