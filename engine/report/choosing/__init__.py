"""The answer to a private file, one format a module; it is shown and never written to a file."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from coalcheck.engine.choose import Choice
    from coalcheck.engine.report.parts.options import Options


class Renderer(Protocol):
    """What a format offers: the whole answer as one text that ends in a line end."""

    def __call__(self, choice: Choice, options: Options, /) -> str:
        """Render an answer."""
        ...


def renderer(name: str) -> Renderer:
    """Give the format of this name: text, plain or json; only its own module is imported."""
    return cast("Renderer", import_module(f"{__name__}.{name}").render)
