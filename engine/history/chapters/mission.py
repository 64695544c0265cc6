"""The scope over time: what was done that was not agreed on, and widenings one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.history.doing import is_done_for_all
from coalcheck.engine.history.looking_back import widenings
from coalcheck.engine.history.telling import all_shown
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record
    from coalcheck.engine.mission.standing import Answer, Why

MATTERS: Final[Mapping[str, str]] = {
    "done-outside": "Things were done that lie outside what was agreed, or that nobody had decided on.",
    "widened-bit-by-bit": "The scope was widened by several decisions, one after another.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        acts_outside="How many acts lay outside what was agreed.",
        acts_not_agreed="How many acts were on something that is neither inside nor outside.",
        acts_beyond="How many acts were of either kind.",
        widenings="How often the scope was widened.",
    ),
    **texts(
        beyond_in_words="The same, in words, as a part of a sentence.",
        first_purpose="The purpose of the charter.",
        scope_now="What is inside the scope today.",
    ),
}

_NO_CREEP: Final[frozenset[Why]] = frozenset(
    {"money", "conditions", "outside-words", "set-aside-words", "permanence"}
)
"""Reasons to ask that are another matter: a limit of money, strings, and what only words may touch."""


def matters(record: Record) -> Iterator[Matter]:
    """How what was done stands to what was agreed, over the whole record."""
    scope = record.charter.scope
    if scope is None:
        return
    stands = [(each, _answer(each)) for each in record.acts() if is_done_for_all(each)]
    beyond = [each for each, answer in stands if answer != "in"]
    if beyond:
        outside = sum(answer == "out" for _, answer in stands)
        values: dict[str, Value] = {
            "acts_outside": outside,
            "acts_not_agreed": len(beyond) - outside,
            "acts_beyond": len(beyond),
            "beyond_in_words": _in_words(outside, len(beyond) - outside),
        }
        yield Matter("done-outside", values, ("scope",), None, all_shown(beyond))
    widened = widenings(record)
    if widened and record.charter.purpose:
        values = {
            "widenings": len(widened),
            "first_purpose": " ".join(record.charter.purpose.split()),
            "scope_now": join(*(f'"{topic.about or topic.id}"' for topic in scope.inside)) or "nothing",
        }
        yield Matter("widened-bit-by-bit", values, ("scope",), None, all_shown(widened))


def _answer(entry: Entry) -> Answer:
    """How it stands to what was agreed, as far as that is more than a question of words or of money."""
    standing = entry.verdict.scope if entry.verdict is not None else None
    if standing is None or standing.answer == "out":
        return "in" if standing is None else "out"
    return "ask" if any(each.why not in _NO_CREEP for each in standing.against) else "in"


def _in_words(outside: int, not_agreed: int) -> str:
    """``3 things lie outside what you agreed, and 6 you have not agreed on yet``."""
    said = []
    if outside:
        verb = "lies" if outside == 1 else "lie"
        said.append(f"{counted(outside, 'thing')} {verb} outside what you agreed")
    if not_agreed:
        what = str(not_agreed) if outside else counted(not_agreed, "thing")
        said.append(f"{what} you have not agreed on yet")
    return ", and ".join(said)
