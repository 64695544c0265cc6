"""What was done in the name of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.history.outlays import is_own

if TYPE_CHECKING:
    from coalcheck.engine.history.record import Entry


def is_done_for_all(entry: Entry) -> bool:
    """Whether it was done in the name of all: carried, or carried out whatever the votes were."""
    done = entry.action.done
    carried = entry.carried or (done is not None and done is not False)
    return carried and not is_own(entry.action)
