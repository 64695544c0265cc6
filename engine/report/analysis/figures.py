"""Fractions as people read them: rounded from whole numbers, and never to nothing or all."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

MOST_DIGITS: Final = 12
"""Counts with more digits are told as a share alone."""


def percent(share: Fraction, sign: str = "%") -> str:
    """A share in percent with one digit: ``33.3%``; whole ones without: ``50%``.

    What is neither nothing nor all never reads as if it were.
    """
    if share < 0:
        return f"-{percent(-share, sign)}"
    tenths, rest = divmod(share.numerator * 1000, share.denominator)
    tenths += 2 * rest >= share.denominator
    if not tenths and share:
        return f"under 0.1{sign}"
    if tenths == 1000 and share != 1:
        return f"over 99.9{sign}"
    whole, tenth = divmod(tenths, 10)
    return f"{whole}.{tenth}{sign}" if tenth else f"{whole}{sign}"


def of(part: int, whole: int) -> str:
    """A count of a count, ``4 of 8``; empty where the numbers are too long to be read."""
    return f"{part:,} of {whole:,}" if len(str(whole)) <= MOST_DIGITS else ""
