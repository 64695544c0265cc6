"""Rendering: one file an output format, no I/O.

Every module of this folder is a format and offers ``render``; what formats share is in ``parts``,
and the pages about policies and facts are in ``manual``.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from coalcheck.engine.findings.result import Report
    from coalcheck.engine.report.parts.options import Options


class Renderer(Protocol):
    """What a format offers: the whole output as one text that ends in a line end."""

    def __call__(self, report: Report, options: Options, /) -> str:
        """Render a report."""
        ...


def formats() -> tuple[str, ...]:
    """The names of all formats, in the order of the alphabet."""
    # os and not pathlib: this runs at every start, before anything else needs pathlib.
    files = (name for folder in __path__ for name in os.listdir(folder))  # noqa: PTH208
    return tuple(sorted(name[:-3] for name in files if name.endswith(".py") and not name.startswith("_")))


def renderer(name: str) -> Renderer:
    """Give the format of this name; only its own module is imported.

    Raises:
        KeyError: there is no format of this name.
    """
    if name not in formats():
        raise KeyError(name)
    return cast("Renderer", import_module(f"{__name__}.{name}").render)
