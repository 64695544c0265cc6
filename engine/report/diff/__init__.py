"""In what two charters differ, one format a module; what they share stands beside them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

from coalcheck.engine.diff.model import Alone
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.parts.visible import visible

if TYPE_CHECKING:
    from coalcheck.engine.diff.model import Difference

FORMATS: Final = ("text", "plain", "json", "markdown")
"""The one for a screen first."""


class Renderer(Protocol):
    """What a format offers: the whole output as one text that ends in a line end."""

    def __call__(self, difference: Difference, options: Options, /) -> str:
        """Render a comparison."""
        ...


def renderer(name: str) -> Renderer:
    """Give the format of this name; only its own module is imported.

    Raises:
        KeyError: there is no format of this name.
    """
    if name not in FORMATS:
        raise KeyError(name)
    return cast("Renderer", import_module(f"{__name__}.{name}").render)


def page(difference: Difference | Alone, shown: Mapping[str, Any], width: int, *, colour: bool) -> str:
    """The page that was asked for.

    Args:
        difference: what was found.
        shown: what was chosen, by the names of ``parts.flags.COMPARING``.
        width: columns of the screen.
        colour: whether the screen shows colour.
    """
    if isinstance(difference, Alone):
        happened = "a new charter" if difference.added else "this charter was taken away"
        return f"{visible(difference.path)}: {happened}.\n"
    options = Options.of(shown, width, colour=colour)
    output = shown.get("output")
    return renderer(shown["form"])(difference, options.for_file() if output else options)
