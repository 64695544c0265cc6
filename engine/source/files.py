"""Which files are charters, and what to call them."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Final, NamedTuple

STANDARD_INPUT: Final = "-"
SHOWN_AS_INPUT: Final = "<stdin>"

# Folders beside a charter that hold something else: its record, its tests, its policies, what is private.
_OTHERS: Final = frozenset({"decisions", "tests", "policies", "private", "__pycache__", "node_modules"})
_YAML: Final = (".yaml", ".yml")
_PEEK: Final = 64 * 1024
_TO_READ: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_AT_ONCE: Final = 64 * 1024
"""So many bytes are asked for at a time: most files have fewer."""


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
        is_folder = path != STANDARD_INPUT and Path(path).is_dir()
        for found, real in _in_folder(path) if is_folder else [(path, real_path(path))]:
            if is_folder and passed_over is not None and passed_over(found):
                continue
            if real not in seen:
                seen.add(real)
                yield found


def real_path(path: str) -> str:
    """Where a path leads when links are followed; standard input is no path."""
    return path if path == STANDARD_INPUT else os.path.realpath(path)


class Found(NamedTuple):
    """A YAML file that was found in a folder.

    Attributes:
        name: its name in its folder.
        path: what to call it.
        real: where that leads when links are followed.
        opened: the path by which it was found.
        below: the folders between the one that was named and the file.
    """

    name: str
    path: str
    real: str
    opened: str
    below: tuple[str, ...]

    @property
    def is_charter(self) -> bool:
        """Whether it is a charter by its name, or says so at its top level."""
        return _named_as_charter(self.name) or _says_so(self.opened)


def yaml_files(folder: str, others: Collection[str]) -> Iterator[Found]:
    """Yield the YAML files of a folder and of those below it, by name, its own files first.

    Args:
        folder: where to look; a link to a folder below it is not followed.
        others: names of folders that are passed over, as hidden ones are.
    """
    pending: list[tuple[str, tuple[str, ...]]] = [(folder, ())]
    while pending:
        at, way = pending.pop()
        try:
            with os.scandir(at) as scanned:
                entries = sorted(scanned, key=attrgetter("name"))
        except OSError:
            continue
        # What is the same for all files of a folder is looked up once: a record keeps thousands in one.
        whole = os.path.normpath(at)
        real = os.path.realpath(whole)
        straight = os.path.realpath(at) == real
        before, before_real, before_opened = (
            os.path.join(each, "")  # noqa: PTH118  (the plain text of it)
            for each in ("" if whole == os.curdir else whole, real, at)
        )
        below: list[tuple[str, tuple[str, ...]]] = []
        for entry in entries:
            name = entry.name
            if _is_folder(entry):
                if name not in others and not name.startswith(".") and not _is_link(entry):
                    below.append((before_opened + name, (*way, name)))
            elif name.endswith(_YAML):
                leads = before_real + name
                if not straight or _is_link(entry):
                    leads = os.path.realpath(leads)
                yield Found(name, before + name, leads, before_opened + name, way)
        pending += reversed(below)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_link(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_symlink()
    except OSError:
        return False


def _in_folder(folder: str) -> Iterator[tuple[str, str]]:
    return ((each.path, each.real) for each in yaml_files(folder, _OTHERS) if each.is_charter)


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
    number = os.open(path, _TO_READ)
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
