"""The names a charter adds to the language: groups, weights and attributes.

A name is matched as a whole word, singular or plural, in lower case.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal, TypeAlias

from msgspec import Struct, field

NameKind: TypeAlias = Literal["group", "weight", "class"]

_SIBILANTS = ("s", "x", "z", "ch", "sh")


def plural(name: str) -> str:
    """Return the plural in which a name may be written: ``region`` gives ``regions``."""
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    return name + ("es" if name.endswith(_SIBILANTS) else "s")


def singular(name: str) -> str:
    """Return the singular in which a name may be written: ``founders`` gives ``founder``."""
    if name.endswith("ies") and len(name) > 4:
        return name[:-3] + "y"
    if name.endswith(("ches", "shes", "xes", "sses")):
        return name[:-2]
    if name.endswith("s") and not name.endswith(("ss", "us", "is")) and len(name) > 2:
        return name[:-1]
    return name


class Names(Struct, frozen=True, dict=True):
    """What the words of one charter stand for.

    Attributes:
        groups: declared groups.
        weights: declared weights.
        classes: member attributes, with how many different values the members have.
    """

    groups: frozenset[str] = frozenset()
    weights: frozenset[str] = frozenset()
    classes: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def _forms(self) -> dict[str, tuple[NameKind, str]]:
        forms: dict[str, tuple[NameKind, str]] = {}
        kinds: tuple[tuple[NameKind, tuple[str, ...]], ...] = (
            ("group", tuple(sorted(self.groups))),
            ("weight", tuple(sorted(self.weights))),
            ("class", tuple(sorted(self.classes))),
        )
        # A name as declared beats a form derived from another name.
        for derive in (str, plural, singular):
            for kind, names in kinds:
                for name in names:
                    forms.setdefault(derive(name.lower()), (kind, name))
        return forms

    def find(self, word: str) -> tuple[NameKind, str] | None:
        """Return kind and declared name of a word, or None."""
        return self._forms.get(word)

    def words(self) -> tuple[str, ...]:
        """All declared names, for suggestions."""
        return tuple(sorted({*self.groups, *self.weights, *self.classes}))
