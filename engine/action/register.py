"""What a charter declares, as the files of actions speak of it; made once for many of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.action.moment import ZONE, UnknownZone, zone_of
from coalcheck.engine.charter.kinds import KINDS
from coalcheck.engine.charter.marks import Names
from coalcheck.engine.charter.reference import PREDEFINED_GROUPS, Declarations
from coalcheck.engine.source.node import Mapping, Span

if TYPE_CHECKING:
    from datetime import tzinfo

    from coalcheck.engine.action.heads import Heads
    from coalcheck.engine.charter.charter import Charter

MEMBER: Final = Names(("member",))
GUEST: Final = Names(("member",), (), "any")
"""Whoever was there need be no member; what looks like a misspelt one is told."""


class Register:
    """A charter as actions name what is in it.

    Attributes:
        charter: the charter.
        context: what reading a value may know of it: its time zone.
        declared: everything that it declares.
        members: the ids of its members.
        called: the name of each member, in lower case, to its id.
        parts: what may be counted by itself in a tally: members, groups, members alike in a key of theirs.
        topics: the ids of the matters of its scope, in its order.
    """

    def __init__(self, charter: Charter) -> None:
        self.charter = charter
        self.context: dict[str, object] = {ZONE: zone_in(charter)}
        self.declared = _declared_by(charter)
        self.members = self.declared.names["member"]
        self.called = {member.name.lower(): member.id for member in charter.members if member.name}
        classes = (str(value).lower() for member in charter.members for value in member.attributes.values())
        self.parts = Names(("member", "group"), tuple(dict.fromkeys(classes)))
        scope = charter.scope
        listed = (*scope.inside, *scope.outside, *scope.set_aside) if scope else ()
        self.topics = tuple(topic.id for topic in listed if topic.id)
        self._heads = heads_in(charter)

    def heads(self, electorate: Heads | None) -> dict[str, int]:
        """How many heads each member has, as the charter or an action says."""
        return heads_in(self.charter, electorate) if electorate else self._heads


def heads_in(charter: Charter | None, electorate: Heads | None = None) -> dict[str, int]:
    """How many heads each member has: 1, or those of a counted row, as the charter or the action says."""
    heads = {member.id: member.count or 1 for member in charter.members} if charter else {}
    for row, count in (electorate or {}).items():
        heads[row] = heads.get(row, 1) if count is None else count
    return heads


def zone_in(charter: Charter | None) -> tzinfo | str:
    """The charter's time zone; its name where there is no such zone, and UTC without a charter."""
    name = charter.time_zone if charter is not None else None
    try:
        return zone_of(name)
    except UnknownZone:
        return name or ""


def _declared_by(charter: Charter) -> Declarations:
    """What a charter declares, of its model alone."""
    declared = Declarations(charter, Mapping({}, Span(1, 1, 1, 1)))
    steps = charter.conflict.steps if charter.conflict is not None else ()
    declared.names |= {
        "group": frozenset(charter.groups) | frozenset(PREDEFINED_GROUPS),
        "body": frozenset(charter.bodies),
        "decision": frozenset(charter.decisions),
        "kind": frozenset(KINDS) | frozenset(charter.kinds),
        "step": frozenset(step.id for step in steps if step.id),
    }
    return declared
