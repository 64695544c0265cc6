"""Several things in one phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def join(*items: str, last: str = "and") -> str:
    """Join phrases as a sentence does: ``a``, ``a and b``, ``a, b and c``.

    Args:
        items: the phrases in the order in which they are to be read; none gives an empty text.
        last: the word before the last one, such as ``and`` or ``or``.
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def some(items: Sequence[str], most: int) -> str:
    """Name the first of many, and say how many there are besides: ``a, b and 2 more``.

    Args:
        items: all there are.
        most: how many are named at most; one more than that is named too, rather than counted.
    """
    if len(items) <= most + 1:
        return ", ".join(items)
    return f"{', '.join(items[:most])} and {len(items) - most} more"
