"""Days as a letter would write them."""

from __future__ import annotations

from datetime import date

# Not strftime: the names of its months follow the locale of the machine, and ours must not.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def in_words(day: date, *, year: bool = True) -> str:
    """Write a day: ``1 July 2026``, or ``1 July`` where the year has just been said."""
    text = f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{text} {day.year}" if year else text


def month_in_words(day: date) -> str:
    """Write the month of a day: ``July 2026``."""
    return f"{_MONTHS[day.month - 1]} {day.year}"
