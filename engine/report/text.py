"""The words on the screen: the answer first, then what is in order, then the points, worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.parts.answer import answer, in_order, label, summary
from coalcheck.engine.report.parts.aside import aside, each_aside
from coalcheck.engine.report.parts.cells import width
from coalcheck.engine.report.parts.colour import SEVERITY, Paint
from coalcheck.engine.report.parts.excerpt import about_something_missing, quote
from coalcheck.engine.report.parts.footer import footer, next_line
from coalcheck.engine.report.parts.heading import STRICT, heading_line
from coalcheck.engine.report.parts.order import also, choose, kept_back, others_shown, seen
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.report.parts.wrap import fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coalcheck.engine.findings.finding import Finding, Severity
    from coalcheck.engine.findings.result import Report, Result
    from coalcheck.engine.report.parts.colour import Style
    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.report.parts.order import Point
    from coalcheck.engine.source.node import Span

_MARGIN = " " * 3
_LABEL = 7
_INDENT = len(_MARGIN) + _LABEL
# Where the names of points stand on a wide screen, and how narrow the sentence beside them may get.
_NAMES_AT = 75
_NARROWEST = 40


def render(report: Report, options: Options) -> str:
    """Render every file in order; several files end in a sentence about all of them."""
    page = _Page(options, several=len(report.results) > 1)
    lines: list[str] = [*page.wrapped(STRICT, "dim"), ""] if report.strict else []
    for result in report.results:
        lines += [*page.file(result), ""]
    if len(report.results) > 1:
        lines += [*page.wrapped(summary(report), "bold"), ""]
    lines += page.wrapped(footer(report, options), "dim")
    return "\n".join(lines) + "\n"


def points(result: Result, options: Options) -> Iterator[str]:
    """Give the points of one file by themselves, for a page that says more than what was found."""
    page = _Page(options, several=False)
    shown = choose(result.findings, show_all=options.show_all)
    yield from page.points(shown.points, result)
    more = kept_back(shown.rest)
    if more:
        yield from ("", f"{more}: --all.")
    if result.set_aside:
        yield ""
        yield from page.aside(result)


class _Page:
    """One rendering: the options, and the pieces of a page that need them."""

    def __init__(self, options: Options, *, several: bool) -> None:
        self._options = options
        self._several = several
        self._paint = Paint(on=options.colour)

    def file(self, result: Result) -> Iterator[str]:
        """Give the block of one file."""
        shown = choose(result.findings, show_all=self._options.show_all)
        if self._several and result.heading is not None:
            yield self._paint(visible(result.file), "dim")
        yield from self.wrapped(heading_line(result), "bold")
        yield ""
        yield from self.wrapped(answer(result))
        yield from self.wrapped(in_order(result))
        yield from self.aside(result)
        yield from self.points(shown.points, result)
        more = kept_back(shown.rest)
        if more and self._several:
            yield ""
            yield f"{more}: --all."
        if result.next_step:
            yield ""
            yield from self.wrapped(next_line(result))
        if self._options.verbose and result.notes:
            yield ""
            yield self._paint("NOT EXAMINED", "bold")
            for note in result.notes:
                yield from fill(visible(note), self._options.width, _MARGIN, _MARGIN)

    def points(self, points: Sequence[Point], result: Result) -> Iterator[str]:
        """Give some points of a file, under the headings of their severities."""
        names = _names_column(points, self._options.width)
        severity: Severity | None = None
        for number, (finding, others) in enumerate(points, start=1):
            if finding.severity is not severity:
                severity = finding.severity
                yield ""
                yield self._paint(label(severity, result).upper(), SEVERITY[severity])
            yield ""
            yield from self._sentence(number, finding, names)
            yield from self._places(finding, result)
            yield from self._labelled("Also", "\n".join(also(others, show_all=self._options.show_all)))
            yield from self._labelled("Why", finding.why)
            if finding.write and finding.fix:
                yield from self._paste(finding.fix)
            else:
                yield from self._labelled("Do", finding.fix)

    def aside(self, result: Result) -> Iterator[str]:
        """Give how many points are set aside; each of them where everything is to be shown."""
        if not result.set_aside:
            return
        how = "" if self._options.show_all else " --all shows them."
        yield from self.wrapped(f"{aside(result)}{how}")
        for each in each_aside(result) if self._options.show_all else ():
            yield from self._painted(fill(visible(each), self._options.width, _MARGIN, _MARGIN * 2), "dim")

    def _sentence(self, number: int, finding: Finding, names: int) -> Iterator[str]:
        """Give number and message, and the name and code at the right or, on a narrow screen, below."""
        lead = f"{number:<{len(_MARGIN) - 1}} "
        name = _named(finding)
        message = visible(finding.message)
        if not names:
            yield from self._painted(fill(message, self._options.width, lead, _MARGIN), "bold")
            yield _MARGIN + self._paint(name, "dim")
            return
        first, *others = fill(message, names - 2, lead, _MARGIN) or [lead]
        yield self._paint(first, "bold") + " " * (names - width(first)) + self._paint(name, "dim")
        yield from self._painted(others, "bold")

    def _places(self, finding: Finding, result: Result) -> Iterator[str]:
        """Quote what is meant with a mark under the words, and the other places with what is said of them."""
        here = [] if about_something_missing(finding, result.lines) else [(finding.span, "")]
        here += [(r.span, visible(r.message)) for r in finding.related if r.file == finding.file]
        digits = len(str(max((span.end_line for span, _ in here), default=0)))
        for span, said in here:
            yield from self._quoted(result.lines, span, said, digits, SEVERITY[finding.severity])
        elsewhere = [related for related in finding.related if related.file != finding.file]
        shown = others_shown(elsewhere, show_all=self._options.show_all)
        yield from self._labelled("See", "\n".join(map(seen, shown)))
        if elsewhere[len(shown) :]:
            yield f"{' ' * _INDENT}{len(elsewhere) - len(shown)} more: --all"

    def _quoted(
        self, lines: Sequence[str], span: Span, said: str, digits: int, style: Style
    ) -> Iterator[str]:
        blank = f"{_MARGIN}     {' ' * digits} | "
        room = max(_NARROWEST, self._options.width - len(blank))
        rows = quote(lines, span, room)
        for row in rows:
            gutter = f"{_MARGIN}line {row.line:>{digits}} | " if row.line else blank
            yield self._paint(gutter, "dim") + row.text
            if row.mark:
                beside = bool(said) and row is rows[-1] and len(row.mark) + 1 + width(said) <= room
                yield self._paint(blank, "dim") + self._paint(
                    row.mark + (f" {said}" if beside else ""), style
                )
                said = "" if beside else said
        for line in fill(said, room, "", ""):
            yield self._paint(blank, "dim") + self._paint(line, style)

    def _labelled(self, name: str, text: str) -> Iterator[str]:
        """Give a label and its text; the text's own line breaks and indents are kept, as of a small table."""
        if not text:
            return
        lead = self._lead(name)
        for line in visible(text).rstrip().split("\n"):
            indent = len(line) - len(line.lstrip(" "))
            hanging = " " * (_INDENT + indent + (2 if indent or name == "Also" else 0))
            for row in fill(line.strip(), self._options.width, " " * (_INDENT + indent), hanging):
                yield lead + row[_INDENT:]
                lead = " " * _INDENT

    def _paste(self, yaml: str) -> Iterator[str]:
        """Give what can be pasted, exactly as it is to be written: no line is wrapped."""
        lead = self._lead("Write")
        for line in visible(yaml).rstrip("\n").split("\n"):
            yield (lead + line).rstrip()
            lead = " " * _INDENT

    def _lead(self, name: str) -> str:
        return _MARGIN + self._paint(name, "bold") + " " * (_LABEL - len(name))

    def wrapped(self, text: str, style: Style | None = None) -> Iterator[str]:
        """Wrap a sentence to the width of the page, from its left edge."""
        return self._painted(fill(text, self._options.width, "", ""), style)

    def _painted(self, lines: Iterable[str], style: Style | None) -> Iterator[str]:
        return (self._paint(line, style) if style else line for line in lines)


def _named(finding: Finding) -> str:
    return f"({finding.name}, {finding.code})"


def _names_column(points: Sequence[Point], page: int) -> int:
    """Find the column at which all names stand below each other; 0 where the screen is too narrow."""
    column = min(_NAMES_AT, page - max((len(_named(point.first)) for point in points), default=0))
    return column if column >= _NARROWEST + len(_MARGIN) else 0
