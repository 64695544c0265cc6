"""Whether one text speaks of what another says, as far as their words tell; what rests on it only asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.likeness import matter_of, opposes, stem, words_behind
from coalcheck.engine.facts.prose import words_of

if TYPE_CHECKING:
    from coalcheck.engine.conduct.act import Act

ENOUGH: Final = 2
"""Words that two sentences must have in common before it is asked whether they mean the same."""

_NONE: Final[frozenset[str]] = frozenset()
_ENDS: Final = ".!?;\n"
_SMALL: Final = frozenset({"a", "an", "the"})


def speaks_of(text: str, *others: str | None) -> bool:
    """Whether a short text has a word in common with others; one with no word of its own does."""
    own = matter_of(text)
    return not own or not own.isdisjoint(matter_of(*others))


def is_same(one: str, other: str) -> bool:
    """Whether two short texts have the same words, in whatever form and order."""
    if matter_of(one) != matter_of(other):
        return False
    here, there = (frozenset(map(stem, words_of(text))) - _SMALL for text in (one, other))
    return bool(here) and here == there


def sentences_of(act: Act) -> Iterator[str]:
    """What an act says of itself: its title, what it is about, and each sentence of its text."""
    action = act.action
    yield from filter(None, (action.title, action.about))
    text = action.text or ""
    for sign in _ENDS:
        text = text.replace(sign, "\n")
    yield from (each for line in text.split("\n") if (each := line.strip()))


def met_by(
    sentence: str, said: Iterable[str], *, least: int = ENOUGH, known: frozenset[str] = _NONE
) -> tuple[str, tuple[str, ...]] | None:
    """The first of some sentences that has the words of another, and these words; None where none has.

    At least half of its words, and two of them, must be there; and either both are against something or
    neither is.

    Args:
        sentence: what is looked for.
        said: what was said.
        least: how many words are enough where the sentence has no more than that.
        known: stems of words that tell nothing here, because all that is done has to do with them; of the
            others of the sentence at least half must be there too, and two of them.
    """
    own = matter_of(sentence)
    telling = own - known
    if len(own) < least or not telling:
        return None
    enough = min(ENOUGH, max(least, len(own)))
    for each in said:
        common = own & matter_of(each)
        if len(common) < enough or 2 * len(common) < len(own):
            continue
        told = len(common & telling)
        if told < min(ENOUGH, len(telling)) or 2 * told < len(telling):
            continue
        if opposes(each) is opposes(sentence):
            return each, tuple(words_behind(sentence, common))
    return None


def quoted(texts: Iterable[str]) -> str:
    """Texts in quotation marks, in one phrase: ``"a"``, ``"a" and "b"``."""
    from coalcheck.engine.facts.named import listed

    return listed(f'"{text.strip().rstrip(".")}"' for text in texts)
