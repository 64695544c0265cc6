"""What a coalition has settled about points beforehand: which are asked, how grave, and what was there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coalcheck.engine.findings.baseline import Baseline
    from coalcheck.engine.findings.finding import Finding, Severity


# What follows is loaded by every run; what it needs where something is settled, only there.


class PerPath(Struct, frozen=True):
    """What holds for some files only.

    Attributes:
        pattern: which files, see ``paths.matches``.
        ignore: rules that are left out there.
        severity: how grave rules are there; None leaves out.
    """

    pattern: str
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity | None] = {}


class Settings(Struct, frozen=True):
    """How points are weighed; a rule is a code, the beginning of one, or a name (``rules.meant``).

    Attributes:
        select: only these are told; empty for all.
        ignore: these are not told; where both mean a point, the more exact one counts, else ``ignore``.
        severity: how grave, in place of what the policy says; None is as if it were ignored.
        per_path: what holds for some files only; a later one prevails, and each of them over the rest.
        exclude: patterns of files that are passed over in folders.
        force_exclude: whether such files are passed over where they are named, too.
        root: the folder that the patterns count from; empty for the working directory.
        folder: the same folder as results show it; empty where they count from it, too.
        baseline: what was there before.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity | None] = {}
    per_path: Sequence[PerPath] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    root: str = ""
    folder: str = ""
    baseline: Baseline | None = None

    def weighed(self, finding: Finding) -> Severity | None:
        """How grave a finding is by these settings; None where it is not told."""
        from coalcheck.engine.findings.rules import most_exact

        code, name = finding.code, finding.name
        chosen = most_exact(self.select, code, name) if self.select else 1
        if chosen == 0 or most_exact(self.ignore, code, name) >= max(chosen, 1):
            return None
        return self._by_path(finding, _graded(self.severity, code, name, finding.severity))

    def _by_path(self, finding: Finding, severity: Severity | None) -> Severity | None:
        from coalcheck.engine.findings.paths import matches
        from coalcheck.engine.findings.rules import most_exact

        code, name = finding.code, finding.name
        for each in self.per_path:
            if not matches(each.pattern, self.relative(finding.file)):
                continue
            if most_exact(each.ignore, code, name):
                severity = None
            elif most_exact(each.severity, code, name):
                severity = _graded(each.severity, code, name, finding.severity)
        return severity

    def excludes(self, path: str) -> bool:
        """Whether a file is passed over; only what lies in the folder that patterns count from ever is."""
        if not self.exclude:
            return False
        from coalcheck.engine.findings.paths import matches

        relative = os.path.relpath(path, self.root or os.curdir).replace(os.sep, "/")
        return any(matches(pattern, relative) for pattern in self.exclude if not relative.startswith("../"))

    def relative(self, file: str) -> str:
        """A file as shown to the reader, from the folder that patterns count from."""
        before = f"{self.folder}/" if self.folder else ""
        return file.removeprefix(before)


def _graded(
    severities: Mapping[str, Severity | None], code: str, name: str, own: Severity
) -> Severity | None:
    """The severity that the most exact rule gives; its own where none means it."""
    from coalcheck.engine.findings.rules import meant

    exact = 0
    graded: Severity | None = own
    for rule, severity in severities.items():
        here = meant(rule, code, name)
        if here > exact:
            exact, graded = here, severity
    return graded


NONE: Final = Settings()
"""Nothing is settled beforehand."""
