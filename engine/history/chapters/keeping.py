"""Whether what was agreed is kept, in small things: counted from all of them together, and never by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.facts.time import months_later
from coalcheck.engine.history.promised import chains, state_of
from coalcheck.engine.history.telling import all_shown
from coalcheck.engine.wording.day import in_words
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "small-steps": "Small matters within a year that went against the agreement, all counted together.",
    "hours-not-given": "At two reviews running, a member had not given the time that it promised.",
    "suspended-for-long": "A suspension that nobody gave an end goes on, and nothing was decided since.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        small_steps="How many small matters within twelve months went against the agreement.",
        hours_short="How many members had not given their time at the last two reviews.",
        suspended_days="How many days ago the suspension was decided.",
    ),
    **texts(
        small_steps_are="What they were: how many of each kind, in words.",
        hours_reviews="The days of the two reviews, in words.",
        suspended_on="The day of the suspension, in words.",
    ),
}
_A_SEASON: Final = timedelta(days=92)
"""So long a suspension without an end may go on before it is asked what becomes of it."""
_TWO: Final = 2


def matters(record: Record) -> Iterator[Matter]:
    """What the record shows of what was kept."""
    yield from _small_steps(record)
    yield from _hours(record)
    yield from _suspensions(record)


def _small_steps(record: Record) -> Iterator[Matter]:
    begin = months_later(record.as_of, -12)
    breaches = [each for each in record.events("breach") if _recent(each, begin) and _is_small(each)]
    missed = [each for each in _missed(record) if _recent(each, begin)]
    notices = [
        each for each in record.acts() if _recent(each, begin) and each.carried and _notice_short(each)
    ]
    every = {id(each): each for each in (*breaches, *missed, *notices)}
    if every:
        kinds = (
            (len(breaches), "small matter", "small matters"),
            (len(missed), "promise missed without a word", "promises missed without a word"),
            (len(notices), "notice too short", "notices too short"),
        )
        said = join(*(counted(number, one, many) for number, one, many in kinds if number))
        values: dict[str, Value] = {"small_steps": len(every), "small_steps_are": said}
        seen = sorted(every.values(), key=lambda each: (each.last is None, each.last or begin))
        yield Matter("small-steps", values, ("breach",), None, all_shown(seen))


def _recent(entry: Entry, begin: date) -> bool:
    return entry.first is not None and entry.first >= begin


def _is_small(entry: Entry) -> bool:
    breach = entry.action.breach
    return breach is None or breach.level != "major"


def _missed(record: Record) -> Iterator[Entry]:
    """Promises that were not kept, where it is on record that nothing was said before."""
    for chain in chains(record):
        state = state_of(chain)
        if state is not None and state.missed is not None and state.silent:
            yield state.missed


def _notice_short(entry: Entry) -> bool:
    clauses = entry.verdict.clauses if entry.verdict is not None else ()
    return any(clause.part == "notice" and clause.met is False for clause in clauses)


def _hours(record: Record) -> Iterator[Matter]:
    """Members that at both of the last two reviews which looked at it had not given their time."""
    looked = [
        each for each in record.events("review") if each.action.review and each.action.review.hours_given
    ]
    if len(looked) < _TWO:
        return
    one, other = (
        {member for member, given in each.action.review.hours_given.items() if not given}
        for each in looked[-_TWO:]
        if each.action.review is not None
    )
    short = one & other
    if short:
        days = join(*(in_words(each.last) for each in looked[-_TWO:] if each.last is not None))
        values: dict[str, Value] = {
            "hours_short": len(short),
            "hours_reviews": days or "the last two reviews",
        }
        last = looked[-1]
        seen = all_shown(looked[-_TWO:], "review", "hours_given")
        yield Matter("hours-not-given", values, ("review", "hours_given"), last.document, seen)


def _suspensions(record: Record) -> Iterator[Matter]:
    """Suspensions with no end by the decision, the charter, or anything decided or told since."""
    charter = record.charter
    last: dict[str, Entry] = {}
    for entry in record.entries:
        leaving = entry.action.leaving
        if {"suspend", "expel"} & set(entry.kinds):
            for member in entry.action.subject:
                last[member] = entry
        elif leaving is not None and leaving.who is not None:
            last[leaving.who] = entry
    ended = {
        member.id
        for member in charter.members
        if any(each.status == "suspended" and each.to is not None for each in member.standing)
    }
    for member_id, entry in last.items():
        decision = charter.decisions.get(entry.verdict.decision) if entry.verdict is not None else None
        if (
            entry.kinds != ("suspend",)
            or not entry.carried
            or entry.action.until is not None
            or (decision is not None and decision.lasts is not None)
            or member_id in ended
            or entry.last is None
            or record.as_of - entry.last <= _A_SEASON
        ):
            continue
        told: dict[str, Value] = {
            "suspended_days": (record.as_of - entry.last).days,
            "suspended_on": in_words(entry.last),
        }
        yield Matter("suspended-for-long", told, ("action",), entry.document)
