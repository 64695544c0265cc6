"""Files as they are read for a check: a charter, an action, a sheet, and the policies beside the charter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coalcheck.engine.policy.load import Own, own
from coalcheck.engine.source.files import SHOWN_AS_INPUT, STANDARD_INPUT, beginning, shown
from coalcheck.engine.source.limits import MOST_BYTES
from coalcheck.engine.source.read import read
from coalcheck.engine.validate import Unreadable

if TYPE_CHECKING:
    from pathlib import Path

    from coalcheck.engine.source.node import Document


def own_policies(folder: Path) -> Own:
    """The coalition's own policies beside its charter.

    Raises:
        Unreadable: one of them cannot be read.
    """
    try:
        return own(folder)
    except OSError as error:
        raise Unreadable(str(error.filename or folder), _reason(error)) from error


def read_path(path: str, stdin: Callable[[], bytes]) -> Document:
    """A file, or standard input, read as YAML.

    Raises:
        Unreadable: it cannot be read.
    """
    if path == STANDARD_INPUT:
        return read(stdin(), SHOWN_AS_INPUT)
    return read(data_of(path), shown(path))


def data_of(path: str) -> bytes:
    """The content of a file.

    Raises:
        Unreadable: it cannot be read.
    """
    try:
        # One byte more than is read, so that the reader can say that the file is too large.
        return beginning(path, MOST_BYTES + 1)
    except OSError as error:
        raise Unreadable(path, _reason(error)) from error


def _reason(error: OSError) -> str:
    return (error.strerror or "it cannot be opened").lower()
