"""The outcome as minutes have it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal, TypeAlias, get_args

from pydantic_core import PydanticCustomError

from coalcheck.engine.action.reading import ReadIn

Recorded: TypeAlias = Literal["adopted", "rejected", "no-quorum", "vetoed", "pending", "not adopted"]
"""An outcome; ``not adopted`` where the minutes do not say for what reason."""

RECORDED: Final[tuple[Recorded, ...]] = get_args(Recorded)
SPELT: Final[dict[str, Recorded]] = {
    "carried": "adopted",
    "passed": "adopted",
    "not carried": "rejected",
    "no consensus yet": "rejected",
    "no quorum": "no-quorum",
    "blocked by a veto": "vetoed",
    "still open": "pending",
    "failed": "not adopted",
}
"""The other words that may stand there, those of our own answers among them."""


def recorded_of(value: object, context: Mapping[str, Any] | None = None) -> Recorded:
    """An outcome.

    Raises:
        PydanticCustomError: it is none.
    """
    del context
    for outcome in RECORDED:
        if value == outcome:
            return outcome
    if isinstance(value, str) and value in SPELT:
        return SPELT[value]
    raise PydanticCustomError("recorded-unknown", "an outcome")


RecordedText: TypeAlias = Annotated[Recorded, ReadIn(recorded_of)]
