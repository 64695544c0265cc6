"""Who leads: whether one member has chaired, hosted and spoken for all of a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.facts.time import months_later
from coalcheck.engine.history.days import when
from coalcheck.engine.history.discreet import discreetly
from coalcheck.engine.history.running import is_running
from coalcheck.engine.history.tenure import member_id
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "leads-all-year": "For a year or more, nobody but one member is on record as chair, host and speaker.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(led_times="How often in the last year one member chaired, hosted or spoke for all."),
    **texts(led_since="The day since which nobody else has had any of the three roles, in words."),
}

_Role: TypeAlias = Literal["chair", "host", "speaker"]
_ROLES: Final[tuple[_Role, ...]] = ("chair", "host", "speaker")
_A_YEAR: Final = 12


class _Seen(NamedTuple):
    """That somebody had a role: a member by its id, else None for anybody else."""

    role: _Role
    day: date
    member: str | None
    entry: Entry


def matters(record: Record) -> Iterator[Matter]:
    """At most one; nothing where the record does not reach back a year for each of the three."""
    if not is_running(record):
        return
    seen = [each for entry in record.entries for each in _seen(record.charter, entry)]
    by_role = {role: [each for each in seen if each.role == role] for role in _ROLES}
    if not all(by_role.values()):
        return
    members = {latest[-1].member for latest in by_role.values()}
    member = members.pop()
    if members or member is None:
        return
    since = max(_alone_since(by_role[role], member) for role in _ROLES)
    a_year_ago = months_later(record.as_of, -_A_YEAR)
    recent = [each for each in seen if each.day >= a_year_ago]
    if since > a_year_ago or {each.role for each in recent} != set(_ROLES):
        return
    entries = list({id(each.entry): each.entry for each in recent}.values())
    values: dict[str, Value] = {"led_times": len(recent), "led_since": in_words(since)}
    shown = discreetly(entries, "chair, host or speaker on record")
    yield Matter("leads-all-year", values, ("rotating",), None, shown)


def _alone_since(seen: list[_Seen], member: str) -> date:
    """The first day of the latest stretch in which nobody else had the role."""
    since = seen[-1].day
    for each in reversed(seen):
        if each.member != member:
            break
        since = each.day
    return since


def _seen(charter: Charter, entry: Entry) -> Iterator[_Seen]:
    """The roles that an entry tells of."""
    action = entry.action
    if entry.last is None:
        return
    meeting, statement, contact = action.meeting, action.statement, action.contact
    if meeting is not None and meeting.kind not in ("group", "informal"):
        if meeting.chaired_by is not None:
            yield _Seen("chair", entry.last, member_id(charter, meeting.chaired_by), entry)
        if meeting.hosted_by is not None:
            yield _Seen("host", entry.last, member_id(charter, meeting.hosted_by), entry)
    if statement is not None and statement.by and "coalition" in action.in_name_of:
        one = statement.by[0] if len(statement.by) == 1 else None
        yield _Seen("speaker", entry.last, member_id(charter, one), entry)
    if contact is not None and contact.post in _ROLES and contact.member is not None:
        named = when(contact.named, entry) or (entry.last if contact.name else None)
        if named is not None:
            yield _Seen(contact.post, named, member_id(charter, contact.member), entry)
