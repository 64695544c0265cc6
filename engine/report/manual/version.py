"""Which release this is, which matcher it uses here and why, and on which Python it runs."""

from __future__ import annotations

import sys

from coalcheck import __version__
from coalcheck.engine.policy.matcher import chosen


def page() -> str:
    """Render the three lines."""
    matcher, reason = chosen()
    return f"coalcheck {__version__}\nmatcher: {matcher}, because {reason}\nPython {sys.version.split()[0]}\n"
