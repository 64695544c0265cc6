"""Whom a charter or a record means by a word: members by id or name, groups, bodies, or everybody."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.charter.model import Charter

EVERYBODY: Final = frozenset(
    {"all", "everyone", "everybody", "members", "all members", "any member", "every member", "each", "both"}
)
NOBODY: Final = frozenset({"nobody", "no one", "none", "no member"})
COORDINATOR: Final = "coordinator"


def meant_by(charter: Charter, word: str, on: date | None = None) -> frozenset[str] | None:
    """The ids of the members that a word stands for; None where it is no name of theirs.

    The coordinator is nobody's vote: the word stands for itself, and for the member that provides the post.
    """
    from coalcheck.engine.roll.electorate import in_force, members_of

    said = word.strip().strip(".").casefold()
    if said in EVERYBODY:
        return frozenset(member.id for member in charter.members)
    if said in NOBODY:
        return frozenset()
    for member in charter.members:
        if said in (member.id.casefold(), (member.name or member.id).casefold()):
            return frozenset({member.id})
    if word in charter.groups:
        group = in_force(charter.groups[word], on)
        return frozenset(group.members if group is not None else ())
    if word in charter.bodies:
        return members_of(charter, charter.bodies[word], on)
    if said == COORDINATOR and charter.coordinator is not None:
        provider = charter.coordinator.member
        return frozenset({COORDINATOR} | ({provider} if provider else set()))
    return None


def all_meant(charter: Charter, words: Iterable[str], on: date | None = None) -> frozenset[str] | None:
    """The ids for which several words stand together; None where one of them cannot be told."""
    found: set[str] = set()
    for word in words:
        meant = meant_by(charter, word, on)
        if meant is None:
            return None
        found |= meant
    return frozenset(found)


def left_before(charter: Charter, member_id: str, day: date) -> bool:
    """Whether, by the charter, a member had left before a day."""
    for member in charter.members:
        if member.id == member_id and member.in_:
            return all(stretch.to is not None and stretch.to < day for stretch in member.in_)
    return False
