"""SARIF 2.1.0 over what was found about actions and their record.

A proposal that is not carried breaks no rule, so its outcome is no finding: it stands in the other formats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.sarif import log

if TYPE_CHECKING:
    from coalcheck.engine.checking.checked import Check
    from coalcheck.engine.report.parts.options import Options


def render(check: Check, options: Options) -> str:  # noqa: ARG001 - every format is called alike
    """Render every finding; the same check gives the same text, and no time of day is in it."""
    return log(check.results, version=check.version, verb="check", unread=check.unread)
