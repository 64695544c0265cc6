"""The page of one step of a workflow, which GitHub shows whole or not at all."""

from __future__ import annotations

from typing import Final

ROOM: Final = 1024 * 1024
"""Bytes that one page may hold; a longer one is thrown away."""
REST: Final = "The rest does not fit on this page. `--format markdown --output FILE` writes all of it.\n"

_HEADING: Final = "\n\n## "


def fitting(page: str, room: int = ROOM) -> str:
    """As many whole files of a page of Markdown as there is room for, and a sentence where some are left out.

    Args:
        page: every file begins with a heading of the second level.
        room: bytes, at least those of the sentence.
    """
    if _bytes(page) <= room:
        return page
    left = room - _bytes(REST) - 1
    first, *others = page.split(_HEADING)
    kept: list[str] = []
    for block in (first, *(f"{_HEADING}{each}" for each in others)):
        left -= _bytes(block)
        if left < 0:
            break
        kept.append(block)
    start = "".join(kept).rstrip("\n")
    return f"{start}\n\n{REST}" if start else REST


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "backslashreplace"))
