"""The same as a page of Markdown, for a wiki, a repository or a message: tables where there are rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.parts.markup import escaped
from coalcheck.engine.report.parts.order import choose
from coalcheck.engine.report.standing import page, sentences
from coalcheck.engine.report.verdict import answer
from coalcheck.engine.report.verdict.closing import LEGAL
from coalcheck.engine.report.verdict.line import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.report.standing.page import Row
    from coalcheck.engine.standing.status import Status


def render(status: Status, options: Options) -> str:
    """Render where a coalition stands."""
    return "\n\n".join(filter(None, _blocks(status, options))) + "\n"


def _blocks(status: Status, options: Options) -> Iterator[str]:
    yield f"# {escaped(sentences.heading(status))}"
    yield escaped(sentences.answer(status))
    yield escaped(sentences.not_in_full(status))
    if said := sentences.next_line(status):
        yield f"**Next:** {escaped(said)}"
    if status.charter.findings:
        yield f"## {escaped(answer.beside(status.charter))}"
        points = choose(status.charter.findings, show_all=options.show_all).points
        yield "\n".join(
            f"- line {each.first.span.line}: {escaped(sentence(each.first.message))} "
            f"({each.first.name}, {each.first.code})"
            for each in points
        )
    for section in page.sections(status, options):
        yield f"## {section.heading}"
        dated = any(row.lead for row in section.rows)
        yield _table(("Day", "What", "Where") if dated else ("What", "Where"), section.rows, status)
        if section.more:
            yield f"{section.more} more."
    if more := page.later(status, options):
        yield f"Later: {sentences.days_later(more)}."
    if rows := page.stands(status):
        yield f"## {page.STANDS}"
        yield _table(("About", "How it stands", "Where"), rows, status)
    waiting, kept_back = page.waiting(status, options)
    if waiting:
        yield f"## {page.OPEN}"
    for each in waiting:
        yield "\n\n".join((f"**{escaped(each.heading)}** ({escaped(each.file)})", *map(escaped, each.said)))
    if kept_back:
        yield f"{kept_back} more."
    if status.heading is not None:
        yield escaped(sentences.record(status))
    yield f"_{escaped(LEGAL)}_"


def _table(heads: Sequence[str], rows: Sequence[Row], status: Status) -> str:
    lines = [_cells(heads), _cells(["---"] * len(heads))]
    for row in rows:
        point = f" ({row.point})" if row.point else ""
        told = [escaped(f"{row.said}{point}"), _where(row, status)]
        lines.append(_cells([escaped(row.lead), *told] if len(heads) == 3 else told))
    return "\n".join(lines)


def _cells(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _where(row: Row, status: Status) -> str:
    if row.place is None:
        return ""
    file = "" if row.place.file == status.charter.file else f"{escaped(row.place.file)}, "
    return f"{file}line {row.place.line}"
