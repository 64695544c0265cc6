"""Colour for a terminal, where it is wanted; the words never depend on it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from coalcheck.engine.findings.finding import Severity

Style: TypeAlias = Literal["bold", "dim", "red", "yellow", "blue", "green"]

_CODES = {"bold": "1", "dim": "2", "red": "1;31", "yellow": "1;33", "blue": "1;34", "green": "32"}

SEVERITY: dict[Severity, Style] = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.INFO: "blue",
}


class Paint:
    """Colours texts, or leaves them as they are."""

    def __init__(self, *, on: bool) -> None:
        self._on = on

    def __call__(self, text: str, style: Style) -> str:
        """Wrap a text in a style and its end; an empty text stays empty."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self._on and text else text
