"""What is due by the charter and by what was promised, and what the record shows of it.

Of what comes back, the next one is due: counted from the last one on record, else from the start. What the
charter sets no day for is not here, and neither is what nobody keeps a record of: a check-in is due only
where one is on record. What would only come after the end is not due.
"""

from __future__ import annotations

from coalcheck.engine.history.due_again import due_again
from coalcheck.engine.history.due_at_the_end import due_at_the_end
from coalcheck.engine.history.due_once import due_once
from coalcheck.engine.history.duty import NEVER_OVERDUE, WHAT, Due, What
from coalcheck.engine.history.looking_back import end_of
from coalcheck.engine.history.promised import promised
from coalcheck.engine.history.record import Record

__all__ = ["NEVER_OVERDUE", "WHAT", "Due", "What", "dues"]


def dues(record: Record) -> tuple[Due, ...]:
    """Everything that is due, or was and is shown as done, by its day."""
    charter = record.charter
    found = [*promised(record)]
    if charter.kind != "body" and charter.stage != "exploring":
        found += due_at_the_end(record)
        if charter.stage != "ended":
            end = end_of(record)
            over = end is not None and end < record.as_of
            # After the end it is too late for all of it, except for saying what became of the goal.
            found += (due for due in due_once(record) if not over or due.what == "goal")
            found += (due for due in due_again(record) if end is None or (not over and due.day <= end))
    return tuple(sorted(found, key=lambda due: (due.day, WHAT.index(due.what), due.said)))
