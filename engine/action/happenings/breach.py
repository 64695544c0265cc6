"""Details of what happened: what was not kept."""

from typing import Final, Literal, TypeAlias, get_args

from coalcheck.engine.action.done import DoneText
from coalcheck.engine.charter.marks import MemberIds
from coalcheck.engine.charter.part import Part, Texts

Weight: TypeAlias = Literal["minor", "major"]

MEANINGS: Final[dict[tuple[str, ...], tuple[str, ...]]] = {
    get_args(Weight): ("A small matter.", "A grave matter."),
}


class Breach(Part):
    """What was not kept; beside a decision to suspend or expel, what it rests on."""

    level: Weight | None = None
    """Whether the members take it for a small or a grave matter."""
    what: Texts = ()
    """What was not kept, in the words of the charter where it has some for it."""
    who: MemberIds = ()
    """Whom it concerns; no page shows it."""
    talked: DoneText | None = None
    """When those concerned talked about it; or yes or no."""
    meeting: DoneText | None = None
    """When all members met about it; or yes or no."""
    heard: DoneText | None = None
    """When the member concerned was heard; or yes or no."""
    measures: Texts = ()
    """What was done about it."""
    put_right: DoneText | None = None
    """When it was put right; or yes or no."""
