"""Which files are meant: the charter that comes first, and the actions after it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from coalcheck.engine.findings.settings import NONE, Settings
from coalcheck.engine.source.files import STANDARD_INPUT, charters, real_path, yaml_files

_OTHERS: Final = frozenset({"tests", "policies", "private", "__pycache__", "node_modules"})
_RECORD: Final = "decisions"
"""The folder of a charter repository that holds the record."""


class Unclear(Exception):
    """What was typed does not say what is to be checked; the message is a sentence for whoever typed it."""


class NoCharter(Exception):
    """There is no charter where one was looked for; the message says where."""


class Group(NamedTuple):
    """Actions that were named together: a file by itself, or those of a folder, told by their dates."""

    paths: tuple[str, ...]
    folder: bool = False


class Named(NamedTuple):
    """What is to be checked: one charter, and the actions under it.

    Attributes:
        charter: the charter's file.
        groups: the actions that were named.
        record: the files of the record; None where none was named.
    """

    charter: str
    groups: tuple[Group, ...]
    record: tuple[str, ...] | None = None


def named(paths: Sequence[str], record: str | None = None, settings: Settings = NONE) -> Named:
    """Tell charter and actions apart: the first path is the charter or its folder, the others are actions.

    A folder of actions is read with what is below it, and without charters; of a charter repository its
    ``decisions``. Where nothing but such a repository is named, its record is checked.

    Args:
        paths: the paths; none where the record stands beside its charter.
        record: the folder of the record, or the repository that holds both; it is always read whole.
        settings: which actions are passed over.

    Raises:
        NoCharter: the folder that was named first holds none.
        Unclear: it holds several; or standard input stands where the charter should; or the record is none.
    """
    if record is not None and not Path(record).is_dir():
        msg = f"{record} is not a folder; after --record comes the folder of the record, such as decisions."
        raise Unclear(msg)
    if not paths and record is None:
        msg = "Name the charter first, and then the actions: coalcheck check charter.yaml letter.yaml."
        raise Unclear(msg)
    first, *others = paths or (record or "",)
    if first == STANDARD_INPUT:
        msg = "The charter comes first and is a file; a lone dash after it reads an action from the input."
        raise Unclear(msg)
    charter = _charter_in(first) if Path(first).is_dir() else first
    if not others and Path(first).is_dir() and record is None:
        others = [first]
    groups: list[Group] = []
    seen = {os.path.realpath(charter)}
    for path in others:
        is_folder = path != STANDARD_INPUT and Path(path).is_dir()
        fresh = []
        for each, real in _in_folder(path) if is_folder else [(path, real_path(path))]:
            if each != STANDARD_INPUT and (is_folder or settings.force_exclude) and settings.excludes(each):
                continue
            if real not in seen:
                seen.add(real)
                fresh.append(each)
            elif not is_folder and real == os.path.realpath(charter):
                msg = f"{path} is the charter; name the actions after it."
                raise Unclear(msg)
        if fresh:
            groups.append(Group(tuple(fresh), is_folder))
    if record is None:
        return Named(charter, tuple(groups))
    on_record = [each for each, real in _in_folder(record) if real not in seen]
    return Named(charter, tuple(groups), tuple(on_record))


def _charter_in(folder: str) -> str:
    found = list(charters([folder]))
    if not found:
        msg = f"There is no charter in {folder}; name one: coalcheck check charter.yaml letter.yaml."
        raise NoCharter(msg)
    if len(found) > 1:
        msg = f"There are several charters in {folder}; name the one that is meant, such as {found[0]}."
        raise Unclear(msg)
    return found[0]


def _in_folder(folder: str) -> Iterator[tuple[str, str]]:
    """Each action in a folder, and where its path leads when links are followed."""
    record = Path(folder) / _RECORD
    start = str(record) if record.is_dir() else folder
    found = list(yaml_files(start, _OTHERS))
    # Below a record nothing is a charter, whatever it says: that is told where it is read.
    of_charters = {each.real for each in found if _RECORD not in each.below and each.is_charter}
    return ((each.path, each.real) for each in found if each.real not in of_charters)
