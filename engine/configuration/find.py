"""Which file holds the settings: looked for from a charter upwards, to the root of its git repository.

Every run looks, so nothing is imported for it but what a run has anyway.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import Final, NamedTuple

PREFIX: Final = "COALCHECK_"
"""What the names of all our environment variables begin with."""
_OTHERS: Final = frozenset({"COALCHECK_DEBUG", "COALCHECK_EXAMPLES", "COALCHECK_RESET"})
"""Variables that are no settings: for whoever looks for a fault of ours, and for our own tests."""

NAME: Final = "coalcheck.toml"
PROJECT: Final = "pyproject.toml"
TABLE: Final = ("tool", "coalcheck")
"""Where the settings stand in a ``pyproject.toml``."""

# Compiled only where there is such a file. The second and third: other ways to write the same table.
_HEADER: Final = rb"(?m)^\s*\[\s*[\"']?tool[\"']?\s*\.\s*[\"']?coalcheck[\"']?\s*[\].]"
_TOOL: Final = rb"(?m)^\s*\[\s*tool\s*\]|^\s*tool\s*[.=]"
_KEY: Final = rb"(?m)^\s*(?:tool\s*[.=].*)?\bcoalcheck\s*[.=]"


def variables(environment: Iterable[str]) -> list[str]:
    """The names of variables that may be settings, in the order of the alphabet.

    Args:
        environment: the names of all.
    """
    return sorted(name for name in environment if name.startswith(PREFIX) and name not in _OTHERS)


class Found(NamedTuple):
    """A file of settings.

    Attributes:
        path: where it is.
        text: its content.
        table: the table of it that holds the settings; empty for the whole file.
    """

    path: str
    text: bytes
    table: tuple[str, ...] = ()


def found_from(path: str) -> Found | None:
    """The file of settings that holds for a charter.

    In each folder ``coalcheck.toml`` comes first, then a ``pyproject.toml`` that has our table. The folder
    that holds ``.git`` is the last.

    Args:
        path: a charter, a folder, or ``-``; the search begins in its folder.

    Raises:
        OSError: there is such a file, and it cannot be read.
    """
    place = os.path.abspath(os.curdir if path == "-" else path)  # noqa: PTH100  (links stay as they are named)
    if not os.path.isdir(place):  # noqa: PTH112
        place = os.path.dirname(place)  # noqa: PTH120
    while True:
        here = found_in(os.path.join(place, NAME)) or found_in(os.path.join(place, PROJECT))  # noqa: PTH118
        above = os.path.dirname(place)  # noqa: PTH120
        if here is not None or above == place or os.path.exists(os.path.join(place, ".git")):  # noqa: PTH110, PTH118
            return here
        place = above


def found_in(path: str, *, named: bool = False) -> Found | None:
    """The settings that a file holds; None where it is not there, or is a project's without our table.

    Args:
        path: the file.
        named: whether it was asked for by name; then it must be there.

    Raises:
        OSError: it cannot be read.
    """
    try:
        with open(path, "rb") as file:  # noqa: PTH123  (pathlib is not loaded yet, and may not be needed)
            text = file.read()
    except (FileNotFoundError, NotADirectoryError):
        if named:
            raise
        return None
    if os.path.basename(path) != PROJECT:  # noqa: PTH119
        return Found(path, text)
    # A project that has nothing for us is not worth reading as TOML.
    ours = re.search(_HEADER, text) or (re.search(_TOOL, text) and re.search(_KEY, text))
    return Found(path, text, TABLE) if ours else None
