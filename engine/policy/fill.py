"""Texts of a policy: ``{fact}`` is replaced by what is known of the subject, and nothing else happens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from coalcheck.engine.facts.fact import Value

# Braces around one thing, without a colon or a comma, are a field: ``{starts: 2026-04-01}`` is YAML.
_FIELD: Final = re.compile(r"\{([^{}:,\[\]\"']+)\}")
# What a screen obeys instead of showing it: control characters, turned directions, halves of characters.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_BREAKS: Final = re.compile("[\t\n\v\f\r\x85\u2028\u2029]+")

UNKNOWN: Final = "…"
"""Stands where a text names a property that this one fact does not have."""

LONGEST: Final = 300
"""Code points of a value in a sentence; what is longer is cut, with an ellipsis."""


def fields(text: str) -> Iterator[str]:
    """Yield the names in braces, in order, as they are written."""
    for found in _FIELD.finditer(text):
        yield found.group(1)


def fill(text: str, values: Mapping[str, Value]) -> str:
    """A sentence with its fields replaced; what is put in stays on one line."""
    return _FIELD.sub(lambda found: _shown(values.get(found.group(1), UNKNOWN)), text)


def fill_lines(text: str, values: Mapping[str, Value]) -> str:
    """Text to paste with its fields replaced; a value of several lines keeps them, indented alike."""

    def lines(found: re.Match[str]) -> str:
        value = values.get(found.group(1), UNKNOWN)
        if not isinstance(value, str):
            return _shown(value)
        start = text.rfind("\n", 0, found.start()) + 1
        before = text[start : found.start()]
        indent = " " * (len(before) - len(before.lstrip(" ")))
        return f"\n{indent}".join(_UNSEEN.sub("", line) for line in value.splitlines())

    return _FIELD.sub(lines, text)


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    shown = _BREAKS.sub(" ", _UNSEEN.sub("", str(value)))
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
