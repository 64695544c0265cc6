"""A language at work: its words brought to their stems, so that all forms of a word are one."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from coalcheck.engine.mission.languages import CODES, language
from coalcheck.engine.mission.phrase import Phrase, low_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coalcheck.engine.mission.languages import Code

MOST_KEPT: Final = 20_000
"""So many stems are kept of a language."""

_SURE: Final = 3
"""So many small words of one language must stand in a text before another language is believed."""


class Tongue:
    """One language with its stemmer.

    Attributes:
        code: the language, such as ``en``.
        words: its lists of words.
    """

    def __init__(self, code: Code) -> None:
        # Loading the stemmers takes some twenty milliseconds: only who judges words pays for them.
        from snowballstemmer import stemmer

        self.code = code
        self.words = language(code)
        self._stemmer = stemmer(self.words.stemmer)
        self._stems: dict[str, str] = {}
        self._lists: dict[str, frozenset[str]] = {}
        self._first: dict[str, frozenset[str]] = {}
        self._phrases: dict[str, tuple[Phrase, ...]] = {}

    def stem(self, word: str) -> str:
        """The stem of a word in lower case."""
        found = self._stems.get(word)
        if found is None:
            if word.isdecimal():
                # Every number is a word of its own, and has no forms.
                return word
            if len(self._stems) >= MOST_KEPT:
                self._stems.clear()
            found = self._stems[word] = self._stemmer.stemWord(word)
        return found

    def each_stem(self, words: Iterable[str]) -> list[str]:
        """The stems of words in lower case, in their order; most of them are known already."""
        known = self._stems.get
        return [known(word) or self.stem(word) for word in words]

    def stems(self, name: str) -> frozenset[str]:
        """The stems of one of the lists of its ``Language``, by the name of the list."""
        found = self._lists.get(name)
        if found is None:
            listed: Iterable[str] = getattr(self.words, name)
            found = self._lists[name] = frozenset(self.stem(word) for word in listed)
        return found

    def phrases(self, name: str) -> tuple[Phrase, ...]:
        """The phrases of one of the lists of its ``Language``, by the name of the list."""
        found = self._phrases.get(name)
        if found is None:
            found = self._phrases[name] = tuple(self.phrase(text) for text in getattr(self.words, name))
        return found

    @cached_property
    def senses(self) -> Mapping[str, frozenset[str]]:
        """The stems of words with a second sense, each with the stems of what stands beside that one."""
        stem = self.stem
        return {
            stem(word): frozenset(stem(each) for each in beside) for word, beside in self.words.senses.items()
        }

    def beginnings(self, name: str) -> frozenset[str]:
        """The stems of the first words of the phrases of a list: without any of them none is there."""
        found = self._first.get(name)
        if found is None:
            found = self._first[name] = frozenset(each.stems[0] for each in self.phrases(name) if each.stems)
        return found

    def phrase(self, text: str) -> Phrase:
        """A listed word or phrase, by its stems."""
        return Phrase(tuple(self.stem(word) for word in low_words(text)), " ".join(text.split()))


@cache
def tongue(code: Code) -> Tongue:
    """The language of this code, made once."""
    return Tongue(code)


def spoken_in(words: Iterable[str], otherwise: Code = "en") -> Code:
    """The language of a text, by its small words; ``otherwise`` where too few of another one stand in it.

    Args:
        words: the words of the text in lower case.
        otherwise: what is believed unless another language is clearly there.
    """
    found = list(words)
    counts = {code: sum(word in language(code).small for word in found) for code in CODES}
    best = max(CODES, key=lambda code: (counts[code], code == otherwise))
    sure = counts[best] >= _SURE and counts[best] >= 2 * counts[otherwise]
    return best if sure else otherwise
