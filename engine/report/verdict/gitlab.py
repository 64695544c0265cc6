"""GitLab's Code Quality report over what was found about actions and their record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.gitlab import quality

if TYPE_CHECKING:
    from coalcheck.engine.checking.checked import Check
    from coalcheck.engine.report.parts.options import Options


def render(check: Check, options: Options) -> str:  # noqa: ARG001 - every format is called alike
    """Render every finding; where nothing was found the list is empty, whatever the votes came to."""
    return quality(check.results)
