"""Pages of points that do not count: how many there are stands with the answer, each of them on request."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from coalcheck.engine.findings.finding import Finding, Severity, Suppression
from coalcheck.engine.findings.result import Heading, Report, Result
from coalcheck.engine.report import renderer
from coalcheck.engine.report.parts.aside import aside
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.source.node import Span

GOLDEN = Path(__file__).parent / "aside_golden"
RESET = os.environ.get("COALCHECK_RESET") == "1"
LINES = (
    "name: Clean Air",
    "purpose: Stop the deal.",
    "vetoes: [{holders: [local-9]}]",
    "exit: {notice: 1 week}",
)


def finding(code: str, name: str, message: str, line: int, severity: Severity = Severity.WARNING) -> Finding:
    span = Span(line, 1, line, len(LINES[line - 1]) + 1)
    path = LINES[line - 1].partition(":")[0]
    return Finding(
        code, name, severity, message, "", "", False, "c.yaml", path, span, code.lower(), f"x/{code}"
    )


VETO = replace(
    finding("V402", "veto-over-messages", "One member can stop every joint statement", 3),
    suppression=Suppression(3, "agreed in May", date(2026, 12, 31)),
    baseline_state="new",
)
SILENT = replace(
    finding("P202", "several-goals", "This reads like several goals", 2),
    suppression=Suppression(1),
    baseline_state="new",
)
KNOWN = replace(
    finding("E502", "exit-slow", "Leaving takes long", 4, Severity.ERROR), baseline_state="unchanged"
)
NEW = replace(
    finding("S601", "no-boundary", "Nothing says where the coalition stops", 1), baseline_state="new"
)
HEADING = Heading("Clean Air", "coalition", "opportunistic", "draft", 3)
RESULT = Result("c.yaml", "charter", (NEW,), HEADING, lines=LINES, set_aside=(SILENT, VETO, KNOWN), ignored=2)
REPORT = Report((RESULT,), date(2026, 6, 1), "0.1.0", "reference")


@pytest.mark.parametrize(
    ("name", "form", "options"),
    [
        pytest.param("set-aside.txt", "text", Options(), id="text"),
        pytest.param("set-aside-all.txt", "text", Options(show_all=True), id="text, all"),
        pytest.param("set-aside-plain.txt", "plain", Options(), id="plain"),
        pytest.param("set-aside-plain-all.txt", "plain", Options(show_all=True), id="plain, all"),
        pytest.param("set-aside.json", "json", Options(), id="json"),
    ],
)
def test_the_page_is_as_it_was_read_aloud(name: str, form: str, options: Options) -> None:
    page = renderer(form)(REPORT, options)
    if RESET:
        (GOLDEN / name).write_text(page, encoding="utf-8")
    assert (GOLDEN / name).read_text(encoding="utf-8") == page


@pytest.mark.parametrize(
    ("those", "said"),
    [
        pytest.param((), "", id="nothing"),
        pytest.param((VETO,), "Set aside: 1 point by a comment in the file.", id="one comment"),
        pytest.param((VETO, SILENT), "Set aside: 2 points by comments in the file.", id="two comments"),
        pytest.param((KNOWN,), "Set aside: 1 point of the baseline.", id="a baseline"),
        pytest.param(
            (KNOWN, VETO), "Set aside: 1 point by a comment in the file and 1 point of the baseline.", id="2"
        ),
    ],
)
def test_how_many(those: tuple[Finding, ...], said: str) -> None:
    assert aside(replace(RESULT, set_aside=those)) == said


def test_what_does_not_count_is_not_counted() -> None:
    assert RESULT.count(Severity.ERROR) == 0
    assert REPORT.exit_code(Severity.ERROR) == 0
    assert REPORT.exit_code(Severity.WARNING) == 1
    assert [each.span.line for each in RESULT.everything] == [1, 2, 3, 4]
