"""A new folder for a charter: which files it holds, and how they come to be there beside what is there."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from coalcheck.engine.starting.charter import SCHEMA_FILE, compose
from coalcheck.engine.starting.founding import Founding
from coalcheck.engine.starting.question import NotClear
from coalcheck.engine.starting.scenario import scenario

CHARTER: Final = "charter.yaml"
HOOKS: Final = ".pre-commit-config.yaml"

_CONFIGURATION: Final = """\
# How coalcheck looks at the charters in this folder; options that are typed come before it.
# From which points on the exit code is 1: "error" are those to settle, "warning" those worth a talk.
fail-on = "error"
"""
_PRIVATE: Final = """\
# What is in here stays with you: how you see possible partners is nobody else's to read.
*
!.gitignore
"""
_HOOKS: Final = """\
# Before each commit, with pre-commit installed: pre-commit install
repos:
"""
_HOOK: Final = """\
  - repo: local
    hooks:
      - id: coalcheck
        name: coalcheck
        entry: coalcheck validate
        language: system
        types: [yaml]
        files: (^|/)(charter|.*\\.charter)\\.ya?ml$
        require_serial: true
      - id: coalcheck-test
        name: coalcheck test
        entry: coalcheck test
        language: system
        pass_filenames: false
"""


class Written(NamedTuple):
    """What became of a new folder.

    Attributes:
        made: the files that were written.
        kept: the files that were there already and stay as they are.
        hooks: the file of hooks that the hooks are to be added to, where it is not one of those made.
    """

    made: tuple[str, ...]
    kept: tuple[str, ...]
    hooks: str = ""


def files(founding: Founding, today: date) -> dict[str, str]:
    """The content of every file, by its place in the folder; the charter comes first."""
    from coalcheck.engine.charter.schema import json_schema

    return {
        CHARTER: compose(founding),
        "tests/first.yaml": scenario(founding, today),
        "coalcheck.toml": _CONFIGURATION,
        HOOKS: _HOOKS + _HOOK,
        "private/.gitignore": _PRIVATE,
        SCHEMA_FILE: json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n",
    }


def refuse(folder: str) -> None:
    """Stop where there is a charter: before anything is asked, and before anything is written.

    Raises:
        NotClear: there is one.
    """
    path = Path(folder) / CHARTER
    if path.exists():
        msg = f"{path} is there already and stays as it is; name another folder with --folder."
        raise NotClear(msg)


def write(folder: str, content: dict[str, str]) -> Written:
    """Write what is not there yet.

    Raises:
        NotClear: there is a charter already, or something cannot be written.
    """
    refuse(folder)
    base = Path(folder)
    made: list[str] = []
    kept: list[str] = []
    hooks = _hooks(base)
    for name, text in content.items():
        if name == HOOKS and hooks:
            continue
        path = base / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
            made.append(name)
        except FileExistsError:
            kept.append(name)
        except OSError as error:
            msg = f"{path} cannot be written: {(error.strerror or 'no place').lower()}."
            raise NotClear(msg) from error
    return Written(tuple(made), tuple(kept), hooks)


def _hooks(base: Path) -> str:
    """The file of hooks that is read for a folder, where it is there already or belongs further up."""
    here = base.resolve()
    top = next((place for place in (here, *here.parents) if (place / ".git").exists()), here)
    if top != here:
        return Path(os.path.relpath(top / HOOKS)).as_posix()
    return (base / HOOKS).as_posix() if (base / HOOKS).exists() else ""


def said_after(folder: str, written: Written) -> str:
    """What is there now, and what to do next."""
    return "\n".join(_said(folder, written)) + "\n"


def _said(folder: str, written: Written) -> Iterator[str]:
    at = "" if folder == "." else f"{Path(folder).as_posix()}/"
    for name in written.made:
        yield f"Written: {at}{name}"
    for name in written.kept:
        yield f"Kept as it is: {at}{name}"
    if written.hooks:
        yield f"To check before each commit, add to {written.hooks}, under repos:"
        yield _HOOK.rstrip("\n")
    yield f'Next: fill in what is marked "To settle" in {at}{CHARTER}. Then write "stage: draft" there, and'
    yield f"ask what is still to settle: coalcheck validate {at}{CHARTER}"
