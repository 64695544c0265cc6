"""A score: a whole number from 1 to 5, and what to write where something else stands."""

from typing import Annotated, TypeAlias

from pydantic_core import PydanticCustomError

from coalcheck.engine.charter.part import Read

LOWEST, HIGHEST = 1, 5
LOW = 2
"""Up to here a score is low."""
HIGH = 4
"""From here on a score is high."""

EXPECTED = f"a whole number from {LOWEST} to {HIGHEST}"
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_OF_FIVE = ("/5", " out of 5", " of 5")


def score_of(value: object) -> int:
    """The score; what is none is refused, with what was most likely meant."""
    if isinstance(value, int) and not isinstance(value, bool) and LOWEST <= value <= HIGHEST:
        return int(value)
    meant = _meant(str(value).strip().lower())
    suggestion = f"Write {meant}." if meant else f"What can stand here is {EXPECTED}."
    texts = {"expected": EXPECTED, "suggestion": suggestion, "repair": f"{meant or ''}"}
    raise PydanticCustomError("quantity-unclear", "no score", texts)


def _meant(text: str) -> int | None:
    for ending in _OF_FIVE:
        text = text.removesuffix(ending)
    return _WORDS.get(text) or (int(text) if len(text) == 1 and text in "12345" else None)


Score: TypeAlias = Annotated[int, Read(score_of)]
"""How something was judged: 1 is lowest, 5 is highest."""
