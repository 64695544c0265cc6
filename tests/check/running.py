"""A charter in a folder of its own, and the command ``check`` run there."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from coalcheck import cli
from coalcheck.door.ending import exit_code_of

CHARTER = """\
coalcheck: 1
name: Harbour Air
model: opportunistic
stage: draft
purpose: Keep the night ban.
term: {starts: 2026-04-01, ends: 2026-09-30}
members:
  - {id: breathe, name: Breathe Easy Network}
  - {id: dockers, name: Dock Workers Local 9}
  - {id: parents, name: Parents for Clean Schools}
decisions:
  joint: {covers: [speak, spend], passes: at least 2/3 of votes cast, quorum: more than half of members}
  vague: {covers: [event], passes: at least two thirds of the power}
  change: {covers: [amend, widen-scope], passes: all members}
vetoes:
  - {holders: [parents], over: [joint], within: 2 days}
scope:
  inside: [{id: night-ban, about: The night ban}]
  money: {one_decision: 1000 EUR}
  widen: change
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in a folder of its own that holds a charter and ``letter.yaml``."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "charter.yaml").write_text(CHARTER, encoding="utf-8")

    def command(*words: str, letter: str = "", typed: str = "") -> Ran:
        if letter:
            (tmp_path / "letter.yaml").write_text(letter, encoding="utf-8")
        monkeypatch.setattr(sys, "argv", ["coalcheck", "check", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        code = exit_code_of(cli.commands)
        return Ran(code, *capsys.readouterr())

    return command
