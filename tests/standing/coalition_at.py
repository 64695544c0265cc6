"""A coalition in a folder of its own, and where it stands; for several test files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from textwrap import dedent

from coalcheck.engine.standing.stand import stand
from coalcheck.engine.standing.status import Status

CHARTER = """\
name: Harbour Air
model: values-bridge
stage: signed
purpose: Keep the night ban.
term: {starts: 2026-01-01, ends: 2027-12-31, first_review: 2026-04-01}
members:
  - {id: breathe, name: Breathe Easy Network}
  - {id: dockers, name: Dock Workers Local 9}
  - {id: parents, name: Parents for Clean Schools}
decisions:
  letter: {covers: [speak, event, spend], passes: more than half of members}
  change: {covers: [amend, widen-scope, renew, admit, dissolve], passes: all members}
scope:
  inside: [{id: night-ban, about: The night ban}]
  money: {in_all: 1000 EUR}
  widen: change
"""


def write(
    folder: Path, entries: Sequence[str] | Mapping[str, str] = (), extra: str = "", charter: str = ""
) -> Path:
    """Write a charter and its record into a folder.

    Args:
        folder: where.
        entries: texts of entries; by file name, or named by their place.
        extra: lines of the charter besides the usual ones.
        charter: its text in place of the usual one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    text = (dedent(charter) or CHARTER) + dedent(extra).rstrip()
    (folder / "charter.yaml").write_text(f"{text.rstrip()}\n", encoding="utf-8")
    named = entries if isinstance(entries, Mapping) else {f"{n:03}.yaml": e for n, e in enumerate(entries)}
    if named:
        (folder / "decisions").mkdir(exist_ok=True)
    for name, entry in named.items():
        (folder / "decisions" / name).write_text(f"{dedent(entry).strip()}\n", encoding="utf-8")
    return folder


def standing(
    folder: Path,
    entries: Sequence[str] | Mapping[str, str] = (),
    as_of: str = "2026-06-01",
    extra: str = "",
    charter: str = "",
) -> Status:
    """Where the coalition of these texts stands on a day."""
    return stand(str(write(folder, entries, extra, charter)), as_of=date.fromisoformat(as_of))
