"""The answer to actions, one format a module; what the formats share stands beside them.

Every format takes a whole ``Check``; the verdicts in it are first made discreet (``discreet``).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coalcheck.engine.checking.checked import Check
    from coalcheck.engine.report.parts.options import Options

FORMATS: Final = ("github", "gitlab", "json", "junit", "markdown", "plain", "sarif", "text")
"""In the order of the alphabet."""

_IN_LINES: Final = frozenset(FORMATS) - {"json"}
"""Those that show in one line, or not at all, what is in order, where there are many actions."""


class Renderer(Protocol):
    """What a format offers: the whole output as one text that ends in a line end."""

    def __call__(self, check: Check, options: Options, /) -> str:
        """Render a check."""
        ...


def renderer(name: str) -> Renderer:
    """Give the format of this name; only its own module is imported.

    Raises:
        KeyError: there is no format of this name.
    """
    if name not in FORMATS:
        raise KeyError(name)
    return cast("Renderer", import_module(f"{__name__}.{name}").render)


def brief_above(names: Iterable[str], *, show_all: bool) -> int | None:
    """With more actions than these no page shows in full what is in order; None where one does.

    Args:
        names: the formats of all pages.
        show_all: whether all is asked for.
    """
    from coalcheck.engine.report.parts.order import ON_SCREEN

    return ON_SCREEN if not show_all and _IN_LINES.issuperset(names) else None
