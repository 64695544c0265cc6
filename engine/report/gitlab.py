"""GitLab's Code Quality report: a list of findings that a merge request shows beside the lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.report.parts.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coalcheck.engine.findings.finding import Finding
    from coalcheck.engine.findings.result import Report, Result
    from coalcheck.engine.report.parts.options import Options

_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
"""Of its five words, ``blocker`` and ``critical`` are left to what endangers a running system."""


def render(report: Report, options: Options) -> str:  # noqa: ARG001 - every format is called alike
    """Render every finding; a clean charter gives an empty list."""
    return quality(report.results)


def quality(results: Iterable[Result]) -> str:
    """The report over some files; every fingerprint is in it once, since of two only one would be shown."""
    entries: dict[str, dict[str, object]] = {}
    for finding in (each for result in results for each in result.findings):
        entries.setdefault(finding.fingerprint, _entry(finding))
    text = json.dumps(list(entries.values()), ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _entry(finding: Finding) -> dict[str, object]:
    said = " ".join(visible(finding.message).split())
    return {
        "description": f"{said} ({finding.name}, {finding.code})",
        "check_name": finding.name,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": finding.file,
            "lines": {"begin": finding.span.line, "end": max(finding.span.line, _end(finding))},
        },
    }


def _end(finding: Finding) -> int:
    return finding.span.end_line - (finding.span.end_column == 1)
