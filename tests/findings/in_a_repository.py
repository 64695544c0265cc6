"""A repository with one charter, and the command line run in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest
from settling import CHARTER

from coalcheck.cli import commands
from coalcheck.door.ending import exit_code_of

ROOT = Path(__file__).parents[2]
SCHEMA = jsonschema.Draft7Validator(json.loads((ROOT / "docs/schema/report-1.json").read_text("utf-8")))

ENTRY = """\
action: joint-statement
title: Joint letter
date: 2026-04-14
ballots: {for: [breathe, local-9]}
recorded: rejected
"""


OWN = """\
code: L001
name: missing-exit-terms
title: How a member leaves is for each to say
severity: off
subject: charter
when: {has_exit: false}
at: exit
message: How a member leaves is not written
why: We agreed in March to leave it to each of us.
fix: Nothing.
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "charter.yaml").write_text(CHARTER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*args: str) -> Ran:
        monkeypatch.setattr("sys.argv", ["coalcheck", *args])
        code = exit_code_of(commands)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run


def report(run: Run, *args: str) -> Any:
    page = json.loads(run(*args, "--format", "json").out)
    SCHEMA.validate(page)
    return page
