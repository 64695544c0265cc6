"""One sentence a line, without symbols or tables: for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report import plain as findings
from coalcheck.engine.report.analysis import overview, proven, table
from coalcheck.engine.report.analysis.sentences import Wording, words
from coalcheck.engine.report.analysis.text import FOOTER
from coalcheck.engine.report.parts.heading import heading_line
from coalcheck.engine.report.parts.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.analysis.model import Analysis, Group
    from coalcheck.engine.report.parts.options import Options


def render(analysis: Analysis, options: Options) -> str:
    """Render an analysis."""
    return "\n".join(_lines(analysis, options)) + "\n"


def _lines(analysis: Analysis, options: Options) -> Iterator[str]:
    wording = Wording(analysis, sign=" percent")
    yield f"{heading_line(analysis.result)}."
    yield from overview.answer(analysis, wording)
    yield from findings.points(analysis.result, options)
    for group in analysis.groups:
        yield f"Decisions: {wording.title(group)}."
        yield from _group(group, wording, every=options.show_all)
    yield from overview.committing(analysis, wording)
    yield from overview.governance(analysis, wording)
    yield from proven.sentences(analysis, wording, every=options.show_all)
    for each in analysis.not_counted:
        yield f"Not counted, {words(each.decision)}: {visible(each.reason)}"
    yield FOOTER


def _group(group: Group, wording: Wording, *, every: bool) -> Iterator[str]:
    yield from wording.lead(group)
    yield from wording.often(group)
    yield from wording.blocs(group)
    for line in table.lines(group, wording, every=every):
        tips, power, turn, *_ = line.cells
        who = f"{line.who[:1].upper()}{line.who[1:]}"
        turn = f", and comes last in turn in {turn}" if turn != table.NOT_COUNTED else ""
        yield f"{who} tips it in {tips}, with {power} of the power{turn}."
    yield from map(visible, group.notes)
