"""Working days that stand in an annex are counted by; what is not clear there, or in two places, is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coalcheck import check

CHARTER = """\
name: Clean Air
purpose: Stop the deal.
{more}members: [{{id: a}}, {{id: b}}]
decisions: {{act: {{covers: [speak], passes: all members, notice: 2 working days, needs: [notice]}}}}
"""
ANNEX = "annexes: [{file: rules.yaml}]\n"
WEEK = "calendar: {working_days: [monday, tuesday, wednesday, thursday, friday]}\n"
SIX_DAYS = WEEK.replace("friday", "friday, saturday")
# Friday to Monday: Friday alone is a working day, or Friday and Saturday are.
ACTION = "action: act\nnotice: 2026-04-10\ndate: 2026-04-13\nballots: {for: [a, b]}\n"


def outcome(folder: Path, more: str, files: dict[str, str]) -> tuple[str, list[str], str]:
    """The outcome, the codes of what is wrong beside it, and the notes."""
    here = folder / "charter"
    here.mkdir()
    (here / "charter.yaml").write_text(CHARTER.format(more=more), "utf-8")
    (here / "letter.yaml").write_text(ACTION, "utf-8")
    for name, text in files.items():
        (here / name).write_text(text, "utf-8")
    found = check(here / "charter.yaml", here / "letter.yaml", today=date(2026, 5, 1))
    verdict = found.checked[0].verdict
    assert verdict is not None
    beside = [finding.code for result in found.beside for finding in result.findings]
    return verdict.outcome, beside, " ".join(verdict.notes)


@pytest.mark.parametrize(
    ("more", "files", "said"),
    [
        pytest.param(ANNEX, {"rules.yaml": SIX_DAYS}, "adopted", id="saturday-works"),
        pytest.param(ANNEX, {"rules.yaml": WEEK}, "unauthorised", id="saturday-does-not"),
        pytest.param(WEEK + ANNEX, {"rules.yaml": SIX_DAYS}, "unauthorised", id="the-charter-prevails"),
        pytest.param(ANNEX, {}, "indeterminate", id="not-there"),
        pytest.param("", {"rules.yaml": SIX_DAYS}, "indeterminate", id="not-named-as-an-annex"),
        pytest.param(ANNEX, {"rules.yaml": "about: Meetings.\n"}, "indeterminate", id="says-nothing"),
        pytest.param("annexes: [{file: ../rules.yaml}]\n", {"../rules.yaml": SIX_DAYS}, "indeterminate",
                     id="outside-the-folder"),
        pytest.param("annexes: [{file: rules.yaml}, {file: more.yaml}]\n",
                     {"rules.yaml": SIX_DAYS, "more.yaml": WEEK}, "indeterminate", id="two-calendars"),
        pytest.param("annexes: [{file: rules.yaml}, {file: more.yaml}]\n",
                     {"rules.yaml": SIX_DAYS, "more.yaml": "about: More.\n"}, "adopted", id="one-of-two"),
        pytest.param("annexes: [{file: rules.pdf}]\n", {"rules.pdf": WEEK}, "indeterminate", id="no-yaml"),
    ],
)  # fmt: skip
def test_working_days(tmp_path: Path, more: str, files: dict[str, str], said: str) -> None:
    found, beside, notes = outcome(tmp_path, more, files)
    assert (found, beside) == (said, [])
    assert ("taken from rules.yaml" in notes) is (said != "indeterminate" and "calendar" not in more)


def test_a_calendar_that_is_not_clear_is_said_and_not_used(tmp_path: Path) -> None:
    found, beside, _ = outcome(tmp_path, ANNEX, {"rules.yaml": SIX_DAYS.replace("saturday", "caturday")})
    assert found == "indeterminate"
    assert beside != []
