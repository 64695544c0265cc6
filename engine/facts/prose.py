"""Prose of a charter: how many sentences it has, and which words.

What is read from words alone never decides anything: a policy built on it asks. Patterns are compiled when
a text first needs them; most charters get by without.
"""

from __future__ import annotations

import re

_ENDS = ".!?…。！？"
_CLOSING = "\"'”’)]」』）"
_END = rf"[.!?…]+[{re.escape(_CLOSING)}]*(?=\s|$)|[。！？][{re.escape(_CLOSING)}]*"
_ABBREVIATED = (
    r"(?i)\b(?:[a-z]|e\.?g|i\.?e|cf|vs|art|arts|sec|ch|para|st|dr|mr|mrs|ms|prof|gov|sen|rep|gen|hon|inc|ltd|co|"
    r"corp|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|approx|ca|etc|dept)$"
)
# "No." and the like are abbreviations only before a number.
_NUMBERED = r"(?i)\b(?:no|nos|nr|p|pp)$"


def words_of(text: str | None) -> list[str]:
    """The words of a text in order, in lower case, without signs."""
    return "".join(sign if sign.isalnum() else " " for sign in (text or "").lower()).split()


def count_sentences(text: str) -> int:
    """How many sentences a text has; an abbreviation, an initial or a decimal point ends none."""
    bare = text.strip().rstrip(_ENDS + _CLOSING)
    if not any(sign in bare for sign in _ENDS):
        return int(bool(bare))
    count, begin = 0, 0
    for end in re.finditer(_END, text):
        before, rest = text[begin : end.start()], text[end.end() :].lstrip()
        if end[0].startswith(".") and rest and _goes_on(before, rest):
            continue
        if before.strip():
            count += 1
        begin = end.end()
    return count + bool(text[begin:].strip(" \t\n" + _ENDS + _CLOSING))


def _goes_on(before: str, rest: str) -> bool:
    if rest[0].islower() or re.search(_ABBREVIATED, before):
        return True
    return rest[0].isdigit() and re.search(_NUMBERED, before) is not None
