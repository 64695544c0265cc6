"""Ballots by name: what each member answered, by answer or by member, as the minutes have it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated, Any, Final, TypeAlias

from msgspec import Struct, field
from pydantic_core import PydanticCustomError, ValidationError

from coalcheck.engine.action.answers import ANSWERS, Answer, answer_of
from coalcheck.engine.action.heads import count_of, named, twice
from coalcheck.engine.action.moment import Moment, moment_of
from coalcheck.engine.action.reading import Faults, ReadIn

KEYS: Final = ("vote", "at", "reason", "heads")


class Ballot(Struct, frozen=True):
    """What one member answered, or what those of a counted row did.

    Attributes:
        answer: None only where the members of a counted row answered differently; `split` then says how.
        at: when it was given, where that is on record.
        reason: why, in its own words.
        heads: how many of a counted row answered so; None: all of them, and one for a single member.
        split: how many of a counted row gave which answer.
    """

    answer: Answer | None = None
    at: Moment | None = None
    reason: str = ""
    heads: int | None = None
    split: Mapping[Answer, int] = field(default_factory=dict)

    def votes(self, count: int = 1) -> dict[Answer, int]:
        """How many of a row of so many gave which answer; who gave none was absent.

        More than there are may have answered: whoever asks compares the sum with the count.
        """
        found: dict[Answer, int] = dict(self.split)
        if self.answer is not None:
            found[self.answer] = count if self.heads is None else self.heads
        rest = count - sum(found.values())
        if rest > 0:
            found["absent"] = found.get("absent", 0) + rest
        return found


_ALONE: Final[Mapping[str, Ballot]] = {answer: Ballot(answer) for answer in ANSWERS}
"""The ballots that nearly all are, which say nothing beside the answer; a record has tens of thousands."""

Ballots: TypeAlias = Mapping[str, Ballot]
"""By member, in the order of the file."""


def ballot_of(value: object, context: Mapping[str, Any]) -> Ballot:
    """One ballot: an answer; or ``{vote: for, at: …, reason: …, heads: …}``; or ``{for: 500, against: 20}``.

    Raises:
        PydanticCustomError: it is none of these.
        ValidationError: something in it is not clear; with the steps that lead there.
    """
    if not isinstance(value, dict):
        if isinstance(value, (list, tuple)):
            raise PydanticCustomError("ballot-unclear", "a ballot")
        return _ALONE[answer_of(value)]
    if value and all(key in ANSWERS for key in value):
        return Ballot(split=split_of(value))
    faults = Faults()
    read: dict[str, Any] = {}
    for key, written in value.items():
        if key not in KEYS:
            faults.add(PydanticCustomError("extra_forbidden", "another key"), key)
            continue
        try:
            read[key] = _part(key, written, context)
        except PydanticCustomError as error:
            faults.add(error, key)
    faults.tell("ballot")
    if "vote" not in read:
        raise PydanticCustomError("ballot-unclear", "a ballot")
    return Ballot(read["vote"], read.get("at"), read.get("reason", ""), read.get("heads"))


def split_of(value: Mapping[str, object]) -> dict[Answer, int]:
    """How many gave which answer.

    Raises:
        ValidationError: with every fault and the key at which it is.
    """
    faults = Faults()
    found: dict[Answer, int] = {}
    for key, count in value.items():
        try:
            found[answer_of(key)] = count_of(count)
        except PydanticCustomError as error:
            faults.add(error, key)
    faults.tell("split")
    return found


def ballots_of(value: object, context: Mapping[str, Any]) -> dict[str, Ballot]:
    """Ballots by answer, ``{for: [breathe], against: [local-9]}``, or by member, ``{breathe: for}``, or both.

    Raises:
        PydanticCustomError: they are no mapping.
        ValidationError: with every fault and the steps that lead there.
    """
    if not isinstance(value, dict):
        raise PydanticCustomError("dict_type", "ballots")
    faults = Faults()
    found: dict[str, Ballot] = {}
    for key, written in value.items():
        # Nearly all of them say a member and its answer, and nothing has to be looked at twice.
        alone = _ALONE.get(written) if isinstance(written, str) else None
        if alone is not None and key not in ANSWERS and key not in found:
            found[str(key)] = alone
        elif key in ANSWERS and not isinstance(written, dict):
            _by_answer(answer_of(key), written, found, faults)
        elif isinstance(written, dict) and is_turned(key, written):
            faults.add(PydanticCustomError("rows-unclear", "members"), key)
        elif isinstance(written, (list, tuple)):
            faults.add(PydanticCustomError("answer-unknown", "an answer"), key, "[key]")
        else:
            _by_member(str(key), written, context, found, faults)
    faults.tell("ballots")
    return found


def is_turned(key: str, below: Collection[str]) -> bool:
    """Whether members with numbers stand behind an answer, where a row stands before its answers."""
    return key in ANSWERS and "vote" not in below and not set(below) <= set(ANSWERS)


BallotsText: TypeAlias = Annotated[Mapping[str, Ballot], ReadIn(ballots_of)]


def _by_answer(answer: Answer, written: object, found: dict[str, Ballot], faults: Faults) -> None:
    for i, item in _items(written):
        try:
            member = named(item)
        except PydanticCustomError as error:
            faults.add(error, answer, *i)
            continue
        _note(member, _ALONE[answer], found, faults, (answer, *i))


def _items(written: object) -> Iterator[tuple[tuple[int, ...], object]]:
    if isinstance(written, (list, tuple)):
        yield from (((i,), item) for i, item in enumerate(written))
    else:
        yield (), written


def _by_member(
    member: str, written: object, context: Mapping[str, Any], found: dict[str, Ballot], faults: Faults
) -> None:
    try:
        ballot = ballot_of(written, context)
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_input=False):
            again = PydanticCustomError(detail["type"], "below", detail.get("ctx"))
            faults.add(again, member, *detail["loc"])
        return
    except PydanticCustomError as error:
        faults.add(error, member)
        return
    _note(member, ballot, found, faults, (member,))


def _note(
    member: str, ballot: Ballot, found: dict[str, Ballot], faults: Faults, steps: tuple[str | int, ...]
) -> None:
    if member in found:
        first, second = (each.answer or "several answers" for each in (found[member], ballot))
        faults.add(twice(member, first, second), *steps)
    else:
        found[member] = ballot


def _part(key: str, written: object, context: Mapping[str, Any]) -> object:
    if key == "vote":
        return answer_of(written)
    if key == "at":
        return moment_of(written, context)
    if key == "heads":
        return count_of(written)
    if isinstance(written, (dict, list, bool)):
        raise PydanticCustomError("string_type", "a sentence")
    return str(written)
