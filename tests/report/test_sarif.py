"""SARIF: accepted by the schema of the standard, and true to what was found."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import jsonschema
import pytest
from given_checks import unread as unread_check
from given_formats import HOSTILE, NAMES, hostile, hostile_check, not_all_read
from given_records import beyond_a_limit
from given_reports import MODEL, NOTHING, related, report, several
from msgspec.structs import replace

from coalcheck.engine.charter.load import load
from coalcheck.engine.findings.finding import Finding, Suppression
from coalcheck.engine.findings.result import Report
from coalcheck.engine.policy.load import shipped
from coalcheck.engine.report import renderer, sarif
from coalcheck.engine.report import verdict as verdicts
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.parts.rules import rules
from coalcheck.engine.report.parts.uri import uri
from coalcheck.engine.source.read import read
from coalcheck.engine.validate import validate_file, validate_loaded

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((Path(__file__).parent / "data/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
KEPT = sorted((Path(__file__).parent / "formats_golden").glob("*.sarif"))
FIXTURES = sorted((ROOT / "fixtures").rglob("*charter.yaml"))


def log(report: Report) -> Any:
    return json.loads(renderer("sarif")(report, Options()))


def run(report: Report) -> Any:
    (only,) = log(report)["runs"]
    return only


def results(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run(report)["results"]
    return found


@cache
def checked(path: Path) -> Report:
    return report(validate_file(path, as_of=date(2026, 1, 1)))


def test_the_schema_is_that_of_the_standard() -> None:
    jsonschema.Draft4Validator.check_schema(SCHEMA)
    assert SCHEMA["id"] == sarif.SCHEMA
    assert not VALIDATOR.is_valid({"version": "2.1.0"})


@pytest.mark.parametrize("path", KEPT, ids=lambda path: str(path.stem))
def test_what_is_kept_is_accepted(path: Path) -> None:
    VALIDATOR.validate(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name} {path.stem}")
def test_every_fixture_is_accepted(path: Path) -> None:
    VALIDATOR.validate(log(checked(path)))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        pytest.param(("results", 0, "level"), "info", id="a level of ours"),
        pytest.param(("results", 0, "suppressed"), True, id="a key of ours"),
        pytest.param(("columnKind",), "characters", id="another kind of column"),
        pytest.param(("results", 0, "message"), {}, id="no message"),
        pytest.param(
            ("results", 0, "locations", 0, "physicalLocation", "region", "startLine"), 0, id="line zero"
        ),
    ],
)
def test_the_schema_refuses(place: tuple[str | int, ...], value: object) -> None:
    """Without this a schema that accepts everything would do."""
    whole = log(report(MODEL))
    inner = whole["runs"][0]
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    assert not VALIDATOR.is_valid(whole)


def whole_findings(report: Report) -> Iterator[Finding]:
    for result in report.results:
        yield from result.findings


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(report(MODEL), id="the model case"),
        pytest.param(several(), id="several files"),
        pytest.param(related(), id="other places"),
        pytest.param(hostile(), id="hostile"),
        *(pytest.param(checked(path), id=f"{path.parent.name} {path.stem}") for path in FIXTURES[::6]),
    ],
)
def test_every_finding_is_there_with_all_that_is_known_of_it(given: Report) -> None:
    said, one = results(given), run(given)
    known = one["tool"]["driver"]["rules"]
    assert one["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in known] == sorted({each.code for each in whole_findings(given)})
    for finding, result in zip(whole_findings(given), said, strict=True):
        rule = known[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] == finding.code
        assert rule["name"] == finding.name
        for key in ("shortDescription", "fullDescription"):
            assert 0 < len(rule[key]["text"]) <= 1024, "the most that GitHub takes"
        assert rule["help"]["text"].strip()
        assert rule["help"]["markdown"].strip()
        assert rule["helpUri"] == finding.url
        assert (
            result["level"] == {"error": "error", "warning": "warning", "info": "note"}[finding.severity.word]
        )
        assert result["partialFingerprints"] == {"coalcheck/v1": finding.fingerprint}
        places = [*result["locations"], *result.get("relatedLocations", ())]
        for place, span in zip(places, (finding.span, *(each.span for each in finding.related)), strict=True):
            region = place["physicalLocation"]["region"]
            assert tuple(region.values()) == tuple(span)
            assert list(region) == ["startLine", "startColumn", "endLine", "endColumn"]
            at = place["physicalLocation"]["artifactLocation"]
            assert one["artifacts"][at["index"]]["location"]["uri"] == at["uri"]


def test_a_file_in_which_nothing_was_found_is_named() -> None:
    clean = run(report(NOTHING))
    assert clean["results"] == clean["tool"]["driver"]["rules"] == []
    assert clean["artifacts"] == [
        {"location": {"uri": "charter.yaml", "uriBaseId": "%SRCROOT%"}, "roles": ["analysisTarget"]}
    ]
    assert clean["invocations"] == [{"executionSuccessful": True}]


@pytest.mark.parametrize("name", ["", *NAMES])
def test_a_uri_says_the_name_of_the_file_again(name: str) -> None:
    given = uri(name)
    assert re.fullmatch(r"[A-Za-z0-9._~/%-]*|file://[A-Za-z0-9._~/%-]*", given)
    back = unquote_to_bytes(given.removeprefix("file://")).decode("utf-8", "surrogateescape")
    assert back == name
    assert ":" not in given.removeprefix("file://")


def test_on_windows_a_drive_is_no_scheme() -> None:
    assert uri("C:/charters/a b.yaml") == "file:///C%3A/charters/a%20b.yaml"


def test_what_could_not_be_read_is_told() -> None:
    (invocation,) = run(not_all_read())["invocations"]
    assert invocation["executionSuccessful"] is False
    told = [each["message"]["text"] for each in invocation["toolExecutionNotifications"]]
    assert told == list(not_all_read().unread)


def test_the_two_verbs_stand_apart() -> None:
    """GitHub takes two uploads of one tool for one another unless they have names."""
    check = json.loads(verdicts.renderer("sarif")(beyond_a_limit(), Options()))
    ids = {each["runs"][0]["automationDetails"]["id"] for each in (check, log(report(MODEL)))}
    assert ids == {"coalcheck/check/", "coalcheck/validate/"}


def test_of_a_check_every_finding_is_told() -> None:
    for check in (beyond_a_limit(), unread_check(), hostile_check()):
        (only,) = json.loads(verdicts.renderer("sarif")(check, Options()))["runs"]
        findings = [each.fingerprint for result in check.results for each in result.findings]
        assert findings
        assert [each["partialFingerprints"]["coalcheck/v1"] for each in only["results"]] == findings


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("See [this](https://example.org)", "See \\[this](https://example.org)", id="a link"),
        pytest.param("[a][b](c)", "[a]\\[b](c)", id="a link behind a bracket"),
        pytest.param("{0} of {12}", "{{0}} of {{12}}", id="a placeholder"),
        pytest.param("covers: [speak], {amount: 1 EUR}", "covers: [speak], {amount: 1 EUR}", id="YAML"),
        pytest.param("members[breathe].role", "members[breathe].role", id="a place"),
    ],
)
def test_nothing_in_a_message_is_a_link_or_a_placeholder(text: str, shown: str) -> None:
    finding = replace(MODEL.findings[0], message=text, fix="")
    (result,) = results(report(replace(MODEL, findings=(finding,))))
    assert result["message"]["text"] == f"{shown}."


def test_a_long_description_is_cut_where_github_would_refuse_it() -> None:
    finding = replace(MODEL.findings[0], code="L001", why="Why not? " * 200)
    (rule,) = run(report(replace(MODEL, findings=(finding,))))["tool"]["driver"]["rules"]
    assert len(rule["fullDescription"]["text"]) == 1024
    assert finding.why.strip() in rule["help"]["text"]


def test_no_sign_commands_a_screen() -> None:
    said = json.dumps(results(hostile()), ensure_ascii=False)
    assert HOSTILE.count("\x1b") == HOSTILE.count("\u202e") == 1
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", said)


@pytest.mark.parametrize(
    ("change", "key", "expected"),
    [
        pytest.param(
            {"suppression": Suppression(3, "Agreed in May", None)},
            "suppressions",
            [[{"kind": "inSource", "justification": "Agreed in May"}], []],
            id="set aside with a reason",
        ),
        pytest.param(
            {"suppression": Suppression(3, "", None)},
            "suppressions",
            [[{"kind": "inSource"}], []],
            id="set aside without one",
        ),
        pytest.param(
            {"baseline_state": "unchanged"}, "baselineState", ["unchanged", "new"], id="in a baseline"
        ),
    ],
)
def test_what_one_result_has_all_of_a_run_have(
    change: dict[str, Any], key: str, expected: list[object]
) -> None:
    one, other = MODEL.findings[:2]
    two = report(replace(MODEL, findings=(one, other)))
    assert not any(key in each for each in results(two))
    aside = report(replace(MODEL, findings=(other,), set_aside=(replace(one, **change),)))
    assert [each[key] for each in results(aside)] == expected
    VALIDATOR.validate(log(aside))


def test_a_slip_that_can_only_be_meant_so_has_its_edits() -> None:
    text = (ROOT / "fixtures/coalitions/clean-air/charter.yaml").read_text(encoding="utf-8")
    slipped = load(read(text.replace("\nkind:", "\nknd:"), "charter.yaml"))
    found = report(validate_loaded(slipped, as_of=date(2026, 5, 1)))
    (fix,) = [each["fixes"][0] for each in results(found) if each["ruleId"] == "C150"]

    (replaced,) = fix["artifactChanges"][0]["replacements"]
    assert replaced["deletedRegion"] == {"startLine": 5, "startColumn": 1, "endLine": 5, "endColumn": 4}
    assert replaced["insertedContent"] == {"text": "kind"}
    VALIDATOR.validate(log(found))


def test_a_shipped_policy_makes_a_rule() -> None:
    policies = shipped()[::9]  # each is asked of its own example, which takes a moment
    example = MODEL.findings[0]
    findings = [
        replace(example, code=each.code, name=each.name, title=each.title, url=f"https://x/{each.name}")
        for each in policies
    ]
    known = rules(findings)
    assert [rule.code for rule in known] == [policy.code for policy in policies]
    assert len(policies) > 40
    assert {rule.family for rule in known} == {policy.file.split("/")[1] for policy in policies}
    assert all(rule.why and rule.title and rule.text and rule.markdown for rule in known)
    # What all of them say is short enough to be shown whole.
    assert max(len(text) for each in shipped() for text in (each.title, each.why)) < 1024


@pytest.mark.parametrize(
    ("change", "title"),
    [
        pytest.param(
            {"code": "L001", "name": "no-fridays", "title": "No votes on a Friday"},
            "No votes on a Friday",
            id="own",
        ),
        pytest.param({"code": "L001", "name": "no-fridays"}, "No fridays", id="without a title"),
        pytest.param({"title": "Our own words"}, "Our own words", id="under a shipped code and name"),
        pytest.param({"name": "other"}, "Other", id="under a shipped code"),
    ],
)
def test_a_coalitions_own_policy_speaks_for_itself(change: dict[str, str], title: str) -> None:
    finding = replace(MODEL.findings[0], **change)
    (rule,) = rules([finding])
    assert (rule.family, rule.title, rule.why) == ("own", title, finding.why)
    assert rule.name == finding.name
