"""Which files are charters, and what to call them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

STANDARD_INPUT: Final = "-"
SHOWN_AS_INPUT: Final = "<stdin>"

# Folders beside a charter that hold something else: its record, its tests, its policies, what is private.
_OTHERS: Final = frozenset({"decisions", "tests", "policies", "private", "__pycache__", "node_modules"})
_YAML: Final = (".yaml", ".yml")
_PEEK: Final = 64 * 1024
_AT_ONCE: Final = 64 * 1024
"""So many bytes are asked for at a time: most files have fewer."""


def charters(paths: Iterable[str]) -> Iterator[str]:
    """Yield the charters among paths: files as named, and in folders what is a charter.

    In a folder these are ``charter.yaml``, ``*.charter.yaml`` and YAML files with a top-level
    ``coalcheck:`` key; the same file is yielded once.
    """
    seen: set[str] = set()
    real_path = RealPaths()
    for path in paths:
        for found in _in_folder(path) if path != STANDARD_INPUT and Path(path).is_dir() else (path,):
            real = found if found == STANDARD_INPUT else real_path(found)
            if real not in seen:
                seen.add(real)
                yield found


class RealPaths:
    """Where paths lead when links are followed; of many files of one folder each costs one look."""

    def __init__(self) -> None:
        self._folders: dict[str, str] = {}

    def __call__(self, path: str) -> str:
        """The path without links."""
        folder, name = os.path.split(path)
        if name in ("", os.curdir, os.pardir):
            return os.path.realpath(path)
        real = self._folders.get(folder)
        if real is None:
            real = self._folders[folder] = os.path.realpath(folder)
        found = os.path.join(real, name)  # noqa: PTH118  (the plain text is what is compared)
        return os.path.realpath(found) if os.path.islink(found) else found  # noqa: PTH114  (ten times as quick)


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
        head = beginning(path, _PEEK)
    except OSError:
        return False
    return b"coalcheck:" in head and any(line.startswith(b"coalcheck:") for line in head.splitlines())


def beginning(path: str, most: int) -> bytes:
    """So many bytes of a file, or all of it where it has fewer.

    Raises:
        OSError: it cannot be read.
    """
    # Python's own file objects take several times as long to make as a small file to read.
    number = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        parts: list[bytes] = []
        # A pipe gives what it has so far, so only nothing at all is the end.
        while most > 0 and (part := os.read(number, min(most, _AT_ONCE))):
            parts.append(part)
            most -= len(part)
        return b"".join(parts)
    finally:
        os.close(number)


def shown(path: str) -> str:
    """What to call a file: its path from the git root, else from the configuration, else from here."""
    if path == STANDARD_INPUT:
        return SHOWN_AS_INPUT
    folder, name = os.path.split(path)
    if name in ("", os.curdir, os.pardir):
        return _shown(path)
    key = (os.getcwd(), folder)  # noqa: PTH109  (the plain text is the key)
    before = _SHOWN.get(key)
    if before is None:
        whole = _shown(path)
        if not whole.endswith(f"/{name}") and whole != name:
            return whole
        before = _SHOWN[key] = whole.removesuffix(name)
    return before + name


_SHOWN: dict[tuple[str, str], str] = {}
"""By where we are and the folder that was named: what stands before the names of its files."""


def _shown(path: str) -> str:
    full = Path(os.path.abspath(path))  # noqa: PTH100  (links are kept as they were named)
    base = _base(full.parent)
    for start in (base, Path.cwd()):
        if start is not None and full.is_relative_to(start):
            return full.relative_to(start).as_posix()
    return Path(path).as_posix()


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
