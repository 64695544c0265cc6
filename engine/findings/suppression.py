"""Comments that set points aside: ``# coalcheck: ignore[V401] reason="…" until=2026-12-31``.

Such a comment holds for its own line, or, where nothing else stands on that, for the next line that is no
comment. It names every point by code or name; what it does not name is told as always.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from coalcheck.engine.source.comments import Comment, comments
from coalcheck.engine.source.node import Span

_BEGIN: Final = re.compile(r"#\s*coalcheck\b\s*(?P<colon>:?)\s*", re.IGNORECASE)
_IGNORE: Final = re.compile(r"ignore\s*\[(?P<rules>[^\]]*)\]", re.IGNORECASE)
_QUOTED: Final = r"\"[^\"]*\"|'[^']*'|“[^”]*”"
_PART: Final = re.compile(rf"\s+(?P<key>reason|until)\s*=\s*(?P<value>{_QUOTED}|[^\s\"'“]+)", re.IGNORECASE)
_LIKE_IGNORE: Final = re.compile(
    r"\s*(?:ignore|ignroe|ingore|igonre|ignor|disable|skip|noqa|off)\b", re.IGNORECASE
)
# The first line of a charter, taken out for a while: "# coalcheck: 1".
_FORMAT: Final = re.compile(r"\d+\s*(?:#.*)?$")
_CLOSING: Final = {'"': '"', "'": "'", "“": "”"}
_CODE: Final = re.compile(r"\b[A-Za-z]\d{3}\b")


MOST_LETTERS: Final = 500
"""Length of a comment that is read; nobody writes longer ones by hand."""

MOST: Final = 1_000
"""Lines of a file on which such comments are looked for; what more there are set nothing aside."""


class Directive(NamedTuple):
    """A comment that is meant to set points aside.

    Attributes:
        span: where it stands.
        covers: the line that it holds for.
        written: the rules that it names, as written.
        reason: why; empty where it does not say.
        until: the last day for which it holds; None for good.
        understood: whether it sets anything aside; otherwise only the place and ``meant`` are known.
        meant: how it is to be written, where it is not understood.
    """

    span: Span
    covers: int
    written: tuple[str, ...] = ()
    reason: str = ""
    until: date | None = None
    understood: bool = True
    meant: str = ""

    def rules(self, codes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Give each rule as written, and the code that it stands for; an empty one where nothing has it.

        Args:
            codes: by code and by name, both in small letters, the code.
        """
        return ((each, codes.get(each.lower(), "")) for each in self.written)


def directives(lines: Sequence[str], numbers: Sequence[int]) -> list[Directive]:
    """The comments of a file that are meant to set points aside, in its order.

    Args:
        lines: the whole file.
        numbers: the lines on which there may be one.
    """
    covered = _Covered(lines)
    found: list[Directive] = []
    for comment in comments(lines, numbers[:MOST]):
        text = comment.text[:MOST_LETTERS]
        for begin in _BEGIN.finditer(text):
            words = _words(text[begin.end() :])
            if _FORMAT.match(words) or not (begin["colon"] or _LIKE_IGNORE.match(words)):
                continue
            column = comment.column + begin.start()
            span = Span(comment.line, column, comment.line, comment.column + begin.end() + len(words))
            whole = bool(begin["colon"]) and begin.end() + len(words) < MOST_LETTERS
            found.append(_directive(words, span, covered.by(comment), whole=whole))
    return found


class _Covered:
    """Which line a comment is about: its own, or the next one below further comments."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._below: dict[int, int] = {}

    def by(self, comment: Comment) -> int:
        """The line, from 1; one behind the last where nothing follows."""
        if not comment.alone:
            return comment.line
        line, passed = comment.line + 1, []
        while line not in self._below and line <= len(self._lines) and self._is_comment(line):
            passed.append(line)
            line += 1
        line = self._below.get(line, line)
        self._below.update(dict.fromkeys(passed, line))
        return line

    def _is_comment(self, line: int) -> bool:
        return self._lines[line - 1].lstrip().startswith("#")


def _words(text: str) -> str:
    """What belongs to one comment: up to the next sign behind a blank, unless that stands in quotes."""
    at = 0
    while at < len(text):
        closing = text.find(_CLOSING[text[at]], at + 1) if text[at] in _CLOSING else -1
        if text[at] == "#" and (at == 0 or text[at - 1].isspace()):
            break
        at = closing + 1 if closing > 0 else at + 1
    return text[:at].rstrip()


def _directive(words: str, span: Span, covers: int, *, whole: bool) -> Directive:
    head = _IGNORE.match(words)
    rules = _split(head["rules"]) if head else ()
    parts: dict[str, str] = {}
    at, clear = (head.end() if head else 0), bool(head and rules and whole)
    while clear and at < len(words):
        part = _PART.match(words, at)
        clear = part is not None and part["key"].lower() not in parts
        if part is not None:
            parts[part["key"].lower()] = part["value"].strip("\"'“”").strip()
            at = part.end()
    until = _day(parts["until"]) if "until" in parts else None
    if not clear or ("until" in parts and until is None):
        return Directive(span, covers, understood=False, meant=_meant(words))
    return Directive(span, covers, rules, " ".join(parts.get("reason", "").split()), until)


def _split(rules: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.strip() for each in rules.split(",") if each.strip()))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text[4:5] == text[7:8] == "-" else None
    except ValueError:
        return None


def _meant(words: str) -> str:
    """The comment as it may have been meant, with the rules that can be seen in it."""
    bracket = re.search(r"\[([^\]]*)\]?", words)
    rules = _split(bracket[1]) if bracket else tuple(_CODE.findall(words))
    reason = re.search(rf"reason\s*=?\s*({_QUOTED})", words, re.IGNORECASE)
    why = reason[1].strip("\"'“”") if reason else "why it stays so"
    return f'# coalcheck: ignore[{", ".join(rules) or "V401"}] reason="{why}"'
