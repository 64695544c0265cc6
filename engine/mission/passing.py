"""A change of scope in passing: a text that says what the coalition works on, and names more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from coalcheck.engine.mission.phrase import where
from coalcheck.engine.mission.standing import Reason
from coalcheck.engine.mission.words import split
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.mission.act import Act
    from coalcheck.engine.mission.words import Sentence

_BEFORE: Final = 4
"""So many words before the verb the coalition is named."""


def in_passing(act: Act) -> Iterator[Reason]:
    """Sentences that say what the coalition works on, with a subject that neither list has."""
    verbs = act.agreed.tongue.beginnings("stands_for")
    for passage in act.passages:
        for sentence in passage.sentences:
            if verbs.isdisjoint(sentence.stems):
                continue
            rest = _said_of_us(sentence, act)
            if rest is None:
                continue
            more = [part for part in _parts(rest, act) if _is_unlisted(part, act)]
            if more:
                said = f"it says what the coalition works on, and names more than you agreed: {join(*more)}"
                yield Reason(
                    "in-passing",
                    "inside",
                    "ask",
                    said,
                    "; ".join(item.about for item in act.agreed.inside),
                    ("scope", "inside"),
                    passage.key,
                    sentence.text,
                    tuple(more),
                )


def _said_of_us(sentence: Sentence, act: Act) -> str | None:
    """What stands after "the coalition works on"; None where the sentence says nothing of that kind."""
    tongue, name = act.agreed.tongue, act.agreed.name
    us = tongue.stems("us")
    if sentence.stems.isdisjoint(us) and not sentence.stems.issuperset(name.stems):
        return None
    tokens = sentence.tokens
    ends = [at + 1 for at, token in enumerate(tokens) if token.stem in us]
    ends += [found.at + len(name.stems) for found in where(tokens, name)]
    if not ends:
        return None
    if not any(next(where(tokens, each), None) for each in tongue.phrases("from_now")):
        # "We" is any sender of any letter: of its work it speaks only where it speaks of the time to come.
        ends = [end for end in ends if tokens[end - 1].low not in tongue.words.pronouns]
    for each in tongue.phrases("stands_for"):
        for found in where(tokens, each):
            if any(0 <= found.at - end < _BEFORE for end in ends):
                return _after(sentence.text, found.written)
    return None


def _after(text: str, verb: str) -> str:
    pattern = r"\W+".join(re.escape(word) for word in verb.split())
    found = re.search(pattern, text)
    rest = text[found.end() :] if found is not None else ""
    return (split(rest) or [""])[0].strip(" .!:;,")


def _parts(text: str, act: Act) -> list[str]:
    """The parts of a list, each without the small words at its beginning."""
    words = act.agreed.tongue.words
    either = "|".join(map(re.escape, sorted(words.either)))
    found = []
    for part in re.split(rf"\s*[,;]\s*|\s+(?:{either})\s+", text):
        rest = part.split()
        while rest and rest[0].lower() in words.small:
            del rest[0]
        found.append(" ".join(rest))
    return found


def _is_unlisted(part: str, act: Act) -> bool:
    """Whether less than half of what a phrase names is known from what was agreed."""
    stems = act.agreed.subjects(part) if part.strip() else frozenset()
    stems -= act.agreed.tongue.stems("formats")
    return bool(stems) and 2 * len(stems & act.agreed.known) < len(stems)
