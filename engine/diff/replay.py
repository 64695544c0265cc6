"""Recorded decisions judged under both charters: exactly those that come out otherwise."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coalcheck.engine.action.load import LoadedAction, is_charter, rests_on
from coalcheck.engine.action.load import load as load_action
from coalcheck.engine.checking.reading import read_path
from coalcheck.engine.decide.bindings import Bindings
from coalcheck.engine.decide.door import decide
from coalcheck.engine.diff.model import Replay, Replayed
from coalcheck.engine.source.files import shown
from coalcheck.engine.validate import Unreadable

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.charter.model import Charter

_YAML: Final = (".yaml", ".yml")


class NoRecord(Exception):
    """There is nothing to judge where the record was said to be; the message says where."""


def replay(old: Charter, new: Charter, path: str, today: date) -> Replay:
    """Judge a record under both charters.

    Args:
        old: the old charter.
        new: the new one.
        path: a folder of actions, with what is below it, or one file.
        today: the day of an action that has none.

    Raises:
        NoRecord: there is no action.
    """
    sides = (Bindings(old), Bindings(new))
    judged, unread = 0, []
    flipped: list[Replayed] = []
    for each in _paths(path):
        try:
            document = read_path(each, bytes)
        except Unreadable as error:
            unread.append(str(error))
            continue
        if is_charter(document):
            continue
        actions = [load_action(document, charter) for charter in (old, new)]
        # A name that only one of the charters knows is a difference, and no fault of the record.
        if not any(map(_whole, actions)) or not document.complete:
            unread.append(f"{shown(each)}: not all of it can be understood; coalcheck check says what.")
            continue
        judged += 1
        was, now = (
            decide(side, action.action, as_of=None if _day(action) else today, changes=False)
            for side, action in zip(sides, actions, strict=True)
            if action.action is not None
        )
        if was.outcome != now.outcome:
            kept = actions[0].action
            title = "" if kept is None else str(kept.title or "")
            flipped.append(Replayed(shown(each), title, _day(actions[0]), was, now))
    if not judged and not unread:
        msg = f"There is no recorded decision under {path}."
        raise NoRecord(msg)
    return Replay(judged, tuple(sorted(flipped, key=lambda each: (each.day, each.file))), tuple(unread))


def _whole(loaded: LoadedAction) -> bool:
    return loaded.action is not None and not any(map(rests_on, loaded.left_out))


def _day(loaded: LoadedAction) -> str:
    action = loaded.action
    if action is None:
        return ""
    return str(action.date or action.closes or action.opened or action.notice or "")


def _paths(path: str) -> Iterator[str]:
    if not Path(path).is_dir():
        if not Path(path).exists():
            msg = f"There is no {path}; name the folder of recorded decisions, such as --replay decisions."
            raise NoRecord(msg)
        yield path
        return
    for root, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(_YAML):
                yield str(Path(root) / name)
