"""Numbers as a letter would write them."""

from __future__ import annotations

_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def in_words(number: int) -> str:
    """Write a whole number: as a word up to twelve, in digits above, ``1,000`` from a thousand."""
    if 0 <= number < len(_WORDS):
        return _WORDS[number]
    return f"{number:,}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """Put a number before its noun: ``1 point``, ``3 points``, ``0 points``.

    Args:
        number: how many, written in digits because it is a count to be compared.
        noun: the word for one of them.
        plural: the word for several, where an ``s`` at the end is not enough.
    """
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"
