"""A file as its lines, each with the end that it has: what nobody changes stays as it was, byte for byte."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from coalcheck.engine.source.node import Edit

_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


class Insertion(NamedTuple):
    """Lines that come behind a line of the file; behind 0 they come first."""

    behind: int
    lines: tuple[str, ...]


class Lines(NamedTuple):
    """The content of a file.

    Attributes:
        mark: whether it begins with the mark of UTF-8.
        texts: the lines without their ends.
        ends: the end of each line; empty behind the last one where the file does not end with a line end.
    """

    mark: bool
    texts: tuple[str, ...]
    ends: tuple[str, ...]

    @classmethod
    def of(cls, data: bytes) -> Lines | None:
        """The lines of a file; None where it is not UTF-8, so that a column cannot be told."""
        mark = data.startswith(codecs.BOM_UTF8)
        try:
            text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
        except UnicodeDecodeError:
            return None
        rows = [(found[1], found[2]) for found in _LINE.finditer(text) if found[0]]
        return cls(mark, tuple(row[0] for row in rows), tuple(row[1] for row in rows))

    @property
    def data(self) -> bytes:
        """The content again, as bytes."""
        text = "".join(map("".join, zip(self.texts, self.ends, strict=True)))
        return (codecs.BOM_UTF8 if self.mark else b"") + text.encode("utf-8")

    def with_edits(self, edits: Iterable[Edit]) -> Lines:
        """The lines with some stretches replaced; those of one line must not overlap."""
        texts = list(self.texts)
        for line, start, end, new in sorted(edits, reverse=True):
            old = texts[line - 1]
            texts[line - 1] = old[: start - 1] + new + old[end - 1 :]
        return self._replace(texts=tuple(texts))

    def with_insertions(self, insertions: Sequence[Insertion]) -> Lines:
        """The lines with others between them; they end as the lines of the file do."""
        usual = next((end for end in self.ends if end), "\n")
        texts, ends = list(self.texts), list(self.ends)
        for behind, lines in sorted(insertions, reverse=True):
            new = [usual] * len(lines)
            if behind and not ends[behind - 1]:
                # Behind a last line without an end: it gets one, and the new last line has none.
                ends[behind - 1], new[-1] = usual, ""
            texts[behind:behind], ends[behind:behind] = lines, new
        return self._replace(texts=tuple(texts), ends=tuple(ends))
