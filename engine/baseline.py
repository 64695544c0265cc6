"""The pipeline of baselines: what is there now, so that later runs tell only what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from coalcheck.engine.check import check, is_action
from coalcheck.engine.checking.files import Unclear
from coalcheck.engine.checking.reading import own_policies, read_path
from coalcheck.engine.findings.baseline import Baseline, counted
from coalcheck.engine.findings.settings import NONE, Settings
from coalcheck.engine.source.files import STANDARD_INPUT, charters, place_of
from coalcheck.engine.validate import NothingToCheck, validate

if TYPE_CHECKING:
    from coalcheck.engine.findings.baseline import Point
    from coalcheck.engine.findings.result import Result
    from coalcheck.engine.policy.matcher import Wanted

_CHARTER = "charter.yaml"
_RECORD = "decisions"


class Renewed(NamedTuple):
    """A baseline as it is from now on, and what became of the one before.

    Attributes:
        baseline: what is known from now on.
        added: how many points were not known before.
        settled: how many were known and are no longer there.
        left: how many were found and cannot be known: they keep a file from being read.
    """

    baseline: Baseline
    added: int
    settled: int
    left: int


def renew(  # noqa: PLR0913  (what is looked at, and how)
    paths: Sequence[str],
    before: Baseline | None,
    *,
    settings: Settings = NONE,
    matcher: Wanted = "auto",
    as_of: date,
    strict: bool = False,
) -> Renewed:
    """Look at charters, at the records beside them, and at actions, and take what is found as known.

    What was known of other files stays known as long as these are there.

    Args:
        paths: as for ``validate``; a file with an action goes with the charter before it.
        before: what was known; None for a first baseline.
        settings: what counts of what is found.
        matcher: what compares policies with facts.
        as_of: the day.
        strict: whether every policy is asked of charters.

    Raises:
        Unreadable: a path cannot be read: what is not looked at cannot be known.
        NothingToCheck: there is no charter among the paths.
        Unclear: one of several cannot be read, or what was named does not go together.
        MatcherError: the rules engine failed.
    """
    if STANDARD_INPUT in paths:
        raise Unclear("A baseline is about files that are there later, too; name them instead of a dash.")
    settings = replace(settings, baseline=None)
    results = list(_results(paths, settings, matcher, as_of, strict=strict))
    found = [finding for result in results for finding in result.findings]
    known = [each for each in found if not each.keeps_from_reading]
    looked_at = {result.file for result in results}
    # Of a coalition's own policies there is a result only where something is wrong with them.
    folders = {Path(path).parent for path in charters(_parted(paths)[0])}
    looked_at |= {document.name for folder in folders for document in own_policies(folder).documents}
    if before is not None:
        looked_at |= {each.file for each in before.points if not place_of(each.file, paths[0]).exists()}
    baseline = counted(known, before, looked_at)
    was: Mapping[Point, int] = before.points if before is not None else {}
    return Renewed(
        baseline,
        added=_more(baseline.points, was),
        settled=_more(was, baseline.points),
        left=len(found) - len(known),
    )


def _more(points: Mapping[Point, int], others: Mapping[Point, int]) -> int:
    return sum(max(0, count - others.get(point, 0)) for point, count in points.items())


def _results(
    paths: Sequence[str], settings: Settings, matcher: Wanted, as_of: date, *, strict: bool
) -> Iterator[Result]:
    named, actions = _parted(paths)
    report = validate(named, matcher=matcher, as_of=as_of, stdin=bytes, strict=strict, settings=settings)
    if report.unread:
        raise Unclear(report.unread[0])
    yield from report.results
    for charter, those in actions:
        yield from check(
            [charter, *those], matcher=matcher, today=as_of, stdin=bytes, settings=settings
        ).results
    for charter, record in _records(charters(named, settings.excludes if settings.exclude else None)):
        try:
            yield from check(
                [charter],
                record=record,
                matcher=matcher,
                as_of=as_of,
                today=as_of,
                stdin=bytes,
                settings=settings,
            ).results
        except NothingToCheck:
            # A folder of this name that holds no entry yet.
            continue


def _parted(paths: Sequence[str]) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """The paths to charters, and the actions that were named after one."""
    named: list[str] = []
    actions: list[tuple[str, list[str]]] = []
    for path in paths:
        if named and Path(path).is_file() and is_action(read_path(path, bytes)):
            if not actions or actions[-1][0] != named[-1]:
                actions.append((named[-1], []))
            actions[-1][1].append(path)
        else:
            named.append(path)
    return named, actions


def _records(found: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The charters that have a record beside them, each with its folder; one charter for each folder."""
    by_folder: dict[Path, list[str]] = {}
    for path in found:
        by_folder.setdefault(Path(path).parent, []).append(path)
    for folder, those in by_folder.items():
        of_record = [path for path in those if Path(path).name == _CHARTER] or those
        if len(of_record) == 1 and (folder / _RECORD).is_dir():
            yield of_record[0], str(folder / _RECORD)
