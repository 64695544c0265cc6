"""What was mended, or could be: the words beside a charter and its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coalcheck.engine.findings.finding import Finding
    from coalcheck.engine.findings.result import Result
    from coalcheck.engine.fixing.run import Mended

_MOST = 5
_TO_SETTLE = (
    "Nobody has agreed to what was put in: settle what is marked # To settle, then take the mark out."
)


def can_be_mended(results: Iterable[Result]) -> str:
    """Say how many points ``--fix`` would mend; empty where there are none."""
    safe = sum(finding.fixable == "safe" for result in results for finding in result.findings)
    return f"{safe} of these can be mended with --fix." if safe else ""


def page(found: Sequence[Mended], *, written: bool) -> str:
    """Say what was mended in each file, and what is to be done with what was put in.

    Args:
        found: the files.
        written: whether it was done, or only shown.
    """
    lines = [line for each in found for line in _file(each, written=written)]
    return "\n".join(lines or ["There is nothing to mend."]) + "\n"


def _file(mended: Mended, *, written: bool) -> Iterator[str]:
    fixed, was = mended.fixed, "" if written else " would be"
    name = visible(mended.name)
    if fixed.mended:
        yield f"{name}: {counted(len(fixed.mended), 'slip')}{was} mended."
        yield from _some(fixed.mended, numbered=True)
    if fixed.suggested:
        yield f"{name}: {counted(len(fixed.suggested), 'suggestion')}{was} put in."
        yield from _some(fixed.suggested, numbered=False)
        yield _TO_SETTLE
    if fixed.refused:
        left = counted(len(fixed.refused), "point")
        yield f"{name}: {left} left alone: mended, others would come to settle or to talk about."
        yield from _some(fixed.refused, numbered=True)


def _some(findings: Sequence[Finding], *, numbered: bool) -> Iterator[str]:
    for each in findings[:_MOST]:
        where = f"line {each.span.line}: " if numbered else ""
        yield f"   {where}{visible(each.message)} ({each.name}, {each.code})"
    if findings[_MOST:]:
        yield f"   and {len(findings) - _MOST} more"
