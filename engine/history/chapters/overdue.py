"""What should have been done by now and is not on record: one matter for each thing that can be due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.history.due import NEVER_OVERDUE, WHAT, Due, What, dues
from coalcheck.engine.history.telling import day_in_words, shown
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Record

_AHEAD: Final[What] = "decision-on-end"
"""What is asked about while there is still time for it."""

MATTERS: Final[Mapping[str, str]] = {
    **{
        f"{what}-overdue": f"The last day for this has passed, and nothing on record shows it done: {what}."
        for what in WHAT
        if what not in NEVER_OVERDUE and what != _AHEAD
    },
    "end-near": "The end is near, and nothing on record decides what comes after it.",
}

PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(
        overdue_days="How many days ago the last day was for what is due.",
        end_days="How many days are left until the end.",
    ),
    **texts(
        due_said="What is due, as a phrase with its article.",
        due_thing="What was promised or planned, in its own words; else the same phrase.",
        due_day="The day on which it was due, in words.",
        due_latest="The last day on which it was in time, in words.",
        due_before="The day on which it was last done, in words; absent where it never was.",
        due_today="The day from which the record is looked at, as it is written in a file.",
        end_day="The end of the term, in words.",
    ),
}


def matters(record: Record) -> Iterator[Matter]:
    """What is overdue, and the end where it is near; nothing where nothing at all is on record."""
    if not record.entries:
        return
    for due in dues(record):
        if due.what == _AHEAD:
            if due.done is None and due.day <= record.as_of <= due.deadline:
                left: dict[str, Value] = {
                    "end_days": (due.deadline - record.as_of).days,
                    "end_day": in_words(due.deadline),
                }
                yield Matter("end-near", left, due.route)
        elif due.overdue(record.as_of):
            yield _overdue(due, record)


def _overdue(due: Due, record: Record) -> Matter:
    values: dict[str, Value] = {
        "overdue_days": (record.as_of - due.deadline).days,
        "due_said": due.said,
        "due_thing": due.said.partition(": ")[2] or due.said,
        "due_day": in_words(due.day),
        "due_latest": in_words(due.deadline),
        "due_today": record.as_of.isoformat(),
    }
    if due.last is not None and (before := day_in_words(due.last)):
        values["due_before"] = before
    return Matter(
        f"{due.what}-overdue",
        values,
        due.route,
        due.entry.document if due.entry is not None else None,
        (shown(due.last),) if due.last is not None else (),
    )
