"""Details of what happened: a disagreement."""

from typing import Final, Literal, TypeAlias, get_args

from coalcheck.engine.action.done import DoneText
from coalcheck.engine.charter.marks import MemberIds, StepId
from coalcheck.engine.charter.part import Block

ConflictKind: TypeAlias = Literal["goal", "process", "relationship"]
Choice: TypeAlias = Literal["narrow the scope", "split the work", "part"]

MEANINGS: Final[dict[tuple[str, ...], tuple[str, ...]]] = {
    get_args(ConflictKind): (
        "Members want different things.",
        "Members disagree on how things are done.",
        "People do not get on.",
    ),
    get_args(Choice): (
        "The matter is left out of the common work.",
        "Each does a part of it in its own way.",
        "The members part in good order.",
    ),
}


class Conflict(Block):
    """A disagreement: that it came up, took a step, or was settled."""

    sentence = "about"

    about: str | None = None
    """What it is about."""
    kind: ConflictKind | None = None
    """What kind it is of: the goal, the way things are done, or how people get on."""
    between: MemberIds = ()
    """Between whom; shown only where names are asked for."""
    raised: DoneText | None = None
    """When it came up; the day of the first entry on it where not said."""
    step: StepId | None = None
    """The step of the charter that was taken that day."""
    settled: DoneText | None = None
    """When it was settled; or yes or no."""
    choice: Choice | None = None
    """What was chosen where it could not be settled."""
