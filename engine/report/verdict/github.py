"""Workflow commands of GitHub Actions: every finding, then each action that did not come out as put."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.github import command, remarks, unread
from coalcheck.engine.report.verdict import answer, on_record
from coalcheck.engine.report.verdict.discreet import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.checking.checked import Check, Checked
    from coalcheck.engine.report.parts.options import Options


def render(check: Check, options: Options) -> str:
    """Render every finding as one line, the worst first; then the outcomes, and what all come to."""
    return "\n".join(_lines(check, options)) + "\n"


def _lines(check: Check, options: Options) -> Iterator[str]:
    yield from remarks(check.results)
    yield from unread(check.unread)
    for checked in check.checked:
        if not (checked.passes if check.record is None else checked.in_order):
            # No rule is broken by a vote that is lost: a notice, although the run is not passed.
            yield command(
                "notice",
                "\n\n".join(filter(None, _said(checked, options))),
                file=checked.result.file,
                line=1,
                endLine=1,
                title="What came of it",
            )
    if check.record is not None:
        yield on_record.answered(check, check.record)
    yield answer.summary(check)


def _said(checked: Checked, options: Options) -> Iterator[str]:
    yield answer.heading(checked)
    yield answer.tried(checked)
    yield answer.unread(checked)
    verdict = shown(checked, options)
    if verdict is not None:
        yield " ".join(filter(None, answer.reasons(checked, verdict)))
        yield "\n".join(f"Missing: {each}" for each in answer.missing(verdict))
