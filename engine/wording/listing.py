"""Several things in one phrase."""

from __future__ import annotations


def join(*items: str, last: str = "and") -> str:
    """Join phrases as a sentence does: ``a``, ``a and b``, ``a, b and c``.

    Args:
        items: the phrases in the order in which they are to be read; none gives an empty text.
        last: the word before the last one, such as ``and`` or ``or``.
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
