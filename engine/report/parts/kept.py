"""What is said when points are taken as known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.findings.baseline import NAME
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from coalcheck.engine.baseline import Renewed


def page(renewed: Renewed, path: str, *, used: bool) -> str:
    """Say what is known from now on, and what to do so that later runs mind it.

    Args:
        renewed: what is known now.
        path: the file that was written, from where the reader is.
        used: whether it was named, or is in the settings.
    """
    number = sum(renewed.baseline.points.values())
    lines = [
        f"{path} holds {counted(number, 'point')} now: {renewed.added} new, {renewed.settled} settled since."
    ]
    if not number:
        lines = [f"{path} holds nothing now; {counted(renewed.settled, 'point')} settled since."]
    if renewed.left:
        keep = "keeps its file" if renewed.left == 1 else "keep their files"
        lines += [
            f"{counted(renewed.left, 'point')} {keep} from being read and cannot be known; see validate."
        ]
    if not used:
        # A path in the settings counts from their folder, beside which it was written.
        lines += [
            f'So that it counts, write baseline = "{NAME}" into coalcheck.toml, or type --baseline {path}.'
        ]
    return "\n".join(lines) + "\n"
