"""A record in sentences: the answer, the entries to look at, and what all of them come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.report.parts.order import points_of
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.report.verdict import answer
from coalcheck.engine.report.verdict.line import line
from coalcheck.engine.wording.day import in_words
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.checking.checked import Check, Checked, OnRecord
    from coalcheck.engine.report.parts.options import Options

MOST_ENTRIES: Final = 10
"""So many entries take a line on the screen, unless all are asked for."""


def heading(record: OnRecord) -> str:
    """Whose record it is, from when to when, and how long."""
    begins = f" from {record.first}" if record.first else ""
    entries = counted(record.entries, "entry", "entries")
    return f"{line(record.name)}, the record{begins} up to {in_words(record.as_of)}, {entries}"


def answered(check: Check, record: OnRecord) -> str:
    """The answer in one sentence."""
    points = [point.first.severity for result in record.results for point in points_of(result.findings)]
    errors, warnings, infos = (points.count(each) for each in sorted(Severity, reverse=True))
    parts = [f"{counted(errors, 'point')} to settle"] if errors else []
    parts += [f"{warnings if errors else counted(warnings, 'point')} worth a talk"] if warnings else []
    if infos and not parts:
        parts = [f"nothing to settle, {counted(infos, 'point')} of good practice"]
    amiss = len(to_look_at(check))
    entries = (
        f"{counted(amiss, 'entry', 'entries')} to look at" if amiss else "Every entry is as it should be"
    )
    return f"Over time: {', '.join(parts) or 'nothing to settle'}. {entries}."


def to_look_at(check: Check) -> list[Checked]:
    """The entries that are not as they should be, or on which something is more than good practice."""
    return [each for each in check.checked if not each.in_order or _worst(each) > Severity.INFO]


def chosen(check: Check, options: Options) -> tuple[list[Checked], int]:
    """The entries that are shown, in the order of the record, and how many more there are to look at."""
    if options.show_all:
        return list(check.checked), 0
    amiss = to_look_at(check)
    # The gravest are shown, and then as they stand in the record.
    places = sorted(range(len(amiss)), key=lambda at: (-_worst(amiss[at]), at))[:MOST_ENTRIES]
    return [amiss[at] for at in sorted(places)], len(amiss) - len(places)


def entry(checked: Checked) -> str:
    """One entry: what it is, what came of it, and the names of the points on it."""
    names = dict.fromkeys(f"{each.name}, {each.code}" for each in checked.result.findings)
    points = f" ({'; '.join(names)})" if names else ""
    return f"{answer.heading(checked)}{points}"


def file_of(checked: Checked) -> str:
    """Where an entry stands."""
    return visible(checked.result.file)


def told(check: Check, record: OnRecord) -> Iterator[str]:
    """What all entries come to, and what there is to say of their days."""
    yield answer.summary(check)
    aside = sum(len(each.result.set_aside) for each in check.checked)
    if aside:
        yield f"In the entries {counted(aside, 'point is', 'points are')} set aside."
    yield from record.notes


def _worst(checked: Checked) -> int:
    return max((each.severity for each in checked.result.findings), default=0)
