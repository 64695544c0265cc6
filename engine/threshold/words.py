"""Text to words with their places; numbers are recognised here and nowhere else."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct

_TOKEN = re.compile(r"\d+(?:\.\d+)?(?:/\d+)?(?:\s?%)?|[^\W\d_][\w'’-]*|[()]|[^\s]")
_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WHOLE = {word: Fraction(value) for value, word in enumerate(_UNITS, start=1)}
_PARTS = {"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5}
_SPELT_OTHERWISE = {"favor": "favour"}
_MOST_DIGITS = 40
"""Longer numbers are no number of people or shares; reading them could take for ever."""

_PERCENT = ("percent", "per cent")


class Word(Struct, frozen=True):
    """One word, number or bracket of a sentence.

    Attributes:
        text: in lower case; a number as spelled.
        start: place of the first character, from 0, in code points.
        end: place after the last.
        value: what a number stands for, exactly; None for words.
        share: True for a number that can only be a share, such as ``2/3`` or ``55%``.
    """

    text: str
    start: int
    end: int
    value: Fraction | None = None
    share: bool = False


def split(text: str) -> list[Word]:
    """Split a sentence into words; every character that is not a blank belongs to one."""
    raw = [_word(match) for match in _TOKEN.finditer(text)]
    words: list[Word] = []
    index = 0
    while index < len(raw):
        taken, word = _number(raw, index)
        words.append(word)
        index += taken
    return words


def _word(match: re.Match[str]) -> Word:
    text = match[0].lower()
    return Word(_SPELT_OTHERWISE.get(text, text), match.start(), match.end())


def _number(raw: list[Word], index: int) -> tuple[int, Word]:
    """Read a number at a place: how many raw words it takes, and the word it makes."""
    first = raw[index]
    following = [word.text for word in raw[index + 1 : index + 3]]
    left, _, right = first.text.partition("-")
    if left in _WHOLE and right in _PARTS:
        return 1, Word(first.text, first.start, first.end, _WHOLE[left] / _PARTS[right], share=True)
    if first.text in _WHOLE or (first.text == "a" and following and following[0] in _PARTS):
        if following and following[0] in _PARTS:
            last, spelling = raw[index + 1], f"{first.text} {following[0]}"
            return 2, Word(
                spelling,
                first.start,
                last.end,
                _WHOLE.get(first.text, Fraction(1)) / _PARTS[following[0]],
                share=True,
            )
        return 1, Word(first.text, first.start, first.end, _WHOLE[first.text])
    if not first.text[0].isdecimal() or not first.text.isascii() or len(first.text) > _MOST_DIGITS:
        return 1, first
    spelling = first.text.replace(" ", "")
    for name in _PERCENT:
        count = len(name.split())
        if following[:count] == name.split() and "%" not in spelling and "/" not in spelling:
            last = raw[index + count]
            return 1 + count, Word(
                f"{spelling}%", first.start, last.end, Fraction(spelling) / 100, share=True
            )
    number, percent, _ = spelling.partition("%")
    whole, slash, parts = number.partition("/")
    if slash and not int(parts):
        return 1, first
    value = Fraction(whole) / (int(parts) if slash else 1) / (100 if percent else 1)
    return 1, Word(spelling, first.start, first.end, value, share=bool(slash or percent))
