"""What was found and does not count: how much there is of it, and, where asked for, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.wording.day import in_words
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.findings.finding import Finding
    from coalcheck.engine.findings.result import Result


def aside(result: Result) -> str:
    """Say how many points of a file do not count; empty where there are none."""
    commented = sum(finding.suppression is not None for finding in result.set_aside)
    known = len(result.set_aside) - commented
    said = (
        [f"{counted(commented, 'point')} by {'a comment' if commented == 1 else 'comments'} in the file"]
        if commented
        else []
    )
    said += [f"{counted(known, 'point')} of the baseline"] if known else []
    return f"Set aside: {' and '.join(said)}." if said else ""


def each_aside(result: Result) -> Iterator[str]:
    """Give a sentence for each point that does not count, in the order of the file."""
    for finding in result.set_aside:
        point = f"line {finding.span.line}: {finding.message} ({finding.name}, {finding.code})"
        yield f"{point}; {_why(finding)}"


def _why(finding: Finding) -> str:
    suppression = finding.suppression
    if suppression is None:
        return "in the baseline"
    reason = f'"{suppression.reason}"' if suppression.reason else "no reason is given"
    return f"{reason}, until {in_words(suppression.until)}" if suppression.until else reason
