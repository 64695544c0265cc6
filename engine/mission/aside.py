"""Words that stand in a sentence without being said by it: what is only mentioned, and words of an idiom.

A few words in quotation marks are a mention where the sentence says before them that somebody else speaks, or
that a thing is called so: mails with the heading "purchase order". They are none where we speak or show them,
where they demand something, where we take them up (he is right), or where they are a sentence of their own:
that is repeated, and may be answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from coalcheck.engine.mission.phrase import where, word_pattern

if TYPE_CHECKING:
    from coalcheck.engine.mission.tongue import Tongue
    from coalcheck.engine.mission.words import Sentence

_QUOTED: Final = r"\"([^\"]*)\"|“([^“”]*)”|„([^„“”]*)[“”]|«([^«»]*)»|»([^«»]*)«"
_ENDS: Final = re.compile(r"[.!?…;:]")
_MOST: Final = 8
"""More words in quotation marks are no heading and no name."""
_NEAR: Final = 6
"""So many words before them it is said who speaks, or what is called so."""
_OFFICE: Final = 3
"""So many words after an idiom an office may stand: a candidate for the post of mayor is one."""


def aside_in(sentence: Sentence, tongue: Tongue, members: frozenset[str]) -> frozenset[int]:
    """Which words of a sentence tell nothing of what it speaks of, by their number.

    Args:
        sentence: the sentence.
        tongue: its language.
        members: the stems of the members' names: what they say is said by us.
    """
    return frozenset(_mentioned(sentence, tongue, members)) | idioms_in(sentence, tongue)


def idioms_in(sentence: Sentence, tongue: Tongue) -> frozenset[int]:
    """Which words stand in an idiom, by their number."""
    if sentence.stems.isdisjoint(tongue.beginnings("idioms")):
        return frozenset()
    tokens, offices = sentence.tokens, tongue.stems("parties")
    covered: set[int] = set()
    for idiom in tongue.phrases("idioms"):
        for found in where(tokens, idiom) if sentence.stems.issuperset(idiom.stems) else ():
            end = found.at + len(idiom.stems)
            if not any(token.stem in offices for token in tokens[end : end + _OFFICE]):
                covered.update(range(found.at, end))
    return frozenset(covered)


def _mentioned(sentence: Sentence, tongue: Tongue, members: frozenset[str]) -> Iterator[int]:
    for quoted in _quoted().finditer(sentence.text):
        text = next(each for each in quoted.groups() if each is not None)
        begin = len(word_pattern().findall(sentence.text[: quoted.start()]))
        end = begin + len(word_pattern().findall(text))
        if end - begin > _MOST or _ENDS.search(text):
            continue
        demanded = any(token.low in tongue.words.demands for token in sentence.tokens[begin:end])
        taken_up = any(
            token.low in tongue.words.us or token.low in tongue.words.judging
            for token in sentence.tokens[end:]
        )
        if not demanded and not taken_up and _is_reported(sentence, begin, tongue, members):
            yield from range(begin, end)


def _is_reported(sentence: Sentence, begin: int, tongue: Tongue, members: frozenset[str]) -> bool:
    """Whether the words before a quotation say that somebody else speaks, or that something is called so."""
    reporting, ours = tongue.stems("reporting"), tongue.words.ours | tongue.words.us
    tokens = sentence.tokens[:begin]
    told = [at for at, token in enumerate(tokens) if token.stem in reporting and begin - at <= _NEAR]
    if not told:
        return False
    shown = tongue.stems("displays") | members
    return not any(token.low in ours or token.stem in shown for token in tokens[: told[-1]])


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(_QUOTED)
