"""What was counted and proven of a charter, one format a module; what they share stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

from coalcheck.engine.report.parts.options import Options

if TYPE_CHECKING:
    from coalcheck.engine.analysis.model import Analysis
    from coalcheck.engine.report.parts.options import Options

FORMATS: Final = ("text", "plain", "json", "markdown")
"""The one for a screen first."""


class Renderer(Protocol):
    """What a format offers: the whole output as one text that ends in a line end."""

    def __call__(self, analysis: Analysis, options: Options, /) -> str:
        """Render an analysis."""
        ...


def renderer(name: str) -> Renderer:
    """Give the format of this name; only its own module is imported.

    Raises:
        KeyError: there is no format of this name.
    """
    if name not in FORMATS:
        raise KeyError(name)
    return cast("Renderer", import_module(f"{__name__}.{name}").render)


def written(
    analysis: Analysis, shown: Mapping[str, Any], width: int, *, colour: bool
) -> Iterator[tuple[str, str]]:
    """Every page that was asked for, each with the file that it is for; empty for the screen.

    Args:
        analysis: what was counted.
        shown: what was chosen, by the names of ``parts.flags.ANALYZING``.
        width: columns of the screen.
        colour: whether the screen shows colour.
    """
    options = Options.of(shown, width, colour=colour)
    output = shown["output"] or ""
    yield renderer(shown["form"])(analysis, options.for_file() if output else options), output
    if shown["svg"]:
        from coalcheck.engine.report.analysis.bars import svg

        yield svg(analysis), shown["svg"]
