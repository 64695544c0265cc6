"""A file in which nothing is unusual, read straight to plain values; where all of them are stands in no tree.

A record keeps thousands of files, and nearly all of them are as they should be. Whatever the reader would
have something to say of, or could be read in more than one way, is left to ``read``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import field
from yaml.error import YAMLError
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from coalcheck.engine.source.characters import as_shown
from coalcheck.engine.source.events import events_of
from coalcheck.engine.source.later import Later
from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import FIRST_OF_NUMBER, is_absurd, something_in
from coalcheck.engine.source.traps.find import may_hold_any

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal
    from typing import Any

    from coalcheck.engine.source.node import Document

MOST_BYTES: Final = 32 * 1024
"""A larger file is no entry of a record, and may reach one of the limits that the reader keeps."""
MOST_DEPTH: Final = 20
"""Levels of lists and mappings inside one another; nobody writes more."""

Value: TypeAlias = "bool | int | Decimal | str | list[Value] | dict[str, Value]"


class Quick(Later, frozen=True):
    """A document of which the values are at hand; all else is read again when somebody asks for it.

    Attributes:
        values: what stands in the file, by its keys; nothing in it is empty.
    """

    values: dict[str, Value] = field(default_factory=dict)


def read_quickly(data: bytes, name: str) -> Document:
    """Read one file as ``read`` does; where it has nothing to say of it, only the values are made.

    Args:
        data: the content.
        name: the path to show.
    """
    values = values_of(data)
    return read(data, name) if values is None else Quick(name, (), None, data=data, values=values)


def values_of(data: bytes) -> dict[str, Value] | None:
    """The plain values of a file of which the reader has nothing to say.

    Args:
        data: the content.

    Returns:
        The values, unquoted texts as ``written`` has them. None where the reader would find a problem, or
        something empty stands in the file, or it cannot be told at once that nothing of the kind is there.
    """
    if len(data) > MOST_BYTES:
        return None
    text = as_shown(data)
    if text is None or may_hold_any(text):
        return None
    next_event = events_of(text)
    try:
        _expect(next_event, StreamStartEvent)
        _expect(next_event, DocumentStartEvent)
        root = _expect(next_event, MappingStartEvent)
        values = _mapping(next_event, 1) if _is_bare(root) else None
        _expect(next_event, DocumentEndEvent)
        _expect(next_event, StreamEndEvent)
    except (_Unusual, YAMLError):
        return None
    return values


class _Unusual(Exception):
    """Something that the reader may have something to say of."""


def _expect(next_event: Callable[[], Any], kind: type) -> Any:
    event = next_event()
    if event.__class__ is not kind:
        raise _Unusual
    return event


def _is_bare(event: Any) -> bool:
    """Whether neither an anchor nor a tag stands before a value."""
    return event.anchor is None and event.tag is None


def _mapping(next_event: Callable[[], Any], depth: int) -> dict[str, Value]:
    found: dict[str, Value] = {}
    while True:
        event = next_event()
        if event.__class__ is not ScalarEvent:
            if event.__class__ is MappingEndEvent:
                return found
            raise _Unusual
        key: str = event.value
        # A key with a blank in it may be the beginning of a sentence.
        if key in found or not key or key == "<<" or " " in key:
            raise _Unusual
        if event.anchor is not None or event.tag is not None:
            raise _Unusual
        if key[0] in FIRST_OF_NUMBER and is_absurd(key):
            raise _Unusual
        event = next_event()
        found[key] = (
            _scalar(event) if event.__class__ is ScalarEvent else _collection(event, next_event, depth)
        )


def _sequence(next_event: Callable[[], Any], depth: int) -> list[Value]:
    found: list[Value] = []
    while True:
        event = next_event()
        kind = event.__class__
        if kind is ScalarEvent:
            found.append(_scalar(event))
            # Further lines of a text may be items that are indented too far.
            if event.start_mark.line != event.end_mark.line:
                raise _Unusual
        elif kind is SequenceEndEvent:
            return found
        else:
            found.append(_collection(event, next_event, depth))


def _collection(event: Any, next_event: Callable[[], Any], depth: int) -> Value:
    kind = event.__class__
    if depth < MOST_DEPTH and kind is MappingStartEvent and _is_bare(event):
        return _mapping(next_event, depth + 1)
    if depth < MOST_DEPTH and kind is SequenceStartEvent and _is_bare(event):
        return _sequence(next_event, depth + 1)
    raise _Unusual


def _scalar(event: Any) -> Value:
    text: str = event.value
    if not text or event.anchor is not None or event.tag is not None:
        raise _Unusual
    value = text if event.style else something_in(text)
    if value is None:
        raise _Unusual
    return value
