"""Which files are tests, and which charter each of them is about."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coalcheck.engine.source.files import STANDARD_INPUT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TESTS: Final = "tests"
"""The folder of a charter repository that holds its tests."""
_YAML: Final = (".yaml", ".yml")
_OTHERS: Final = frozenset({"decisions", "policies", "private", "__pycache__", "node_modules"})
_PEEK: Final = 64 * 1024


class NoCharter(Exception):
    """There is no charter that a test file could be about, or more than one; the message says where."""


def test_files(paths: Iterable[str]) -> Iterator[str]:
    """Yield the test files among paths: files as named, and in folders what is a test.

    In a folder these are all YAML files of folders called ``tests`` that stand beside a charter, or that are
    named themselves, and every other YAML file that begins a line with ``test:``; each is yielded once.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _in_folder(path) if path != STANDARD_INPUT and Path(path).is_dir() else (path,):
            real = found if found == STANDARD_INPUT else os.path.realpath(found)
            if real not in seen:
                seen.add(real)
                yield found


def _in_folder(folder: str) -> Iterator[str]:
    start = Path(folder)
    named = Path(os.path.abspath(folder)).name == TESTS and _beside(start)  # noqa: PTH100  (links stay as named)
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _OTHERS and not name.startswith("."))
        place = Path(root)
        between = place.relative_to(start).parts
        whole = named or any(
            part == TESTS and _beside(start.joinpath(*between[: i + 1])) for i, part in enumerate(between)
        )
        for name in sorted(files):
            path = os.path.normpath(place / name)
            if name.endswith(_YAML) and (whole or _says_so(path)):
                yield path


def _beside(folder: Path) -> bool:
    """Whether a charter stands beside a folder."""
    return bool(_charters_of(Path(os.path.abspath(folder)).parent))  # noqa: PTH100  (links stay as named)


def charter_of(path: str, named: str | None) -> str:
    """The charter that a test file is about.

    Args:
        path: the test file.
        named: the charter as the file names it, seen from its own folder; None where it names none: then it
            is the one beside the file, else the one in the folder above, or above the folder ``tests``.

    Raises:
        NoCharter: there is none, or more than one.
    """
    folder = Path(path).parent if path != STANDARD_INPUT else Path()
    if named is not None:
        file = folder / named
        if file.is_dir():
            found = _charters_of(file)
            if len(found) == 1:
                return found[0]
        if not file.is_file():
            msg = f"there is no file {named} beside it"
            raise NoCharter(msg)
        return os.path.normpath(file)
    for place in _places(folder):
        found = _charters_of(place)
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(Path(each).name for each in found)
            msg = f"{names} stand beside one another"
            raise NoCharter(msg)
    msg = "there is no charter beside it, nor in the folder above"
    raise NoCharter(msg)


def _places(folder: Path) -> Iterator[Path]:
    """Where the charter of a test file may stand: in its folder, then above, up to that above ``tests``."""
    parts = Path(os.path.abspath(folder)).parts  # noqa: PTH100  (links stay as named)
    up = next((n for n, part in enumerate(reversed(parts), start=1) if part == TESTS), 1)
    for n in range(up + 1):
        yield folder.joinpath(*[".."] * n)


def _charters_of(folder: Path) -> list[str]:
    """The charters that stand in a folder itself; the one called ``charter.yaml`` goes before all others."""
    main = folder / "charter.yaml"
    if main.is_file():
        return [os.path.normpath(main)]
    if not folder.is_dir():
        return []
    files = (each for each in sorted(folder.iterdir()) if each.is_file() and each.suffix in _YAML)
    return [os.path.normpath(each) for each in files if _is_charter(each)]


def _is_charter(file: Path) -> bool:
    if file.stem == "charter" or file.stem.endswith(".charter"):
        return True
    return _begins(str(file), b"coalcheck:")


def _says_so(path: str) -> bool:
    return _begins(path, b"test:")


def _begins(path: str, word: bytes) -> bool:
    try:
        with Path(path).open("rb") as file:
            head = file.read(_PEEK)
    except OSError:
        return False
    return any(line.startswith(word) for line in head.splitlines())
