"""That something happened: when, or that it did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias

from coalcheck.engine.action.moment import Moment, moment_of
from coalcheck.engine.action.reading import ReadIn

Done: TypeAlias = Moment | bool
"""When; True where only that it happened is on record, False where it is on record that it did not."""


def done_of(value: object, context: Mapping[str, Any]) -> Done:
    """A moment, or yes or no.

    Raises:
        PydanticCustomError: it is none of these.
    """
    if isinstance(value, bool):
        return value
    if value in ("yes", "no"):
        return value == "yes"
    return moment_of(value, context)


DoneText: TypeAlias = Annotated[Moment | bool, ReadIn(done_of)]
