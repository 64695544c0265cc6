"""Acts by which what was founded for a time becomes permanent: to incorporate, to employ, to own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from coalcheck.engine.mission.phrase import where
from coalcheck.engine.mission.standing import Reason

if TYPE_CHECKING:
    from coalcheck.engine.mission.act import Act, Passage
    from coalcheck.engine.mission.words import Sentence

_SAID: Final = "it may make permanent what you founded for a time"
_NEAR: Final = 4
"""So many words may stand between hiring and who is hired."""


def becoming_permanent(act: Act) -> Iterator[Reason]:
    """What the act itself is, by its title and what it is about; not what its text reports of others."""
    charter = act.agreed.charter
    # A structural coalition is a body already: employing and owning is what it is there for.
    if charter.entity is not None or charter.model == "structural" or charter.kind == "body":
        return
    for key in ("title", "about"):
        passage = act.passage(key)
        if passage is not None:
            yield from _in(passage, act)
    text = act.passage("text")
    us = act.tongue.stems("us")
    for sentence in text.sentences if text is not None else ():
        if not us.isdisjoint(map(act.tongue.stem, sentence.low[:_NEAR])):
            yield from _of(sentence, ("text",), act)


def _in(passage: Passage, act: Act) -> Iterator[Reason]:
    for sentence in passage.sentences:
        yield from _of(sentence, passage.key, act)


def _of(sentence: Sentence, key: tuple[str | int, ...], act: Act) -> Iterator[Reason]:
    words = next(_words(sentence, act), ())
    if words:
        yield Reason("permanence", "permanence", "ask", _SAID, "", ("term",), key, sentence.text, words)


def _words(sentence: Sentence, act: Act) -> Iterator[tuple[str, ...]]:
    stems = sentence.stems
    if (
        stems.isdisjoint(act.agreed.tongue.beginnings("founding"))
        and stems.isdisjoint(act.tongue.stems("hiring"))
        and stems.isdisjoint(act.tongue.stems("buying"))
    ):
        return
    tokens = sentence.tokens
    if any(token.low in act.tongue.words.denies or token.low in act.tongue.words.none for token in tokens):
        return
    for each in act.agreed.tongue.phrases("founding"):
        yield from ((found.written,) for found in where(tokens, each))
    for verbs, things in (("hiring", "hired"), ("buying", "owned")):
        verb, thing = act.tongue.stems(verbs), act.tongue.stems(things)
        does = [i for i, token in enumerate(tokens) if act.tongue.stem(token.low) in verb]
        what = [i for i, token in enumerate(tokens) if act.tongue.stem(token.low) in thing]
        yield from (
            (tokens[i].written, tokens[j].written) for i in does for j in what if 0 < abs(i - j) <= _NEAR
        )
