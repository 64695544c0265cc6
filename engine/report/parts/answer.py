"""The answer in one sentence: for one file, and for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.report.parts.order import points_of
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.wording.number import counted, in_words

if TYPE_CHECKING:
    from coalcheck.engine.findings.result import Report, Result

# By stage: where something is open, and where nothing is. Only who has not signed can be ready to sign.
_OPEN = {
    "exploring": "Still exploring: {}.",
    "pilot": "In the pilot: {}.",
    "signed": "Signed, with {}.",
    "ended": "Ended, with {}.",
}
_SETTLED = {
    "exploring": "Still exploring: {}.",
    "pilot": "In the pilot: {}.",
    "signed": "Signed and in order: {}.",
    "ended": "Ended: {}.",
}
# What is in order is told, not listed.
_PHRASES = 4

# What is due next at these stages comes before the signing.
BEFORE_SIGNING = frozenset({"exploring", "pilot"})

# The left side is what files and JSON say, the right side what people read.
LABELS = {
    Severity.ERROR: "settle before signing",
    Severity.WARNING: "worth a talk",
    Severity.INFO: "good practice",
}


def label(severity: Severity, result: Result) -> str:
    """Name a severity for the reader: ``settle before signing``, or ``to settle`` where nobody will sign."""
    if severity is Severity.ERROR and not awaits_signing(result):
        return "to settle"
    return LABELS[severity]


def awaits_signing(result: Result) -> bool:
    """Tell whether signing is still to come; a standing body and a file that does not read are not signed."""
    heading = result.heading
    return heading is not None and heading.kind != "body" and heading.stage not in {"signed", "ended"}


def answer(result: Result) -> str:
    """Say whether a charter can be signed, or what is open where that is not the question."""
    errors = result.count(Severity.ERROR)
    heading = result.heading
    if heading is None:
        return _without_heading(result)
    if heading.kind == "body":
        return _sentence(_points(result, "to settle in these rules"))
    if heading.stage in BEFORE_SIGNING and errors:
        points = _points(result, "to settle before signing")
    else:
        points = _points(result, "to settle")
    if errors:
        return _OPEN.get(heading.stage, "Not ready to sign yet: {}.").format(points)
    return _SETTLED.get(heading.stage, "Ready to sign: {}.").format(points)


def _without_heading(result: Result) -> str:
    if result.kind == "charter" and result.findings:
        return f"This file does not read as a charter yet: {_points(result, 'to settle first')}."
    return _sentence(_points(result, "to settle"))


def _points(result: Result, to_settle: str) -> str:
    """Count by severity; good practice is named only where it is all there is: the sentence stays short."""
    errors, warnings, infos = _counts(result)
    first = f"{counted(errors, 'point')} {to_settle}" if errors else f"nothing {to_settle}"
    if warnings:
        return f"{first}, {warnings} {LABELS[Severity.WARNING]}"
    if infos and not errors:
        return f"{first}, {counted(infos, 'point')} of {LABELS[Severity.INFO]}"
    return first


def _counts(result: Result) -> tuple[int, ...]:
    """How many points there are of each severity; what says the same of several places is one."""
    severities = [point.first.severity for point in points_of(result.findings)]
    return tuple(map(severities.count, LABELS))


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def in_order(result: Result) -> str:
    """Say what is there, the most telling first; empty where there is nothing to say."""
    phrases = result.in_order[:_PHRASES]
    return f"In order: {visible(', '.join(phrases))}." if phrases else ""


def summary(report: Report) -> str:
    """Say what several files have together, in one sentence; never that a sum stands in each of them."""
    results = report.results
    noun = "charter" if all(result.kind == "charter" for result in results) else "file"
    where = f"both {noun}s" if len(results) == 2 else f"all {counted(len(results), noun)}"
    errors, warnings, infos = map(sum, zip(*map(_counts, results), strict=True))
    parts = [f"{counted(errors, 'point')} to settle" if errors else "nothing to settle"]
    if warnings:
        parts.append(f"{warnings} {LABELS[Severity.WARNING]}")
    elif infos and not errors:
        parts.append(f"{counted(infos, 'point')} of {LABELS[Severity.INFO]}")
    if not errors:
        return f"In {where}: {', '.join(parts)}."
    settled = sum(not result.count(Severity.ERROR) for result in results)
    without = f"; nothing to settle in {in_words(settled)} of them" if settled else ""
    return f"In {where} together: {', '.join(parts)}{without}."
