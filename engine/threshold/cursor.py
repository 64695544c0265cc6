"""The place in a sentence that is being read, and how a fault is reported from it."""

from __future__ import annotations

from typing import NoReturn

from msgspec import Struct, field

from coalcheck.engine.threshold.fault import Fault, FaultError, FaultKind
from coalcheck.engine.threshold.names import NameKind, Names
from coalcheck.engine.threshold.tree import Count
from coalcheck.engine.threshold.words import Word

KEYWORDS = frozenset(
    """
    a an abstaining abstentions absent against all among and as at attendance but cast coalition each exactly
    favour fewer fifth fifths half in least less majority many member members more most no not of opposition
    or other present quarter quarters root seats square support than the third thirds times turnout votes
    voting one two three four five six seven eight nine ten eleven twelve
    """.split()
)
"""Words of the language; no group, weight, attribute or member may be called so."""


class Cursor(Struct):
    """Reads the words of one sentence from left to right."""

    text: str
    words: tuple[Word, ...]
    names: Names
    default: Count
    index: int = field(default=0)

    @property
    def here(self) -> Word | None:
        """The next word, or None at the end."""
        return self.words[self.index] if self.index < len(self.words) else None

    @property
    def last(self) -> Word:
        """The word just taken."""
        return self.words[self.index - 1]

    def at(self, *texts: str) -> bool:
        """Tell whether the next words are these."""
        words = self.words[self.index : self.index + len(texts)]
        return len(words) == len(texts) and all(w.text == t for w, t in zip(words, texts, strict=True))

    def following(self, *texts: str) -> bool:
        """Tell whether these words stand after the next one."""
        words = self.words[self.index + 1 : self.index + 1 + len(texts)]
        return tuple(word.text for word in words) == texts

    def following_in(self, texts: tuple[str, ...]) -> bool:
        """Tell whether the word after the next one is one of these."""
        words = self.words[self.index + 1 : self.index + 2]
        return bool(words) and words[0].text in texts

    def take(self, count: int = 1) -> Word:
        """Step over words; the last of them is returned."""
        self.index += count
        return self.last

    def skip(self, *texts: str) -> bool:
        """Step over the next word if it is one of these."""
        if self.here is not None and self.here.text in texts:
            self.take()
            return True
        return False

    def slice(self, begin: int, end: int) -> str:
        """The text of some words as written."""
        return self.text[self.words[begin].start : self.words[end - 1].end]

    def name(self, *kinds: NameKind) -> str:
        """Take a declared name of one of these kinds."""
        word = self.here
        known = self.names.find(word.text) if word is not None and word.text not in KEYWORDS else None
        if word is None or known is None or known[0] not in kinds:
            wanted = {"group": "a group", "weight": "a weight", "class": "an attribute of the members"}
            self.unexpected(" or ".join(wanted[kind] for kind in kinds))
        self.take()
        return known[1]

    def fail(self, kind: FaultKind, start: int, end: int, **values: str) -> NoReturn:
        """Give up with a fault at an exact place."""
        raise FaultError(Fault(kind, start, end, values))

    def fail_here(self, kind: FaultKind, **values: str) -> NoReturn:
        """Give up with a fault at the next word, or after the last one."""
        word = self.here
        if word is None:
            self.fail(kind, len(self.text), len(self.text), **values)
        self.fail(kind, word.start, word.end, **values)

    def unexpected(self, expected: str) -> NoReturn:
        """Give up because something else should stand here; suggest a word that is nearly right."""
        word = self.here
        if word is None:
            self.fail("threshold-unfinished", len(self.text), len(self.text), expected=expected)
        known = word.text in KEYWORDS or word.value is not None or not word.text[0].isalpha()
        if known or self.names.find(word.text):
            self.fail_here("threshold-unexpected-word", found=word.text, expected=expected)
        self.fail_here(
            "threshold-unknown-word",
            found=word.text,
            expected=expected,
            suggestion=self._nearest(word.text, expected),
        )

    def _nearest(self, word: str, expected: str) -> str:
        mistakes = min(len(word) - 1, 1) if len(word) < 6 else 2
        # Only faulty sentences pay for this import.
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        best = process.extractOne(
            word,
            [expected, *self.names.words(), *sorted(KEYWORDS)],
            scorer=OSA.distance,
            score_cutoff=mistakes,
        )
        return str(best[0]) if best is not None else ""
