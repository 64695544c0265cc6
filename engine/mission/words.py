"""A text taken apart: sentences, words with their stems, and the clauses in which they stand."""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from coalcheck.engine.mission.phrase import Token, mark, word_or_mark, words_in

if TYPE_CHECKING:
    from coalcheck.engine.mission.tongue import Tongue

_STOPS: Final = ".!?…"
_END: Final = (
    rf"(?<=[{_STOPS}])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[¿¡]*[^\W_a-z])"  # a full stop, and what begins a sentence
    r"|\n\s*\n|\n(?=\s*[-*•\d])"  # a blank line, or the next row of a list
)
_ABBREVIATED: Final = (
    r"(?i)\b(?:[a-z]|e\.?g|i\.?e|cf|vs|art|arts|sec|ch|para|st|dr|mr|mrs|ms|prof|gov|gen|ltd|co|jan|feb|apr|jun|jul|"
    r"aug|sept?|oct|nov|dec|approx|ca|bzw|usw|nr|abs|bspw|núm|sr|sra|av|nos|pp|mme)\.$"
)
_LONGEST_ABBREVIATED: Final = 9
"""Characters at the end of a sentence within which an abbreviation, and what stands before it, are found."""
_TURNS: Final = frozenset(";:()[]—–?!")
"""Marks after which a new clause begins; a comma or a stroke may stand within one."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return re.compile(f"[{_STOPS}\n]"), re.compile(_END), re.compile(_ABBREVIATED)


def split(text: str) -> list[str]:
    """The sentences of a text; an abbreviation ends none."""
    stop, end, abbreviated = _patterns()
    # A title, or one sentence alone, has no stop before its last character.
    if not stop.search(text, 0, len(text) - 1):
        piece = " ".join(text.split())
        return [piece] if piece else []
    found: list[str] = []
    for part in end.split(text):
        piece = " ".join(part.split())
        if not piece:
            continue
        if found and abbreviated.search(found[-1][-_LONGEST_ABBREVIATED:]):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return found


class Sentence:
    """One sentence. Most are only asked which stems they have; their words are taken apart when need be.

    Attributes:
        text: as it is written.
        written: its words as they stand there.
        low: the same in lower case.
        stemmed: their stems, in the same order.
        stems: the stems of its words.
        native: how many of its words are small words of the language in which it is read.
    """

    def __init__(self, text: str, tongue: Tongue) -> None:
        self.text = text
        self.written = words_in(text)
        self.low = [word.lower() for word in self.written]
        if "’" in text:
            self.low = [word.replace("’", "'") for word in self.low]
        self.stemmed = tongue.each_stem(self.low)
        self.stems = frozenset(self.stemmed)
        self.native = sum(map(tongue.words.small.__contains__, self.low))
        self._tongue = tongue

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, in order."""
        words = zip(self.written, self.low, self.stemmed, *self._parted(), strict=True)
        return tuple(map(Token._make, words))

    def _parted(self) -> tuple[list[int], list[bool]]:
        """For each word in which clause it stands, and whether a mark stands before it."""
        size, turns = len(self.low), self._tongue.words.turns
        marked = mark().search(self.text) is not None
        if not marked and turns.isdisjoint(self.low):
            return [0] * size, [False] * size
        pronouns = self._tongue.words.pronouns
        clauses: list[int] = []
        begun: list[bool] = []
        clause = 0
        begins = turned = False
        for match in word_or_mark().finditer(self.text):
            if match.lastgroup is not None:
                begins = True
                turned = turned or match[0] in _TURNS
                continue
            low = self.low[len(clauses)]
            if clauses and (low in turns or turned or (begins and low in pronouns)):
                clause += 1
            begun.append(begins and bool(clauses))
            clauses.append(clause)
            begins = turned = False
        return clauses, begun


@lru_cache(maxsize=512)
def sentences(text: str, tongue: Tongue) -> tuple[Sentence, ...]:
    """The sentences of a text, each with its words."""
    return tuple(Sentence(each, tongue) for each in split(text))
