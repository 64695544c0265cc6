"""Proposals over time: the same put to a decision again and again after a no.

To propose is no fault, and nobody is counted: only how often the same was refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.history.record import is_carried
from coalcheck.engine.history.telling import all_shown

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "put-again": "The same was put to a decision again and again, and refused.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(refusals="How often it was put to a decision and refused."),
    **texts(refused="What was put: its title as it stood last."),
}

_REFUSED: Final = frozenset({"rejected", "vetoed"})
_REFUSED_IN_MINUTES: Final = _REFUSED | {"not adopted"}
_WORD: Final = re.compile(r"[^\W\d_]+")
_OF_ANOTHER_TRY: Final = frozenset(
    """
    a an the and of to for on in by with our again once more new anew another revised version attempt try
    first second third fourth fifth last final proposal proposed motion vote reading
    """.split()
)


def matters(record: Record) -> Iterator[Matter]:
    """What was refused several times, in the order of the first."""
    for group in _alike(record):
        refused = [each for each in group if is_refused(each)]
        if len(refused) > 1:
            title = " ".join(refused[-1].called.split())
            values: dict[str, Value] = {"refusals": len(refused), "refused": title}
            yield Matter("put-again", values, (), None, all_shown(refused), refused[-1].called)


def is_refused(entry: Entry) -> bool:
    """Whether something was put to a decision and refused; what had no quorum was not decided at all."""
    verdict = entry.verdict
    if verdict is None or not verdict.decision:
        return False
    if entry.action.recorded is not None:
        return entry.action.recorded in _REFUSED_IN_MINUTES
    return is_carried(entry.action, verdict) is False and verdict.outcome in _REFUSED


def _alike(record: Record) -> Iterator[list[Entry]]:
    """Acts that are about the same: of one id, going back to one another, or alike in what they say.

    A later act goes with the group of the first of these that is known.
    """
    groups: dict[str, list[Entry]] = {}
    known: dict[object, str] = {}
    for number, entry in enumerate(record.acts()):
        action = entry.action
        signs: list[object] = [("id", each) for each in (action.id, *action.follows) if each]
        like = _likeness(entry)
        if like is not None:
            signs.append(like)
        name = next((known[sign] for sign in signs if sign in known), str(number))
        for sign in signs:
            known.setdefault(sign, name)
        groups.setdefault(name, []).append(entry)
    yield from groups.values()


def _likeness(entry: Entry) -> object:
    """What two proposals of the same thing share: the decision, the topics, and the words of the title."""
    words = frozenset(_WORD.findall((entry.action.title or "").casefold())) - _OF_ANOTHER_TRY
    decision = entry.verdict.decision if entry.verdict is not None else ""
    if len(words) < 2 or not decision:
        return None
    return decision, frozenset(entry.action.topics), words
