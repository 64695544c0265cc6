"""One sentence a line, without symbols or indents: for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.diff.sentences import FOOTER, answer, heading, sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.diff.model import Difference
    from coalcheck.engine.report.parts.options import Options


def render(difference: Difference, options: Options) -> str:
    """Render a comparison."""
    return "\n".join(_lines(difference, options)) + "\n"


def _lines(difference: Difference, options: Options) -> Iterator[str]:
    yield answer(difference)
    yield f"{heading(difference)}."
    for section in sections(difference, every=options.show_all):
        yield f"{section.title.capitalize()}:"
        yield from section.shown(every=options.show_all)
    yield FOOTER
