"""The page that GitHub shows of a step: written where a run in a workflow asks for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection

from coalcheck.engine import terminal

_FILE = "GITHUB_STEP_SUMMARY"


def write_summary(formats: Collection[str], page: Callable[[], str]) -> None:
    """Add a page to that of the step, where the format for workflows was asked for and GitHub has a place.

    Args:
        formats: those of the run.
        page: makes the page, as Markdown.

    Raises:
        CannotWrite: the file does not take it.
    """
    output = os.environ.get(_FILE)
    if "github" in formats and output:
        from coalcheck.engine.report.parts.step_summary import fitting

        terminal.append(fitting(page()), output)
