"""The indefinite article: ``a`` or ``an``, by how the next word sounds."""

from __future__ import annotations

import re

# Patterns are compiled by those who need them: most phrases need one or two, and starting must be quick.
_FIRST_WORD = r"[^\W_]+"
_SILENT_H = r"(?i)heir|hon(est|ou?r)|hour"
# Written with a vowel, said with a consonant: "a unanimous vote", "a European body", "a one-page agreement",
# but "an unimportant point", "an usher", "an urgent one".
_CLOSED_VOWEL = r"(?i)eu|ewe|onc?e\b|ubiq|uk|unanim|uni(?!den|m[ap]|n)|ur[aiu]|us[aeiu]|ut[eio]"
_LETTERS_SAID_WITH_AN = frozenset("AEFHILMNORSX")
_NUMBER_SAID_WITH_AN = r"8|1[18](?!\d)(?:,\d{3})*(?![,\d])"


def with_article(phrase: str) -> str:
    """Put the article before a phrase: ``an opportunistic coalition``, ``a union``, ``an NGO``, ``an 8``.

    A word in capitals is taken to be spelt out letter by letter; where no word is found the article is ``a``.
    """
    return f"{'an' if _sounds_open(phrase) else 'a'} {phrase}"


def _sounds_open(phrase: str) -> bool:
    first = re.search(_FIRST_WORD, phrase)
    if first is None:
        return False
    word, rest = first.group(), phrase[first.start() :]
    if word[0].isdigit():
        return re.match(_NUMBER_SAID_WITH_AN, rest) is not None
    if word.isupper():
        return word[0] in _LETTERS_SAID_WITH_AN
    if word[0] in "hH":
        return re.match(_SILENT_H, word) is not None
    return word[0] in "aeiouAEIOU" and re.match(_CLOSED_VOWEL, rest) is None
