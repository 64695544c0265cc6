"""How the coalition appears: statements before their time, and joint appearances that nobody can explain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from coalcheck.engine.action.moment import Year
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers
from coalcheck.engine.facts.time import months_later
from coalcheck.engine.history.telling import all_shown
from coalcheck.engine.history.tenure import is_member

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "early-statements": "Statements within a year that came before the time that was agreed for them.",
    "unexplained-appearances": "Joint appearances while not every member has a line for its supporters.",
}
PROPERTIES: Final[Mapping[str, Property]] = numbers(
    early="How many statements within twelve months came before the agreed time.",
    appearances="How many joint appearances there were within twelve months.",
    lines_missing="How many members have no line for their supporters.",
)
_COALITION: Final = "coalition"
_IN_PUBLIC: Final = frozenset({"speak", "event"})


def matters(record: Record) -> Iterator[Matter]:
    """What the record shows of statements and appearances."""
    begin = months_later(record.as_of, -12)
    recent = [each for each in record.events("statement") if each.first is not None and each.first >= begin]
    early = [each for each in recent if _is_early(each)]
    if early:
        values: dict[str, Value] = {"early": len(early)}
        yield Matter("early-statements", values, ("messaging",), None, all_shown(early))
    joint = [each for each in recent if _COALITION in each.action.in_name_of]
    joint += [
        each
        for each in record.acts_perhaps(*_IN_PUBLIC)
        if each.first is not None and each.first >= begin and each.carried and each.action.done
        and _COALITION in each.action.in_name_of and _is_in_public(each)
    ]  # fmt: skip
    missing = sum(
        1
        for member in record.charter.members
        if is_member(member, record.as_of) and not _has_line(record, member.id)
    )
    if joint and missing:
        values = {"appearances": len(joint), "lines_missing": missing}
        joint.sort(key=lambda each: each.first or begin)
        yield Matter("unexplained-appearances", values, ("explaining",), None, all_shown(joint))


def _has_line(record: Record, member: str) -> bool:
    explaining = record.charter.explaining.get(member)
    return explaining is not None and bool(explaining.why_we_are_in_this)


def _is_in_public(entry: Entry) -> bool:
    """Whether it was said or held in public, although its decision may be for other things too.

    What costs nothing was no spending; and of anything else the words that were said tell.
    """
    others = set(entry.kinds) - _IN_PUBLIC
    if not others:
        return True
    return entry.action.amount is None and (others == {"spend"} or bool(entry.action.text))


def _is_early(entry: Entry) -> bool:
    """Whether it certainly came before the agreed time: by the hour where both are known, else by the day."""
    statement = entry.action.statement
    agreed = statement.agreed_time if statement is not None else None
    said = entry.action.date
    if agreed is None or said is None or isinstance(agreed, Year) or isinstance(said, Year):
        return False
    if isinstance(agreed, datetime) and isinstance(said, datetime):
        return said < agreed
    return _day(said) < _day(agreed)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
