"""From which day an action is judged where nobody says."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from coalcheck.engine.action.moment import UnknownZone
from coalcheck.engine.decide.calendar import days_of

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.charter.model import Charter


def own_day(charter: Charter, action: Action) -> date:
    """The day from which an action is judged where none is given: its own, else today."""
    moment = action.date or action.closes or action.opened or action.notice
    if moment is None:
        return datetime.now(UTC).date()
    try:
        return days_of(moment, charter.time_zone)[1]
    except UnknownZone:
        # The day is then the one that the instant itself was written with.
        return moment.date() if isinstance(moment, datetime) else date.max
