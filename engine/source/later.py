"""A file that was read before: what stands in it is read again when somebody asks for it.

A record keeps thousands of files, and a page speaks of a few of them.
"""

from __future__ import annotations

from msgspec import Struct, field

from coalcheck.engine.source.node import Document, Node, Problem
from coalcheck.engine.source.read import read


class _Kept(Struct):
    """What was read, once somebody has asked."""

    document: Document | None = None


class Later(Document, frozen=True):
    """A document of which only the name is at hand, and whether all of the file was read.

    Its own fields ``lines``, ``root`` and ``problems`` stay empty: whoever wants others makes a ``Document``.

    Attributes:
        data: the content, as it was.
    """

    data: bytes = b""
    _kept: _Kept = field(default_factory=_Kept)

    @property  # type: ignore[misc]  # stands before the field of the same name, as msgspec allows
    def lines(self) -> tuple[str, ...]:
        """The text, split without line ends."""
        return self._read.lines

    @property  # type: ignore[misc]  # stands before the field of the same name, as msgspec allows
    def root(self) -> Node | None:
        """The tree."""
        return self._read.root

    @property  # type: ignore[misc]  # stands before the field of the same name, as msgspec allows
    def problems(self) -> tuple[Problem, ...]:
        """What the reader has to say of it."""
        return self._read.problems

    @property
    def _read(self) -> Document:
        kept = self._kept
        if kept.document is None:
            kept.document = read(self.data, self.name)
        return kept.document


def later(data: bytes, name: str, *, complete: bool) -> Document:
    """A file that was read before.

    Args:
        data: its content.
        name: the path to show.
        complete: whether all of it was read.
    """
    return Later(name, (), None, complete=complete, data=data)
