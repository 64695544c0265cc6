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
        passages: everything it says in words: its title, what it is about, its text, and what is beside them.
        tongue: the language of its words; the charter's unless another is clearly there.
        otherwise: whether a word has its second sense in it, by its stem, as far as that was asked.
    """

    def __init__(self, agreed: Agreed, action: Action, as_of: date, kinds: tuple[str, ...]) -> None:
        self.agreed = agreed
        self.action = action
        self.as_of = as_of
        self.kinds = kinds
        self.passages = tuple(
            Passage(key, text, sentences(text, agreed.tongue)) for key, text in self._written() if text
        )
        self.tongue = self._tongue()
        self.otherwise: dict[str, bool] = {}

    @property
    def own_name(self) -> bool:
        """Whether it is done in the name of members and not of the coalition."""
        names = self.action.in_name_of
        return bool(names) and COALITION not in names

    @property
    def internal(self) -> bool:
        """Whether it is about the coalition itself."""
        return bool(self.kinds) and set(self.kinds) <= INTERNAL

    @property
    def foreign(self) -> bool:
        """Whether its words are in another language than the charter's."""
        return self.tongue is not self.agreed.tongue

    def passage(self, key: str) -> Passage | None:
        """What stands under one of its keys."""
        return next((each for each in self.passages if each.key == (key,)), None)

    @property
    def left_open(self) -> tuple[Question, ...]:
        """Which of the six questions it leaves open; an empty list is an answer."""
        given = self.action.model_fields_set
        return tuple(each for each in QUESTIONS if each not in given)

    def _written(self) -> Iterator[tuple[Route, str | None]]:
        action = self.action
        yield from ((("title",), action.title), (("about",), action.about), (("text",), action.text))
        yield from ((("conditions", at), each) for at, each in enumerate(action.conditions))
        yield from ((("benefits", at, "how"), each.how) for at, each in enumerate(action.benefits))
        yield from ((("with", at), each) for at, each in enumerate(action.with_))

    def _tongue(self) -> Tongue:
        agreed = self.agreed.tongue
        words = [word for each in self.passages for sentence in each.sentences for word in sentence.low]
        native = sum(word in agreed.words.small for word in words)
        if len(words) < _SHORT or native * _NATIVE >= len(words):
            return agreed
        return tongue(spoken_in(words, agreed.code))
