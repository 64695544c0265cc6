"""The files of a record, read and made into actions; of a long record that is shared by two processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.action.load import LoadedAction, Understood, load, load_again, understand
from coalcheck.engine.batch import halved, processes
from coalcheck.engine.checking.reading import data_of
from coalcheck.engine.decide.scope import Presumed, presume
from coalcheck.engine.source.files import shown
from coalcheck.engine.source.later import later
from coalcheck.engine.source.read import read
from coalcheck.engine.validate import Unreadable

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.action.register import Register
    from coalcheck.engine.decide.bindings import Bindings
    from coalcheck.engine.source.node import Document

MANY: Final = 1000
"""So many files are shared by two processes; to share fewer takes longer than it saves."""
AT_ONCE: Final = 50
"""Files that a process takes at a time: a hundredth of a second, so that both are done together."""


class Under(NamedTuple):
    """What files of a record are read under.

    Attributes:
        register: the names that they may use; None where the charter cannot be read.
        bindings: the charter, for what of each entry can be judged by itself; None where nobody asks.
        as_of: the day from which the record is looked at.
        wanted: whether a file that was read is one of the record; may refuse it by an exception.
    """

    register: Register | None
    bindings: Bindings | None
    as_of: date
    wanted: Callable[[Document], bool]


class _Read(NamedTuple):
    """What another process read: little enough to cross quicker than the file can be read again."""

    path: str
    data: bytes
    complete: bool
    understood: Understood
    presumed: Presumed | None


def gathered(paths: Sequence[str], under: Under, unread: list[Unreadable]) -> list[LoadedAction]:
    """The files of a record, in the order of their paths.

    Args:
        paths: the files.
        under: what they are read under.
        unread: those that cannot be read are noted here.

    Raises:
        Unfinished: a process that shared the work was ended from outside.
    """
    found: list[LoadedAction] = []
    for some in _some(paths, under):
        for each in some:
            if isinstance(each, Unreadable):
                unread.append(each)
            else:
                found.append(each if isinstance(each, LoadedAction) else _again(each, under))
    return found


def _some(paths: Sequence[str], under: Under) -> Iterator[Iterable[LoadedAction | _Read | Unreadable]]:
    """All of them, some at a time."""
    if len(paths) < MANY or processes() == 1:
        yield _alone(paths, under)
        return
    if under.bindings is not None and under.bindings.charter.scope is not None:
        # Made ready before there is another process, so that it has it too.
        _ = under.bindings.agreed
    yield from halved(partial(_here, under=under), partial(_there, under=under), paths, AT_ONCE)


def _alone(paths: Sequence[str], under: Under) -> Iterator[LoadedAction | Unreadable]:
    for path in paths:
        try:
            document = read(data_of(path), shown(path))
        except Unreadable as error:
            yield error
            continue
        if under.wanted(document):
            yield load(document, under.register)


def _there(paths: Sequence[str], under: Under) -> list[_Read | Unreadable]:
    """What another process sends of some files."""
    return [each if isinstance(each, Unreadable) else each[1] for each in _understood(paths, under)]


def _here(paths: Sequence[str], under: Under) -> list[LoadedAction | Unreadable]:
    """The same in this process; it keeps the files in the same way, for memory's sake."""
    found: list[LoadedAction | Unreadable] = []
    for each in _understood(paths, under):
        if isinstance(each, Unreadable):
            found.append(each)
            continue
        action, (path, data, complete, (_, problems, left_out), presumed) = each
        document = later(data, shown(path), complete=complete)
        found.append(_noted(LoadedAction(action, document, problems, left_out), presumed, under))
    return found


def _understood(paths: Sequence[str], under: Under) -> Iterator[tuple[Action | None, _Read] | Unreadable]:
    """Each file as it is understood, with the action that it makes."""
    for path in paths:
        try:
            data = data_of(path)
        except Unreadable as error:
            yield error
            continue
        document = read(data, shown(path))
        if under.wanted(document):
            action, understood = understand(document, under.register)
            presumed = None
            if action is not None and under.bindings is not None:
                presumed = presume(under.bindings, action, under.as_of)
            yield action, _Read(path, data, document.complete, understood, presumed)


def _again(each: _Read, under: Under) -> LoadedAction:
    document = later(each.data, shown(each.path), complete=each.complete)
    return _noted(load_again(document, each.understood, under.register), each.presumed, under)


def _noted(loaded: LoadedAction, presumed: Presumed | None, under: Under) -> LoadedAction:
    """The same, with what was judged of it beforehand kept for whoever will ask."""
    if presumed is not None and loaded.action is not None and under.bindings is not None:
        under.bindings.presumed[id(loaded.action)] = loaded.action, presumed
    return loaded
