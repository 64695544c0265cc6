"""One thing that is due: when, and what shows it done."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, TypeAlias, get_args

from msgspec import Struct

from coalcheck.engine.history.record import Entry
from coalcheck.engine.source.node import Route

What: TypeAlias = Literal[
    "first-review", "renewal", "value-review", "check-in", "exercise", "sprint", "first-win", "goal",
    "decision-on-end", "end", "pilot-end", "winding-up", "suspension-end", "inducement-end", "commitment",
    "promise", "plan", "lapse",
]  # fmt: skip
WHAT: Final[tuple[What, ...]] = get_args(What)

NEVER_OVERDUE: Final[frozenset[What]] = frozenset(
    {"end", "suspension-end", "inducement-end", "lapse", "commitment", "winding-up"}
)
"""What comes by itself; and what is done without an entry, so that nothing on record says it was not."""


class Due(Struct, frozen=True):
    """Something that is due.

    Attributes:
        what: one of ``WHAT``.
        day: when it is due.
        until: the last day on which it is not overdue; None where that is ``day`` itself.
        done: the entry that shows it done; None where none does.
        route: where it is set, in the charter or in ``entry``.
        said: what it is, as a phrase with its article and without a name of anybody.
        last: of what comes back, the time before; None where this is the first.
        entry: the entry that sets it, where the charter does not.
    """

    what: What
    day: date
    until: date | None
    done: Entry | None
    route: Route
    said: str
    last: Entry | None = None
    entry: Entry | None = None

    @property
    def deadline(self) -> date:
        """The last day on which it is not overdue."""
        return self.until or self.day

    def overdue(self, as_of: date) -> bool:
        """Whether it should have been done before a day, and nothing on record shows it."""
        return self.done is None and self.what not in NEVER_OVERDUE and self.deadline < as_of
