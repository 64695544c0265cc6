"""The words on the screen: the answer, the one next step, what is due, where you stand, what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.report import text as findings
from coalcheck.engine.report.parts.cells import width
from coalcheck.engine.report.parts.colour import Paint
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.report.parts.wrap import fill
from coalcheck.engine.report.standing import page, sentences
from coalcheck.engine.report.verdict import answer
from coalcheck.engine.report.verdict.closing import LEGAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalcheck.engine.report.parts.colour import Style
    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.report.standing.page import Row
    from coalcheck.engine.standing.status import Status

_MARGIN: Final = " " * 3
_GAP: Final = 3
_NARROWEST: Final = 24


def render(status: Status, options: Options) -> str:
    """Render where a coalition stands, on one screen unless all is asked for."""
    lines = _Page(status, options).lines()
    return "\n".join(text.rstrip() for text in lines) + "\n"


class _Page:
    """One rendering: the options, and the pieces of a page that need them."""

    def __init__(self, status: Status, options: Options) -> None:
        self._status = status
        self._options = options
        self._paint = Paint(on=options.colour)

    def lines(self) -> Iterator[str]:
        """Give the whole page."""
        status, options = self._status, self._options
        yield from self._wrapped(sentences.heading(status), "bold")
        yield ""
        yield from self._wrapped(sentences.answer(status))
        yield from self._wrapped(sentences.not_in_full(status))
        if said := sentences.next_line(status):
            yield ""
            yield from self._wrapped(f"NEXT: {said}")
        if status.charter.findings:
            yield ""
            yield from self._wrapped(answer.beside(status.charter), "bold")
            yield from findings.points(status.charter, options)
        for section in page.sections(status, options):
            style: Style = "red" if section.heading == page.OVERDUE else "bold"
            yield from self._heading(section.heading, style)
            yield from self._rows(section.rows)
            yield from self._more(section.more)
        if more := page.later(status, options):
            yield ""
            yield from self._wrapped(f"Later: {sentences.days_later(more)}: --all.")
        if rows := page.stands(status):
            yield from self._heading(page.STANDS, "bold")
            yield from self._rows(rows)
        yield from self._open()
        yield ""
        if status.heading is not None:
            yield from self._wrapped(sentences.record(status))
            yield ""
        yield from self._wrapped(LEGAL, "dim")

    def _open(self) -> Iterator[str]:
        waiting, more = page.waiting(self._status, self._options)
        if waiting:
            yield from self._heading(page.OPEN, "bold")
        for each in waiting:
            yield from fill(each.heading, self._options.width, _MARGIN, _MARGIN + "  ")
            for said in each.said:
                yield from fill(said, self._options.width, _MARGIN * 2, _MARGIN * 2)
            if self._options.verbose:
                yield f"{_MARGIN * 2}{self._paint(visible(each.file), 'dim')}"
        yield from self._more(more)

    def _rows(self, rows: Sequence[Row]) -> Iterator[str]:
        """Give rows: what each begins with, what is said, and at the right where it stands."""
        left = max((width(row.lead) for row in rows), default=0)
        left += _GAP if left else 0
        at = {row: self._where(row) for row in rows}
        column = max((len(place) for place in at.values()), default=0)
        room = self._options.width - len(_MARGIN) - left - (column + _GAP if column else 0)
        below = room < _NARROWEST
        if below:
            room = self._options.width - len(_MARGIN) - left
        before = ""
        for row in rows:
            # The same word several times in a row is said once.
            lead = "" if row.lead == before else row.lead
            before = row.lead
            point = f" ({row.point})" if row.point else ""
            where = at[row]
            said = f"{row.said}{point}{f' ({where})' if below and where else ''}"
            first, *others = fill(said, room) or [""]
            line = f"{_MARGIN}{lead}{' ' * (left - width(lead))}{first}"
            if where and not below:
                line += " " * (room + _GAP - width(first)) + self._paint(where, "dim")
            yield line
            yield from (f"{_MARGIN}{' ' * left}{other}" for other in others)
            if self._options.verbose and (entry := self._entry(row)):
                yield f"{_MARGIN}{' ' * left}{self._paint(entry, 'dim')}"

    def _where(self, row: Row) -> str:
        """The line of the charter where something stands; empty for what an entry says."""
        place = row.place
        return f"line {place.line}" if place is not None and place.file == self._status.charter.file else ""

    def _entry(self, row: Row) -> str:
        """The file and line of the entry that says something; empty for what the charter says."""
        place = row.place
        if place is None or place.file == self._status.charter.file:
            return ""
        return f"{visible(place.file)}, line {place.line}"

    def _heading(self, words: str, style: Style) -> Iterator[str]:
        yield ""
        yield self._paint(words.upper(), style)

    def _more(self, more: int) -> Iterator[str]:
        if more:
            yield f"{_MARGIN}{more} more: --all."

    def _wrapped(self, text: str, style: Style | None = None) -> Iterator[str]:
        return (self._paint(row, style) if style else row for row in fill(text, self._options.width))
