"""The names that a charter's thresholds may use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.threshold.names import Names

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

SIGNED: Final = "signed"
IN_GOOD_STANDING: Final = "in-good-standing"
PREDEFINED: Final = frozenset({SIGNED, IN_GOOD_STANDING})
"""Groups that every charter has without declaring them."""


def names_of(charter: Charter) -> Names:
    """Collect declared groups and weights, and the members' attributes with how many values each has."""
    values: dict[str, set[str]] = {}
    for member in charter.members:
        for attribute, value in member.attributes.items():
            values.setdefault(attribute, set()).add(value)
    return Names(
        groups=PREDEFINED.union(charter.groups),
        weights=frozenset(charter.weights),
        classes={attribute: len(found) for attribute, found in values.items()},
    )
