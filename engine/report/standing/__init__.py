"""Where a coalition stands, one format a module; what the formats share stands beside them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.standing.status import Status

_MODULES: Final = {
    "ical": "calendar",
    "json": "json",
    "markdown": "markdown",
    "plain": "plain",
    "text": "text",
}
FORMATS: Final = tuple(_MODULES)
"""In the order of the alphabet."""


class CannotRender(Exception):
    """A format cannot be written: its library is not there, or nothing is; the message says what to do."""


class Renderer(Protocol):
    """What a format offers: the whole output as one text that ends in a line end."""

    def __call__(self, status: Status, options: Options, /) -> str:
        """Render where a coalition stands."""
        ...


def renderer(name: str) -> Renderer:
    """Give the format of this name; only its own module is imported.

    Raises:
        KeyError: there is no format of this name.
        CannotRender: it needs a library that is not there.
    """
    return cast("Renderer", import_module(f"{__name__}.{_MODULES[name]}").render)
