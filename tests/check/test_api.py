"""The interface for Python: what the README shows of it, and what is wrong with a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import coalcheck
from coalcheck.engine.validate import Unreadable

ROOT = Path(__file__).parents[2]
CLEAN_AIR = ROOT / "fixtures/coalitions/clean-air"


def test_a_charter_is_read() -> None:
    assert coalcheck.load_charter(CLEAN_AIR / "charter.yaml").name == "Clear Skies, Fair Work"


def test_a_charter_is_checked() -> None:
    healthy = coalcheck.validate(CLEAN_AIR / "charter.yaml", as_of=date(2026, 1, 1))
    faulty = coalcheck.validate(CLEAN_AIR / "faulty.charter.yaml", as_of=date(2026, 1, 1))
    assert healthy.findings == ()
    assert any(finding.code == "E501" or finding.severity.word == "error" for finding in faulty.findings)


def test_nobody_is_excused_where_that_is_asked() -> None:
    assert coalcheck.validate(str(CLEAN_AIR / "charter.yaml"), strict=True).findings


def test_an_action_is_checked() -> None:
    answer = coalcheck.check(CLEAN_AIR / "charter.yaml", CLEAN_AIR / "decisions")
    outcomes = [each.verdict.outcome for each in answer.checked if each.verdict is not None]
    assert outcomes[:3] == ["adopted", "rejected", "no-quorum"]


def test_a_record_is_checked_as_one() -> None:
    folder = ROOT / "docs/examples/record"
    answer = coalcheck.check(folder, record=folder, as_of=date(2026, 7, 20))
    assert answer.record is not None
    assert [each.code for each in answer.record.results[0].findings] == ["D452", "D453"]
    assert len(answer.checked) == answer.record.entries == 11


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(Unreadable, match="no such file"):
        coalcheck.load_charter(ROOT / "nowhere.yaml")


def test_a_file_that_is_no_charter(tmp_path: Path) -> None:
    (tmp_path / "list.yaml").write_text("- one\n- two\n", encoding="utf-8")
    with pytest.raises(coalcheck.NotACharter, match=r"coalcheck\.validate"):
        coalcheck.load_charter(tmp_path / "list.yaml")


def test_nothing_else_is_there() -> None:
    with pytest.raises(AttributeError, match="sign"):
        coalcheck.sign  # noqa: B018
