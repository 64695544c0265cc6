"""What someone may have meant to write."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FEW = 200
"""So many names are looked at one by one before the library is asked, which mostly saves loading it."""


def nearest(word: str, known: Sequence[str], *, letters_an_edit: int = 3) -> str:
    """The known word that is fewest edits away, two at most, or an empty text.

    An edit adds, drops or changes a letter or swaps two neighbours. Of words
    equally near the first is taken.

    Args:
        word: as written; capitals, and blanks, hyphens and underscores, are not told apart.
        known: the words to choose from.
        letters_an_edit: how many letters a word must have for each edit: ``by`` is not a misspelt ``is``.
    """
    asked, names = _folded(word), _all_folded(tuple(known))
    if len(names) <= FEW and not any(_may_be_near(asked, name, letters_an_edit) for name in names):
        return ""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    for name, edits, i in process.extract(asked, names, scorer=OSA.distance, score_cutoff=2, limit=None):
        if edits * letters_an_edit <= max(len(asked), len(name)):
            return known[i]
    return ""


def _may_be_near(one: str, other: str, letters_an_edit: int) -> bool:
    """Whether two words have the same letters but for as many as may be edited, wherever these stand."""
    edits = min(2, max(len(one), len(other)) // letters_an_edit)
    if abs(len(one) - len(other)) > edits:
        return False
    left = list(other)
    strange = 0
    for letter in one:
        if letter in left:
            left.remove(letter)
        else:
            strange += 1
    return strange <= edits and len(left) <= edits


@lru_cache(maxsize=8)
def _all_folded(known: tuple[str, ...]) -> list[str]:
    return [_folded(name) for name in known]


def _folded(word: str) -> str:
    return word.strip().lower().replace("-", "_").replace(" ", "_")
