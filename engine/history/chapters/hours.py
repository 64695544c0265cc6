"""Where the time goes: meetings beside work, and formal meetings beside all other talk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from coalcheck.engine.charter.quantity import in_digits
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.history.looking_back import latest
from coalcheck.engine.history.telling import shown

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "meeting-hours": "The latest review that counted the hours, with the share that meetings took.",
    "formal-share": "By the latest review that tells, more of the talk was in formal meetings than agreed.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        held_percent="Hours that meetings took in percent of all hours worked, rounded up.",
        formal_percent="The share of all talk in formal meetings in percent, rounded up.",
    ),
    **texts(
        held_hours="The hours that meetings took, in digits.",
        worked_hours="All hours that were worked, in digits.",
        formal_most="The largest share for formal meetings: the charter's own, else what good practice has.",
    ),
}

_MOST: Final = Fraction(70, 100)
"""The largest share of talk in formal meetings, where the charter names none."""


def matters(record: Record) -> Iterator[Matter]:
    """What the latest reviews with these numbers show."""
    counted = latest(each for each in record.events("review") if _hours(each) is not None)
    hours = _hours(counted) if counted is not None else None
    if counted is not None and hours is not None:
        held, worked = hours
        values: dict[str, Value] = {
            "held_percent": _percent(held / worked),
            "held_hours": in_digits(held),
            "worked_hours": in_digits(worked),
        }
        yield Matter(
            "meeting-hours", values, ("review", "hours_in_meetings"), counted.document, (shown(counted),)
        )
    told = latest(each for each in record.events("review") if _formal(each) is not None)
    share = _formal(told) if told is not None else None
    if told is not None and share is not None:
        yield from _above(record, told, share)


def _above(record: Record, told: Entry, share: Fraction) -> Iterator[Matter]:
    communication = record.charter.communication
    agreed = communication.formal_share_at_most if communication is not None else None
    if share <= (agreed or _MOST):
        return
    values: dict[str, Value] = {
        "formal_percent": _percent(share),
        "formal_most": _in_words(agreed or _MOST),
    }
    yield Matter("formal-share", values, ("review", "formal_share"), told.document, (shown(told),))


def _hours(entry: Entry) -> tuple[Fraction, Fraction] | None:
    """Hours in meetings and of all work; None where one is not told, or they do not fit together."""
    review = entry.action.review
    held = review.hours_in_meetings if review is not None else None
    worked = review.hours_of_work if review is not None else None
    if held is None or not worked or held > worked:
        return None
    return held, worked


def _formal(entry: Entry) -> Fraction | None:
    review = entry.action.review
    return review.formal_share if review is not None else None


def _percent(share: Fraction) -> int:
    share *= 100
    return -(-share.numerator // share.denominator)


def _in_words(share: Fraction) -> str:
    """A share as a person writes it: in percent where that is a whole number, else as a part."""
    percent = share * 100
    return f"{percent} %" if percent.denominator == 1 else str(share)
