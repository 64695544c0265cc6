"""Test files put together with the charters that they are about: each charter is read and made ready once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from coalcheck.engine.charter.fault import Fault
from coalcheck.engine.charter.load import load as load_charter
from coalcheck.engine.checking.annexes import Annexed, with_annexes
from coalcheck.engine.checking.reading import own_policies, read_path
from coalcheck.engine.scenario.checking import Words
from coalcheck.engine.scenario.files import NoCharter, charter_of, test_files
from coalcheck.engine.scenario.load import heading_of, load
from coalcheck.engine.scenario.run import Under
from coalcheck.engine.source.files import STANDARD_INPUT
from coalcheck.engine.source.node import Problem, Span
from coalcheck.engine.validate import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coalcheck.engine.policy.matcher import Wanted
    from coalcheck.engine.scenario.load import Heading
    from coalcheck.engine.scenario.suite import Suite
    from coalcheck.engine.source.node import Document


class Tested(NamedTuple):
    """One charter, and the test files about it.

    Attributes:
        path: the charter's file, as it is opened; empty where there is none.
        annexed: the charter as it was loaded; None where it cannot be read.
        under: the charter made ready; None where it holds no charter.
        suites: the test files, in the order in which they were named or found.
    """

    path: str
    annexed: Annexed | None
    under: Under | None
    suites: tuple[Suite, ...]


class Found(NamedTuple):
    """Everything that was named or found.

    Attributes:
        tested: charter by charter, in the order of their first test file.
        unread: a sentence for each path that was named and could not be read.
    """

    tested: tuple[Tested, ...]
    unread: tuple[Unreadable, ...] = ()


class _Charter(NamedTuple):
    annexed: Annexed
    under: Under | None
    words: Words | None


def find(paths: Sequence[str], *, matcher: Wanted = "auto", stdin: Callable[[], bytes] = bytes) -> Found:
    """Read the test files among paths, and the charters that they are about.

    Args:
        paths: test files and folders; ``-`` for a test file from standard input.
        matcher: what compares policies with facts.
        stdin: reads standard input.

    Raises:
        Unreadable: a coalition's own policy cannot be read.
    """
    reading = _Reading(matcher, stdin)
    for path in test_files(paths):
        reading.take(path)
    return Found(tuple(reading.tested()), tuple(reading.unread))


class _Reading:
    def __init__(self, matcher: Wanted, stdin: Callable[[], bytes]) -> None:
        self.unread: list[Unreadable] = []
        self._matcher = matcher
        self._stdin = stdin
        self._charters: dict[str, _Charter] = {}
        self._suites: dict[str, list[Suite]] = {}
        self._paths: dict[str, str] = {}

    def take(self, path: str) -> None:
        """Read one test file."""
        try:
            document = read_path(path, self._stdin)
        except Unreadable as error:
            self.unread.append(error)
            return
        heading = heading_of(document)
        try:
            place = charter_of(path, heading.frame.charter)
            charter = self._charter(place)
        except NoCharter as error:
            self._without(path, document, heading, str(error))
            return
        except Unreadable as error:
            self._without(path, document, heading, str(error).rstrip("."))
            return
        loaded = charter.annexed.loaded
        if loaded.charter is None:
            self._without(path, document, heading, f"{loaded.document.name} holds no charter")
            return
        key = os.path.realpath(place)
        self._suites.setdefault(key, []).append(load(document, heading, loaded.charter, charter.words))

    def tested(self) -> list[Tested]:
        """Charter by charter."""
        found = []
        for key, suites in self._suites.items():
            charter = self._charters.get(key)
            annexed = charter.annexed if charter is not None else None
            under = charter.under if charter is not None else None
            found.append(Tested(self._paths.get(key, ""), annexed, under, tuple(suites)))
        return found

    def _charter(self, path: str) -> _Charter:
        key = os.path.realpath(path)
        found = self._charters.get(key)
        if found is None:
            annexed = with_annexes(load_charter(read_path(path, bytes)), path)
            own = own_policies(_folder(path))
            under = Under(annexed, own, self._matcher) if annexed.loaded.charter is not None else None
            words = Words(under.clauses, own, under.charter) if under is not None else None
            found = self._charters[key] = _Charter(annexed, under, words)
            self._paths[key] = path
        return found

    def _without(self, path: str, document: Document, heading: Heading, why: str) -> None:
        """A test file with no charter to judge by: no case of it can pass."""
        not_found(document, heading, why)
        key = "" if path == STANDARD_INPUT else os.path.realpath(path)
        self._suites.setdefault(f"\0{key}", []).append(load(document, heading, None))


def not_found(document: Document, heading: Heading, why: str) -> None:
    """Note that a test file has no charter to judge by, where it names one, or where it begins.

    Args:
        document: the test file.
        heading: what it says once for all of its cases; takes the fault.
        why: why there is none, in a phrase.
    """
    span = Span(1, 1, 1, 1)
    entries = getattr(document.root, "entries", {})
    entry = entries.get("charter") or entries.get("test") or next(iter(entries.values()), None)
    if entry is not None:
        span = entry.value.span if entry.key.text == "charter" else entry.key.span
    values = {"key": "charter", "found": heading.frame.charter or "", "detail": why}
    heading.faults.append(Fault(Problem("charter-not-found", span, ("charter",), values)))


def _folder(path: str) -> Path:
    from pathlib import Path

    return Path(path).parent
