"""What a run gives back: one result a file, never a bare yes or no."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from coalcheck.engine.findings.finding import Finding, Severity, in_file_order

FileKind: TypeAlias = Literal["charter", "action", "policy", "choosing", "record", "event", "test"]
"""What a file was read as."""


class Heading(Struct, frozen=True):
    """Whose charter this is, for the first line: name and what is declared, as written.

    Attributes:
        name: the coalition's name.
        kind: coalition, alliance, network or body; empty where not declared.
        model: opportunistic, values-bridge or structural; empty where not declared.
        stage: exploring, pilot, draft, signed or ended; empty where not declared.
        members: how many members there are, counted rows included.
    """

    name: str
    kind: str
    model: str
    stage: str
    members: int


class Result(Struct, frozen=True):
    """What was found in one file.

    Attributes:
        file: as shown to the reader.
        kind: what the file was read as.
        findings: by line, then code; all that count, infos too.
        heading: None where the file could not be read as a charter.
        in_order: what was asked and found to be there, as phrases, most telling first.
        next_step: one sentence on what is due next; empty where nothing is.
        notes: what could not be examined and why, for ``--verbose``.
        lines: the file's text, to quote from; of an action with nothing to say of it there are none.
        set_aside: what was found and does not count: a comment in the file sets it aside, or it is in the
            baseline; in the same order.
        ignored: how many points are left out by the settings.
    """

    file: str
    kind: FileKind
    findings: tuple[Finding, ...]
    heading: Heading | None = None
    in_order: tuple[str, ...] = ()
    next_step: str = ""
    notes: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    set_aside: tuple[Finding, ...] = ()
    ignored: int = 0

    @property
    def everything(self) -> tuple[Finding, ...]:
        """All findings, also those that do not count, by line, then code."""
        return (
            tuple(sorted((*self.findings, *self.set_aside), key=in_file_order))
            if self.set_aside
            else self.findings
        )

    def count(self, severity: Severity) -> int:
        """How many findings have exactly this severity."""
        return sum(finding.severity is severity for finding in self.findings)


class Report(Struct, frozen=True):
    """All results of one run, in the order in which the files were named or found.

    ``unread`` holds a sentence for each path that was named and could not be read; ``strict`` says that every
    policy was asked, whatever the charters declare themselves to be.
    """

    results: tuple[Result, ...]
    as_of: date
    version: str
    matcher: str
    unread: tuple[str, ...] = ()
    strict: bool = False

    def worst(self) -> Severity | None:
        """The gravest severity found; None where nothing was found."""
        return max((f.severity for r in self.results for f in r.findings), default=None)

    def exit_code(self, fail_on: Severity) -> int:
        """1 where something at least so grave was found, else 0."""
        worst = self.worst()
        return int(worst is not None and worst >= fail_on)
