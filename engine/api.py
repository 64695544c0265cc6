"""coalcheck from Python: read a charter, check it, and ask it about an action.

What is wrong in a file is in the answer, as findings with line and column; an exception means that the file
could not be opened, or that the program itself failed, and never that nothing was found.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from coalcheck.engine.charter.load import load
from coalcheck.engine.validate import read_charter, validate_file

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.checking.checked import Check
    from coalcheck.engine.findings.result import Result


class NotACharter(Exception):
    """Nothing of a file reads as a charter; ``validate`` says what is wrong with it."""


def load_charter(path: str | Path) -> Charter:
    """Read a charter.

    Args:
        path: the file.

    Returns:
        The charter, frozen; keys that could not be understood are left out, and ``validate`` says which. Its
        annexes are not read (``check`` takes the working days from them).

    Raises:
        Unreadable: the file cannot be opened.
        NotACharter: nothing of it reads as a charter.
    """
    charter = load(read_charter(path)).charter
    if charter is None:
        msg = f"{path} does not read as a charter; coalcheck.validate says why."
        raise NotACharter(msg)
    return charter


def validate(path: str | Path, *, strict: bool = False, as_of: date | None = None) -> Result:
    """Check a charter before it is signed, with the policies beside it.

    Comments in it that set points aside are minded (``Result.set_aside``); files of settings are not read.

    Args:
        path: the file.
        strict: ask everything, also what coalitions of its kind, model or stage are excused from.
        as_of: the day from which it is seen; today where it is not said.

    Returns:
        What was found (``findings``, each with code, severity, line, reason and what to write), what is in
        order, and what is due next.

    Raises:
        Unreadable: the file cannot be opened.
        MatcherError: the rules engine failed; never to be read as "nothing found".
    """
    return validate_file(Path(path), strict=strict, as_of=as_of)


def check(
    charter: str | Path,
    *actions: str | Path,
    record: str | Path | None = None,
    as_of: date | None = None,
    today: date | None = None,
) -> Check:
    """Say what a charter says of actions: proposals, votes and acts.

    Args:
        charter: the file of the charter, or its folder.
        actions: files of actions, or folders of them; none where the charter's folder holds them.
        record: the folder of the record: the actions are judged with what is in it before them, or, where
            none is named, the record as a whole.
        as_of: the day from which each is judged; its own day where it is not said.
        today: the day for an action that has none; today where it is not said.

    Returns:
        ``checked``, one answer for each action: ``verdict`` (its ``outcome``, every clause consulted, how
        each member counted, the smallest change; None where the charter cannot be read) and ``result``
        (findings); ``beside``, what is wrong with the charter itself; and ``record``, what is found in a
        record as a whole.

    Raises:
        Unreadable: a file cannot be opened.
        NothingToCheck: there is no charter, or no action.
        MatcherError: the rules engine failed; never to be read as "nothing found".
    """
    # Only who asks about actions pays for this import.
    from coalcheck.engine.check import check as checked

    paths = [str(charter), *map(str, actions)]
    folder = None if record is None else str(record)
    return checked(
        paths, record=folder, as_of=as_of, today=today or date.today(), stdin=sys.stdin.buffer.read
    )
