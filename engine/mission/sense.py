"""Whether a word of two senses is meant as the charter lists it.

A distinctive word, a phrase and a name ask alone. A word with an everyday sense of its own (order, seat) asks
in company only: with another word of the same matter in its sentence or beside it. A word with a second sense
(candidate, terminal) asks unless what stands beside it is of that sense; within one text a word has one sense
(Gale, Church and Yarowsky, One Sense per Discourse, 1992), so one place tells for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.mission.aside import idioms_in
from coalcheck.engine.mission.phrase import is_part, where

if TYPE_CHECKING:
    from coalcheck.engine.mission.act import Act, Passage
    from coalcheck.engine.mission.item import Item
    from coalcheck.engine.mission.phrase import Found, Token
    from coalcheck.engine.mission.tongue import Tongue
    from coalcheck.engine.mission.words import Sentence

_HEADS: Final = ("title", "about")
"""What stands beside every sentence of an act."""
_NAMES: Final = ("with", "benefits")
"""Here stand names of two or three words, with nothing beside them."""


class Place(NamedTuple):
    """A sentence of an act, and where it stands."""

    act: Act
    passage: Passage
    sentence: Sentence

    @property
    def beside(self) -> Iterator[Sentence]:
        """The sentence, those before and after it, and what the act is called and is about."""
        sentences = self.passage.sentences
        at = next(i for i, each in enumerate(sentences) if each is self.sentence)
        yield from sentences[max(0, at - 1) : at + 2]
        for key in _HEADS:
            head = self.act.passage(key)
            if head is not None and head.key != self.passage.key:
                yield from head.sentences


def is_meant(found: Found, item: Item, place: Place) -> bool:
    """Whether a word by which a matter was recognised stands for that matter.

    Args:
        found: the word, or the phrase, which always does.
        item: the matter.
        place: where it stands.
    """
    tongue = place.act.agreed.tongue
    token = place.sentence.tokens[found.at]
    if not found.word or place.passage.key[0] in _NAMES:
        return True
    if found.word in tongue.stems("everyday") and token.stem == found.word:
        return _has_company(found.word, item.near.keys(), item, place)
    if found.word not in tongue.senses or _is_name(token, place) or not _is_otherwise(found.word, place.act):
        return True
    return _has_company(found.word, item.near.keys() - tongue.stems("everyday"), item, place)


def _is_name(token: Token, place: Place) -> bool:
    """Whether it is a part of a name, as in Green Party: a capital within a sentence of the text."""
    if place.passage.key != ("text",) or place.act.agreed.tongue.words.capitals:
        return False
    return token.capital and token is not place.sentence.tokens[0]


def _has_company(word: str, words: Set[str], item: Item, place: Place) -> bool:
    """Whether another of these words of the same matter stands beside it, and is itself meant."""
    agreed = place.act.agreed
    tongue, low = agreed.tongue, agreed.tongue.words
    others = words - {word}
    of_elections = not item.near.keys().isdisjoint(tongue.stems("parties"))
    if of_elections:
        others |= tongue.stems("parties") - tongue.stems("institutions") - {word}
    for sentence in place.beside:
        aside = agreed.aside(sentence)
        for at, token in enumerate(sentence.tokens):
            if at in aside or token.stem == word or (low.compounds and is_part(word, token)):
                continue
            if token.low in low.confused and token.low not in item.near.get(token.stem, ()):
                continue
            is_other = token.stem in others or (
                low.compounds and any(is_part(each, token) for each in others)
            )
            if is_other and not (token.stem in tongue.senses and _is_otherwise(token.stem, place.act)):
                return True
        votes = tongue.phrases("voting") if of_elections else ()
        if any(next(where(sentence.tokens, each), None) for each in votes):
            return True
    return False


def _is_otherwise(word: str, act: Act) -> bool:
    """Whether a word has its second sense in this act, as one of its places tells."""
    found = act.otherwise.get(word)
    if found is None:
        found = act.otherwise[word] = any(_is_of_other_sense(word, each) for each in _places(word, act))
    return found


def _places(word: str, act: Act) -> Iterator[tuple[Place, int]]:
    """Every place of an act where the word stands, alone or as a part of a longer one."""
    compounds = act.agreed.tongue.words.compounds
    for passage in act.passages:
        for sentence in passage.sentences:
            for at, token in enumerate(sentence.tokens):
                if token.stem == word or (compounds and is_part(word, token)):
                    yield Place(act, passage, sentence), at


def _is_of_other_sense(word: str, found: tuple[Place, int]) -> bool:
    """Whether a word stands in an idiom, or beside something of its second sense."""
    place, at = found
    tongue = place.act.agreed.tongue
    if at in idioms_in(place.sentence, tongue):
        return True
    wanted = tongue.senses[word]
    if any(not each.stems.isdisjoint(wanted) for each in place.beside):
        return True
    return tongue.words.compounds and _is_compound(word, place.sentence.tokens[at], wanted, tongue)


def _is_compound(word: str, token: Token, wanted: frozenset[str], tongue: Tongue) -> bool:
    """Whether the longer word is one of the second sense: a bus fare is no wage."""
    rest = token.low.removeprefix(word) if token.low.startswith(word) else token.stem.removesuffix(word)
    return bool(rest) and any(tongue.stem(rest.removesuffix("s")) == each or rest == each for each in wanted)
