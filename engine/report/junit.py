"""JUnit's XML, for places that show what was passed and what was not: a suite a file, a case a finding.

What makes the exit code 1 is a failure, and nothing else is; a file in which nothing was found is a case too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.report.parts.answer import label
from coalcheck.engine.report.parts.excerpt import about_something_missing
from coalcheck.engine.report.parts.junit import Case, Outcome, Suite, document
from coalcheck.engine.report.parts.order import worst_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coalcheck.engine.findings.finding import Finding, Severity
    from coalcheck.engine.findings.result import Report, Result
    from coalcheck.engine.report.parts.options import Options

NOTHING: Final = "nothing found"
"""The case of a file in which there is nothing to say."""


def render(report: Report, options: Options) -> str:
    """Render every file as a suite."""
    return document([*suites(report.results, options.fail_on), *unread(report.unread)])


def suites(results: Iterable[Result], fail_on: Severity) -> Iterator[Suite]:
    """A suite for each file.

    Args:
        results: of the files.
        fail_on: findings at least so grave are failures; the others are said beside a case that is passed.
    """
    for result in results:
        found = [_case(finding, result, fail_on) for finding in worst_first(result.findings)]
        yield Suite(result.file, tuple(found) or (Case(NOTHING, result.file, result.file),))


def unread(sentences: Iterable[str]) -> Iterator[Suite]:
    """A suite for the paths that could not be read, if there are any."""
    cases = tuple(
        Case(sentence, "not checked", outcome=Outcome(sentence, kind="error", type="unreadable"))
        for sentence in sentences
    )
    if cases:
        yield Suite("not checked", cases)


def _case(finding: Finding, result: Result, fail_on: Severity) -> Case:
    place = finding.known_by or finding.path
    at = f" at {place}" if place else ""
    name = f"{finding.name} ({finding.code}){at}"
    text = "\n".join(_told(finding, result))
    message = " ".join(finding.message.split())
    if finding.severity >= fail_on:
        outcome = Outcome(message, text, type=finding.severity.word)
        return Case(name, result.file, result.file, outcome)
    return Case(name, result.file, result.file, output=f"{message}\n{text}")


def _told(finding: Finding, result: Result) -> Iterator[str]:
    where = "" if about_something_missing(finding, result.lines) else f", line {finding.span.line}"
    yield f"{label(finding.severity, result).capitalize()}{where}"
    for related in finding.related:
        said = f": {related.message}" if related.message else ""
        yield f"See {related.file}, line {related.span.line}{said}"
    if finding.why:
        yield f"Why: {finding.why.rstrip()}"
    if finding.fix:
        yield f"Write:\n{finding.fix.rstrip()}" if finding.write else f"Do: {finding.fix.rstrip()}"
