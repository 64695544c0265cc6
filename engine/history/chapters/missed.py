"""Days that members missed without a word before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers
from coalcheck.engine.history.days import known_not
from coalcheck.engine.history.discreet import discreetly
from coalcheck.engine.history.promised import chains, state_of

if TYPE_CHECKING:
    from coalcheck.engine.history.promised import State
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "missed-without-word": "One member missed promised days, and said nothing before them.",
}
PROPERTIES: Final[Mapping[str, Property]] = numbers(
    missed_days="How many promised days one member missed without a word before.",
)


def matters(record: Record) -> Iterator[Matter]:
    """One for each member with such days; which member it is stands in the entries alone."""
    missed: dict[str, list[Entry]] = {}
    for chain in chains(record):
        state = state_of(chain)
        if state is None:
            continue
        entry = _missed(state)
        whose = {each for other in chain if (told := other.action.promise) for each in told.member}
        if entry is not None and len(whose) == 1 and _without_word(chain, state.due):
            missed.setdefault(whose.pop(), []).append(entry)
    for entries in missed.values():
        seen = discreetly(entries, "a promised day was missed", "promise")
        values = {"missed_days": len(entries)}
        yield Matter("missed-without-word", values, ("promise",), entries[-1].document, seen)


def _missed(state: State) -> Entry | None:
    """The entry that shows a day missed: that it was not kept, or only later."""
    if state.missed is not None:
        return state.missed
    promise = state.kept.action.promise if state.kept is not None else None
    kept = _day(promise.kept) if promise is not None else None
    return state.kept if kept is not None and kept > state.due else None


def _without_word(chain: Sequence[Entry], due: date) -> bool:
    """Whether it is on record that nothing was said before the day; where nothing tells, nothing is said."""
    told = [each.action.promise.told for each in chain if each.action.promise is not None]
    days = [day for each in told if (day := _day(each)) is not None]
    if any(each is True for each in told) or any(day <= due for day in days):
        return False
    return bool(days) or any(known_not(each) for each in told)


def _day(done: object) -> date | None:
    """The day of something, where it is one day."""
    if isinstance(done, datetime):
        return done.date()
    return done if isinstance(done, date) else None
