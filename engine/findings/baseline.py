"""What was there before: points by rule, file and logical place, never by line, so that they stay known."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coalcheck.engine.findings.finding import Finding

FORMAT: Final = 1
"""The version of the file's shape."""

NAME: Final = "coalcheck-baseline.json"
"""What the file is called unless said otherwise."""

_ABOUT: Final = "Points that were there before. Written by coalcheck baseline; coalcheck baseline renews it."
_KEYS: Final = ("file", "path", "code", "name", "count")


class Point(NamedTuple):
    """What makes two points the same.

    Attributes:
        file: as results show it.
        path: the logical place, by ids.
        code: of the rule.
    """

    file: str
    path: str
    code: str


class NotABaseline(ValueError):
    """A text is no baseline; the message says where and why, as the end of a sentence."""


class Baseline(Struct, frozen=True):
    """Known points.

    Attributes:
        points: each with how often it is known.
        names: the name of each code, for whoever reads the file.
        file: what to call the file in a sentence.
    """

    points: Mapping[Point, int]
    names: Mapping[str, str] = {}
    file: str = NAME

    def of(self, file: str) -> Counter[Point]:
        """What is known of one file; a copy that can be used up."""
        return Counter({point: count for point, count in self.points.items() if point.file == file})


def point_of(finding: Finding) -> Point:
    """The finding as it is known again when lines have moved."""
    return Point(finding.file, finding.path, finding.code)


def counted(found: Iterable[Finding], kept: Baseline | None = None, renewed: Iterable[str] = ()) -> Baseline:
    """A baseline of findings.

    Args:
        found: what is known from now on.
        kept: what was known before.
        renewed: files of which only ``found`` counts from now on.
    """
    anew = set(renewed)
    points: Counter[Point] = Counter()
    names: dict[str, str] = {}
    if kept is not None:
        names |= kept.names
        points.update({each: count for each, count in kept.points.items() if each.file not in anew})
    for finding in found:
        points[point_of(finding)] += 1
        names[finding.code] = finding.name
    return Baseline(dict(points), names, kept.file if kept is not None else NAME)


def written(baseline: Baseline) -> str:
    """The text of the file: sorted, one point after the other, and the same for the same points."""
    # The name beside the code is for people: they read what changes from one version to the next.
    rows = [
        dict(zip(_KEYS, (*point, baseline.names.get(point.code, ""), count), strict=True))
        for point, count in sorted(baseline.points.items())
    ]
    whole = {"coalcheck_baseline": FORMAT, "about": _ABOUT, "points": rows}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def read(text: str, file: str = NAME) -> Baseline:
    """The baseline that a text holds.

    Args:
        text: the content of the file.
        file: what to call it.

    Raises:
        NotABaseline: it holds none, or one of a later release.
    """
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        msg = f"line {error.lineno}: {error.msg[0].lower()}{error.msg[1:]}"
        raise NotABaseline(msg) from error
    except RecursionError as error:
        raise NotABaseline("it is nested too deeply") from error
    except ValueError as error:
        raise NotABaseline("it holds a number that is too long") from error
    if not isinstance(whole, dict) or "coalcheck_baseline" not in whole:
        raise NotABaseline('it has no "coalcheck_baseline"; coalcheck baseline writes such a file')
    if whole["coalcheck_baseline"] != FORMAT:
        raise NotABaseline(f"its format is {whole['coalcheck_baseline']!r}, and this release reads {FORMAT}")
    points: Counter[Point] = Counter()
    names: dict[str, str] = {}
    rows = whole.get("points")
    for number, row in enumerate(rows if isinstance(rows, list) else [None], 1):
        point, count = _point(row, number)
        points[point] += count
        names[point.code] = str(row.get("name", ""))
    return Baseline(dict(points), names, file)


def _point(row: Any, number: int) -> tuple[Point, int]:
    if not isinstance(row, dict):
        raise NotABaseline('its "points" are no list of points')
    point = Point(*(str(row.get(key, "")) for key in Point._fields))
    count = row.get("count", 1)
    if not all(isinstance(row.get(key), str) for key in Point._fields) or type(count) is not int or count < 1:
        raise NotABaseline(f"point {number} lacks a file, a path or a code, or its count is no number from 1")
    return point, count
