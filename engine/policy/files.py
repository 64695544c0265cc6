"""Which files the shipped policies are, and what tells that one of them has changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from coalcheck import __version__


class File(NamedTuple):
    """One file.

    Attributes:
        name: relative to the folder of policies, with ``/``; for code the name alone.
        path: where it is.
        size: in bytes.
        changed: when it was changed, in nanoseconds.
    """

    name: str
    path: str
    size: int
    changed: int


def policy_files(folder: Path) -> list[File]:
    """Every ``<family>/<name>.yaml`` of a folder of families, in order of name."""
    found: list[File] = []
    with os.scandir(folder) as families:
        for family in families:
            if family.is_dir() and not family.name.startswith(("_", ".")):
                found += _files(family.path, ".yaml", f"{family.name}/")
    return sorted(found)


def fingerprint(folder: Path) -> str:
    """A text that changes whenever a policy may have to be read anew.

    That is with the name, size or time of a policy file, with our version, and (as policies are checked
    against it) with the table of facts and the code of this room.
    """
    here = Path(__file__).parent
    files = [*policy_files(folder), *_files(f"{folder}", ".yaml")]
    for room in (here, here.parent / "facts"):
        files += sorted(_files(f"{room}", ".py"))
    return "\n".join([__version__, *(f"{name} {size} {changed}" for name, _, size, changed in files)])


def _files(folder: str, ending: str, before: str = "") -> Iterator[File]:
    with os.scandir(folder) as files:
        for file in files:
            if file.name.endswith(ending):
                about = file.stat()
                yield File(f"{before}{file.name}", file.path, about.st_size, about.st_mtime_ns)
