"""A case as it would stand in a test file: text that can be pasted under ``cases:``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

_PLAIN: Final = re.compile(r"[^\W\d_][\w .'/+-]*|\d([\w./:+-]*\w)?( [A-Za-z ]+)?")
"""Texts that mean themselves without quotes, wherever they stand."""
_WORDS: Final = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
"""Words that some readers of YAML take for something else."""
_WIDTH: Final = 100


def written(values: Mapping[str, Any]) -> str:
    """One item of the list of cases; the last line ends in a line break.

    Args:
        values: keys of a case with texts, numbers, lists and mappings, in the order in which they stand.
    """
    lines: list[str] = []
    for key, value in values.items():
        lines += _entry(key, value, "  ")
    return "- " + "\n".join(lines)[2:] + "\n"


def _entry(key: str, value: Any, indent: str) -> list[str]:
    line = f"{indent}{key}: {_inline(value)}"
    if len(line) <= _WIDTH:
        return [line]
    if isinstance(value, Mapping):
        return [f"{indent}{key}:", *(each for k, v in value.items() for each in _entry(k, v, f"{indent}  "))]
    if isinstance(value, list | tuple):
        return [f"{indent}{key}:", *(f"{indent}  - {_inline(each)}" for each in value)]
    return [line]


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_text(str(key))}: {_inline(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_inline, value)) + "]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int) else _text(str(value))


def _text(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS and not text.endswith(" ")
    if plain and not _looks_like_a_number(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _looks_like_a_number(text: str) -> bool:
    return re.fullmatch(r"[\d_.]+(e\d+)?|0[xo]\w+", text) is not None
