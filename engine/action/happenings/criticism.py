"""Details of what happened: criticism."""

from coalcheck.engine.action.done import DoneText
from coalcheck.engine.charter.marks import MemberIds, Someone
from coalcheck.engine.charter.part import Block


class Criticism(Block):
    """Criticism, and the answer to it."""

    sentence = "about"

    about: str | None = None
    """What was criticised."""
    of: MemberIds = ()
    """The members that it was about; the coalition as a whole where none is named."""
    answered: DoneText | None = None
    """When it was answered; or yes or no."""
    answered_by: Someone | None = None
    """Who answered."""
    answer: str | None = None
    """What was answered."""
