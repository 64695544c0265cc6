"""How much staff time a text promises, and how much time meetings take: in hours a month, exactly."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from coalcheck.engine.charter.quantity import PER, SPELT

if TYPE_CHECKING:
    from coalcheck.engine.charter.quantity import Period

_A_MONTH: Final = {
    "day": Fraction(65, 3), "week": Fraction(13, 3), "month": Fraction(1), "quarter": Fraction(1, 3),
    "year": Fraction(1, 12),
}  # fmt: skip
"""How often each comes in a month: a year has 52 weeks of five working days."""

_HOURS: Final = {"hour": 1, "hours": 1, "h": 1, "day": 8, "days": 8}
_POSTS: Final = frozenset({"post", "posts", "position", "positions", "fte", "ftes"})

HOURS_OF_A_POST: Final = 8 * _A_MONTH["day"]
"""A full post: eight hours on every working day."""

_NONE: Final = frozenset({"none", "no", "nothing", "nil", "-", "0"})


@lru_cache(maxsize=256)
def staff_hours(text: str | None) -> Fraction | None:
    """Hours a month that a text such as ``20 hours a month`` or ``half a post`` promises.

    Args:
        text: as the charter has it; what follows a comma or a bracket is left out.

    Returns:
        None where nothing is written, or where it could mean several things.
    """
    words = (text or "").lower().partition(",")[0].partition("(")[0].strip(" .").split()
    if len(words) == 1 and words[0] in _NONE:
        return Fraction(0)
    number = _number(words[0]) if len(words) > 1 else None
    if number is None:
        return None
    rest = words[1:]
    if words[0] == "half" and rest[:1] in (["a"], ["an"]):
        rest = rest[1:]
    if len(rest) == 1 and rest[0] in _POSTS:
        return number * HOURS_OF_A_POST
    if rest[0] in _HOURS and len(rest) == 3 and rest[1] in PER and rest[2] in _A_MONTH:
        return number * _HOURS[rest[0]] * _A_MONTH[rest[2]]
    return None


def _number(word: str) -> Fraction | None:
    if word == "half":
        return Fraction(1, 2)
    if word in SPELT:
        return Fraction(SPELT[word])
    whole, dot, rest = word.partition(".")
    if not (whole.isdecimal() and word.isascii() and (not dot or rest.isdecimal())):
        return None
    return Fraction(word)


def meeting_hours(every: Period | None, minutes: int | None) -> Fraction | None:
    """Hours a month that a regular meeting takes of one person; None where the charter does not say."""
    if every is None or minutes is None or every.unit not in _A_MONTH or not every.number:
        return None
    return Fraction(minutes, 60) * _A_MONTH[every.unit] / every.number
