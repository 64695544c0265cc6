"""Whether a sentence speaks of a matter only to say that it leaves it alone.

To leave a matter alone is not to touch it. To be against it is: who is against the plant takes a side as
much as who is for it. So of a matter that is set aside only what denies to speak of it is passed over; of a
matter that is outside also what denies to take part in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coalcheck.engine.mission.phrase import Token
    from coalcheck.engine.mission.standing import Meets
    from coalcheck.engine.mission.tongue import Tongue
    from coalcheck.engine.mission.words import Sentence

_REACH: Final = 1
"""So many words that name something may stand between a denial and a matter: no such candidates."""
_IMPERATIVE: Final = frozenset({"do", "don't", "never", "please"})


def leaves_alone(
    sentence: Sentence, at: int, meets: Meets, tongue: Tongue, others: frozenset[int] = frozenset()
) -> bool:
    """Whether the clause around a word denies to have anything to do with it.

    Args:
        sentence: the sentence.
        at: the word by which the matter was recognised.
        meets: the list in which the matter stands.
        tongue: the language of the sentence.
        others: further words of the same matter: one denial goes for all of a list.
    """
    clause = [
        (i, token) for i, token in enumerate(sentence.tokens) if token.clause == sentence.tokens[at].clause
    ]
    deny = [i for i in _denials(clause, tongue) if i != at]
    if not deny or any(token.low in tongue.words.demands for i, token in clause if i != at):
        return False
    speaking = tongue.stems("speaking")
    if any(tongue.stem(token.low) in speaking for i, token in clause if i != at):
        return True
    if meets != "outside" or clause[0][1].low in _IMPERATIVE:
        return False
    backing = tongue.stems("backing")
    first = deny[0]
    if any(tongue.stem(token.low) in backing for i, token in clause if i > first or tongue.words.compounds):
        return True
    before = [i for i in deny if i < at]
    if not before:
        return False
    small = tongue.words.small
    between = [
        i for i in range(before[-1] + 1, at) if i not in others and sentence.tokens[i].low not in small
    ]
    return len(between) <= _REACH


def _denials(clause: Sequence[tuple[int, Token]], tongue: Tongue) -> list[int]:
    """Where the clause denies; "not only" does not."""
    words = tongue.words
    found = []
    for n, (i, token) in enumerate(clause):
        if token.low in words.none or token.low in words.denies:
            after = clause[n + 1][1].low if n + 1 < len(clause) else ""
            if after not in words.only:
                found.append(i)
    return found
