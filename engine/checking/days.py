"""From which day an action is judged."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coalcheck.engine.decide.own_day import own_day

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.charter.model import Charter


class Days(NamedTuple):
    """The day that was asked for, and the day to take where an action has none of its own."""

    as_of: date | None
    today: date

    def of(self, action: Action, charter: Charter) -> date:
        """The day from which an action is judged: as asked for, else its own, else today."""
        own = action.date or action.closes or action.opened or action.notice
        return self.as_of or (own_day(charter, action) if own else self.today)
