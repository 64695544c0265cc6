"""Bytes to lines: encodings, line ends, and characters that do not show what they do.

The lines keep their length: a character that must not be there is replaced by one
that can be seen, so that columns are those of the author's editor.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from itertools import islice
from typing import Final, NamedTuple

from coalcheck.engine.source.draft import Draft, shortened
from coalcheck.engine.source.limits import MOST_ALIKE, MOST_BYTES, MOST_LINES
from coalcheck.engine.source.node import Edit, Problem, Span

_REPLACEMENT: Final = "\ufffd"
_UNSEEN: Final = Span(1, 1, 1, 1)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters, halves of a character, and what Unicode says is none.
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Marks that turn the direction of a line, so that it reads other than it is.
_TURNING: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Line ends to YAML 1.1 only; characters without width.
_BREAKS: Final = "\x85\u2028\u2029"
_HIDDEN: Final = f"{_TURNING}{_BREAKS}\u00ad\u180e\u200b\u2060\ufeff"
_WITHOUT_WIDTH: Final = frozenset(_HIDDEN) - frozenset(_BREAKS)
_ODD: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_SPACE: Final = f"[{_ODD}]"
# Where YAML looks for a space: before the first key of a line, after its dashes, and after its colon.
_STRUCTURE: Final = rf"[ \t{_ODD}]*(?:-[ \t{_ODD}]+)*(?:(?:[\w-]+|\"[^\"]*\"|'[^']*'):(?:[ \t{_ODD}]+|$))?"
# Between words an odd space is a space; beside a sign of YAML an ordinary one would change what is read.
_IN_TEXT: Final = rf"(?<=[^\s:?\-,\[\]{{}}])[{_ODD}](?=[^\s#:,\[\]{{}}])"
_SPACES: Final = {ord(end): " " for end in _BREAKS}
_READ: Final = {ord(hidden): None for hidden in _WITHOUT_WIDTH} | _SPACES
_VISIBLE: Final = {ord(turning): _REPLACEMENT for turning in _TURNING} | _SPACES


class Characters(NamedTuple):
    """The content of a file as lines, and as a draft in which what misleads the parser is replaced."""

    lines: tuple[str, ...]
    draft: Draft
    problems: list[Problem]


def characters(data: bytes | str) -> Characters:
    """The lines of a file; UTF-8 with or without its mark is silent, all else a problem."""
    if len(data) > MOST_BYTES:
        return _too_large(f"more than {MOST_BYTES // 1024 // 1024} MB", [])
    problems: list[Problem] = []
    text = _lines_joined(_unmixed(data, problems) if isinstance(data, str) else _decoded(data, problems))
    if text.count("\n") > MOST_LINES:
        return _too_large(f"more than {MOST_LINES:,} lines", problems)
    if _CONTROL.search(text):
        problems += _each_line("control-character", _CONTROL, text)
        text = _CONTROL.sub(_REPLACEMENT, text)
    lines = text.removesuffix("\n").split("\n")
    if text.isascii():
        return Characters(tuple(lines), Draft(lines), problems)
    hidden = re.compile(f"[{_HIDDEN}]")
    if hidden.search(text):
        problems += [_mended(each, lines) for each in _each_line("hidden-character", hidden, text)]
    draft = Draft([line.translate(_SPACES) for line in lines])
    for number, line in enumerate(lines, 1):
        if hidden.search(line):
            draft.leave_out(number, _WITHOUT_WIDTH)
            lines[number - 1] = line.translate(_VISIBLE)
    if re.search(_ODD_SPACE, text):
        problems += _spaced(draft)
    return Characters(tuple(lines), draft, problems)


def as_shown(data: bytes) -> str | None:
    """The text of a file in which every character is what it looks like, its last line ended too.

    None for any other file, of which ``characters`` has more to say.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if _misleading().search(text):
        return None
    return text if text.endswith("\n") else f"{text}\n"


@cache
def _misleading() -> re.Pattern[str]:
    """Anything for which more has to be done than to decode; compiled when it is first needed."""
    return re.compile(f"[\r{_CONTROL.pattern[1:-1]}{_HIDDEN}{_ODD}]")


def _too_large(detail: str, problems: list[Problem]) -> Characters:
    return Characters((), Draft(()), [*problems, Problem("too-large", _UNSEEN, (), {"detail": detail})])


def _decoded(data: bytes, problems: list[Problem]) -> str:
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")
    if not encoding:
        # A text of Latin letters in UTF-16 without its mark: every other byte is zero.
        encoding = "utf-8"
        if len(data) > 3 and data[1] == data[3] == 0 and data[0] and data[2]:
            encoding = "utf-16-le"
        elif len(data) > 3 and data[0] == data[2] == 0 and data[1] and data[3]:
            encoding = "utf-16-be"
    if encoding != "utf-8":
        problems.append(Problem("not-utf-8", _UNSEEN, (), {"found": encoding[:6].upper()}))
        return data.decode(encoding, "replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = _lines_joined(data[: error.start].decode("utf-8-sig"))
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        found = data[error.start : error.start + 1].decode("cp1252", "replace")
        problems.append(
            Problem("not-utf-8", Span(line, column, line, column + 1), (), {"found": f'a Windows "{found}"'})
        )
    # Byte by byte, so that a file that is UTF-8 but for one paste keeps all its other letters.
    escaped = data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    return re.sub(
        "[\udc80-\udcff]",
        lambda byte: bytes([ord(byte.group()) - 0xDC00]).decode("cp1252", "replace"),
        escaped,
    )


def _unmixed(text: str, problems: list[Problem]) -> str:
    """A text that was UTF-16 and was taken for bytes: every other character is zero."""
    if len(text) > 3 and text[1] == text[3] == "\0" != text[0]:
        problems.append(Problem("not-utf-8", _UNSEEN, (), {"found": "UTF-16"}))
        return text.replace("\0", "")
    return text.removeprefix("\ufeff")


def _lines_joined(text: str) -> str:
    """A text with line feeds for the line ends of all systems."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _each_line(kind: str, pattern: re.Pattern[str], text: str) -> list[Problem]:
    """One problem for the first such character of each line, as long as there are not too many."""
    found = (
        Problem(kind, Span(number, at.start() + 1, number, at.end() + 1), (), {"found": _named(at.group())})
        for number, line in enumerate(text.split("\n"), 1)
        if (at := pattern.search(line))
    )
    return list(islice(found, MOST_ALIKE + 1))


def _mended(problem: Problem, lines: list[str]) -> Problem:
    """With what makes of its line what is read: without what has no width, with spaces for odd line ends."""
    number, start, _, _ = problem.span
    written = lines[number - 1][start - 1 :]
    edit = Edit(number, start, start + len(written), written.translate(_READ))
    return Problem(problem.kind, problem.span, problem.route, problem.values, (edit,))


def _named(character: str) -> str:
    return f"U+{ord(character):04X}"


def _spaced(draft: Draft) -> list[Problem]:
    """Make ordinary spaces of odd ones; a problem where YAML would not have seen a space."""
    problems: list[Problem] = []
    odd, structure, in_text = re.compile(_ODD_SPACE), re.compile(_STRUCTURE), re.compile(_IN_TEXT)
    for number, line in enumerate(draft.lines, 1):
        if line.isascii() or not odd.search(line):
            continue
        text = line.rstrip()
        shape = structure.match(text)
        end = shape.end() if shape else 0
        first = odd.search(line, 0, end) or odd.search(line, len(text))
        repaired = odd.sub(" ", text[:end]) + in_text.sub(" ", text[end:])
        if first is not None and text and len(problems) <= MOST_ALIKE:
            span = Span(number, first.start() + 1, number, first.end() + 1)
            values = {"found": _named(first.group()), "repair": shortened(repaired)}
            whole = repaired + " " * (len(line) - len(text))
            known = (Edit(number, 1, len(line) + 1, whole),) if draft.is_as_written(number) else ()
            problems.append(Problem("non-breaking-space", draft.traced(span), (), values, known))
        draft.lines[number - 1] = repaired + " " * (len(line) - len(text))
    return problems
