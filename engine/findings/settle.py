"""What counts of what was found in a file: the one place where settings, comments and a baseline apply.

It comes once, after the policies. What keeps a file from being read is left as it is by all three: nobody can
say that what was not understood may wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from coalcheck.engine.findings.finding import in_file_order
from coalcheck.engine.findings.result import FileKind, Result
from coalcheck.engine.findings.settings import NONE
from coalcheck.engine.source.later import Later

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence
    from datetime import date

    from coalcheck.engine.findings.finding import Finding
    from coalcheck.engine.findings.settings import Settings
    from coalcheck.engine.source.node import Document, Problem


class Settled(NamedTuple):
    """What was found in a file.

    Attributes:
        findings: what counts, in the order of the file.
        set_aside: what a comment or the baseline sets aside.
        ignored: how many points the settings leave out.
    """

    findings: tuple[Finding, ...]
    set_aside: tuple[Finding, ...] = ()
    ignored: int = 0

    def result(self, document: Document, kind: FileKind) -> Result:
        """What was found, with the text of the file to quote from where something was."""
        kept, aside, ignored = self
        lines = document.lines if kept or aside else ()
        return Result(document.name, kind, kept, lines=lines, set_aside=aside, ignored=ignored)


class Looked(NamedTuple):
    """What was looked for in a file.

    Attributes:
        names: every code that there is, with its name.
        codes: those that were looked for; of others it is not known whether they would be found.
        nearest: the code or name most like a word.
        tell: makes findings of what is wrong with comments and with the baseline.
        named: those that a comment names in vain where they are not found: the ones that were looked for, and
            those that are never looked for in such a file.
        of_comments: whether it is told here what is wrong with comments themselves; a file can be looked at
            in two ways in one run.
        of_baseline: whether all that its baseline holds under ``codes`` would have been found again.
    """

    names: Mapping[str, str]
    codes: Container[str]
    nearest: Callable[[str], str]
    tell: Callable[[Sequence[Problem]], tuple[Finding, ...]]
    named: Container[str]
    of_comments: bool = True
    of_baseline: bool = True


def settle(
    found: Iterable[Finding],
    document: Document,
    settings: Settings,
    day: date,
    looked: Callable[[], Looked],
) -> Settled:
    """Tell what counts of what was found in a file.

    Args:
        found: all that was found in it.
        document: the file.
        settings: what was settled beforehand.
        day: the day on which a comment's time is over or not.
        looked: gives what was looked for; asked only where it matters.
    """
    every = tuple(found)
    numbers = _mentioned(document)
    if settings is NONE and not numbers:
        return Settled(every)
    noticed: list[Problem] = []
    aside: tuple[Finding, ...] = ()
    if numbers:
        from coalcheck.engine.findings.noted import by_comments

        every, aside, noticed = by_comments(every, document, numbers, day, looked)
    told = (*every, *(looked().tell(noticed) if noticed else ()))
    counted, ignored = _weighed(told, settings)
    aside, more = _weighed(aside, settings)
    if settings.baseline is not None:
        from coalcheck.engine.findings.known import by_baseline

        counted, aside, gone = by_baseline(counted, aside, document, settings.baseline, looked)
        told, others = _weighed(looked().tell(gone) if gone else (), settings)
        counted = (*counted, *(replace(each, baseline_state="new") for each in told))
        ignored += others
    return Settled(_in_order(counted), _in_order(aside), ignored + more)


def mentioned(lines: Sequence[str]) -> list[int]:
    """The lines, from 1, on which there may be such a comment; most files have none."""
    return [number for number, line in enumerate(lines, 1) if "#" in line and "coalcheck" in line.lower()]


def _mentioned(document: Document) -> list[int]:
    # What was read before is split into lines once more only where it has the word.
    if isinstance(document, Later) and b"coalcheck" not in document.data.lower():
        return []
    return mentioned(document.lines)


def _weighed(found: Iterable[Finding], settings: Settings) -> tuple[tuple[Finding, ...], int]:
    """Those that the settings do not leave out, as grave as they say; and how many they leave out."""
    if settings is NONE:
        return tuple(found), 0
    kept: list[Finding] = []
    left_out = 0
    for each in found:
        severity = each.severity if each.keeps_from_reading else settings.weighed(each)
        if severity is None:
            left_out += 1
        else:
            kept.append(each if severity is each.severity else replace(each, severity=severity))
    return tuple(kept), left_out


def _in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=in_file_order))
