"""Settings leave points out or make them more or less grave: the more exact rule counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from settling import CHARTER, keys, told

from coalcheck.engine.findings.finding import Finding, Severity
from coalcheck.engine.findings.paths import matches
from coalcheck.engine.findings.settings import NONE, PerPath, Settings
from coalcheck.engine.source.node import Span

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def finding(file: str = "charter.yaml") -> Finding:
    return Finding(
        "E501", "missing-exit-terms", ERROR, "", "", "", True, file, "exit", Span(1, 1, 1, 2), "", ""
    )  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "severity"),
    [
        pytest.param(NONE, ERROR, id="nothing settled"),
        pytest.param(Settings(ignore=("E501",)), None, id="ignored by code"),
        pytest.param(Settings(ignore=("missing-exit-terms",)), None, id="ignored by name"),
        pytest.param(Settings(ignore=("E5",)), None, id="ignored by family"),
        pytest.param(Settings(ignore=("E",)), None, id="ignored by letter"),
        pytest.param(Settings(ignore=("E502", "V", "missing")), ERROR, id="others ignored"),
        pytest.param(Settings(select=("E",)), ERROR, id="selected"),
        pytest.param(Settings(select=("V",)), None, id="others selected"),
        pytest.param(Settings(select=("E501",), ignore=("E",)), ERROR, id="selected more exactly"),
        pytest.param(
            Settings(select=("missing-exit-terms",), ignore=("E50",)), ERROR, id="by name more exactly"
        ),
        pytest.param(Settings(select=("E",), ignore=("E501",)), None, id="ignored more exactly"),
        pytest.param(Settings(select=("E5",), ignore=("E5",)), None, id="both alike"),
        pytest.param(Settings(severity={"E501": INFO}), INFO, id="less grave"),
        pytest.param(Settings(severity={"E": INFO, "E50": WARNING}), WARNING, id="the more exact severity"),
        pytest.param(Settings(severity={"E50": WARNING, "E": INFO}), WARNING, id="in any order"),
        pytest.param(Settings(severity={"E501": None}), None, id="off"),
        pytest.param(Settings(severity={"E": None, "E501": WARNING}), WARNING, id="on again"),
        pytest.param(Settings(severity={"V": INFO}), ERROR, id="another one less grave"),
        pytest.param(Settings(per_path=(PerPath("*.yaml", ("E",)),)), None, id="ignored here"),
        pytest.param(Settings(per_path=(PerPath("old/**", ("E",)),)), ERROR, id="ignored elsewhere"),
        pytest.param(Settings(per_path=(PerPath("*.yaml", (), {"E": INFO}),)), INFO, id="less grave here"),
        pytest.param(
            Settings(severity={"E501": WARNING}, per_path=(PerPath("*", (), {"E": INFO}),)),
            INFO,
            id="here over all",
        ),
        pytest.param(
            Settings(per_path=(PerPath("*", (), {"E": INFO}), PerPath("*", (), {"E5": WARNING}))),
            WARNING,
            id="a later pattern",
        ),
        pytest.param(
            Settings(ignore=("E501",), per_path=(PerPath("*", (), {"E501": INFO}),)),
            None,
            id="ignored everywhere",
        ),
    ],
)
def test_how_grave(settings: Settings, severity: Severity | None) -> None:
    assert settings.weighed(finding()) is severity


def test_patterns_count_from_the_folder_of_the_settings() -> None:
    settings = Settings(per_path=(PerPath("old/*", ("E",)),), folder="charters")
    assert settings.weighed(finding("charters/old/charter.yaml")) is None
    assert settings.weighed(finding("old/charter.yaml")) is None, "already counted from there"
    assert settings.weighed(finding("charters/new/charter.yaml")) is ERROR


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        pytest.param("old", "old/charter.yaml", id="a folder"),
        pytest.param("old/", "a/old/charter.yaml", id="a folder anywhere"),
        pytest.param("charter.yaml", "a/b/charter.yaml", id="a name anywhere"),
        pytest.param("*.draft.yaml", "a/x.draft.yaml", id="a star"),
        pytest.param("a/b", "a/b/c.yaml", id="a path of folders"),
        pytest.param("a/*/c.yaml", "a/b/c.yaml", id="a star between"),
        pytest.param("a/**/c.yaml", "a/c.yaml", id="two stars for nothing"),
        pytest.param("a/**/c.yaml", "a/b/b/c.yaml", id="two stars for two"),
        pytest.param("a/**", "a/b/c.yaml", id="two stars at the end"),
        pytest.param("**/c.yaml", "c.yaml", id="two stars at the start"),
        pytest.param("/a/b.yaml", "a/b.yaml", id="from the folder itself"),
        pytest.param("v?.yaml", "v1.yaml", id="one character"),
        pytest.param("v[12].yaml", "v2.yaml", id="one of some"),
        pytest.param("v[!12].yaml", "v3.yaml", id="none of some"),
        pytest.param("a+b(c).yaml", "a+b(c).yaml", id="signs of other patterns"),
    ],
)
def test_a_pattern_means(pattern: str, path: str) -> None:
    assert matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        pytest.param("old", "older/charter.yaml", id="a longer name"),
        pytest.param("a/b", "x/a/b", id="a path from elsewhere"),
        pytest.param("*.yaml/x", "a.yaml", id="something below"),
        pytest.param("a/*", "b/a/c.yaml", id="a star from elsewhere"),
        pytest.param("a/*/c.yaml", "a/b/b/c.yaml", id="one star for two folders"),
        pytest.param("v?.yaml", "v12.yaml", id="one character for two"),
        pytest.param("v[!12].yaml", "v1.yaml", id="none of some"),
        pytest.param("a.yaml", "axyaml", id="a point is a point"),
        pytest.param("v[!1].yaml/x", "v/.yaml/x", id="a stroke is no character"),
    ],
)
def test_a_pattern_does_not_mean(pattern: str, path: str) -> None:
    assert not matches(pattern, path)


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    before = told(CHARTER, tmp_path)
    after = told(CHARTER, tmp_path, Settings(ignore=("E",)))
    assert after.ignored == sum(each.code.startswith("E") for each in before.findings) > 0
    assert keys(after.findings) == [key for key in keys(before.findings) if not key[0].startswith("E")]


def test_a_graver_point_counts_as_such(tmp_path: Path) -> None:
    settings = Settings(severity={"V402": ERROR, "E": INFO})
    severities = {each.code: each.severity for each in told(CHARTER, tmp_path, settings).findings}
    assert severities["V402"] is ERROR
    assert severities["E501"] is INFO
