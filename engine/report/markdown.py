"""Markdown, for a pull request, a wiki or minutes: the answer first, then the points, worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.parts.answer import answer, in_order, label, summary
from coalcheck.engine.report.parts.excerpt import about_something_missing, quote
from coalcheck.engine.report.parts.footer import legal_line, next_line
from coalcheck.engine.report.parts.heading import STRICT, heading_line
from coalcheck.engine.report.parts.markup import bullets, escaped, fenced, paragraphs
from coalcheck.engine.report.parts.order import also, choose, kept_back, others_shown, seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalcheck.engine.findings.finding import Finding, Severity
    from coalcheck.engine.findings.result import Report, Result
    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.report.parts.order import Point
    from coalcheck.engine.source.node import Span

_ROOM = 100
"""Columns of a quoted line."""


def render(report: Report, options: Options) -> str:
    """Render every file in order; several files end in a sentence about all of them."""
    return "\n\n".join(filter(None, _blocks(report, options))) + "\n"


def _blocks(report: Report, options: Options) -> Iterator[str]:
    if report.strict:
        yield escaped(STRICT)
    for result in report.results:
        yield from _file(result, options, several=len(report.results) > 1)
    if len(report.results) > 1:
        yield f"**{escaped(summary(report))}**"
    yield from (f"**Not checked:** {escaped(sentence)}" for sentence in report.unread)
    yield f"_{escaped(legal_line(report))}_"


def _file(result: Result, options: Options, *, several: bool) -> Iterator[str]:
    yield f"## {escaped(heading_line(result))}"
    if several and result.heading is not None:
        yield f"File {escaped(result.file)}"
    yield f"**{escaped(answer(result))}**"
    yield escaped(in_order(result))
    yield from points(result, options)
    if result.next_step:
        when, _, step = next_line(result).partition(": ")
        yield f"**{when.capitalize()}:** {escaped(step)}"
    if options.verbose and result.notes:
        yield "### Not examined"
        yield bullets(map(escaped, result.notes))


def points(result: Result, options: Options, level: int = 3) -> Iterator[str]:
    """The points of one file, under the headings of their severities, and how many are kept back.

    Args:
        result: of the file.
        options: how it is to be shown.
        level: of these headings.
    """
    shown = choose(result.findings, show_all=options.show_all)
    severity: Severity | None = None
    for number, point in enumerate(shown.points, start=1):
        if point.first.severity is not severity:
            severity = point.first.severity
            yield f"{'#' * level} {label(severity, result).capitalize()}"
        yield from _point(number, point, result, options)
    if more := kept_back(shown.rest):
        yield f"{more}: `--all`."


def _point(number: int, point: Point, result: Result, options: Options) -> Iterator[str]:
    finding = point.first
    yield f"**{number}. {escaped(finding.message)}** ({_named(finding)})"
    if not about_something_missing(finding, result.lines):
        yield _quoted(result.lines, finding.span) or f"Line {finding.span.line}"
    elsewhere = [*_related(finding, result, options)]
    others = [escaped(each) for each in also(point.others, show_all=options.show_all)]
    yield bullets([f"Also {each}" for each in others] + elsewhere)
    yield from paragraphs(finding.why)
    if finding.write and finding.fix:
        yield f"Write:\n\n{fenced(finding.fix, 'yaml')}"
    elif finding.fix:
        yield escaped(finding.fix)


def _named(finding: Finding) -> str:
    name = f"{escaped(finding.name)}, {finding.code}"
    return f"[{name}]({finding.url})" if finding.url.startswith("https://") else name


def _related(finding: Finding, result: Result, options: Options) -> Iterator[str]:
    shown = others_shown(finding.related, show_all=options.show_all)
    for related in shown:
        here = (
            f"line {related.span.line}: {related.message}" if related.message else f"line {related.span.line}"
        )
        yield f"See {escaped(here if related.file == result.file else seen(related))}"
    if more := len(finding.related) - len(shown):
        yield f"{more} more: `--all`"


def _quoted(lines: Sequence[str], span: Span) -> str:
    """The lines that are meant, with their numbers and a mark, in a block; empty where there are none."""
    rows: list[str] = []
    digits = len(str(span.end_line))
    for row in quote(lines, span, _ROOM):
        rows.append(
            f"line {row.line:>{digits}} | {row.text}" if row.line else f"{' ' * (5 + digits)} | {row.text}"
        )
        if row.mark:
            rows.append(f"{' ' * (5 + digits)} | {row.mark}")
    return fenced("\n".join(rows)) if rows else ""
