"""From paths to mended charters: what is read, what comes of it, and where it goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from difflib import unified_diff
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from coalcheck.engine.charter.load import Loaded
from coalcheck.engine.findings.finding import Finding
from coalcheck.engine.findings.settings import NONE, Settings
from coalcheck.engine.fixing.fix import Fixed, fix
from coalcheck.engine.fixing.writing import rewrite
from coalcheck.engine.policy.load import own
from coalcheck.engine.policy.matcher import Wanted
from coalcheck.engine.policy.model import Policy
from coalcheck.engine.source.files import STANDARD_INPUT, shown
from coalcheck.engine.source.limits import MOST_BYTES
from coalcheck.engine.validate import NothingToCheck, Unreadable, named, validate_loaded

_NO_END: Final = "\\ No newline at end of file\n"


class Asked(NamedTuple):
    """What is to be done, and by what it is judged.

    Attributes:
        unsafe: also what is likely but not certain, and suggestions for what is missing.
        matcher: what compares policies with the files.
        as_of: the day to take as today.
        strict: whether every policy is asked.
        settings: what is passed over, and which points are told.
    """

    unsafe: bool
    matcher: Wanted
    as_of: date
    strict: bool
    settings: Settings = NONE


class Mended(NamedTuple):
    """One charter.

    Attributes:
        path: as it was named.
        name: what to call it.
        before: its content.
        fixed: what was done.
    """

    path: str
    name: str
    before: bytes
    fixed: Fixed

    @property
    def after(self) -> bytes:
        """Its content once mended."""
        return self.fixed.data

    @property
    def is_changed(self) -> bool:
        """Whether there was anything to mend."""
        return self.before != self.fixed.data

    def write(self) -> None:
        """Put the mended content in the place of the file.

        Raises:
            NotWritten: the file holds something else by now, or cannot be written.
        """
        if self.is_changed:
            rewrite(self.path, self.before, self.after)

    def diff(self) -> str:
        """What would change, as a patch; empty where nothing would."""
        rows = unified_diff(_rows(self.before), _rows(self.after), f"a/{self.name}", f"b/{self.name}")
        return "".join(row if row.endswith("\n") else f"{row}\n{_NO_END}" for row in rows)


def mend(
    paths: Sequence[str], asked: Asked, stdin: Callable[[], bytes]
) -> tuple[list[Mended], list[Unreadable]]:
    """Mend the charters among some paths; nothing is written by this.

    Returns:
        The charters, and what could not be read. A file that is too large, or not UTF-8, is left as it is.

    Raises:
        NothingToCheck: there is no charter among the paths.
        Excluded: the settings pass over every one that is named.
    """
    found: list[Mended] = []
    unread: list[Unreadable] = []
    for path, _ in named(paths, asked.settings):
        standard = path == STANDARD_INPUT
        try:
            data = stdin() if standard else _content(path)
            policies = () if standard else own(Path(path).parent).policies
        except OSError as error:
            reason = (error.strerror or "it cannot be opened").lower()
            unread.append(Unreadable(str(error.filename or path), reason))
            continue
        name = shown(path)
        judge = partial(_judged, policies=policies, asked=asked)
        whole = len(data) <= MOST_BYTES
        found.append(
            Mended(path, name, data, fix(data, name, judge, unsafe=asked.unsafe) if whole else Fixed(data))
        )
    if not found and not unread:
        raise NothingToCheck.among(paths, asked.settings)
    return found, unread


def _judged(loaded: Loaded, *, policies: Sequence[Policy], asked: Asked) -> Sequence[Finding]:
    return validate_loaded(
        loaded,
        policies,
        matcher=asked.matcher,
        as_of=asked.as_of,
        strict=asked.strict,
        settings=asked.settings,
    ).findings


def _content(path: str) -> bytes:
    with Path(path).open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _rows(data: bytes) -> list[str]:
    # Only where a line feed stands: other programs take nothing else for the end of a line of a patch.
    return re.findall(r"[^\n]*\n|[^\n]+", data.decode("utf-8", "replace"))
