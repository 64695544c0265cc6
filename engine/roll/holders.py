"""Who holds a veto: members and groups that the charter names, on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coalcheck.engine.roll.electorate import groups_on

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Veto


def holders_of(charter: Charter, veto: Veto, on: date | None = None) -> tuple[str, ...]:
    """The ids of the members that hold a veto, in the charter's order.

    Args:
        charter: the charter.
        veto: one of its vetoes.
        on: the day; where not given, the versions of groups that come last.
    """
    groups = groups_on(charter, on)
    held: set[str] = set()
    for each in veto.holders:
        if each in ("all", "all members"):
            held.update(member.id for member in charter.members)
        else:
            held.update(groups.get(each, (each,)))
    return tuple(member.id for member in charter.members if member.id in held)
