"""Details of what happened: a person who left or came."""

from typing import Final, Literal, TypeAlias, get_args

from coalcheck.engine.action.done import DoneText
from coalcheck.engine.charter.marks import MemberId
from coalcheck.engine.charter.members import Level
from coalcheck.engine.charter.part import Part

Post: TypeAlias = Literal["contact", "signatory", "coordinator", "chair", "host", "speaker", "mediator"]

MEANINGS: Final[dict[tuple[str, ...], tuple[str, ...]]] = {
    get_args(Post): (
        "Whom to turn to at a member.",
        "Who signs for a member.",
        "Who runs the daily work.",
        "Who chairs.",
        "Who hosts.",
        "Who speaks for all.",
        "Who helps to settle a conflict.",
    ),
}


class Contact(Part):
    """A person who left, or was named."""

    post: Post | None = None
    """What the person is to the coalition; a member's contact where not said."""
    member: MemberId | None = None
    """The member whose contact or signatory it is, or that holds the role from then on."""
    left: DoneText | None = None
    """When the one before left the post; or yes."""
    named: DoneText | None = None
    """When another was named; or yes."""
    name: str | None = None
    """The name of the person who was named."""
    position: str | None = None
    """The post of that person at home."""
    level: Level | None = None
    """Whether that person decides on policy or does the daily work."""
