"""What is not decided yet, with what would carry it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from coalcheck.engine.action.moment import UnknownZone
from coalcheck.engine.checking.doubt import in_doubt
from coalcheck.engine.decide.calendar import days_of
from coalcheck.engine.decide.door import decide
from coalcheck.engine.decide.past import Past
from coalcheck.engine.decide.spending import Spending
from coalcheck.engine.history.replay import before, with_past
from coalcheck.engine.standing.status import Open

if TYPE_CHECKING:
    from coalcheck.engine.action.load import LoadedAction
    from coalcheck.engine.action.moment import Moment
    from coalcheck.engine.checking.asking import Asking
    from coalcheck.engine.decide.bindings import Bindings
    from coalcheck.engine.decide.verdict import Verdict
    from coalcheck.engine.history.record import Entry, Record

_COUNTING: Final = frozenset({"rule", "quorum", "also", "tie", "veto", "proxies", "silence"})
"""The clauses on which it rests what further votes come to."""

_WAITS: Final = frozenset({"pending", "indeterminate", "unauthorised"})
"""What a proposal, or a vote that is not over, can still become otherwise."""


def opened(asking: Asking, record: Record, loaded: Sequence[LoadedAction]) -> Mapping[int, Open]:
    """What is proposed or put to a vote and not decided, by its place among all entries, those ahead last.

    What was put again later stands for what it goes back to. What the minutes call settled is settled.

    Args:
        asking: the charter, with what is asked of actions.
        record: the record.
        loaded: its files.

    Raises:
        ChapterFailed: a chapter could not be examined.
    """
    every = [*record.entries, *record.ahead]
    files = {id(each.document): each for each in loaded}
    found: dict[int, Open] = {}
    for at in _undecided(every, record.as_of):
        entry = every[at]
        file = files[id(entry.document)]
        verdict = _with_ways(asking.bindings, record, entry, file, loaded)
        if verdict is None:
            continue
        past = before(record, every, at)
        checked = asking.judged(file, entry.action, verdict, past)
        closes = _day(entry.action.closes, record.charter.time_zone)
        found[at] = Open(checked, entry.first, closes, at >= len(record.entries))
    return found


def in_order(found: Mapping[int, Open], as_of: date) -> tuple[Open, ...]:
    """What comes next first, then what has no day ahead: the newest first."""
    ahead, others = [], []
    for each in found.values():
        days = [day for day in (each.closes, each.day) if day is not None and day >= as_of]
        if days:
            ahead.append((min(days), each))
        else:
            others.append(each)
    ahead.sort(key=lambda pair: (pair[0], pair[1].checked.asked.title))
    others.sort(key=lambda each: (each.day or date.min, each.checked.asked.title), reverse=True)
    return (*(each for _, each in ahead), *others)


def _undecided(every: Sequence[Entry], as_of: date) -> list[int]:
    found: list[int] = []
    again: set[str] = set()
    for at in range(len(every) - 1, -1, -1):
        entry = every[at]
        action, verdict = entry.action, entry.verdict
        if verdict is None:
            continue
        mine = action.id is not None and action.id in again
        waits = verdict.outcome in (_WAITS if action.stands(as_of) != "closed" else ("pending",))
        settled = action.recorded is not None or (action.done is not None and action.done is not False)
        if waits and not settled and not mine:
            found.append(at)
        again.update((*action.follows, *((action.id,) if action.id is not None else ())))
    return found[::-1]


def _with_ways(
    bindings: Bindings | None,
    record: Record,
    entry: Entry,
    loaded: LoadedAction,
    others: Sequence[LoadedAction],
) -> Verdict | None:
    """The verdict of the record, with the smallest change that would carry it.

    By itself, an action takes a moment to judge, with the whole record before it much longer. So it is first
    judged by itself, and where all that is counted comes out the same, so does what would carry it.
    """
    verdict = entry.verdict
    if verdict is None or bindings is None or verdict.outcome != "pending" or verdict.settled:
        return verdict
    alone = decide(bindings, entry.action, as_of=record.as_of, past=Past(Spending()))
    if _counted(alone) == _counted(verdict):
        return replace(verdict, to_pass=alone.to_pass)
    rest = [each for each in others if each.document is not loaded.document]
    again, _ = with_past(bindings, record.document, rest, loaded, record.as_of, in_doubt)
    return None if again.verdict is None else replace(again.verdict, to_block=())


def _counted(verdict: Verdict) -> tuple[object, ...]:
    counting = [each for each in verdict.clauses if each.part in _COUNTING]
    return verdict.outcome, verdict.also, verdict.decision, verdict.members, verdict.vetoes, counting


def _day(moment: Moment | None, zone: str | None) -> date | None:
    """The last day of a moment; None where it has none that is known."""
    if moment is None:
        return None
    try:
        return days_of(moment, zone)[1]
    except UnknownZone:
        return moment.date() if isinstance(moment, datetime) else None
