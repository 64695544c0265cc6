"""Details of what happened: a meeting."""

from typing import Final, Literal, TypeAlias, get_args

from coalcheck.engine.charter.marks import Someone
from coalcheck.engine.charter.part import Part, Texts, Whole, YesNo

MeetingKind: TypeAlias = Literal["check-in", "meeting", "group", "informal"]

MEANINGS: Final[dict[tuple[str, ...], tuple[str, ...]]] = {
    get_args(MeetingKind): (
        "The regular short talk.",
        "A meeting of those who decide.",
        "A meeting of a working group.",
        "A talk without an agenda.",
    ),
}


class Meeting(Part):
    """A meeting or a check-in."""

    kind: MeetingKind | None = None
    """What it was; a meeting of those who decide where not said."""
    minutes: Whole | None = None
    """How long it took, in minutes."""
    quorum: YesNo | None = None
    """Whether enough were there to decide."""
    agenda: Texts = ()
    """What it was to deal with."""
    left_over: Texts = ()
    """What of that was not dealt with."""
    chaired_by: Someone | None = None
    """Who chaired."""
    hosted_by: Someone | None = None
    """Who hosted."""
