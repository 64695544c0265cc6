"""What says the same of several places is one point, and every place is told."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from coalcheck.engine.findings.finding import Finding, Related, Severity
from coalcheck.engine.findings.result import Report, Result
from coalcheck.engine.report import renderer
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.parts.order import points_of
from coalcheck.engine.source.node import Span


def signs(name: str, line: int, **other: object) -> Finding:
    finding = Finding(
        code="P214",
        name="signatory-missing",
        severity=Severity.ERROR,
        message=f"Who signs for {name}?",
        why="It binds nobody.",
        fix="signatory: {position: chair}",
        write=True,
        file="c.yaml",
        path=f"members[{name}]",
        span=Span(line, 3, line, 9),
        fingerprint=str(line),
        url="",
    )
    return replace(finding, **other)


ONE, TWO, THREE = signs("Alpha", 3), signs("Beta", 5), signs("Gamma", 7)
LINES = tuple(f"  - id: m{number}" for number in range(1, 20))


def page(findings: list[Finding], form: str = "text", *, show_all: bool = False) -> str:
    result = Result("c.yaml", "charter", tuple(findings), lines=LINES)
    report = Report((result,), date(2026, 1, 1), "0", "reference")
    return renderer(form)(report, Options(100, show_all=show_all))


@pytest.mark.parametrize(
    ("findings", "groups"),
    [
        pytest.param([ONE], [["3"]], id="one"),
        pytest.param([THREE, ONE, TWO], [["3", "5", "7"]], id="three alike, in the order of the file"),
        pytest.param([ONE, signs("Beta", 5, why="Another reason")], [["3"], ["5"]], id="another reason"),
        pytest.param([ONE, signs("Beta", 5, fix="Ask it.")], [["3"], ["5"]], id="another advice"),
        pytest.param([ONE, signs("Beta", 5, severity=Severity.INFO)], [["3"], ["5"]], id="another weight"),
        pytest.param([ONE, signs("Beta", 5, code="P215")], [["3"], ["5"]], id="another policy"),
        pytest.param(
            [ONE, signs("Beta", 5, related=(Related("c.yaml", "x", Span(1, 1, 1, 2), "here"),))],
            [["3"], ["5"]],
            id="with another place beside its own",
        ),
    ],
)
def test_what_is_one_point(findings: list[Finding], groups: list[list[str]]) -> None:
    points = points_of(findings)
    assert [[each.fingerprint for each in (first, *others)] for first, others in points] == groups


def test_a_point_tells_every_place() -> None:
    text = page([ONE, TWO, THREE])
    assert "1 point to settle" in text
    assert "   Also   line 5: Who signs for Beta?\n          line 7: Who signs for Gamma?\n" in text
    assert text.count("It binds nobody.") == 1


def test_a_point_reads_aloud() -> None:
    assert "Also line 5: Who signs for Beta?\n" in page([ONE, TWO], "plain")


@pytest.mark.parametrize(
    ("others", "show_all", "last"),
    [
        pytest.param(4, False, "line 6: Who signs for M4?", id="as many as are shown"),
        pytest.param(5, False, "line 7: Who signs for M5?", id="one more takes no more room than saying so"),
        pytest.param(6, False, "2 more: --all", id="some are kept back"),
        pytest.param(6, True, "line 8: Who signs for M6?", id="all were asked for"),
    ],
)
def test_a_long_list_is_kept_short(others: int, show_all: bool, last: str) -> None:
    findings = [signs(f"M{number}", 2 + number) for number in range(others + 1)]
    text = page(findings, show_all=show_all)
    also = text[text.index("   Also") : text.index("   Why")].rstrip().split("\n")
    assert also[-1].strip().removeprefix("Also").strip() == last


def test_other_programs_get_every_finding() -> None:
    assert page([ONE, TWO, THREE], "json").count('"P214"') == 3
