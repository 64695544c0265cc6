"""What tests came to, one format a module; what the formats share stands beside them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.scenario.testing import Run

FORMATS: Final = ("html", "json", "junit", "lcov", "plain", "text")
"""In the order of the alphabet."""
_OF_COVERAGE: Final = frozenset({"html", "lcov"})


class Renderer(Protocol):
    """What a format offers: the whole output as one text that ends in a line end."""

    def __call__(self, run: Run, options: Options, /) -> str:
        """Render a run of tests."""
        ...


def asks_coverage(targets: Iterable[tuple[str, str]]) -> bool:
    """Whether one of the formats shows how much of the charter is exercised, and nothing else."""
    return any(name in _OF_COVERAGE for name, _ in targets)


def renderer(name: str) -> Renderer:
    """Give the format of this name; only its own module is imported.

    Raises:
        KeyError: there is no format of this name.
    """
    if name not in FORMATS:
        raise KeyError(name)
    return cast("Renderer", import_module(f"{__name__}.{name}").render)
