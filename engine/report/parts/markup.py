"""Markdown in which texts of others mean nothing but themselves: no mark, no link, no mention, no table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from coalcheck.engine.report.parts.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ACTIVE: Final = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
"""Characters that Markdown, or a page around it, may take for more than themselves."""
_ITEM: Final = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+=:])")
"""What begins a list, a line or a heading where it stands first."""
_TICKS: Final = re.compile("`+")


def escaped(text: str) -> str:
    """A text on one line that means nothing but itself in Markdown, also in a cell of a table."""
    flat = _ACTIVE.sub(r"\\\1", " ".join(visible(text).split()))
    flat = flat.replace("://", ":\\//").replace("www.", "www\\.").replace("@", "\\@")
    return _ITEM.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", flat)


def fenced(text: str, language: str = "text") -> str:
    """A text as it is, in a block that nothing in it can end: its fence is longer than any run of ticks."""
    shown = visible(text).rstrip("\n")
    ticks = "`" * max([3, *(len(run) + 1 for run in _TICKS.findall(shown))])
    return f"{ticks}{language}\n{shown}\n{ticks}"


def paragraphs(text: str) -> Iterator[str]:
    """A text of several lines: each a paragraph; those that are indented, as in a small table, a block."""
    table: list[str] = []
    for row in (*visible(text).rstrip().split("\n"), ""):
        if row.startswith(" "):
            table.append(row)
            continue
        if table:
            yield fenced("\n".join(table))
            table = []
        if row.strip():
            yield escaped(row)


def bullets(lines: Iterable[str]) -> str:
    """A list; each line is Markdown already."""
    return "\n".join(f"- {line}" for line in lines)


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table; every cell is Markdown already, without a bare line end or a bare ``|``."""
    named = [*heads]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (named, ["---"] * len(named), *rows))
