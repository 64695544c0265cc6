"""Criticism, and how soon it was answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.history.chains import chains
from coalcheck.engine.history.days import known_not, when
from coalcheck.engine.history.telling import all_shown, shown
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "criticism-unanswered": "Criticism was put on record, and no answer to it.",
    "criticism-answered-late": "Criticism was answered, and several times not within a day.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        criticism_days="How many days ago the criticism came.",
        answered_late="How often an answer came later than a day.",
        answered="How often criticism was answered in all, as far as both days are on record.",
    ),
    **texts(criticism_on="The day on which the criticism came, in words."),
}

_A_DAY: Final = 1
"""An answer on the next day is in time."""


def matters(record: Record) -> Iterator[Matter]:
    """One for each criticism that nobody answered, and one for all that were answered late."""
    late: list[Entry] = []
    in_all = 0
    for chain in chains(record, "criticism"):
        first = chain[0]
        if first.last is None or first.first != first.last:
            continue
        if not _is_answered(chain):
            unanswered: dict[str, Value] = {
                "criticism_days": (record.as_of - first.last).days,
                "criticism_on": in_words(first.last),
            }
            yield Matter(
                "criticism-unanswered", unanswered, ("happened",), first.document, all_shown(chain[1:])
            )
            continue
        day = _answered_on(chain)
        if day is not None:
            in_all += 1
            if (day - first.last).days > _A_DAY:
                late.append(first)
    if late:
        values = {"answered_late": len(late), "answered": in_all}
        seen = tuple(shown(each) for each in late)
        yield Matter("criticism-answered-late", values, ("explaining",), None, seen)


def _is_answered(chain: Sequence[Entry]) -> bool:
    """Whether there was an answer: it says so, it names one, or something public goes back to it."""
    return any(_answers(each, first=each is chain[0]) for each in chain)


def _answers(entry: Entry, *, first: bool) -> bool:
    told = entry.action.criticism
    if told is not None and told.answered is not None:
        return not known_not(told.answered)
    if told is not None and told.answer is not None:
        return True
    return not first and (entry.action.happened == "statement" or entry.carried)


def _answered_on(chain: Sequence[Entry]) -> date | None:
    """The day of the first answer; None where it is not on record, or only its year is."""
    for entry in chain:
        if not _answers(entry, first=entry is chain[0]):
            continue
        told = entry.action.criticism
        if told is not None and told.answered is not None and told.answered is not True:
            return when(told.answered, entry)
        # Beside the criticism itself, that it was answered says nothing of when.
        return None if entry is chain[0] or entry.first != entry.last else entry.last
    return None
