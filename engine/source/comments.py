"""Comments of a YAML file: what stands behind a ``#`` that is not part of a text.

The tree holds none of them. Where a text begins and ends is asked of libyaml's scanner, so that a ``#`` in
quotes, or in a block of text, is never taken for a comment. Only files that need it pay for the scan.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any, Final, NamedTuple

from yaml.error import YAMLError

_BLOCKS: Final = ("|", ">")
_TEXTS: Final = {"ScalarToken", "TagToken", "AnchorToken", "AliasToken", "DirectiveToken"}
"""What can hold a ``#``; behind everything else it begins a comment, also without a blank before it."""


class Comment(NamedTuple):
    """One comment.

    Attributes:
        line: from 1.
        column: of its ``#``, from 1.
        text: from its ``#`` to the end of the line.
        alone: whether nothing stands before it on its line.
    """

    line: int
    column: int
    text: str
    alone: bool


def comments(lines: Sequence[str], numbers: Sequence[int]) -> Iterator[Comment]:
    """Give the comments on some lines of a file, in the order asked for.

    Behind a place at which the file stops being YAML nothing is known, and nothing is given.

    Args:
        lines: the whole file, without line ends.
        numbers: the lines that are looked at, from 1.
    """
    text = "\n".join([*lines, ""])
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    texts, reached = _texts(text, max(numbers, default=0))
    begins = [begin for begin, _ in texts]
    for number in numbers:
        line, start = lines[number - 1], starts[number - 1]
        at = line.find("#")
        while at >= 0:
            place = bisect_right(begins, start + at) - 1
            if place < 0 or start + at >= texts[place][1]:
                if start + at < reached:
                    yield Comment(number, at + 1, line[at:], not line[:at].strip())
                break
            at = line.find("#", at + 1)


def _texts(text: str, last: int) -> tuple[list[tuple[int, int]], int]:
    """Where the texts of a file stand up to a line, from and to, in order; and up to where it was scanned."""
    from coalcheck.engine.source.events import tokens_of

    found: list[tuple[int, int]] = []
    reached = 0
    next_token = tokens_of(text)
    try:
        while (token := next_token()) is not None:
            if token.start_mark.line >= last:
                return found, token.start_mark.index
            reached = token.end_mark.index
            if type(token).__name__ in _TEXTS:
                found.append((_begin(token, text), reached))
    except YAMLError:
        return found, reached
    return found, len(text)


def _begin(token: Any, text: str) -> int:
    """Where the letters of a text begin: of a block behind its first line, which can have a comment."""
    start: int = token.start_mark.index
    return text.find("\n", start) if getattr(token, "style", None) in _BLOCKS else start
