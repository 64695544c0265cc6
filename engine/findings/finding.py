"""A finding: what was found, where, how severe, and what to do about it."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import Literal, TypeAlias

from msgspec import Struct

from coalcheck.engine.source.mend import Mend
from coalcheck.engine.source.node import Span


class Severity(IntEnum):
    """How much a finding matters; the greater the graver."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The name that files and JSON use: ``error``, ``warning`` or ``info``."""
        return self.name.lower()


BaselineState: TypeAlias = Literal["new", "unchanged"]


class Suppression(Struct, frozen=True):
    """A comment in the file by which a point is set aside.

    Attributes:
        line: where the comment stands, from 1.
        reason: why, in the words of whoever wrote it; empty where they did not say.
        until: the last day for which it holds; None for good.
    """

    line: int
    reason: str = ""
    until: date | None = None


class Related(Struct, frozen=True):
    """Another place that the finding speaks of, such as the other side of a contradiction."""

    file: str
    path: str
    span: Span
    message: str


class Finding(Struct, frozen=True):
    """One point about one place.

    Attributes:
        code: such as ``E501``; stable for ever.
        name: such as ``missing-exit-terms``; the policy's file name.
        severity: after the profile of the charter's model and stage was applied.
        message: one sentence, no full stop; what is the case.
        why: why it matters, plain text, may hold line breaks.
        fix: what to write instead or to do; the text of ``write`` where there is one.
        write: True where ``fix`` is YAML that can be pasted.
        file: as shown to the reader.
        path: the logical place, ``members[breathe].role``; ids, not positions.
        span: where to look.
        fingerprint: unchanged when lines move or siblings are reordered.
        url: the manual page of the policy.
        related: other places.
        title: what the policy is about, in one line; empty where nobody needs it.
        known_by: the logical place of which the fingerprint is made: the path, or of two decisions side by
            side both, whichever stands first; empty where nobody needs it.
        suppression: the comment that sets it aside; None where none does.
        baseline_state: whether it is in the baseline (``unchanged``) or not (``new``); None without one.
        mend: what ``validate --fix`` or ``--unsafe-fixes`` does about it; None where only people can.
    """

    code: str
    name: str
    severity: Severity
    message: str
    why: str
    fix: str
    write: bool
    file: str
    path: str
    span: Span
    fingerprint: str
    url: str
    related: tuple[Related, ...] = ()
    title: str = ""
    known_by: str = ""
    suppression: Suppression | None = None
    baseline_state: BaselineState | None = None
    mend: Mend | None = None

    @property
    def fixable(self) -> Literal["safe", "unsafe"] | None:
        """Whether it can be mended without asking, as a suggestion, or not by a program."""
        return None if self.mend is None else "safe" if self.mend.safe else "unsafe"

    @property
    def keeps_from_reading(self) -> bool:
        """Whether the file is not understood where it speaks: what was not read, nobody can set aside."""
        return self.code.startswith("C") and self.severity is Severity.ERROR


def in_file_order(finding: Finding) -> tuple[Span, str, str, str]:
    """A key to sort by: where it stands, then code, logical place and words."""
    return finding.span, finding.code, finding.path, finding.message
