"""Workflow commands of GitHub Actions: a remark beside each line, the worst first, since only ten are shown.

Written as https://docs.github.com/actions/reference/workflow-commands-for-github-actions asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.report.parts.answer import answer, label, summary
from coalcheck.engine.report.parts.order import worst_first
from coalcheck.engine.report.parts.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coalcheck.engine.findings.finding import Finding
    from coalcheck.engine.findings.result import Report, Result
    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.source.node import Span

_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, options: Options) -> str:  # noqa: ARG001 - every format is called alike
    """Render every finding as one line, and the answer as the last."""
    lines = [*remarks(report.results), *unread(report.unread)]
    lines.append(summary(report) if len(report.results) != 1 else answer(report.results[0]))
    return "\n".join(lines) + "\n"


def remarks(results: Sequence[Result]) -> Iterator[str]:
    """A line for each finding of some files, the worst of all of them first."""
    whose = {id(finding): result for result in results for finding in result.findings}
    for finding in worst_first(finding for result in results for finding in result.findings):
        title = f"{label(finding.severity, whose[id(finding)])} ({finding.name}, {finding.code})"
        yield command(
            _LEVELS[finding.severity],
            "\n\n".join(_said(finding)),
            file=finding.file,
            **_place(finding.span),
            title=f"{title[0].upper()}{title[1:]}",
        )


def unread(sentences: Iterable[str]) -> Iterator[str]:
    """A line for each path that could not be read; it has no place in a file."""
    for sentence in sentences:
        yield command("error", sentence, title="Not checked")


def command(name: str, said: str, **properties: str | int) -> str:
    """One workflow command; nothing in it can end it, or begin another."""
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(visible(said))}"


def _said(finding: Finding) -> Iterator[str]:
    """The sentence, what to do, and why; the log of a run shows the first line only."""
    yield " ".join(finding.message.split())
    fix, why = finding.fix.strip("\n"), finding.why.strip()
    if fix:
        yield f"Write:\n{fix}" if finding.write else fix
    if why:
        yield f"Why: {why}"


def _place(span: Span) -> dict[str, int]:
    """The lines, and the columns where they are of one line: GitHub takes no others."""
    last = span.end_line - (span.end_column == 1 and span.end_line > span.line)
    place = {"line": span.line, "endLine": last}
    if span.end_line == span.line:
        place |= {"col": span.column, "endColumn": span.end_column}
    return place


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
