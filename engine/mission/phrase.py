"""Words, and phrases by which something is recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

_WORD: Final = r"(?:[^\W_]+n['’]t\b|[^\W_]+)"
_MARK: Final = r"[,;:()\[\]—–?!/]"
_SHORTEST_PART: Final = 4
_PREFIXES: Final = frozenset(
    """
    ab an auf aus be bei ein ent er ge mit nach ver vor zer zu um un über unter aan af her in om onder ont op
    toe uit voor
    """.split()
)
"""Before a word they make another word of it: Auswahl is no Wahl."""
_FEMININE: Final = frozenset({"in", "innen"})
"""A Kandidatin is a Kandidat; the stemmer takes them for two words."""


class Token(NamedTuple):
    """One word.

    Attributes:
        written: as it stands in the text.
        low: in lower case.
        stem: what all its forms have in common.
        clause: in which clause of its sentence it stands, from 0.
        begins: whether a comma or the like stands before it.
    """

    written: str
    low: str
    stem: str
    clause: int
    begins: bool

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.written[0].isupper()


class Phrase(NamedTuple):
    """Some words that stand one after the other, by their stems; and as the charter writes them."""

    stems: tuple[str, ...]
    written: str


class Found(NamedTuple):
    """A phrase that stands in a sentence.

    Attributes:
        at: at which word it begins.
        written: how it is written there.
        word: the stem of the one word by which the matter is recognised; empty for a phrase, and for words
            that only tell together.
    """

    at: int
    written: str
    word: str = ""


@cache
def word_pattern() -> re.Pattern[str]:
    """One word; compiled when a text first needs it."""
    return re.compile(_WORD)


@cache
def _plain_word_pattern() -> re.Pattern[str]:
    """One word of a text of ASCII without an apostrophe; found in half the time."""
    return re.compile("[0-9A-Za-z]+")


def words_in(text: str) -> list[str]:
    """The words of a text as they are written."""
    plain = text.isascii() and "'" not in text
    return (_plain_word_pattern() if plain else word_pattern()).findall(text)


@cache
def word_or_mark() -> re.Pattern[str]:
    """One word, or, as a group, a mark between the parts of a sentence."""
    return re.compile(rf"{_WORD}|(?P<mark>{_MARK})")


@cache
def mark() -> re.Pattern[str]:
    """A mark between the parts of a sentence; one within a word is none."""
    return re.compile(_MARK)


def low_words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [word.lower() for word in words_in(text)]


def found_at(tokens: Sequence[Token], at: int, stems: tuple[str, ...]) -> Found | None:
    """The phrase of these stems, where it begins at this word."""
    size = len(stems)
    if size == 1:
        return Found(at, tokens[at].written, stems[0])
    here = tokens[at : at + size]
    if len(here) < size or any(token.stem != stem for token, stem in zip(here, stems, strict=True)):
        return None
    return Found(at, " ".join(token.written for token in here))


def where(tokens: Sequence[Token], wanted: Phrase) -> Iterator[Found]:
    """Where a phrase stands in a sentence."""
    stems = wanted.stems
    for at, token in enumerate(tokens):
        if stems and token.stem == stems[0] and (found := found_at(tokens, at, stems)) is not None:
            yield found


def is_part(stem: str, token: Token) -> bool:
    """Whether a word is a part of a longer one, as German and Dutch write them.

    ``Kohle`` is one of ``Kohlekraftwerk``; ``Gas`` is too short to tell, and ``Auswahl`` is no ``Wahl``.
    """
    if token.low.startswith(stem) and token.low.removeprefix(stem) in _FEMININE:
        return True
    if len(stem) < _SHORTEST_PART or len(token.low) < len(stem) + 3:
        return False
    if token.low.startswith(stem):
        return True
    return token.stem.endswith(stem) and token.stem.removesuffix(stem) not in _PREFIXES
