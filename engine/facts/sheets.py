"""What the members say of themselves, and who leaves something out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.facts.named import listed, member_name
from coalcheck.engine.facts.written import below, member_rows, node_at, says
from coalcheck.engine.source.node import Document, Mapping, Sequence

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

CONTACTS_EACH = 2
"""Two contacts, so that one leaving does not cut the tie."""


def sheet_values(charter: Charter, document: Document) -> dict[str, Value]:
    """The members that leave out a part of their sheet, by name; a property is absent where nobody does."""
    rows = member_rows(document)
    sheets = {
        member.id: node_at(document, ("members", rows.get(member.id, index)))
        for index, member in enumerate(charter.members)
    }

    def writes(*keys: str) -> Callable[[str], bool]:
        return lambda member: all(says(below(sheets[member], (key,))) for key in keys)

    def contacts(member: str) -> bool:
        node = below(sheets[member], ("contacts",))
        many = len(node.items) if isinstance(node, Sequence) else int(isinstance(node, Mapping))
        return many >= CONTACTS_EACH

    def under(*route: str) -> Callable[[str], bool]:
        block = node_at(document, route)
        return lambda member: says(below(block, (member,)))

    asked: dict[str, Callable[[str], bool]] = {
        "without_contacts": contacts,
        "without_deal_breakers": writes("deal_breakers"),
        "without_own_words": writes("goal_in_own_words"),
        "without_inducements": writes("inducements"),
        "without_success": writes("success"),
        "without_sheet": writes("wants", "offers", "deal_breakers"),
        "without_reading": under("bridge", "as_each_means_it"),
        "without_explaining": under("explaining"),
    }
    values: dict[str, Value] = {}
    for name, says_it in asked.items():
        silent = [member for member in charter.members if not says_it(member.id)]
        if silent:
            nobody = len(silent) == len(charter.members) > 1
            # After a "no" or "not": no contact is named for any of you, or for A or B.
            values[name] = "any of you" if nobody else listed(map(member_name, silent), last="or")
    return values
