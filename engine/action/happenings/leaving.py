"""Details of what happened: a departure."""

from coalcheck.engine.action.done import DoneText
from coalcheck.engine.action.moment import MomentText
from coalcheck.engine.charter.marks import MemberId, People
from coalcheck.engine.charter.part import Part, Texts, YesNo
from coalcheck.engine.charter.quantity import Day, MoneyText


class Leaving(Part):
    """How a member leaves."""

    who: MemberId | None = None
    """The member that leaves."""
    notice: MomentText | None = None
    """When it told the others; the day of the entry where not said."""
    in_writing_to: People = ()
    """Who was told in writing."""
    last_day: Day | None = None
    """Its last day as a member."""
    sooner_agreed: YesNo | None = None
    """Whether the others agreed to a sooner last day than the notice gives."""
    reason_asked: YesNo | None = None
    """Whether it was asked for a reason."""
    consent_asked: YesNo | None = None
    """Whether it had to wait for the others to agree."""
    pay_asked: MoneyText | None = None
    """What it was asked to pay for leaving."""
    stay_asked: Day | None = None
    """Until when it was asked to stay."""
    asked_for: Texts = ()
    """What else was asked of it, in a few words each."""
    money_back: DoneText | None = None
    """When it got back what it gets back; or yes or no."""
    handover: DoneText | None = None
    """When it handed over what it hands over; or yes or no."""
    data: DoneText | None = None
    """When the personal data that it had was dealt with; or yes or no."""
    announced: DoneText | None = None
    """When its leaving was made known; or yes or no."""
    thanked: DoneText | None = None
    """When its contribution was recognised; or yes or no."""
    name_last_used: Day | None = None
    """The last day on which its name was put on something new."""
