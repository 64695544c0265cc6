"""The page on a coalition's own policies: its example is a policy, and does what the page says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from coalcheck.engine.policy.load import own
from coalcheck.engine.validate import validate

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "own-policies.md").read_text(encoding="utf-8")
POLICY = re.findall(r"```yaml policy\n(.*?)```", PAGE, re.DOTALL)[0]
CHARTER = """\
name: Harbour Air
purpose: Keep the night ban.
members: [{id: breathe}, {id: dockers}]
decisions:
  joint-statement: {covers: [speak], passes: all members}
"""


def codes(folder: Path) -> set[str]:
    report = validate([str(folder / "charter.yaml")], as_of=date(2026, 11, 22), stdin=bytes)
    return {finding.code for result in report.results for finding in result.findings}


def write(folder: Path, policy: str, name: str = "long-answer") -> Path:
    (folder / "policies").mkdir()
    (folder / "policies" / f"{name}.yaml").write_text(policy, encoding="utf-8")
    (folder / "charter.yaml").write_text(CHARTER, encoding="utf-8")
    return folder


def test_the_policy_of_the_page_is_sound_and_fires(tmp_path: Path) -> None:
    folder = write(tmp_path, POLICY)
    assert own(folder).problems == ()
    assert "L001" in codes(folder)


def test_a_mistake_in_a_policy_is_a_finding_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = codes(write(tmp_path, POLICY.replace("has_deadline", "has_dedline")))
    assert "L001" not in found
    assert any(code.startswith("C2") for code in found)
    assert "E501" in found


@pytest.mark.parametrize("severity", ["off", "info"])
def test_a_shipped_policy_is_replaced_and_that_is_said(tmp_path: Path, severity: str) -> None:
    policy = POLICY.replace("long-answer", "missing-exit-terms").replace("warning", severity)
    found = codes(write(tmp_path, policy, "missing-exit-terms"))
    assert "E501" not in found
    assert ("L001" in found) is (severity == "info")
    assert any(code.startswith("C2") for code in found)
