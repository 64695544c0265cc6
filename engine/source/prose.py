"""Where a text that somebody wrote without quotes begins and ends, and how to quote it."""

from __future__ import annotations

import re
from typing import Final

from coalcheck.engine.source.draft import Draft
from coalcheck.engine.source.node import Edit, Span

# Indentation and dashes, then a key with its colon where there is one.
_OPENING: Final = re.compile(
    r"(?P<lead>[ \t]*(?:-[ \t]+)*)"
    r"(?:(?P<key>[^\s\"'#:{}\[\],&*!|>%@`-][^:#\"'{\[]*|\"[^\"]*\"[ \t]*|'[^']*'[ \t]*):(?=\s|$)[ \t]*)?"
)
_NOTE: Final = re.compile(r"#(?<=\s#)")
_FLOW_END: Final = re.compile(r"[,\]}]|#(?<=\s#)")
_WORD_KEY: Final = re.compile(r"[ \t]*(?:-[ \t]+)*[A-Za-z_][\w-]*[ \t]*:(?=\s|$)")
_ITEM: Final = re.compile(r"[ \t]*-(?=\s|$)")


def indentation(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip(" \t"))


def is_blank(line: str) -> bool:
    """Whether a line holds nothing but blanks or a note."""
    stripped = line.lstrip()
    return not stripped or stripped.startswith("#")


def is_item(line: str) -> bool:
    """Whether a line begins an item of a list."""
    return bool(_ITEM.match(line))


def begins_with_key(line: str) -> bool:
    """Whether a line begins, behind dashes, with one word and a colon."""
    return bool(_WORD_KEY.match(line))


def key_column(line: str) -> int:
    """The column of what stands behind the indentation and the dashes."""
    opening = _OPENING.match(line)
    return opening.end("lead") + 1 if opening else 1


def value_column(line: str) -> int:
    """The column where the value of a line begins: behind its key, or behind its dashes."""
    opening = _OPENING.match(line)
    return opening.end() + 1 if opening else 1


def end_column(line: str, start: int) -> int:
    """The column behind a text that begins at ``start``; a note at the end is not part of it."""
    return _end(_NOTE, line, start)


def end_in_brackets(line: str, start: int) -> int:
    """The column behind a text inside brackets: before the next comma or closing bracket."""
    return _end(_FLOW_END, line, start)


def _end(stop: re.Pattern[str], line: str, start: int) -> int:
    """The column behind the last character before what stops a text."""
    stopped = stop.search(line, start - 1)
    return start + len(line[start - 1 : stopped.start() if stopped else None].rstrip())


def end_of_text(draft: Draft, line: int, start: int) -> tuple[int, int]:
    """The line and column behind a text outside brackets, its further lines included.

    A further line is indented more than the key and does not look like a key or an item.
    """
    first = draft.line(line)
    end = (line, end_column(first, start))
    margin = key_column(first) - 1 if value_column(first) == start else indentation(first)
    number = line + 1
    while number <= len(draft.lines) and end[1] > len(draft.line(end[0]).rstrip()):
        text = draft.line(number)
        if is_blank(text) or indentation(text) <= margin or begins_with_key(text) or is_item(text):
            break
        end = (number, end_column(text, indentation(text) + 1))
        number += 1
    return end


def quoted(text: str) -> str:
    """A text of one line in quotes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def quoting(draft: Draft, span: Span) -> tuple[Edit, ...]:
    """The edits that put a stretch of the draft, of one line or more, into quotes."""
    ends = {span.line: span.column}
    written: list[tuple[int, int, str]] = []
    for number in range(span.line, span.end_line + 1):
        line = draft.line(number)
        start = ends.get(number, 1)
        end = span.end_column if number == span.end_line else len(line) + 1
        written.append((number, start, line[start - 1 : end - 1]))
    single = any('"' in text or "\\" in text for _, _, text in written)
    mark = "'" if single else '"'
    edits: list[Edit] = []
    for position, (number, start, text) in enumerate(written):
        new = text.replace("'", "''") if single else text
        if position == 0:
            new = mark + new
        if position == len(written) - 1:
            new += mark
        if new != text:
            edits.append(Edit(number, start, start + len(text), new))
    return tuple(edits)
