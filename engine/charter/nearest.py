"""What someone may have meant to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], *, letters_an_edit: int = 3) -> str:
    """The known word that is fewest edits away, two at most, or an empty text.

    An edit adds, drops or changes a letter or swaps two neighbours. Of words
    equally near the first is taken.

    Args:
        word: as written; capitals, and blanks, hyphens and underscores, are not told apart.
        known: the words to choose from.
        letters_an_edit: how many letters a word must have for each edit: ``by`` is not a misspelt ``is``.
    """
    asked = _folded(word)
    likely = [name for name in known if _may_be_near(asked, _folded(name), letters_an_edit)]
    if not likely:
        # Most words are near to nothing, and need no library to say so.
        return ""
    from rapidfuzz.distance import OSA

    best, fewest = "", 3
    for candidate in likely:
        folded = _folded(candidate)
        edits = OSA.distance(asked, folded, score_cutoff=2)
        if edits < fewest and edits * letters_an_edit <= max(len(asked), len(folded)):
            best, fewest = candidate, edits
    return best


def _may_be_near(one: str, other: str, letters_an_edit: int) -> bool:
    """Whether two words have the same letters but for as many as may be edited, wherever these stand."""
    edits = min(2, max(len(one), len(other)) // letters_an_edit)
    left = list(other)
    strange = 0
    for letter in one:
        if letter in left:
            left.remove(letter)
        else:
            strange += 1
    return strange <= edits and len(left) <= edits


def _folded(word: str) -> str:
    return word.strip().lower().replace("-", "_").replace(" ", "_")
