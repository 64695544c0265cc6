"""Who was a member when: by the charter, and by what the record tells of those who came and went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Member
    from coalcheck.engine.history.record import Entry, Record


class Departure(NamedTuple):
    """That a member is gone.

    Attributes:
        day: its last day as a member.
        entry: the last entry that tells of it; None where only the charter does.
        member: its id in the charter; None where the record names nobody that the charter has.
    """

    day: date
    entry: Entry | None
    member: str | None = None


_NONE: Final[Mapping[str, Departure]] = MappingProxyType({})


def departures(record: Record) -> list[Departure]:
    """Every member that is gone by the day from which the record is looked at, by its last day.

    A member is counted once, whether the charter tells of it, the record, or both, and however many entries
    speak of it. The last day that an entry names stands first, then the charter's, then the day of an entry,
    which may be that of the notice. One that is back does not count.
    """
    found: dict[str, Departure] = {}
    back: set[str] = set()
    for member in record.charter.members:
        last = max((end for _, end in _stretches(member) if end < record.as_of), default=None)
        if is_member(member, record.as_of):
            back |= {member.id} if last is not None else set()
        elif last is not None:
            found[member.id] = Departure(last, None, member.id)
    found |= _told(record, found)
    gone = (each for key, each in found.items() if key not in back and each.day < record.as_of)
    return sorted(gone, key=lambda each: each.day)


def members_through(record: Record, first: date, last: date) -> tuple[Member, ...]:
    """The members that were in on every day from the first to the last; counted rows of many are left out.

    Who came in between, or went, by what the record tells, is left out too.
    """
    gone = {key for key, each in _told(record).items() if each.day < last}
    came = {
        each.action.joining.who
        for each in record.events("joining")
        if each.action.joining is not None and each.last is not None and first < each.last
    }
    called = gone | came
    return tuple(
        member
        for member in record.charter.members
        if (member.count or 1) == 1
        and member.id not in called
        and member.name not in called
        and any(start <= first and last <= end for start, end in _stretches(member))
    )


def members_on_the_day(record: Record) -> int:
    """How many members there are on the day from which it is looked at, those alike counted each."""
    gone = {each.member for each in departures(record)}
    return sum(
        member.count or 1
        for member in record.charter.members
        if member.id not in gone and is_member(member, record.as_of)
    )


def is_member(member: Member, day: date) -> bool:
    """Whether the charter has it as a member on a day."""
    return any(start <= day <= end for start, end in _stretches(member))


def member_id(charter: Charter, word: str | None) -> str | None:
    """The member that a word names, by its id or its name; None where it names none."""
    for member in charter.members:
        if word is not None and word in (member.id, member.name):
            return member.id
    return None


def _stretches(member: Member) -> list[tuple[date, date]]:
    if not member.in_:
        return [(date.min, date.max)]
    return [(each.from_ or date.min, each.to or date.max) for each in member.in_]


def _told(record: Record, known: Mapping[str, Departure] = _NONE) -> dict[str, Departure]:
    """The departures that the record tells of, by member.

    Args:
        record: the record.
        known: what the charter tells of some of them; its day stands before that of an entry.
    """
    found: dict[str, Departure] = {}
    named: dict[str, date] = {key: each.day for key, each in known.items()}
    for key, entry in _leaving(record):
        told = entry.action.leaving
        if told is not None and told.last_day is not None:
            named[key] = told.last_day
        day = named.get(key) or entry.last
        if day is not None:
            found[key] = Departure(day, entry, member_id(record.charter, key))
    return found


def _leaving(record: Record) -> Iterator[tuple[str, Entry]]:
    """Every entry on a departure, with a name for the member: its id, else what the entry goes back to."""
    known: dict[str, str] = {}
    for number, entry in enumerate(record.events("leaving")):
        action = entry.action
        who = action.leaving.who if action.leaving is not None else None
        key = who or next((known[each] for each in action.follows if each in known), f"#{number}")
        if action.id is not None:
            known[action.id] = key
        yield key, entry
