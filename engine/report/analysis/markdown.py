"""The same as a page for minutes or a pull request: headings, sentences and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalcheck.engine.report.analysis import overview, proven, table
from coalcheck.engine.report.analysis.sentences import Wording, words
from coalcheck.engine.report.analysis.text import FOOTER
from coalcheck.engine.report.parts.answer import label
from coalcheck.engine.report.parts.heading import heading_line
from coalcheck.engine.report.parts.order import worst_first
from coalcheck.engine.report.parts.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coalcheck.engine.analysis.model import Analysis, Group
    from coalcheck.engine.report.parts.options import Options


def render(analysis: Analysis, options: Options) -> str:
    """Render an analysis."""
    return "\n\n".join(_parts(analysis, options)) + "\n"


def _parts(analysis: Analysis, options: Options) -> Iterator[str]:
    wording = Wording(analysis)
    yield f"# {_safe(heading_line(analysis.result))}"
    yield _safe(" ".join(overview.answer(analysis, wording)))
    found = worst_first(analysis.result.findings)
    if found:
        yield "## What to talk about"
        yield _list(
            f"{_safe(each.message)} ({label(each.severity, analysis.result)}; line {each.span.line}; "
            f"{each.name}, {each.code})"
            for each in found
        )
    for group in analysis.groups:
        yield f"## {_safe(wording.title(group).capitalize())}"
        yield _safe(" ".join((*wording.lead(group), *wording.often(group), *wording.blocs(group))))
        if group.counted is not None:
            yield _table(group, wording, every=options.show_all)
        if group.notes:
            yield _list(map(_safe, group.notes))
    together = [*overview.committing(analysis, wording), *overview.governance(analysis, wording)]
    for title, sentences in (
        ("All decisions together", together),
        ("What was proven", list(proven.sentences(analysis, wording, every=options.show_all))),
        ("Not counted", [f"{words(each.decision)}: {each.reason}" for each in analysis.not_counted]),
    ):
        if sentences:
            yield f"## {title}"
            yield _list(map(_safe, sentences))
    if any(group.counted is not None for group in analysis.groups):
        yield "## How to read it"
        yield _list(f"*{name}*: {means}" for name, means in table.LEGEND)
    yield f"*{FOOTER}*"


def _table(group: Group, wording: Wording, *, every: bool) -> str:
    heads = ["who", *(name for name, _ in table.LEGEND)]
    rows = [[line.who, *line.cells] for line in table.lines(group, wording, every=every)]
    ruled = ["---", *("---:" for _ in table.LEGEND)]
    return "\n".join("| " + " | ".join(map(_safe, row)) + " |" for row in (heads, ruled, *rows))


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _safe(text: str) -> str:
    """A text of a charter as itself: its signs are no marks of the page."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(visible(text).split()))
