"""Acts by which what was founded for a time becomes permanent: to incorporate, to employ, to own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from coalcheck.engine.mission.phrase import where
from coalcheck.engine.mission.standing import Reason

if TYPE_CHECKING:
    from coalcheck.engine.mission.act import Act
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
    lasting = _lasting(act)
    for key in ("title", "about"):
        passage = act.passage(key)
        for sentence in passage.sentences if passage is not None else ():
            if not lasting.isdisjoint(sentence.stems):
                yield from _of(sentence, (key,), act)
    text = act.passage("text")
    for sentence in text.sentences if text is not None else ():
        if lasting.isdisjoint(sentence.stems):
            continue
        if not act.tongue.stems("us").isdisjoint(map(act.tongue.stem, sentence.low[:_NEAR])):
            yield from _of(sentence, ("text",), act)


def _lasting(act: Act) -> frozenset[str]:
    """The stems of which a sentence has one, if it says anything of the kind."""
    if not act.foreign:
        return act.agreed.lasting
    founding = act.agreed.tongue.beginnings("founding")
    return founding | act.tongue.stems("hiring") | act.tongue.stems("buying")


def _of(sentence: Sentence, key: tuple[str | int, ...], act: Act) -> Iterator[Reason]:
    words = next(_words(sentence, act), ())
    if words:
        yield Reason("permanence", "permanence", "ask", _SAID, "", ("term",), key, sentence.text, words)


def _words(sentence: Sentence, act: Act) -> Iterator[tuple[str, ...]]:
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
