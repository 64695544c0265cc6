"""The same for a comment or a page: headings and lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalcheck.engine.report.diff.sentences import FOOTER, answer, heading, sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.diff.model import Difference
    from coalcheck.engine.report.parts.options import Options

_SIGNS = re.compile(r"([\\`*_\[\]<>|#])")


def render(difference: Difference, options: Options) -> str:
    """Render a comparison."""
    return "\n".join(_lines(difference, options)) + "\n"


def _lines(difference: Difference, options: Options) -> Iterator[str]:
    yield f"**{_literal(answer(difference))}**"
    yield ""
    yield f"{_literal(heading(difference))}."
    for section in sections(difference, every=options.show_all):
        yield ""
        yield f"### {section.title.capitalize()}"
        yield ""
        yield from (f"- {_literal(point)}" for point in section.shown(every=options.show_all))
    yield ""
    yield f"<sub>{FOOTER}</sub>"


def _literal(text: str) -> str:
    """Text in which no sign of a charter is read as a mark of the page."""
    return _SIGNS.sub(r"\\\1", text)
