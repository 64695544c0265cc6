"""What a page ends with: what is due next, what is not shown, where to read more, and what this is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.parts.answer import BEFORE_SIGNING, awaits_signing
from coalcheck.engine.report.parts.mended import can_be_mended
from coalcheck.engine.report.parts.order import choose, kept_back, worst_first
from coalcheck.engine.report.parts.visible import visible

if TYPE_CHECKING:
    from coalcheck.engine.findings.result import Report, Result
    from coalcheck.engine.report.parts.options import Options


def next_line(result: Result) -> str:
    """Say what is due next, and whether it waits for the signing; only where there is a next step."""
    early = result.heading is not None and result.heading.stage in BEFORE_SIGNING
    when = "NEXT, once signed:" if awaits_signing(result) and not early else "NEXT:"
    step = visible(result.next_step)
    return f"{when} {step}" if step.endswith(".") else f"{when} {step}."


def footer(report: Report, options: Options) -> str:
    """Give the last line of a page."""
    explain = _explain(report)
    mend = f"{words} " if (words := can_be_mended(report.results)) else ""
    legal = legal_line(report, who="It" if explain else "coalcheck")
    return f"{_more(report, options)}{mend}{explain}{legal}"


def legal_line(report: Report, *, who: str = "coalcheck") -> str:
    """Say what this is not; ``who`` is how the sentence names the program."""
    what = "this charter" if len(report.results) == 1 else "these charters"
    return f"{who} reads {what} and counts; it does not give legal advice."


def _more(report: Report, options: Options) -> str:
    """What is kept back; with several files each says this for itself."""
    if len(report.results) != 1:
        return ""
    more = kept_back(choose(report.results[0].findings, show_all=options.show_all).rest)
    # Two blanks: a command stands before the full stop, and another one starts the next sentence.
    return f"{more}: --all.  " if more else ""


def _explain(report: Report) -> str:
    first = next((worst_first(r.findings)[0] for r in report.results if r.findings), None)
    return f"coalcheck explain {first.code} says more about a point. " if first else ""
