"""Asked strictly, a charter is excused from nothing: neither kind nor model nor stage leaves a policy out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.findings.result import Report
from coalcheck.engine.policy.apply import SAID_TOGETHER, Profile, asked
from coalcheck.engine.policy.load import shipped
from coalcheck.engine.policy.matcher import Wanted
from coalcheck.engine.policy.model import MODELS, STAGES, Policy
from coalcheck.engine.report import renderer
from coalcheck.engine.report.parts.heading import STRICT
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.validate import NothingToCheck, validate

FIXTURES = Path(__file__).parents[2] / "fixtures/coalitions"
ONE_PAGE = FIXTURES.parents[1] / "docs/examples/first.charter.yaml"
DAY = date(2026, 11, 1)
KINDS = ("coalition", "alliance", "network", "body", "", "circle")


def checked(*paths: Path, strict: bool, matcher: Wanted = "reference") -> Report:
    return validate(list(map(str, paths)), matcher=matcher, as_of=DAY, stdin=bytes, strict=strict)


def about_another_stage(policy: Policy, stage: str) -> bool:
    return len(policy.stages) == 1 and policy.stages[0] != stage


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("model", [*MODELS, ""])
def test_everything_is_asked(kind: str, model: str, stage: str) -> None:
    """But what is said of all together, and what is about one other stage."""
    left = {
        policy.code
        for policy in shipped()
        if policy.name == SAID_TOGETHER or about_another_stage(policy, stage)
    }
    expected = {policy.code for policy in shipped()} - left

    assert set(asked(shipped(), Profile(kind, model, stage, strict=True))) == expected


def test_few_policies_are_about_a_single_stage() -> None:
    single = {policy.stages for policy in shipped() if len(policy.stages) == 1}

    assert single == {("exploring",), ("pilot",), ("draft",), ("signed",)}
    assert sum(len(policy.stages) == 1 for policy in shipped()) <= 12
    assert sum(policy.name == SAID_TOGETHER for policy in shipped()) == 1


@pytest.mark.parametrize("stage", [*STAGES, ""])
def test_each_matters_as_much_as_anywhere(stage: str) -> None:
    for policy, severity in asked(shipped(), Profile(stage=stage, strict=True)).values():
        everywhere = [
            found
            for kind in KINDS
            for model in (*MODELS, "")
            for each in STAGES
            if (found := policy.severity_for(kind, model, each)) is not None
        ]
        assert severity == max(everywhere, default=severity)
        assert severity in policy.severity.values()


@pytest.mark.parametrize(
    "path", sorted(FIXTURES.glob("*/charter.yaml")), ids=lambda path: str(path.parent.name)
)
def test_what_is_said_anyway_is_said_strictly_too(path: Path) -> None:
    """Strictness takes nothing away, and lets nothing matter less."""
    mild, strict = (checked(path, strict=strict).results[0] for strict in (False, True))
    said = {(finding.code, finding.path): finding.severity for finding in strict.findings}

    for finding in mild.findings:
        if finding.name != SAID_TOGETHER:
            assert said[finding.code, finding.path] >= finding.severity
    assert SAID_TOGETHER not in {finding.name for finding in strict.findings}


def test_one_page_hears_more() -> None:
    mild, strict = (checked(ONE_PAGE, strict=strict).results[0] for strict in (False, True))

    assert mild.count(Severity.ERROR) == 0
    assert len(strict.findings) > len(mild.findings) + 10
    assert strict.count(Severity.ERROR) > 0
    # What the list of what is asked later would name is asked by itself.
    assert {"deal-breakers-unsaid", "own-words-missing"} <= {finding.name for finding in strict.findings}


def test_a_strict_run_leaves_no_trace_in_the_next() -> None:
    before = checked(ONE_PAGE, strict=False).results
    first = checked(ONE_PAGE, strict=True).results

    assert checked(ONE_PAGE, strict=False).results == before
    assert checked(ONE_PAGE, strict=True).results == first


def test_both_matchers_find_the_same() -> None:
    pytest.importorskip("durable.engine")
    own = checked(ONE_PAGE, strict=True, matcher="reference")

    assert checked(ONE_PAGE, strict=True, matcher="durable").results == own.results


@pytest.mark.parametrize("name", ["text", "plain"])
def test_the_first_line_says_so(name: str) -> None:
    strict, mild = (
        renderer(name)(checked(ONE_PAGE, strict=strict), Options(width=110)) for strict in (True, False)
    )

    assert strict.splitlines()[0] == STRICT
    assert STRICT not in mild


@pytest.mark.parametrize("strict", [True, False])
def test_programs_are_told(strict: bool) -> None:
    whole = renderer("json")(checked(ONE_PAGE, strict=strict), Options())

    assert f'"strict": {str(strict).lower()},' in whole


def test_nothing_is_still_nothing(tmp_path: Path) -> None:
    with pytest.raises(NothingToCheck):
        checked(tmp_path, strict=True)
