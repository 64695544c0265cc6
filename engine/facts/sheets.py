"""What the members say of themselves, and who leaves something out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.facts.named import listed, member_name
from coalcheck.engine.facts.written import is_written, member_rows, node_at
from coalcheck.engine.source.node import Document, Mapping, Sequence

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

CONTACTS_EACH = 2
"""Two contacts, so that one leaving does not cut the tie."""


def sheet_values(charter: Charter, document: Document) -> dict[str, Value]:
    """The members that leave out a part of their sheet, by name; a property is absent where nobody does."""
    known = member_rows(document)
    rows = {member.id: known.get(member.id, index) for index, member in enumerate(charter.members)}

    def says(*keys: str) -> Callable[[str], bool]:
        return lambda member: all(is_written(document, "members", rows[member], key) for key in keys)

    def contacts(member: str) -> bool:
        node = node_at(document, ("members", rows[member], "contacts"))
        many = len(node.items) if isinstance(node, Sequence) else int(isinstance(node, Mapping))
        return many >= CONTACTS_EACH

    def under(*route: str) -> Callable[[str], bool]:
        return lambda member: is_written(document, *route, member)

    asked: dict[str, Callable[[str], bool]] = {
        "without_contacts": contacts,
        "without_deal_breakers": says("deal_breakers"),
        "without_own_words": says("goal_in_own_words"),
        "without_inducements": says("inducements"),
        "without_success": says("success"),
        "without_sheet": says("wants", "offers", "deal_breakers"),
        "without_reading": under("bridge", "as_each_means_it"),
        "without_explaining": under("explaining"),
    }
    values: dict[str, Value] = {}
    for name, says_it in asked.items():
        silent = [member_name(member) for member in charter.members if not says_it(member.id)]
        if silent:
            nobody = len(silent) == len(charter.members) > 1
            # After a "no" or "not": no contact is named for any of you, or for A or B.
            values[name] = "any of you" if nobody else listed(silent, last="or")
    return values
