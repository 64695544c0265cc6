"""What the screen can show: how wide it is, whether in colour, and in which letters."""

from __future__ import annotations

import os
import sys

NARROWEST, WIDEST, NO_TERMINAL = 60, 110, 100


def width() -> int:
    """The columns that may be filled."""
    try:
        return max(NARROWEST, min(WIDEST, os.get_terminal_size(sys.stdout.fileno()).columns))
    except (OSError, ValueError):
        return NO_TERMINAL


def colour(choice: str) -> bool:
    """Decide on colour: by the flag, then NO_COLOR, then FORCE_COLOR, then by what the screen can do."""
    if choice != "auto" or os.environ.get("NO_COLOR"):
        return choice == "always"
    forced = os.environ.get("FORCE_COLOR", "") not in {"", "0"}
    return forced or (os.environ.get("TERM") != "dumb" and sys.stdout.isatty())


def set_letters() -> None:
    """A terminal gets what it can show; files and pipes are UTF-8, as other programs expect."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
