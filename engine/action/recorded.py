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
    "approved": "adopted",
    "agreed": "adopted",
    "accepted": "adopted",
    "consensus": "adopted",
    "not carried": "rejected",
    "lost": "rejected",
    "defeated": "rejected",
    "no consensus": "rejected",
    "no consensus yet": "rejected",
    "no agreement": "rejected",
    "no quorum": "no-quorum",
    "not quorate": "no-quorum",
    "inquorate": "no-quorum",
    "blocked by a veto": "vetoed",
    "veto": "vetoed",
    "still open": "pending",
    "open": "pending",
    "postponed": "pending",
    "failed": "not adopted",
    "not passed": "not adopted",
    "not approved": "not adopted",
    "not agreed": "not adopted",
    "not accepted": "not adopted",
    "no decision": "not adopted",
}
"""The other words that may stand there, those of our own answers among them.

Where a word does not say whether it was the votes or a quorum that was missing, it is ``not adopted``.
"""


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
