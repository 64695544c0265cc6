"""On which line of a TOML file something stands: its reader in the standard library does not say."""

from __future__ import annotations

import re
from typing import Final

_HEADER: Final = re.compile(r"^\s*\[+\s*(?P<keys>.+?)\s*\]+\s*(?:#.*)?$")
_KEY: Final = r"\"[^\"]*\"|'[^']*'|[\w-]+"
_ENTRY: Final = re.compile(rf"^\s*(?P<keys>(?:{_KEY})(?:\s*\.\s*(?:{_KEY}))*)\s*=")


def line_of(text: str, route: tuple[str, ...], value: str = "") -> int:
    """The line of a key, or of a text in its value; from 1, and 0 where it is not found.

    Args:
        text: the file.
        route: the tables that lead to the key, and the key.
        value: a text that stands in its value, where that is what is meant.
    """
    lines = text.split("\n")
    inside: tuple[str, ...] = ()
    best = 0
    for number, line in enumerate(lines, 1):
        header = _HEADER.match(line)
        if header:
            inside = _split(header["keys"])
            if inside == route:
                best = number
            continue
        entry = _ENTRY.match(line)
        if entry is None:
            continue
        full = (*inside, *_split(entry["keys"]))
        if full == route or (not best and full == route[: len(full)] and _mentions(line, route[-1])):
            best = number
            if full == route:
                break
    return _of_value(lines, best, value) if best and value else best


def _of_value(lines: list[str], start: int, value: str) -> int:
    for number in range(start, len(lines) + 1):
        if _mentions(lines[number - 1], value):
            return number
        if number > start and _ENTRY.match(lines[number - 1]):
            break
    return start


def _mentions(line: str, word: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", line) is not None


def _split(keys: str) -> tuple[str, ...]:
    return tuple(each.strip("\"'") for each in re.findall(_KEY, keys))
