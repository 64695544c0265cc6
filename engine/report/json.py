"""The report for other programs.

Its shape is published as ``docs/schema/report-1.json``, and only ever grows.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coalcheck.engine.findings.finding import Severity

if TYPE_CHECKING:
    from coalcheck.engine.findings.finding import Finding, Related
    from coalcheck.engine.findings.result import Report, Result
    from coalcheck.engine.report.parts.options import Options

SCHEMA = 1


def render(report: Report, options: Options) -> str:  # noqa: ARG001 - every format is called alike
    """Render everything that is known; the same report gives the same text, and no time of day is in it."""
    summary = {
        f"{severity.word}s": sum(result.count(severity) for result in report.results)
        for severity in sorted(Severity, reverse=True)
    }
    whole = {
        "schema": SCHEMA,
        "version": report.version,
        "as_of": report.as_of.isoformat(),
        "matcher": report.matcher,
        "strict": report.strict,
        "results": [_result(result) for result in report.results],
        "summary": summary,
    }
    # Half a surrogate pair, as a file name can hold, has no place in UTF-8: it stays an escape.
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _result(result: Result) -> dict[str, object]:
    return {
        "file": result.file,
        "kind": result.kind,
        # A charter by itself proposes nothing: these three speak of actions.
        "verdict": None,
        "scope": None,
        "decision": None,
        "notes": list(result.notes),
        **findings_of(result),
    }


def findings_of(result: Result) -> dict[str, object]:
    """Give all findings of a file, those that are set aside too, and how many the settings leave out."""
    ignored = {"ignored": result.ignored} if result.ignored else {}
    return {"findings": [finding_of(finding) for finding in result.everything], **ignored}


def finding_of(finding: Finding) -> dict[str, object]:
    """Give one finding; its keys are the same in every output for programs."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.word,
        "message": finding.message,
        "path": finding.path,
        **_place(finding),
        "fingerprint": finding.fingerprint,
        "url": finding.url,
        "why": finding.why,
        "fix": finding.fix,
        "write": finding.write,
        "fixable": finding.fixable,
        "related": [_related(related) for related in finding.related],
        "suppressed": finding.suppression is not None,
        **_aside(finding),
    }


def _aside(finding: Finding) -> dict[str, object]:
    """Give why it does not count; keys are there only where they apply."""
    said: dict[str, object] = {}
    if finding.suppression is not None:
        line, reason, until = finding.suppression.line, finding.suppression.reason, finding.suppression.until
        said["suppression"] = {"line": line, "reason": reason, "until": until and until.isoformat()}
    if finding.baseline_state is not None:
        said["baseline_state"] = finding.baseline_state
    return said


def _related(related: Related) -> dict[str, object]:
    return {"file": related.file, "path": related.path, **_place(related), "message": related.message}


def _place(at: Finding | Related) -> dict[str, int]:
    return {
        "line": at.span.line,
        "column": at.span.column,
        "end_line": at.span.end_line,
        "end_column": at.span.end_column,
    }
