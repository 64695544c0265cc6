"""How a report is to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, Self

from coalcheck.engine.findings.finding import Severity

_OF_A_FILE = 100
"""Columns of a page that is written to a file."""


class Options(NamedTuple):
    """What the caller may choose; a format ignores what has no meaning for it.

    Attributes:
        width: columns of the screen that may be filled.
        colour: whether ANSI colours may be used.
        show_all: every point, not only the first five of each file.
        verbose: also what could not be examined; in ``plain`` also why and what to write.
        names: also who was absent or late, which is only counted otherwise.
        chart: also charts that compare members by name.
        fail_on: from which points on the run is not passed; a format that knows passed and not passed says
            the same as the exit code.
    """

    width: int = 100
    colour: bool = False
    show_all: bool = False
    verbose: bool = False
    names: bool = False
    chart: bool = False
    fail_on: Severity = Severity.ERROR

    @classmethod
    def of(cls, shown: Mapping[str, Any], width: int, *, colour: bool) -> Self:
        """What was chosen, by the names of ``parts.flags``, for a screen so wide."""
        return cls(
            width=width,
            colour=colour,
            show_all=shown.get("show_all", False),
            verbose=shown.get("verbose", False),
            names=shown.get("by_name", False),
            chart=shown.get("chart", False),
            fail_on=Severity[shown.get("fail_on", "error").upper()],
        )

    def for_file(self) -> Self:
        """The same for a file, which has neither the width of the screen nor its colours."""
        return self._replace(width=_OF_A_FILE, colour=False)
