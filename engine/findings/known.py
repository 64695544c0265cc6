"""Findings and the baseline: which were there before, which are new, and what is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from coalcheck.engine.findings.baseline import Baseline, point_of
from coalcheck.engine.findings.locate import Places
from coalcheck.engine.source.node import Problem
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Sequence

    from coalcheck.engine.findings.baseline import Point
    from coalcheck.engine.findings.finding import Finding
    from coalcheck.engine.findings.settle import Looked
    from coalcheck.engine.source.node import Document


def by_baseline(
    found: Sequence[Finding],
    aside: Sequence[Finding],
    document: Document,
    baseline: Baseline,
    looked: Callable[[], Looked],
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], list[Problem]]:
    """Part findings into new ones, which count, and others; then what to say of those that are gone.

    Of points that are alike in rule, file and place as many are known as the baseline counts, the first ones
    of the file.

    Args:
        found: what counts in the file.
        aside: what a comment sets aside, new or not.
        document: the file.
        baseline: what was there before.
        looked: gives what was looked for.
    """
    left = baseline.of(document.name)
    marked = [_marked(each, left) for each in (*found, *aside)]
    new = tuple(each for each in marked[: len(found)] if each.baseline_state == "new")
    known = tuple(each for each in marked[: len(found)] if each.baseline_state != "new")
    return new, (*known, *marked[len(found) :]), _gone(left, found, document, baseline, looked)


def _marked(finding: Finding, left: Counter[Point]) -> Finding:
    """The finding with what the baseline says of it; what keeps a file from being read is never old."""
    point = point_of(finding)
    if left[point] <= 0 or finding.keeps_from_reading:
        return replace(finding, baseline_state="new")
    left[point] -= 1
    return replace(finding, baseline_state="unchanged")


def _gone(
    left: Counter[Point],
    found: Sequence[Finding],
    document: Document,
    baseline: Baseline,
    looked: Callable[[], Looked],
) -> list[Problem]:
    # Of a file that is not read in full, what is not found may only be unread.
    if not any(left.values()) or any(each.keeps_from_reading for each in found):
        return []
    known = looked()
    if not known.of_baseline:
        return []
    gone = [
        count
        for point, count in left.items()
        if count > 0 and (point.code in known.codes or point.code not in known.names)
    ]
    number = sum(gone)
    if not number:
        return []
    values = {
        "found": counted(number, "point"),
        "key": baseline.file,
        "detail": "is" if number == 1 else "are",
    }
    # It is about no line of the file; like all that is not written it points at the name.
    return [Problem("baseline-outdated", Places(document).span(("",)), (), values)]
