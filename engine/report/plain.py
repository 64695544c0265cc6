"""One sentence for each point, without symbols: for screen readers, and for logs read by the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.parts.answer import answer, in_order, label, summary
from coalcheck.engine.report.parts.aside import aside, each_aside
from coalcheck.engine.report.parts.excerpt import about_something_missing
from coalcheck.engine.report.parts.footer import legal_line, next_line
from coalcheck.engine.report.parts.heading import STRICT, heading_line
from coalcheck.engine.report.parts.mended import can_be_mended
from coalcheck.engine.report.parts.order import also, choose, kept_back, others_shown, seen
from coalcheck.engine.report.parts.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.findings.finding import Finding
    from coalcheck.engine.findings.result import Report, Result
    from coalcheck.engine.report.parts.options import Options


def render(report: Report, options: Options) -> str:
    """Render every file in order; a line is a sentence, and only what can be pasted takes several."""
    lines: list[str] = [STRICT, ""] if report.strict else []
    for result in report.results:
        lines += [*_file(result, options, several=len(report.results) > 1), ""]
    if len(report.results) > 1:
        lines += [summary(report)]
    if not options.verbose and any(result.findings for result in report.results):
        lines += ["With --verbose each point also says why it matters and what to write."]
    if mend := can_be_mended(report.results):
        lines += [mend]
    lines += [legal_line(report)]
    return "\n".join(lines) + "\n"


def _file(result: Result, options: Options, *, several: bool) -> Iterator[str]:
    if several and result.heading is not None:
        yield f"File {visible(result.file)}."
    yield f"{heading_line(result)}."
    yield answer(result)
    if result.in_order:
        yield in_order(result)
    yield from points(result, options)
    if result.next_step:
        yield _spoken_next(result)
    if options.verbose:
        yield from (f"Not examined: {_line(note)}" for note in result.notes)


def points(result: Result, options: Options) -> Iterator[str]:
    """Give the points of one file, a sentence each, and how many are kept back."""
    shown = choose(result.findings, show_all=options.show_all)
    for number, (finding, others) in enumerate(shown.points, start=1):
        yield _point(number, finding, result)
        yield from (f"Also {_line(each)}{_stop(each)}" for each in also(others, show_all=options.show_all))
        if options.verbose:
            yield from _more(finding)
        else:
            elsewhere = [related for related in finding.related if related.file != finding.file]
            named = others_shown(elsewhere, show_all=options.show_all)
            yield from (f"See {_line(seen(each))}{_stop(each.message)}" for each in named)
            if elsewhere[len(named) :]:
                yield f"{len(elsewhere) - len(named)} more; add --all to hear them."
    more = kept_back(shown.rest)
    if more:
        yield f"{more}; add --all to hear them."
    if result.set_aside:
        yield aside(result) if options.show_all else f"{aside(result)} Add --all to hear them."
        for each in each_aside(result) if options.show_all else ():
            yield f"Set aside, {_line(each)}{_stop(each)}"


def _point(number: int, finding: Finding, result: Result) -> str:
    where = "" if about_something_missing(finding, result.lines) else f", line {finding.span.line}"
    message = _line(finding.message)
    name = f"({finding.name}, {finding.code})"
    # A question keeps its mark; a statement gets its full stop after the name.
    said = f"{message} {name}" if message.endswith(("?", "!", ".")) else f"{message} {name}."
    return f"Point {number}, {label(finding.severity, result)}{where}: {said}"


def _more(finding: Finding) -> Iterator[str]:
    for related in finding.related:
        place = f"line {related.span.line}"
        if related.file != finding.file:
            place = f"{visible(related.file)}, {place}"
        yield f"See {place}: {_line(related.message)}" if related.message else f"See {place}."
    if finding.why:
        first, *others = (_line(line) for line in finding.why.rstrip().split("\n"))
        yield f"Why: {first}"
        yield from others
    if finding.write and finding.fix:
        yield "Write:"
        yield from visible(finding.fix).rstrip("\n").split("\n")
    elif finding.fix:
        yield f"Do: {_line(finding.fix)}"


def _stop(text: str) -> str:
    return "" if text.endswith(("?", "!", ".")) else "."


def _spoken_next(result: Result) -> str:
    words = next_line(result)
    return f"{words[0]}{words[1:4].lower()}{words[4:]}"


def _line(text: str) -> str:
    """Put a text on one line, with one blank between words."""
    return " ".join(visible(text).split())
