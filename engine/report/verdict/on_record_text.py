"""The page of a record: the answer, the points of the whole, and a line for each entry to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.report import text as findings
from coalcheck.engine.report.parts.colour import Paint
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.report.parts.wrap import fill
from coalcheck.engine.report.verdict import answer, on_record
from coalcheck.engine.report.verdict.closing import LEGAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.checking.checked import Check, OnRecord
    from coalcheck.engine.report.parts.colour import Style
    from coalcheck.engine.report.parts.options import Options

_MARGIN: Final = " " * 3


def of_record(check: Check, record: OnRecord, options: Options) -> str:
    """Render a record as a whole.

    Args:
        check: the answers to all of its entries.
        record: what is said of the whole.
        options: how it is to be shown.
    """
    return "\n".join(text.rstrip() for text in _lines(check, record, options)) + "\n"


def _lines(check: Check, record: OnRecord, options: Options) -> Iterator[str]:
    paint = Paint(on=options.colour)

    def wrapped(text: str, style: Style | None = None) -> Iterator[str]:
        return (paint(row, style) if style else row for row in fill(text, options.width))

    yield from wrapped(on_record.heading(record), "bold")
    yield ""
    yield from wrapped(on_record.answered(check, record))
    for beside in check.beside:
        yield ""
        yield from wrapped(answer.beside(beside), "bold")
        yield from findings.points(beside, options)
    for result in record.results:
        if result.file != record.charter:
            yield ""
            yield paint(visible(result.file), "dim")
        yield from findings.points(result, options)
    entries, more = on_record.chosen(check, options)
    if entries:
        yield ""
        yield paint("ALL ENTRIES" if options.show_all else "ENTRIES TO LOOK AT", "bold")
    for checked in entries:
        yield ""
        yield from fill(on_record.entry(checked), options.width, _MARGIN, _MARGIN)
        yield _MARGIN + paint(on_record.file_of(checked), "dim")
    if more:
        yield ""
        yield f"{_MARGIN}{more} more: --all."
    yield ""
    for sentence in on_record.told(check, record):
        yield from wrapped(sentence)
    yield ""
    yield from wrapped(LEGAL, "dim")
