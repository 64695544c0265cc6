"""A charter that has points of every kind, and what is told of it by settings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from coalcheck.engine.findings.finding import Finding
from coalcheck.engine.findings.result import Result
from coalcheck.engine.findings.settings import NONE, Settings
from coalcheck.engine.validate import validate

DAY = date(2026, 6, 1)

CHARTER = """\
coalcheck: 1
name: Clean Air and Fair Work
kind: coalition
model: opportunistic
purpose: Stop the Meridian trade deal before the ratification vote on 30 September 2026.
members:
  - id: breathe
    sector: health
  - id: local-9
decisions:
  joint-statement:
    covers: [speak, event, spend]
    passes: at least two thirds
  change:
    covers: [amend, widen-scope, admit, dissolve]
    passes: all members
vetoes:
  - {holders: [local-9], over: [joint-statement]}
"""

Key = tuple[str, str]
"""Code and logical place."""


def told(text: str, folder: Path, settings: Settings = NONE, day: date = DAY) -> Result:
    """What ``validate`` says of a charter."""
    file = folder / "charter.yaml"
    file.write_text(text, encoding="utf-8")
    (folder / ".git").mkdir(exist_ok=True)
    (result,) = validate([str(file)], as_of=day, stdin=bytes, settings=settings, matcher="reference").results
    return result


def keys(findings: tuple[Finding, ...]) -> list[Key]:
    return sorted((each.code, each.path) for each in findings)


def behind(text: str, line: int, comment: str) -> str:
    """The text with a comment behind one of its lines."""
    lines = text.split("\n")
    lines[line - 1] += f"  # {comment}"
    return "\n".join(lines)


def above(text: str, line: int, comment: str) -> str:
    """The text with a comment alone above one of its lines, which then is the next one."""
    lines = text.split("\n")
    indent = " " * (len(lines[line - 1]) - len(lines[line - 1].lstrip()))
    return "\n".join([*lines[: line - 1], f"{indent}# {comment}", *lines[line - 1 :]])
