"""One act as it is held against the scope: what it says, taken apart once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.mission.standing import QUESTIONS, Question
from coalcheck.engine.mission.tongue import Tongue, spoken_in, tongue
from coalcheck.engine.mission.words import sentences

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.action.model import Action
    from coalcheck.engine.mission.agreed import Agreed
    from coalcheck.engine.mission.phrase import Token
    from coalcheck.engine.mission.words import Sentence
    from coalcheck.engine.source.node import Route

COALITION: Final = "coalition"

INTERNAL: Final = frozenset({"admit", "suspend", "expel", "renew", "amend", "dissolve", "appoint"})
"""Kinds of decision about the coalition itself: they have no subject that could be outside."""

_NATIVE: Final = 6
"""Fewer small words than one in so many words: the text may be in another language."""
_SHORT: Final = 6
"""A text of fewer words is taken to be in the charter's language."""


class Passage(NamedTuple):
    """Some words of the act, and where they stand."""

    key: Route
    text: str
    sentences: tuple[Sentence, ...]

    @property
    def tokens(self) -> Iterator[Token]:
        """All its words."""
        return (token for sentence in self.sentences for token in sentence.tokens)


class Act:
    """One act under a charter.

    Attributes:
        agreed: the scope of the charter.
        action: what is to be done, or was.
        as_of: the day from which it is judged.
        kinds: the kinds of decision it falls under; empty where that is not known.
        own_name: whether it is done in the name of members and not of the coalition.
        internal: whether it is about the coalition itself.
        passages: everything it says in words: its title, what it is about, its text, and what is beside them.
        tongue: the language of its words; the charter's unless another is clearly there.
        foreign: whether its words are in another language than the charter's.
        otherwise: whether a word has its second sense in it, by its stem, as far as that was asked.
    """

    def __init__(self, agreed: Agreed, action: Action, as_of: date, kinds: tuple[str, ...]) -> None:
        self.agreed = agreed
        self.action = action
        self.as_of = as_of
        self.kinds = kinds
        self.own_name = bool(action.in_name_of) and COALITION not in action.in_name_of
        self.internal = bool(kinds) and INTERNAL.issuperset(kinds)
        self._by_key = {
            key: Passage(key, text, sentences(text, agreed.tongue)) for key, text in self._written() if text
        }
        self.passages = tuple(self._by_key.values())
        self.tongue = self._tongue()
        self.foreign = self.tongue is not agreed.tongue
        self.otherwise: dict[str, bool] = {}

    def passage(self, key: str) -> Passage | None:
        """What stands under one of its keys."""
        return self._by_key.get((key,))

    @property
    def left_open(self) -> tuple[Question, ...]:
        """Which of the six questions it leaves open; an empty list is an answer."""
        given = self.action.model_fields_set
        return tuple([each for each in QUESTIONS if each not in given])

    def _written(self) -> list[tuple[Route, str | None]]:
        action = self.action
        found: list[tuple[Route, str | None]] = [
            (("title",), action.title),
            (("about",), action.about),
            (("text",), action.text),
        ]
        found += [(("conditions", at), each) for at, each in enumerate(action.conditions)]
        found += [(("benefits", at, "how"), each.how) for at, each in enumerate(action.benefits)]
        found += [(("with", at), each) for at, each in enumerate(action.with_)]
        return found

    def _tongue(self) -> Tongue:
        agreed = self.agreed.tongue
        size = native = 0
        for each in self.passages:
            for sentence in each.sentences:
                size += len(sentence.low)
                native += sentence.native
        if size < _SHORT or native * _NATIVE >= size:
            return agreed
        words = [word for each in self.passages for sentence in each.sentences for word in sentence.low]
        return tongue(spoken_in(words, agreed.code))
