"""Building validators without looking for pydantic's plugins."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LOADER = "pydantic.plugin._loader"


@contextmanager
def without_plugins() -> Iterator[None]:
    """Keep pydantic from looking for plugins while a validator of ours is built.

    To find plugins, pydantic imports ``importlib.metadata`` with all of ``email`` and
    reads the metadata of every installed package: a fifth of what checking a charter
    may cost, for something that the model of a charter never uses. Where another part
    of the program has loaded the plugins already there is nothing to be saved, and
    nothing is done. Should pydantic name its loader otherwise one day, this has no
    effect but the time it takes.
    """
    if LOADER in sys.modules:
        yield
        return
    stand_in = ModuleType(LOADER)
    stand_in.__dict__["get_plugins"] = tuple
    sys.modules[LOADER] = stand_in
    try:
        yield
    finally:
        del sys.modules[LOADER]
