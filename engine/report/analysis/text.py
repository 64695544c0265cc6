"""The words on the screen: the answer first, then what to settle, then each group of decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report import text as findings
from coalcheck.engine.report.analysis import bars, overview, proven, table
from coalcheck.engine.report.analysis.sentences import Wording, words
from coalcheck.engine.report.parts.colour import Paint
from coalcheck.engine.report.parts.heading import heading_line
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.report.parts.wrap import fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coalcheck.engine.analysis.model import Analysis, Group
    from coalcheck.engine.report.parts.options import Options

_MARGIN = " " * 3
FOOTER = "coalcheck reads this charter and counts; it does not give legal advice."


def render(analysis: Analysis, options: Options) -> str:
    """Render an analysis."""
    return "\n".join(_Page(analysis, options).lines()) + "\n"


class _Page:
    """One rendering: the options, and the pieces of a page that need them."""

    def __init__(self, analysis: Analysis, options: Options) -> None:
        self._analysis = analysis
        self._options = options
        self._wording = Wording(analysis)
        self._paint = Paint(on=options.colour)

    def lines(self) -> Iterator[str]:
        """Give the whole page."""
        analysis, wording = self._analysis, self._wording
        for line in fill(heading_line(analysis.result), self._options.width):
            yield self._paint(line, "bold")
        yield ""
        yield from self._paragraph(overview.answer(analysis, wording), "")
        yield from findings.points(analysis.result, self._options)
        for group in analysis.groups:
            yield from self._group(group)
        yield from self._section("ALL DECISIONS TOGETHER", [
            *overview.committing(analysis, wording), *overview.governance(analysis, wording),
        ])  # fmt: skip
        yield from self._section(
            "WHAT WAS PROVEN", proven.sentences(analysis, wording, every=self._options.show_all)
        )
        yield from self._section(
            "NOT COUNTED",
            (f"{words(each.decision)}: {visible(each.reason)}" for each in analysis.not_counted),
        )
        if any(group.counted is not None for group in analysis.groups):
            yield from self._section("HOW TO READ IT", (f"{name}: {means}." for name, means in table.LEGEND))
        yield ""
        for line in fill(FOOTER, self._options.width):
            yield self._paint(line, "dim")

    def _group(self, group: Group) -> Iterator[str]:
        wording, room = self._wording, self._options.width - len(_MARGIN)
        yield ""
        for line in fill(wording.title(group).upper(), self._options.width):
            yield self._paint(line, "bold")
        yield from self._paragraph(wording.lead(group), _MARGIN)
        yield from self._paragraph(wording.blocs(group), _MARGIN)
        yield from self._paragraph(wording.often(group), _MARGIN)
        found = table.lines(group, wording, every=self._options.show_all)
        if found:
            yield ""
            yield from (_MARGIN + line for line in table.drawn(found, room))
        if self._options.chart:
            chart = list(bars.drawn(bars.bars(group, wording), room, wording))
            yield from ("", *(_MARGIN + line for line in chart)) if chart else ()
        for note in group.notes:
            yield from fill(visible(note), self._options.width, _MARGIN, _MARGIN)

    def _section(self, title: str, sentences: Iterable[str]) -> Iterator[str]:
        """A heading and a line for each sentence; nothing where there is none."""
        said = list(sentences)
        if said:
            yield ""
            yield self._paint(title, "bold")
            for sentence in said:
                yield from fill(sentence, self._options.width, _MARGIN, _MARGIN + "  ")

    def _paragraph(self, sentences: Iterable[str], margin: str) -> Iterator[str]:
        yield from fill(" ".join(sentences), self._options.width, margin, margin)
