"""The tree of a YAML file: plain text leaves, and a span for everything.

Spans are what the file shows, not what the parser did: lines and columns are
1-based, columns count Unicode code points, ends are exclusive.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from msgspec import Struct, field

Route: TypeAlias = tuple[str | int, ...]
"""The way to a place: keys, and positions in lists; what ``path`` is made from."""


class Span(NamedTuple):
    """A stretch of a file; 1-based, ``end_column`` is the column after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


class Scalar(Struct, frozen=True, gc=False):
    """A leaf. ``text`` is its value as written (unquoted, unfolded), never converted."""

    text: str
    span: Span
    style: Literal["plain", "quoted", "block"] = "plain"


class Entry(Struct, frozen=True, gc=False):
    """One ``key: value`` of a mapping; ``key`` keeps the place where the key is written."""

    key: Scalar
    value: Node


class Mapping(Struct, frozen=True):
    """Keys in file order, merge keys already followed; ``flow`` for ``{a: 1}``."""

    entries: dict[str, Entry]
    span: Span
    flow: bool = False


class Sequence(Struct, frozen=True):
    """Items in file order."""

    items: list[Node]
    span: Span
    flow: bool = False


Node: TypeAlias = Scalar | Mapping | Sequence


class Edit(NamedTuple):
    """In one line, what stands from ``start`` to before ``end`` becomes ``new``; columns are 1-based."""

    line: int
    start: int
    end: int
    new: str


class Problem(Struct, frozen=True):
    """Something about the file itself that a policy of the file family turns into a finding.

    Attributes:
        kind: kebab-case, the ``name`` of the policy that speaks of it.
        span: where it is; exact.
        route: the logical place, as far as it is known.
        values: text for the policy's message, such as ``key`` or ``repair``.
        edits: what makes of the file what it was read as, where the reader went on with a repair.
    """

    kind: str
    span: Span
    route: Route = ()
    values: dict[str, str] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()


class Document(Struct, frozen=True):
    """One file as read.

    Attributes:
        name: the path to show (``<stdin>`` for standard input).
        lines: the text, split without line ends, for quoting.
        root: the tree; None where nothing could be built.
        problems: in file order; never lost, never raised.
        complete: False where a part of the file is not in the tree, so that what
            is missing there may only be unread.
    """

    name: str
    lines: tuple[str, ...]
    root: Node | None
    problems: tuple[Problem, ...] = ()
    complete: bool = True
