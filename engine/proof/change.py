"""Members that have come or gone since a charter was written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

NEWCOMER: Final = "newcomers"
"""The id of a row of members that are only admitted; with a number where the charter has one of that name."""


class Change(Struct, frozen=True):
    """Members that have come or gone.

    Attributes:
        without: members that have left, or of a counted row all.
        fewer: counted rows of which some have left, with how many stay.
        newcomers: how many have come.
    """

    without: frozenset[str] = frozenset()
    fewer: Mapping[str, int] = field(default_factory=dict)
    newcomers: int = 0

    def applied(self, charter: Charter) -> Charter:
        """The charter with the new numbers and the new members; who has left is left out by the roll."""
        if not self.fewer and not self.newcomers:
            return charter
        members = [
            member.model_copy(update={"count": self.fewer[member.id]}) if member.id in self.fewer else member
            for member in charter.members
        ]
        if self.newcomers:
            from coalcheck.engine.charter.model import Member

            name = newcomer_of(charter)
            members.append(
                Member.model_validate({"id": name, "name": "New members", "count": self.newcomers})
            )
        return charter.model_copy(update={"members": tuple(members)})


def newcomer_of(charter: Charter) -> str:
    """An id for members that are only admitted, which nobody else has."""
    taken = {member.id for member in charter.members}
    name, number = NEWCOMER, 1
    while name in taken:
        number += 1
        name = f"{NEWCOMER}-{number}"
    return name


NOTHING: Final = Change()
