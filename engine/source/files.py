"""Which files are charters, and what to call them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

STANDARD_INPUT: Final = "-"
SHOWN_AS_INPUT: Final = "<stdin>"

# Folders beside a charter that hold something else: its record, its tests, its policies, what is private.
_OTHERS: Final = frozenset({"decisions", "tests", "policies", "private", "__pycache__", "node_modules"})
_YAML: Final = (".yaml", ".yml")
_PEEK: Final = 64 * 1024


def charters(paths: Iterable[str], passed_over: Callable[[str], bool] | None = None) -> Iterator[str]:
    """Yield the charters among paths: files as named, and in folders what is a charter.

    In a folder these are ``charter.yaml``, ``*.charter.yaml`` and YAML files with a top-level
    ``coalcheck:`` key; the same file is yielded once.

    Args:
        paths: files, folders, or ``-``.
        passed_over: which files of folders are left out; none unless said.
    """
    seen: set[str] = set()
    for path in paths:
        in_folder = path != STANDARD_INPUT and Path(path).is_dir()
        for found in _in_folder(path) if in_folder else (path,):
            if in_folder and passed_over is not None and passed_over(found):
                continue
            real = found if found == STANDARD_INPUT else os.path.realpath(found)
            if real not in seen:
                seen.add(real)
                yield found


def _in_folder(folder: str) -> Iterator[str]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _OTHERS and not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(root, name)  # noqa: PTH118  (keeps the path as it was named, "./x" too)
            if name.endswith(_YAML) and (_named_as_charter(name) or _says_so(path)):
                yield os.path.normpath(path)


def _named_as_charter(name: str) -> bool:
    stem = name.rsplit(".", 1)[0]
    return stem == "charter" or stem.endswith(".charter")


def _says_so(path: str) -> bool:
    try:
        with Path(path).open("rb") as file:
            head = file.read(_PEEK)
    except OSError:
        return False
    return any(line.startswith(b"coalcheck:") for line in head.splitlines())


def shown(path: str) -> str:
    """What to call a file: its path from the git root, else from the configuration, else from here."""
    if path == STANDARD_INPUT:
        return SHOWN_AS_INPUT
    full = Path(os.path.abspath(path))  # noqa: PTH100  (links are kept as they were named)
    base = _base(full.parent)
    for start in (base, Path.cwd()):
        if start is not None and full.is_relative_to(start):
            return full.relative_to(start).as_posix()
    return Path(path).as_posix()


def place_of(name: str, near: str) -> Path:
    """Where a file is that is called so, seen from a path that is shown from the same place.

    Args:
        name: what ``shown`` calls it.
        near: a path in the same repository.
    """
    full = Path(os.path.abspath(near))  # noqa: PTH100  (links are kept as they were named)
    return (_base(full if full.is_dir() else full.parent) or Path.cwd()) / name


_BASES: dict[Path, Path | None] = {}


def _base(folder: Path) -> Path | None:
    """The folder that paths are given from; looked up once for each folder."""
    if folder in _BASES:
        return _BASES[folder]
    configured: Path | None = None
    found: Path | None = None
    for place in (folder, *folder.parents):
        if (place / ".git").exists():
            found = place
            break
        if configured is None and (place / "coalcheck.toml").is_file():
            configured = place
    _BASES[folder] = found or configured
    return _BASES[folder]
