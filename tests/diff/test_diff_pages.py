"""Whole pages of a comparison, kept to be read: COALCHECK_RESET=1 writes them anew."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from coalcheck.engine.diff.run import Given, diff
from coalcheck.engine.report.diff import renderer
from coalcheck.engine.report.parts.options import Options

GOLDEN = Path(__file__).parent / "golden"
RESET = bool(os.environ.get("COALCHECK_RESET"))
OLD = """\
coalcheck: 1
name: Clean Air and Fair Work
members:
  - {id: breathe, name: Breathe Easy Network}
  - {id: local-9, name: Local 9}
  - {id: parents, name: Parents for Clean Schools}
decisions:
  joint-statement: {covers: [speak, event], passes: at least 2/3 of votes cast}
  budget: {covers: [spend], passes: at least 2 members}
  change: {covers: [amend, dissolve], passes: all members}
exit: {notice: 7 days}
vetoes: [{holders: [local-9], over: [joint-statement], by: notice}]
"""
NEW = (
    OLD.replace("at least 2/3 of votes cast", "more than half of votes cast")
    .replace("at least 2 members", "all members")
    .replace("7 days}", "30 days, in_writing_to: all members}")
    .replace("vetoes: [{holders: [local-9], over: [joint-statement], by: notice}]", "")
)
RECORD = """\
action: joint-statement
title: Letter
date: 2026-05-01
ballots: {for: [parents, breathe], against: [local-9]}
"""


@pytest.mark.parametrize("form", ["text", "plain", "markdown"])
def test_a_page_is_as_it_was_read(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("old.yaml", OLD), ("new.yaml", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "decisions").mkdir()
    vetoed = RECORD + "vetoes: [{by: local-9, date: 2026-05-01}]\n"
    (tmp_path / "decisions" / "letter.yaml").write_text(vetoed, encoding="utf-8")
    given = Given(votes=("breathe=for", "local-9=for", "parents=for"), replay="decisions")
    found = diff("old.yaml", "new.yaml", given, today=date(2026, 1, 1))
    page = renderer(form)(found, Options())
    path = GOLDEN / f"amended-{form}.txt"
    if RESET:
        path.parent.mkdir(exist_ok=True)
        path.write_text(page, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page
