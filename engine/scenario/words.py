"""The words that an expectation can be put in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic_core import PydanticCustomError

from coalcheck.engine.checking.outcomes import NO_CONSENSUS, in_words
from coalcheck.engine.decide.verdict import OUTCOMES, Outcome

OUTCOME_UNKNOWN: Final = "outcome-unknown"
SPELT: Final[dict[str, Outcome]] = {
    **{in_words(outcome): outcome for outcome in OUTCOMES},
    NO_CONSENSUS: "rejected",
}
"""What a page of ``coalcheck check`` says for an outcome; it may stand for it here too."""
ANY: Final = "any"
"""Stands for every point there is."""
NONE: Final = -1
"""No votes would do."""


def outcome_of(value: object, context: Mapping[str, Any]) -> Outcome:
    """An outcome, by its own word or by that of a page.

    Raises:
        PydanticCustomError: it is none.
    """
    del context
    for outcome in OUTCOMES:
        if value == outcome:
            return outcome
    if isinstance(value, str) and value in SPELT:
        return SPELT[value]
    raise PydanticCustomError(OUTCOME_UNKNOWN, "an outcome")


def fewest_of(value: object, context: Mapping[str, Any]) -> int:
    """A number of votes, 1 or more; `NONE` for the word none.

    Raises:
        PydanticCustomError: it is neither.
    """
    del context
    if value == "none":
        return NONE
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return int(value)
    raise PydanticCustomError("fewest", "a number of votes")


def unwanted_of(value: object, context: Mapping[str, Any]) -> tuple[str, ...]:
    """Codes or names of points; `ANY` for yes.

    Raises:
        PydanticCustomError: it is something else.
    """
    del context
    if value is True or value == "yes":
        return (ANY,)
    items = value if isinstance(value, (list, tuple)) else (value,)
    if not items or any(not isinstance(item, str) for item in items):
        raise PydanticCustomError("unwanted", "codes")
    return tuple(map(str, items))


def short_of(value: object, context: Mapping[str, Any]) -> object:
    """Votes in short, as they are written; what they mean stands in `coalcheck.engine.scenario.votes`."""
    del context
    return value


def row_of(value: object, context: Mapping[str, Any]) -> object:
    """A row of a table, as it is written; what it means stands in `coalcheck.engine.scenario.tables`."""
    del context
    return value
