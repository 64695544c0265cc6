"""Details of what happened: the goal."""

from typing import Final, Literal, TypeAlias, get_args

from coalcheck.engine.charter.marks import Decider
from coalcheck.engine.charter.part import Block

Declared: TypeAlias = Literal["reached", "out of reach", "open"]

MEANINGS: Final[dict[tuple[str, ...], tuple[str, ...]]] = {
    get_args(Declared): ("What was wanted is there.", "It can no longer be had.", "It is still worked for."),
}


class Goal(Block):
    """What was declared of the goal."""

    sentence = "sign"

    declared: Declared | None = None
    """What was declared: that it is reached, out of reach, or still open."""
    by: Decider | None = None
    """Who declared it."""
    sign: str | None = None
    """What it was seen by."""
