"""Details of what happened: what a member has had."""

from typing import Final, Literal, TypeAlias, get_args

from pydantic import Field

from coalcheck.engine.charter.marks import MemberId
from coalcheck.engine.charter.part import Spoken, YesNo

ValueKind: TypeAlias = Literal[
    "strategic", "operational", "financial", "innovative", "reputational", "relational"
]

MEANINGS: Final[dict[tuple[str, ...], tuple[str, ...]]] = {
    get_args(ValueKind): (
        "Influence, position, a way to its goal.",
        "Daily work made easier.",
        "Money earned or saved.",
        "Something new.",
        "Standing with others.",
        "Relations that last.",
    ),
}


class Experience(Spoken):
    """What a member has had from the coalition so far, as it says itself."""

    member: MemberId | None = None
    """The member that says so; shown only where names are asked for."""
    had: dict[ValueKind, YesNo] = Field(default={})
    """Of each kind of value that the charter foresees for it, whether it has had it so far."""
