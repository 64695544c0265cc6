"""Which parts of a block are left out: in words for a sentence, and as lines to write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.facts.written import is_answered, is_written, node_at
from coalcheck.engine.source.node import Document, Route, Scalar
from coalcheck.engine.wording.listing import join


class Part(NamedTuple):
    """One key that a block should have.

    Attributes:
        keys: the key, and others that would do in its place.
        words: what it says, to stand after "does not say".
        line: the key with an example, as it is written in the charter.
    """

    keys: tuple[str, ...]
    words: str
    line: str


def lacking(document: Document, block: Route, parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts of a block that are not written.

    Nothing where the block itself is not there, which is a point of its own, and nothing where it holds
    prose, in which they may be said.
    """
    if isinstance(node_at(document, block), Scalar) or not is_written(document, *block):
        return ()
    if is_written(document, *block, "in_words"):
        return ()
    return tuple(part for part in parts if not any(is_answered(document, *block, key) for key in part.keys))


def as_values(name: str, parts: Iterable[Part]) -> dict[str, Value]:
    """The two properties of what a block leaves out, ``<name>_lacks`` and ``<name>_lines``; none for none."""
    left_out = tuple(parts)
    if not left_out:
        return {}
    return {
        f"{name}_lacks": join(*(part.words for part in left_out), last="or"),
        f"{name}_lines": "\n".join(part.line for part in left_out),
    }
