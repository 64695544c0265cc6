"""How points are named in settings and notes: by code, by name, or by the beginning of a code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

WHOLE: Final = 4
"""Characters of a code; a name says as much as a whole code."""


def meant(rule: str, code: str, name: str) -> int:
    """How exactly a rule means a point: 4 for its code or its name, fewer for a beginning, 0 for another one.

    Args:
        rule: such as ``E501``, ``missing-exit-terms``, ``E5`` or ``E``.
        code: the point's code.
        name: the point's name.
    """
    if rule == name:
        return WHOLE
    return len(rule) if rule and code.startswith(rule) else 0


def normal(rule: str, names: Mapping[str, str], *, families: bool = True) -> str:
    """The rule as it is compared, codes in capitals and names in small letters; empty where nothing has it.

    Args:
        rule: as it is written.
        names: every code with its name.
        families: whether the beginning of a code names all codes that begin so.
    """
    code, name = rule.strip().upper(), rule.strip().lower()
    if code in names or (families and code and any(each.startswith(code) for each in names)):
        return code
    return name if name in names.values() else ""


def most_exact(rules: Iterable[str], code: str, name: str) -> int:
    """How exactly the most exact of some rules means a point; 0 where none does."""
    return max((meant(rule, code, name) for rule in rules), default=0)
