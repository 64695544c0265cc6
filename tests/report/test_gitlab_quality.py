"""GitLab's Code Quality report, held to what GitLab publishes and reads of it."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from given_checks import rejected, unread
from given_formats import hostile, hostile_check, not_all_read
from given_records import beyond_a_limit
from given_reports import ERROR, INFO, MODEL, NOTHING, WARNING, report, several
from msgspec.structs import replace

from coalcheck.engine.checking.checked import Check
from coalcheck.engine.findings.result import Report
from coalcheck.engine.report import renderer
from coalcheck.engine.report import verdict as verdicts
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.source.node import Span

SHAPE = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^[a-z0-9-]+$"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "not": {"pattern": "^[.]/"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "additionalProperties": False,
                        "properties": {key: {"type": "integer", "minimum": 1} for key in ("begin", "end")},
                    },
                },
            },
        },
    },
}
"""Of https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.

An entry that is not so hides all that come after it.
"""


def entries(given_report: Report) -> list[dict[str, Any]]:
    found = json.loads(renderer("gitlab")(given_report, Options()))
    jsonschema.validate(found, SHAPE)
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize(
    "given_report",
    [report(MODEL), report(NOTHING), several(), hostile(), not_all_read()],
    ids=["the model case", "clean", "several", "hostile", "not all read"],
)
def test_every_finding_is_an_entry(given_report: Report) -> None:
    # Of two with one fingerprint GitLab shows one; by hand they are made so, by the engine never.
    found = {each.fingerprint for result in given_report.results for each in result.findings}
    assert [*dict.fromkeys(each["fingerprint"] for each in entries(given_report))] == [
        each["fingerprint"] for each in entries(given_report)
    ]
    assert {each["fingerprint"] for each in entries(given_report)} == found


@pytest.mark.parametrize("check", [rejected(), unread(), beyond_a_limit(), hostile_check()])
def test_of_a_check_too(check: Check) -> None:
    found = json.loads(verdicts.renderer("gitlab")(check, Options()))
    jsonschema.validate(found, SHAPE)
    assert {each["fingerprint"] for each in found} == {
        each.fingerprint for result in check.results for each in result.findings
    }


def test_a_clean_charter_is_an_empty_list() -> None:
    assert renderer("gitlab")(report(NOTHING), Options()) == "[]\n"


@pytest.mark.parametrize(
    ("severity", "word"),
    [(ERROR, "major"), (WARNING, "minor"), (INFO, "info")],
    ids=["error", "warning", "info"],
)
def test_severity(severity: Any, word: str) -> None:
    (entry,) = entries(report(replace(MODEL, findings=(replace(MODEL.findings[0], severity=severity),))))
    assert entry["severity"] == word


@pytest.mark.parametrize(
    ("span", "lines"),
    [
        pytest.param(Span(3, 5, 3, 9), {"begin": 3, "end": 3}, id="in one line"),
        pytest.param(Span(3, 5, 5, 9), {"begin": 3, "end": 5}, id="over some"),
        pytest.param(Span(3, 5, 5, 1), {"begin": 3, "end": 4}, id="to the end of a line"),
        pytest.param(Span(1, 1, 1, 1), {"begin": 1, "end": 1}, id="at the top"),
    ],
)
def test_lines(span: Span, lines: dict[str, int]) -> None:
    (entry,) = entries(report(replace(MODEL, findings=(replace(MODEL.findings[0], span=span),))))
    assert entry["location"] == {"path": "charter.yaml", "lines": lines}
