"""Where a private file lies: whether git keeps it, or would take it in, or others read the folder it is in.

Git is asked and nothing of it is changed; what a repository's own settings would run is switched off.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Final

from coalcheck.engine.choosing.answer import Point

if TYPE_CHECKING:
    from collections.abc import Iterator

PRIVATE: Final = "private"
"""The folder that git is told to pass over, in a charter's repository."""
_PATIENCE: Final = 5
"""Seconds that git may take; one that hangs must not hold up an answer."""
_QUIET: Final = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")


def told(path: Path) -> Iterator[Point]:
    """Say where a file lies that others may read; nothing where it is safe, or where that cannot be told."""
    file = Path(os.path.abspath(path))  # noqa: PTH100  (a link is judged where it lies, as git does)
    in_private = PRIVATE in file.parent.parts
    if _in_repository(file):
        tracked = _git(file, "ls-files", "--error-unmatch", "--", file.name)
        if tracked == 0:
            says = "Git keeps this file: everyone with a copy of the repository can read it."
            do = (
                "Take it out of the repository and of its earlier versions, keep it as "
                f"{PRIVATE}/choosing.yaml, and write {PRIVATE}/ in .gitignore."
            )
            yield Point("settle", says, do, "D1")
            return
        ignored = _git(file, "check-ignore", "--quiet", "--", file.name)
        if ignored == 1 or (ignored is None and not in_private):
            says = "Git does not pass over this file, so the next commit may take it in."
            yield Point(
                "settle",
                says,
                f"Keep it as {PRIVATE}/choosing.yaml, and write {PRIVATE}/ in .gitignore.",
                "D1",
            )
            return
        if ignored == 0:
            return
    if not in_private and _beside_a_charter(file.parent):
        says = "This file lies beside a charter, in a folder that others may read."
        yield Point(
            "settle", says, f"Keep it as {PRIVATE}/choosing.yaml, in a folder that only you can read.", "D1"
        )


def _in_repository(file: Path) -> bool:
    return any((folder / ".git").exists() for folder in file.parents)


def _beside_a_charter(folder: Path) -> bool:
    return any(
        beside.name == "charter.yaml" or beside.name.endswith((".charter.yaml", ".charter.yml"))
        for beside in folder.iterdir()
    )


def _git(file: Path, *command: str) -> int | None:
    """The exit code of a git command about a file; None where git cannot say."""
    git = which("git")
    if git is None:
        return None
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(  # noqa: S603  (a fixed command; the file's name stands after the dashes)
            [git, *_QUIET, *command],
            cwd=file.parent,
            env=inherited | {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.returncode if done.returncode in (0, 1) else None
