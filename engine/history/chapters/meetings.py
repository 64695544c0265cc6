"""Meetings: whether enough come, how much of what comes up is dealt with, and whether anything is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.facts.time import months_later
from coalcheck.engine.history.due_again import is_for_all
from coalcheck.engine.history.running import is_running
from coalcheck.engine.history.telling import all_shown
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "no-quorum-again": "The last meetings, one after another, had no quorum.",
    "items-left-open": "Part of what came up within a year was never dealt with.",
    "nothing-between-check-ins": "Three check-ins in a row, and nothing was done between them or since.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        meetings_without="How many meetings in a row, up to the last one, had no quorum.",
        items="How many matters came up within the last twelve months, apart from the latest ones.",
        items_open="How many of them were never dealt with.",
        items_percent="The same in percent, rounded down.",
    ),
    **texts(
        without_since="The day of the first of the meetings without a quorum, in words.",
        check_ins_since="The day of the first of the three check-ins, in words.",
    ),
}

_CHECK_INS: Final = 3
_DEALT_WITH_WITHIN: Final = timedelta(days=60)
"""What came up so recently may still be dealt with."""
_DONE: Final = ("result", "statement", "payment", "goal", "joining", "leaving", "sprint", "exercise")
"""What happens when something is done, besides carrying a decision."""


def matters(record: Record) -> Iterator[Matter]:
    """What the meetings on record show."""
    yield from _quorums(record)
    yield from _items(record)
    if is_running(record):
        yield from _check_ins(record)


def _quorums(record: Record) -> Iterator[Matter]:
    """The latest meetings without a quorum, one after another; what is voted on in one day is one meeting."""
    days: dict[date, bool] = {}
    entries: dict[date, Entry] = {}
    for entry in record.entries:
        had = _had_quorum(entry)
        if had is not None and entry.first is not None and entry.first == entry.last:
            days[entry.first] = days.get(entry.first, False) or had
            entries.setdefault(entry.first, entry)
    without = list(takewhile(lambda day: not days[day], sorted(days, reverse=True)))
    if without:
        without.reverse()
        values: dict[str, Value] = {
            "meetings_without": len(without),
            "without_since": in_words(without[0]),
        }
        seen = all_shown(entries[day] for day in without)
        yield Matter("no-quorum-again", values, ("decisions",), None, seen)


def _had_quorum(entry: Entry) -> bool | None:
    """Whether enough were there; None where that is not on record, or no quorum was asked for."""
    action, verdict = entry.action, entry.verdict
    if action.happened == "meeting":
        return action.meeting.quorum if action.meeting is not None else None
    if verdict is None or action.stands(verdict.as_of) != "closed":
        return None
    met = [clause.met for clause in verdict.clauses if clause.part == "quorum"]
    return met[0] if met else None


def _items(record: Record) -> Iterator[Matter]:
    """Proposals, and points of an agenda, that were never dealt with, of all within a year."""
    begin, end = months_later(record.as_of, -12), record.as_of - _DEALT_WITH_WITHIN
    followed = {name for each in record.entries for name in each.action.follows}
    items, still_open = 0, 0
    seen: list[Entry] = []
    for entry in record.entries:
        if entry.first is None or entry.last is None or entry.first < begin or entry.last > end:
            continue
        meeting = entry.action.meeting
        if entry.verdict is not None:
            items += 1
            if _left_open(entry) and entry.action.id not in followed:
                still_open += 1
                seen.append(entry)
        elif meeting is not None and meeting.agenda:
            items += max(len(meeting.agenda), len(meeting.left_over))
            still_open += len(meeting.left_over)
            seen += [entry] if meeting.left_over else []
    if still_open:
        values: dict[str, Value] = {
            "items": items,
            "items_open": still_open,
            "items_percent": 100 * still_open // max(items, 1),
        }
        yield Matter("items-left-open", values, ("decisions",), None, all_shown(seen))


def _left_open(entry: Entry) -> bool:
    """Whether nothing came of it: never voted on, or never by enough; what was refused was dealt with."""
    verdict = entry.verdict
    if verdict is None or entry.action.recorded is not None or entry.action.done:
        return False
    return verdict.outcome in ("pending", "no-quorum")


def _check_ins(record: Record) -> Iterator[Matter]:
    held = [
        each
        for each in record.events("meeting")
        if each.action.meeting is not None and each.action.meeting.kind == "check-in" and is_for_all(each)
    ]
    last = [each for each in held if each.first is not None and each.first == each.last][-_CHECK_INS:]
    since = last[0].first if len(last) == _CHECK_INS else None
    if since is None:
        return
    done = [*record.events(*_DONE), *(each for each in record.acts() if each.carried or each.action.done)]
    kept = [each for each in record.events("promise") if each.action.promise and each.action.promise.kept]
    if not any(each.last is None or each.last >= since for each in (*done, *kept)):
        values: dict[str, Value] = {"check_ins_since": in_words(since)}
        yield Matter("nothing-between-check-ins", values, ("check_ins",), None, all_shown(last))
