"""Who can read or hear something: all members, some of them, or what only its words tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.roll.electorate import members_of

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

_OF_NO_MEMBER: Final = frozenset({"nobody", "coordinator", "fund", "host"})
_WIDE: Final = frozenset("all each every everyone everybody any anyone anybody members public open".split())
"""Words of a sentence that may well mean every member."""


def left_out_of(charter: Charter, people: Iterable[str]) -> tuple[str, ...] | None:
    """The ids of the members that are not among these people; None where only their words could tell.

    Args:
        charter: whose members are meant.
        people: members, groups, bodies, ``all members``, or words.
    """
    everyone = {member.id for member in charter.members}
    names = {member.name: member.id for member in charter.members if member.name}
    inside: set[str] = set()
    for each in people:
        word = each.strip()
        words = words_of(word)
        if word in everyone:
            inside.add(word)
        elif word in names:
            inside.add(names[word])
        elif word in charter.bodies:
            body = charter.bodies[word]
            if not body.members and not isinstance(body.seats, tuple):
                return None
            inside |= members_of(charter, body)
        elif word in charter.groups:
            inside.update(id_ for version in charter.groups[word] for id_ in version.members)
        elif not _WIDE.isdisjoint(words) or (words == ["both"] and len(everyone) == 2):
            return ()
        elif len(words) != 1 or words[0] not in _OF_NO_MEMBER:
            return None
    return tuple(member.id for member in charter.members if member.id not in inside)
