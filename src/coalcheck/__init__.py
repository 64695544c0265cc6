"""Check coalition charters before they are signed, and what is decided under them.

``load_charter``, ``validate`` and ``check`` are the interface for Python; see ``coalcheck.engine.api``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coalcheck.engine.api import NotACharter, check, load_charter, validate

__version__ = "0.1.0"

__all__ = ["NotACharter", "__version__", "check", "load_charter", "validate"]


def __getattr__(name: str) -> object:
    """Load the interface when it is first asked for: the command does not need it."""
    if name in __all__:
        from coalcheck.engine import api

        return getattr(api, name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
