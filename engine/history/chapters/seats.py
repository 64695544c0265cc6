"""Who belongs: where the record says something else than the charter, by which votes are counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.history.telling import all_shown
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Member
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "charter-behind": "Somebody came, left or was suspended by the record, and the charter does not show it.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(changes_of_members="How many such changes there are."),
    **texts(changes_in_words="The same, in words."),
}


def matters(record: Record) -> Iterator[Matter]:
    """All that the charter does not show, together: votes are counted by what stands there."""
    charter = record.charter
    members = {member.id: member for member in charter.members}
    behind = [entry for entry in record.entries if _is_behind(entry, members, charter, record.as_of)]
    if behind:
        values: dict[str, Value] = {
            "changes_of_members": len(behind),
            "changes_in_words": counted(len(behind), "change"),
        }
        yield Matter("charter-behind", values, ("members",), None, all_shown(behind))


def _is_behind(entry: Entry, members: Mapping[str, Member], charter: Charter, as_of: date) -> bool:
    """Whether an entry changes who belongs, from a day that is over, and the charter does not show it."""
    action, day = entry.action, entry.last
    if action.leaving is not None:
        leaver, last = members.get(action.leaving.who or ""), action.leaving.last_day
        return leaver is not None and last is not None and last < as_of and not _has_left(leaver, last)
    if action.joining is not None:
        who = action.joining.who
        return who is not None and all(who not in (each.id, each.name) for each in charter.members)
    if day is None or day >= as_of or not entry.carried or len(entry.kinds) != 1:
        return False
    subject = [members.get(each) for each in action.subject]
    match entry.kinds[0]:
        case "expel":
            return any(each is not None and not _has_left(each, day) for each in subject)
        case "suspend":
            return any(each is not None and not _is_suspended(each, day) for each in subject)
        case "admit":
            return any(each is None for each in subject)
    return False


def _has_left(member: Member, day: date) -> bool:
    """Whether the charter shows that a member left, or that it has come back since."""
    ends = [stretch.to for stretch in member.in_]
    return bool(ends) and (None not in ends or any(_begins(each.from_, day) for each in member.in_))


def _begins(start: date | None, after: date) -> bool:
    """Whether a stretch begins after a day: then the member has come back."""
    return start is not None and start > after


def _is_suspended(member: Member, day: date) -> bool:
    return any(stretch.to is None or stretch.to >= day for stretch in member.standing)
