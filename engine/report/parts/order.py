"""Which points come first, which are one, and how many fit on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coalcheck.engine.findings.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coalcheck.engine.findings.finding import Finding, Related

ON_SCREEN = 5
MOST_ALSO = 4

# Among points of one severity: first what keeps the file from being read, then what holds a member most
# tightly if it stays open (the way out, being outvoted, who is bound, who can block), last what can wait.
_FAMILIES = "CEDPVSMRX"

# What is not written has no place of its own; it is told in the order in which charters are read.
_READ_FIRST = ("name", "purpose", "members", "decisions")

_WORDS = {
    Severity.ERROR: "to settle",
    Severity.WARNING: "worth a talk",
    Severity.INFO: "good practice",
}


class Point(NamedTuple):
    """What is said once: a finding, and those that say the same of another place.

    Attributes:
        first: the finding that is told in full.
        others: findings of the same policy with the same reason and the same advice, in the file's order.
    """

    first: Finding
    others: tuple[Finding, ...] = ()


class Shown(NamedTuple):
    """What is shown of a file's findings, and what is kept back."""

    points: tuple[Point, ...]
    rest: tuple[Point, ...]


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Order by severity, then by what the point is about, then by place."""
    return sorted(findings, key=_rank)


def _rank(finding: Finding) -> tuple[int, int, int, int, str, int, str]:
    family = _FAMILIES.find(finding.code[:1])
    return (
        -finding.severity,
        family if family >= 0 else len(_FAMILIES),
        finding.span.line,
        finding.span.column,
        finding.code,
        _READ_FIRST.index(finding.path) if finding.path in _READ_FIRST else len(_READ_FIRST),
        finding.path,
    )


def points_of(findings: Iterable[Finding]) -> list[Point]:
    """Put together what says the same, worst first: nine members without a signatory are one point."""
    alike: dict[object, list[Finding]] = {}
    for finding in worst_first(findings):
        # What has other places beside its own is told by itself: they would be lost between two.
        key = id(finding) if finding.related else (finding.code, finding.severity, finding.why, finding.fix)
        alike.setdefault(key, []).append(finding)
    return [Point(first, tuple(others)) for first, *others in alike.values()]


def choose(findings: Iterable[Finding], *, show_all: bool) -> Shown:
    """Take the points for the screen, worst first: five, or all of them where asked."""
    ordered = points_of(findings)
    end = len(ordered) if show_all else ON_SCREEN
    return Shown(tuple(ordered[:end]), tuple(ordered[end:]))


def kept_back(rest: Sequence[Point]) -> str:
    """Say what is not shown, without its full stop: ``3 more, all good practice``; empty for nothing."""
    if not rest:
        return ""
    counts = {severity: sum(point.first.severity is severity for point in rest) for severity in _WORDS}
    kinds = [f"{count} {_WORDS[severity]}" for severity, count in counts.items() if count]
    if len(kinds) == 1:
        only = _WORDS[rest[0].first.severity]
        return f"{len(rest)} more, {only}" if len(rest) == 1 else f"{len(rest)} more, all {only}"
    return f"{len(rest)} more ({', '.join(kinds)})"


def others_shown(related: Sequence[Related], *, show_all: bool) -> Sequence[Related]:
    """Of other files that a point speaks of, those that are shown: some, or all; never one less than all."""
    return related if show_all or len(related) <= MOST_ALSO + 1 else related[:MOST_ALSO]


def seen(related: Related) -> str:
    """Another file that a point speaks of, with what it says there."""
    where = f"{related.file}, line {related.span.line}"
    return f"{where}: {related.message}" if related.message else where


def also(others: Sequence[Finding], *, show_all: bool) -> Iterator[str]:
    """Say where else a point stands, a line each: ``line 23: Who signs for Beta?``; some, or all."""
    end = len(others) if show_all or len(others) == MOST_ALSO + 1 else MOST_ALSO
    yield from (f"line {other.span.line}: {other.message}" for other in others[:end])
    if others[end:]:
        yield f"{len(others) - end} more: --all"
