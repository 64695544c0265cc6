"""From files to a record: in the order of their days, each judged with what came before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, date, datetime
from itertools import repeat
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from coalcheck.engine.action.load import LoadedAction
from coalcheck.engine.action.model import Attempt
from coalcheck.engine.action.moment import Moment, UnknownZone
from coalcheck.engine.decide.bindings import Bindings
from coalcheck.engine.decide.calendar import days_of
from coalcheck.engine.decide.door import decide
from coalcheck.engine.decide.past import Attempted, Past, Used
from coalcheck.engine.decide.verdict import Outcome, Verdict
from coalcheck.engine.history.index import Beginning, Index
from coalcheck.engine.history.kinds import is_before_renewal, kinds_of
from coalcheck.engine.history.outlays import Outlays, paid_ids
from coalcheck.engine.history.record import Entry, Record
from coalcheck.engine.history.sharing import Sharing
from coalcheck.engine.history.uses import Held, Uses

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.action.recorded import Recorded
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.decide.scope import Presumed
    from coalcheck.engine.source.node import Document

Doubt: TypeAlias = Callable[[Verdict, LoadedAction], Verdict]
"""What becomes of a verdict on a file that could not be read in full."""

Foresee: TypeAlias = Callable[[Sequence["Action"]], AbstractContextManager[Iterator["Presumed | None"]]]
"""Gives for acts, in order, how each stands to what was agreed if nothing before it makes a difference."""

_ENDED: Final[dict[Outcome, Recorded]] = {
    "rejected": "rejected",
    "no-quorum": "no-quorum",
    "vetoed": "vetoed",
}
"""How an attempt ended that can be made again."""

_UNDATED: Final = "It has no day, so it stands after everything that has one."


class _Placed(NamedTuple):
    """A file with its days."""

    loaded: LoadedAction
    action: Action
    first: date | None
    last: date | None
    order: tuple[bool, date, str, str, str]


def replay(  # noqa: PLR0913  (each is one thing that a record rests on)
    charter: Charter | Bindings,
    document: Document,
    loaded: Iterable[LoadedAction],
    as_of: date,
    *,
    doubt: Doubt | None = None,
    thorough: LoadedAction | None = None,
    foresee: Foresee | None = None,
) -> Record:
    """Judge everything on record, in the order in which it was.

    Args:
        charter: the charter, or its bindings.
        document: the charter's file.
        loaded: the files, in any order; those that hold nothing are left out.
        as_of: the day from which all of it is looked at.
        doubt: what becomes of a verdict on a file that could not be read in full.
        thorough: the one of them of which the smallest change is looked for that would carry or stop it.
        foresee: works ahead of the replay; None where all is worked out as it comes.
    """
    bindings = charter if isinstance(charter, Bindings) else Bindings(charter)
    zone = bindings.charter.time_zone
    placed = sorted(
        (_placed(each, each.action, zone) for each in loaded if each.action is not None),
        key=lambda each: each.order,
    )
    on_record = [each for each in placed if each.first is None or each.first <= as_of]
    later = [each for each in placed if each.first is not None and each.first > as_of]
    paid = paid_ids(each.action for each in on_record)
    replaying = _Replaying(bindings, as_of, doubt, paid, thorough, foresee)
    entries = replaying.entries(on_record)
    ahead = tuple(replaying.entries(later))
    return Record(bindings.charter, document, tuple(entries), as_of, ahead, Index(entries))


def with_past(  # noqa: PLR0913, PLR0917  (each is one thing that a record rests on)
    bindings: Bindings,
    document: Document,
    on_record: Iterable[LoadedAction],
    loaded: LoadedAction,
    as_of: date,
    doubt: Doubt,
) -> tuple[Entry, Record]:
    """One action or event as an entry of a record, and what was on record before it.

    Args:
        bindings: the charter.
        document: the charter's file.
        on_record: the other files of the record, in any order.
        loaded: the file in question; it holds something.
        as_of: the day from which all of it is looked at.
        doubt: what becomes of a verdict on a file that could not be read in full.
    """
    record = replay(bindings, document, (*on_record, loaded), as_of, doubt=doubt, thorough=loaded)
    every = [*record.entries, *record.ahead]
    place = next(at for at, each in enumerate(every) if each.document is loaded.document)
    return every[place], before(record, every, place)


def before(record: Record, every: list[Entry], place: int) -> Record:
    """What was on record before one of its entries.

    Args:
        record: the record.
        every: its entries, then those that are ahead.
        place: where the entry stands among them.
    """
    end = min(place, len(record.entries))
    return Record(record.charter, record.document, Beginning(every, end), record.as_of, index=record.index)


def days_on_record(action: Action, zone: str | None) -> tuple[date, date] | None:
    """The first and the last day that something on record may have been on; None where no day is written."""
    moment = action.date or action.closes or action.opened or action.notice
    return None if moment is None else _days(moment, zone)


def _placed(loaded: LoadedAction, action: Action, zone: str | None) -> _Placed:
    days = days_on_record(action, zone)
    first, last = days or (None, None)
    moment = action.date
    time = moment.astimezone(UTC).isoformat() if isinstance(moment, datetime) else ""
    order = (first is None, first or date.max, time, action.id or "", loaded.document.name)
    return _Placed(loaded, action, first, last, order)


def _days(moment: Moment, zone: str | None) -> tuple[date, date]:
    try:
        return days_of(moment, zone)
    except UnknownZone:
        # The day is then the one that the instant itself was written with.
        day = moment.date() if isinstance(moment, datetime) else date.max
        return day, day


class _Replaying:
    """What is known when the next entry comes."""

    def __init__(  # noqa: PLR0913, PLR0917  (what ``replay`` is given)
        self,
        bindings: Bindings,
        as_of: date,
        doubt: Doubt | None,
        paid: Iterable[str],
        thorough: LoadedAction | None,
        foresee: Foresee | None,
    ) -> None:
        self._bindings = bindings
        self._as_of = as_of
        self._doubt = doubt
        self._thorough = thorough
        self._foresee: Foresee = foresee or (lambda _: nullcontext(repeat(None)))
        self._outlays = Outlays(bindings.charter, paid)
        self._uses = Uses(bindings.charter)
        self._sharing = Sharing()
        # By id, and decision, the latest act that was not carried; what goes back to it tries the same again.
        self._acts: dict[str, dict[str, Attempted]] = {}
        self._goal_declared = False
        # The ids of reviews before a renewal: what goes back to one of them is that renewal.
        self._talks: set[str] = set()

    def entries(self, placed: list[_Placed]) -> list[Entry]:
        """Judge those that come next, in their order."""
        actions = [each.action for each in placed]
        used = self._uses.before(actions, self._as_of, self._counted)
        with self._foresee(actions) as standings:
            return [self._entry(each, used.get(at, {}), next(standings)) for at, each in enumerate(placed)]

    def _entry(
        self, placed: _Placed, used: Mapping[Held, Sequence[Used]], presumed: Presumed | None
    ) -> Entry:
        loaded, action, first, last, _ = placed
        notes = () if first is not None else (_UNDATED,)
        if action.happened is not None:
            entry = Entry(action, loaded.document, first, last, notes=notes)
            self._goal_declared |= action.happened == "goal"
            if action.id is not None and is_before_renewal(action):
                self._talks.add(action.id)
        else:
            attempts = tuple(self._attempts(action))
            past = Past(self._outlays.spent, used, attempts, self._goal_declared)
            verdict = self._judged(action, past, presumed, changes=loaded is self._thorough)
            if self._doubt is not None:
                verdict = self._doubt(verdict, loaded)
            verdict = self._sharing.shared(verdict)
            renews = not self._talks.isdisjoint(action.follows)
            kinds = kinds_of(self._bindings.charter, action, verdict, renews=renews)
            entry = Entry(action, loaded.document, first, last, kinds, verdict, notes)
            self._note(entry, verdict)
        self._outlays.add(entry)
        return entry

    def _counted(self, action: Action, past: Past) -> Verdict:
        return decide(self._bindings, action, as_of=self._as_of, changes=False, past=past)

    def _judged(self, action: Action, past: Past, presumed: Presumed | None, *, changes: bool) -> Verdict:
        return decide(
            self._bindings, action, as_of=self._as_of, changes=changes, past=past, scope=presumed or True
        )

    def _attempts(self, action: Action) -> Iterator[Attempted]:
        """What was tried before: under the same id, or under one that the action goes back to."""
        for each in dict.fromkeys((*action.follows, action.id)):
            yield from self._acts.get(each or "", {}).values()

    def _note(self, entry: Entry, verdict: Verdict) -> None:
        """Keep an act that was not carried, for another attempt at the same."""
        action = entry.action
        ended = action.recorded or _ENDED.get(verdict.outcome)
        if action.id and ended is not None and ended not in ("adopted", "pending"):
            day = action.date or action.closes or action.opened
            attempt = Attempt.model_construct(date=day, at=None, outcome=ended)
            self._acts.setdefault(action.id, {})[verdict.decision] = Attempted(verdict.decision, attempt)
