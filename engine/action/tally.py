"""A tally: how many gave which answer, where the minutes give counts and not names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias

from msgspec import Struct, field
from pydantic_core import PydanticCustomError, ValidationError

from coalcheck.engine.action.answers import ANSWERS, Answer
from coalcheck.engine.action.ballots import split_of
from coalcheck.engine.action.heads import count_of
from coalcheck.engine.action.reading import Faults, ReadIn


class Tally(Struct, frozen=True):
    """Counts of answers, of the whole body and of its parts.

    Under an answer stands how many gave it. ``present`` is written as the number of all who were there;
    here it is those of them who gave no answer, as everywhere else, and `attendance` is the number written.

    Attributes:
        votes: of the whole; empty where only parts are given.
        of: of each group or counted row that is given by itself.
        attendance: how many were there in all; None where it is not on record.
        attendance_of: the same of each group or counted row; without those where it is not on record.
    """

    votes: Mapping[Answer, int] = field(default_factory=dict)
    of: Mapping[str, Mapping[Answer, int]] = field(default_factory=dict)
    attendance: int | None = None
    attendance_of: Mapping[str, int] = field(default_factory=dict)


def tally_of(value: object, context: Mapping[str, Any]) -> Tally:
    """A tally: ``{for: 7, against: 4, present: 14}``, and such a one behind the name of a group or a row.

    Raises:
        PydanticCustomError: it is no mapping.
        ValidationError: with every fault and the steps that lead there.
    """
    del context
    if not isinstance(value, dict):
        raise PydanticCustomError("dict_type", "a tally")
    faults = Faults()
    whole: dict[str, object] = {}
    of: dict[str, Mapping[Answer, int]] = {}
    attendance_of: dict[str, int] = {}
    for key, written in value.items():
        if isinstance(written, dict):
            part = _votes(written, faults, (key,))
            of[str(key)] = part[0]
            if part[1] is not None:
                attendance_of[str(key)] = part[1]
        elif key in ANSWERS:
            whole[key] = written
        else:
            faults.add(PydanticCustomError("answer-unknown", "an answer"), key, "[key]")
    votes, attendance = _votes(whole, faults, ())
    faults.tell("tally")
    return Tally(votes, of, attendance, attendance_of)


TallyText: TypeAlias = Annotated[Tally, ReadIn(tally_of)]


def _votes(
    written: Mapping[str, object], faults: Faults, steps: tuple[str, ...]
) -> tuple[dict[Answer, int], int | None]:
    """The answers, and how many were there."""
    there = written.get("present")
    votes: dict[Answer, int] = {}
    attendance: int | None = None
    try:
        votes = split_of({key: count for key, count in written.items() if key != "present"})
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_input=False):
            kind = detail["type"]
            below = (*detail["loc"], "[key]") if kind == "answer-unknown" else detail["loc"]
            faults.add(PydanticCustomError(kind, "below", detail.get("ctx")), *steps, *below)
        return votes, attendance
    if there is None:
        return votes, attendance
    try:
        attendance = count_of(there)
    except PydanticCustomError as error:
        faults.add(error, *steps, "present")
        return votes, attendance
    answered = sum(count for answer, count in votes.items() if answer != "absent")
    if answered > attendance:
        values = {"detail": str(answered)}
        faults.add(PydanticCustomError("tally-too-many", "more than were there", values), *steps, "present")
    elif attendance > answered:
        votes["present"] = attendance - answered
    return votes, attendance
