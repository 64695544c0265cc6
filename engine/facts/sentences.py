"""Where one sentence of prose ends and the next begins."""

from __future__ import annotations

import re

_END = re.compile(r"""[.!?…]+["'”’)\]]*(?=\s|$)|[。！？]["'”’」』）]*""")
# "No." and the like are abbreviations only before a number.
_NUMBERED = re.compile(r"\b(?:no|nos|nr|p|pp)$", re.IGNORECASE)
_ABBREVIATED = re.compile(
    r"\b(?:[A-Za-z]|e\.?g|i\.?e|cf|vs|art|arts|sec|ch|para|St|Dr|Mr|Mrs|Ms|Prof|Gov|Sen|Rep|Gen|Hon|Inc|Ltd|Co|Corp|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|ca|etc|dept)$",
    re.IGNORECASE,
)


def count_sentences(text: str) -> int:
    """How many sentences a text has; an abbreviation, an initial or a decimal point ends none."""
    count, begin = 0, 0
    for end in _END.finditer(text):
        before, rest = text[begin : end.start()], text[end.end() :].lstrip()
        if end[0].startswith(".") and rest and _goes_on(before, rest):
            continue
        if before.strip():
            count += 1
        begin = end.end()
    return count + bool(text[begin:].strip(" \t\n\"'”’)].!?…"))


def _goes_on(before: str, rest: str) -> bool:
    if rest[0].islower() or _ABBREVIATED.search(before):
        return True
    return rest[0].isdigit() and _NUMBERED.search(before) is not None
