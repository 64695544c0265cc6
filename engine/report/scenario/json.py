"""What tests came to, for other programs; the shape is published as ``docs/schema/test-run-1.json``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.report.json import finding_of
from coalcheck.engine.report.scenario.mutation import for_programs
from coalcheck.engine.report.scenario.sentences import percent

if TYPE_CHECKING:
    from coalcheck.engine.decide.verdict import Consulted
    from coalcheck.engine.findings.result import Result
    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.scenario.clauses import Clauses
    from coalcheck.engine.scenario.coverage.model import Coverage, Item
    from coalcheck.engine.scenario.run import Ran
    from coalcheck.engine.scenario.testing import CharterRun, FileRun, Run

SCHEMA: Final = 1


def render(run: Run, options: Options) -> str:  # noqa: ARG001 - every format is called alike
    """Render everything that is known; the same run gives the same text, and no time of day is in it."""
    whole = {
        "schema": SCHEMA,
        "version": run.version,
        "matcher": run.matcher,
        "fail_under": None if run.fail_under is None else percent(run.fail_under),
        "min_score": None if run.min_score is None else percent(run.min_score),
        "charters": [_charter(each, run) for each in run.charters],
        "summary": {
            "cases": len(run.ran),
            "passed": sum(each.passed for each in run.ran),
            "failed": sum(not each.passed for each in run.ran),
            **{
                f"{severity.word}s": sum(result.count(severity) for result in run.results)
                for severity in sorted(Severity, reverse=True)
            },
        },
    }
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _charter(charter: CharterRun, run: Run) -> dict[str, object]:
    coverage, mutation = charter.coverage, charter.mutation
    return {
        "file": charter.file or None,
        "name": charter.name or None,
        "findings": _findings(charter.result),
        "results": [_file(each, charter.clauses) for each in charter.files],
        "coverage": None if coverage is None else _coverage(coverage, below=charter in run.below),
        "mutation": None if mutation is None else for_programs(mutation, below=charter in run.overlooked),
    }


def _findings(result: Result | None) -> list[dict[str, object]]:
    return [] if result is None else [finding_of(each) for each in result.findings]


def _file(file: FileRun, clauses: Clauses | None) -> dict[str, object]:
    return {
        "file": file.result.file,
        "kind": "test",
        "title": file.title,
        "findings": _findings(file.result),
        "passed_over": file.passed_over,
        "cases": [_case(each, clauses) for each in file.ran],
    }


def _case(ran: Ran, clauses: Clauses | None) -> dict[str, object]:
    verdict, expect = ran.verdict, ran.case.expect
    return {
        "id": ran.case.id,
        "line": ran.case.line,
        "why": ran.case.why or None,
        "passed": ran.passed,
        "expected": None if expect is None else expect.verdict,
        "verdict": ran.outcome,
        "as_of": None if verdict is None else verdict.as_of.isoformat(),
        "decision": None if verdict is None else verdict.decision or None,
        "decided_by": list(ran.decided_by),
        "clauses": []
        if verdict is None
        else [_clause(each, clauses) for each in verdict.clauses if each.decides],
        "missing": [] if verdict is None else list(verdict.missing),
        "found": [each.code for each in ran.findings],
        "differences": [
            {"what": each.what, "expected": each.expected, "got": each.got} for each in ran.differences
        ],
    }


def _clause(clause: Consulted, clauses: Clauses | None) -> dict[str, object]:
    placed = clause.route is not None and clauses is not None
    return {
        "part": clause.part,
        "met": clause.met,
        "text": clause.text,
        "said": clause.said,
        "path": clauses.path(clause.route) if placed and clauses and clause.route is not None else None,
        "line": clauses.line(clause.route) if placed and clauses and clause.route is not None else None,
    }


def _coverage(coverage: Coverage, *, below: bool) -> dict[str, object]:
    return {
        "items": len(coverage.items),
        "covered": coverage.covered,
        "percent": percent(coverage.percent),
        "enough": not below,
        "list": [_item(each) for each in coverage.items],
        "left_out": [{"path": each.path, "line": each.line, "said": each.said} for each in coverage.left_out],
    }


def _item(item: Item) -> dict[str, object]:
    return {
        "kind": item.kind,
        "path": item.path,
        "line": item.line,
        "state": item.state,
        "text": item.text,
        "cases": list(item.cases),
        "said": None if item.covered else item.said,
        "paste": item.paste or None,
    }
