"""Lines of a width."""

from __future__ import annotations

import textwrap


def fill(text: str, room: int, first: str = "", others: str = "") -> list[str]:
    """Wrap at blanks only: names with a hyphen and long words stay whole, so that they can be found.

    Args:
        text: one paragraph.
        room: the columns that a line may take, its indent included.
        first: what the first line begins with.
        others: what the other lines begin with.
    """
    return textwrap.wrap(
        text,
        room,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )
