"""Sentences made of what others wrote: on one line, safe to show, begun and ended as sentences are."""

from __future__ import annotations

from coalcheck.engine.report.parts.visible import visible

_ENDS = (".", "!", "?", ":", ";")


def line(text: str) -> str:
    """A text on one line, with one blank between words."""
    return " ".join(visible(text).split())


def sentence(text: str) -> str:
    """The same as a sentence: with a capital at its start and a full stop at its end."""
    said = line(text)
    if not said:
        return ""
    return f"{said[0].upper()}{said[1:]}{'' if said.endswith(_ENDS) else '.'}"
