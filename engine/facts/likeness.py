"""Which words two texts of a charter have in common.

Words alone say nothing of what is meant. So what rests on them is shown with the words, and asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from coalcheck.engine.facts.prose import words_of

SHORTEST: Final = 3
"""Letters of the shortest word that is looked at."""

_PLAIN: Final = frozenset(
    """
    about above after again against all along already also although among and any anyone anything are
    around away because been before being below beside besides between beyond both but can cannot could
    did does doing done down during each either else even ever every everyone everything few first for
    from further get gets give given gives goes going had has have having her here hers him his how
    however into its itself just keep keeps kept last least less let like made make makes many may might
    mine more most much must near neither never next nobody none nor not nothing now off often once one
    ones only onto other others ought our ours out over own part per put puts rather same say says see
    seen shall she should since some someone something soon still such take takes than that the their
    theirs them then there these they thing things this those through thus till together too toward
    towards two three under unless until upon use used uses very want wants was way ways well were what
    when where whether which while who whole whom whose why will with within without would yet you your
    yours january february march april june july august september october november december day days
    week weeks month months year years end ends start starts
    """.split()
)
"""Words that stand in any text and tell no two of them apart."""

_OF_COALITIONS: Final = frozenset(
    """
    act action ask asks coalition alliance charter joint member members partner partners statement
    statements speak speaks spoken text texts work works working agree agrees agreed agreement support
    supports campaign demand demands any new name names public publicly sign signs signed publish call
    calls
    """.split()
)
"""Words that stand in the charter of any coalition: what members do, rather than what it is about."""

_OPPOSING: Final = frozenset(
    """
    no not without never nobody nor neither against stop stops stopped stopping end ends ended ending
    ban bans banned oppose opposes opposed block blocks prevent halt close closed closing reject resist
    attack attacks criticise criticize blame
    """.split()
)

_ENDINGS: Final = ("ations", "ation", "ings", "ing", "ions", "ion", "ed", "es", "s")
_LAST_LETTERS: Final = frozenset("sgnd")
_DOUBLING: Final = frozenset({"ings", "ing", "ed"})

_BLANKS: Final = str.maketrans(dict.fromkeys("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”‘’„«»–—…¿¡·•", " "))
"""Every sign between words; a table, because a hundred texts of each charter are taken apart."""

_ENGLISH: Final = frozenset({"the", "and", "of", "to", "that", "with", "what", "from"})


@lru_cache(maxsize=2048)
def stem(word: str) -> str:
    """The part of an English word that its forms have in common: ``hear`` of ``hearings``."""
    if len(word) <= SHORTEST or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    for ending in _ENDINGS if word[-1] in _LAST_LETTERS else ():
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word[: -len(ending)]
            if ending in _DOUBLING and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word[:-1] if word[-1] == "e" and len(word) > SHORTEST else word


def stems_of(*texts: str | None) -> frozenset[str]:
    """The stems of the words of some texts; words that stand in any text, and numbers, are left out."""
    return frozenset().union(*(_stems(text) for text in texts if text))


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    found = {word for word in text.lower().translate(_BLANKS).split() if len(word) >= SHORTEST} - _PLAIN
    return frozenset([stem(word) for word in found if not word.isdecimal()])


def matter_of(*texts: str | None) -> frozenset[str]:
    """The same, with the words left out that stand in the charter of any coalition."""
    return stems_of(*texts) - _COMMON


def words_behind(text: str, stems: Iterable[str]) -> list[str]:
    """The words of a text that have these stems, in the order of the text, as a reader knows them."""
    wanted = frozenset(stems)
    return list(dict.fromkeys(word for word in words_of(text) if stem(word) in wanted and word not in _PLAIN))


def is_english(*texts: str | None) -> bool:
    """Whether the texts are English for all that can be seen: forms of other languages are not known here."""
    return any(text and not _ENGLISH.isdisjoint(text.lower().translate(_BLANKS).split()) for text in texts)


def opposes(text: str) -> bool:
    """Whether a text is against something, as far as its words tell."""
    return not _OPPOSING.isdisjoint(text.lower().translate(_BLANKS).split())


_COMMON: Final = frozenset(map(stem, _OF_COALITIONS))
