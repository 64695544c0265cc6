"""What can stand in the record without being decided: what happened, and the details of it."""

from typing import Annotated

from coalcheck.engine.action.dated import Dated
from coalcheck.engine.action.happened import Happened
from coalcheck.engine.action.happenings.access import Access
from coalcheck.engine.action.happenings.breach import Breach
from coalcheck.engine.action.happenings.conflict import Conflict
from coalcheck.engine.action.happenings.contact import Contact
from coalcheck.engine.action.happenings.credit import Credit
from coalcheck.engine.action.happenings.criticism import Criticism
from coalcheck.engine.action.happenings.experience import Experience
from coalcheck.engine.action.happenings.goal import Goal
from coalcheck.engine.action.happenings.joining import Joining
from coalcheck.engine.action.happenings.leaving import Leaving
from coalcheck.engine.action.happenings.meeting import Meeting
from coalcheck.engine.action.happenings.promise import Promise
from coalcheck.engine.action.happenings.result import Result
from coalcheck.engine.action.happenings.review import Review
from coalcheck.engine.action.happenings.statement import Statement
from coalcheck.engine.action.happenings.trigger import Trigger
from coalcheck.engine.charter.part import Id, Listed
from coalcheck.engine.charter.quantity import Day


class Happening(Dated):
    """The part of an action file that tells of something that happened."""

    happened: Happened | None = None
    """What happened, where nothing was decided: meeting, review, promise and so on; in place of `action`."""
    follows: Annotated[tuple[Id, ...], Listed] = ()
    """Earlier entries of the record that it goes back to, by their ids."""
    entered: Day | None = None
    """The day on which it was entered in the record."""
    meeting: Meeting | None = None
    """A meeting or a check-in."""
    review: Review | None = None
    """A review of the coalition, of its value to the members, or before a renewal."""
    promise: Promise | None = None
    """A commitment that was kept, or was not."""
    goal: Goal | None = None
    """What was declared of the goal."""
    contact: Contact | None = None
    """A person who left, or was named."""
    conflict: Conflict | None = None
    """A disagreement."""
    criticism: Criticism | None = None
    """Criticism, and the answer to it."""
    credit: Credit | None = None
    """A knowledge credit."""
    trigger: Trigger | None = None
    """What brings a review forward."""
    result: Result | None = None
    """Something that was worked for and is there."""
    access: Access | None = None
    """What was shared, or could not be seen."""
    experience: Experience | None = None
    """What a member has had from the coalition so far."""
    statement: Statement | None = None
    """Something said in public."""
    breach: Breach | None = None
    """What was not kept."""
    leaving: Leaving | None = None
    """How a member leaves."""
    joining: Joining | None = None
    """How a member comes in."""
