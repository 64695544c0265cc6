"""One sentence a line, without symbols or columns: for screen readers, and for logs read by the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report import plain as findings
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.report.standing import page, sentences
from coalcheck.engine.report.verdict import answer
from coalcheck.engine.report.verdict.closing import LEGAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.report.standing.page import Row
    from coalcheck.engine.standing.status import Status


def render(status: Status, options: Options) -> str:
    """Render where a coalition stands; a line is a sentence."""
    return "\n".join(filter(None, _lines(status, options))) + "\n"


def _lines(status: Status, options: Options) -> Iterator[str]:
    yield f"{sentences.heading(status)}."
    yield sentences.answer(status)
    yield sentences.not_in_full(status)
    if said := sentences.next_line(status):
        yield f"Next: {_stopped(said)}"
    if status.charter.findings:
        yield f"{answer.beside(status.charter)}."
        yield from findings.points(status.charter, options)
    for section in page.sections(status, options):
        yield f"{section.heading}:"
        yield from (_row(row, status) for row in section.rows)
        if section.more:
            yield f"{section.more} more; add --all to hear them."
    if more := page.later(status, options):
        yield f"Later: {sentences.days_later(more)}; add --all to hear them."
    if rows := page.stands(status):
        yield f"{page.STANDS}:"
        yield from (_row(row, status) for row in rows)
    waiting, kept_back = page.waiting(status, options)
    if waiting:
        yield f"{page.OPEN}:"
    for each in waiting:
        yield f"{_stopped(each.heading)} File {visible(each.file)}."
        yield from each.said
    if kept_back:
        yield f"{kept_back} more; add --all to hear them."
    if status.heading is not None:
        yield sentences.record(status)
    yield LEGAL


def _row(row: Row, status: Status) -> str:
    place = row.place
    file = f"{visible(place.file)}, " if place is not None and place.file != status.charter.file else ""
    where = f", {file}line {place.line}" if place is not None else ""
    point = f" ({row.point})" if row.point else ""
    lead = f"{row.lead}: " if row.lead else ""
    return f"{lead}{row.said}{where}{point}."


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
