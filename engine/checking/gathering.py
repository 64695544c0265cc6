"""The files of a record, read and made into actions; of a long record that is shared by two processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.action.load import LoadedAction, load
from coalcheck.engine.batch import halved, processes
from coalcheck.engine.checking.reading import data_of
from coalcheck.engine.source.files import shown
from coalcheck.engine.source.later import later
from coalcheck.engine.source.quick import read_quickly
from coalcheck.engine.validate import Unreadable

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.action.register import Register
    from coalcheck.engine.source.node import Document, Problem, Route

MANY: Final = 1000
"""So many files are shared by two processes; to share fewer takes longer than it saves."""
AT_ONCE: Final = 50
"""Files that a process takes at a time: a hundredth of a second, so that both are done together."""


class Under(NamedTuple):
    """What files of a record are read under.

    Attributes:
        register: the names that they may use; None where the charter cannot be read.
        wanted: whether a file that was read is one of the record; may refuse it by an exception.
    """

    register: Register | None
    wanted: Callable[[Document], bool]


class _Read(NamedTuple):
    """What another process read: little enough to cross quicker than the file can be read again."""

    path: str
    data: bytes
    complete: bool
    action: Action | None
    problems: tuple[Problem, ...]
    left_out: tuple[Route, ...]


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
                found.append(each if isinstance(each, LoadedAction) else _again(each))
    return found


def _some(paths: Sequence[str], under: Under) -> Iterator[Iterable[LoadedAction | _Read | Unreadable]]:
    """All of them, some at a time."""
    if len(paths) < MANY or processes() == 1:
        yield _alone(paths, under)
    else:
        yield from halved(partial(_here, under=under), partial(_there, under=under), paths, AT_ONCE)


def _alone(paths: Sequence[str], under: Under) -> Iterator[LoadedAction | Unreadable]:
    for path in paths:
        try:
            document = read_quickly(data_of(path), shown(path))
        except Unreadable as error:
            yield error
            continue
        if under.wanted(document):
            yield load(document, under.register)


def _there(paths: Sequence[str], under: Under) -> list[_Read | Unreadable]:
    """What another process sends of some files.

    One step for all of them and then the next, which takes a quarter less time than file by file: what a step
    needs stays close to the processor.
    """
    contents: list[tuple[str, bytes] | Unreadable] = []
    for path in paths:
        try:
            contents.append((path, data_of(path)))
        except Unreadable as error:
            contents.append(error)
    documents = [
        None if isinstance(each, Unreadable) else read_quickly(each[1], shown(each[0])) for each in contents
    ]
    wanted = [None if each is None or not under.wanted(each) else each for each in documents]
    loaded = [None if each is None else load(each, under.register) for each in wanted]
    found: list[_Read | Unreadable] = []
    for content, each in zip(contents, loaded, strict=True):
        if isinstance(content, Unreadable):
            found.append(content)
        elif each is not None:
            path, data = content
            complete = each.document.complete
            found.append(_Read(path, data, complete, each.action, each.problems, each.left_out))
    return found


def _here(paths: Sequence[str], under: Under) -> list[LoadedAction | Unreadable]:
    """The same in this process; it keeps the files in the same way, for memory's sake."""
    return [each if isinstance(each, Unreadable) else _again(each) for each in _there(paths, under)]


def _again(each: _Read) -> LoadedAction:
    document = later(each.data, shown(each.path), complete=each.complete)
    return LoadedAction(each.action, document, each.problems, each.left_out)
