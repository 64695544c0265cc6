"""What the entries of a record spend, each counted once.

A sum counts on the day on which it was decided, if the decision was carried. What was carried out or paid
counts too, whatever the votes came to: the money is gone. A payment that follows a decision is part of what
was decided, and only what goes beyond that counts once more, on the day of the payment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from coalcheck.engine.charter.quantity import Period
from coalcheck.engine.decide.authority import COALITION
from coalcheck.engine.decide.spending import Outlay, Spending
from coalcheck.engine.history.record import Entry, Record, is_carried

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.charter.model import Charter


class Outlays:
    """Goes through a record in its order, and says of each entry what it spends beyond what came before."""

    def __init__(self, charter: Charter, paid: Iterable[str]) -> None:
        """Begin with nothing spent.

        Args:
            charter: the charter.
            paid: ids of the decisions that payments on record go back to.
        """
        self._charter = charter
        self._paid = frozenset(paid)
        # What of a decision is still to be paid, by its id and currency; None where it comes back endlessly.
        self._unpaid: dict[tuple[str, str], Fraction | None] = {}
        self.spent = Spending()

    def add(self, entry: Entry) -> Outlay | None:
        """What the next entry spends; None where it spends nothing that is not counted yet."""
        outlay = self._payment(entry) if entry.action.happened == "payment" else self._decided(entry)
        if outlay is not None:
            self.spent.add(outlay)
        return outlay

    def _decided(self, entry: Entry) -> Outlay | None:
        action, verdict = entry.action, entry.verdict
        if action.amount is None or verdict is None or is_own(action):
            return None
        done = (action.done is not None and action.done is not False) or action.id in self._paid
        carried = True if done else is_carried(action, verdict)
        if carried is False:
            return None
        decision = self._charter.decisions.get(verdict.decision)
        every = action.every or (Period(1, action.amount.per) if action.amount.per else None)
        once = action.amount._replace(per=None)
        by = decision.body or "" if decision is not None else None
        outlay = Outlay(once, entry.first, entry.last, every, action.until, sure=carried is True, by=by)
        if action.id and carried:
            self._unpaid[action.id, once.currency] = outlay.total
        return outlay

    def _payment(self, entry: Entry) -> Outlay | None:
        action = entry.action
        if action.amount is None:
            return None
        left = action.amount.amount
        for followed in action.follows:
            key = (followed, action.amount.currency)
            unpaid = self._unpaid.get(key, Fraction(0))
            if unpaid is None:
                return None
            covered = min(left, unpaid)
            if covered:
                self._unpaid[key] = unpaid - covered
                left -= covered
        if not left:
            return None
        beyond = action.amount._replace(amount=left, per=None)
        return Outlay(beyond, entry.first, entry.last, by=None)


def outlays(record: Record) -> Iterator[tuple[Entry, Outlay]]:
    """What was spent on record, entry by entry, in order."""
    counting = Outlays(record.charter, paid_ids(each.action for each in record.entries))
    for entry in record.entries:
        outlay = counting.add(entry)
        if outlay is not None:
            yield entry, outlay


def spending(record: Record) -> Spending:
    """What was spent on record, added up: in all, by body, and within a month or a year."""
    found = Spending()
    for _, outlay in outlays(record):
        found.add(outlay)
    return found


def paid_ids(actions: Iterable[Action]) -> Iterable[str]:
    """The ids of what payments on record go back to."""
    return (each for action in actions if action.happened == "payment" for each in action.follows)


def is_own(action: Action) -> bool:
    """Whether it is done in the name of members, with their own money, and not of the coalition."""
    return bool(action.in_name_of) and COALITION not in action.in_name_of
