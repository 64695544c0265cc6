"""A record: what was decided and what happened, by date, each judged with what came before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from coalcheck.engine.action.happened import ABOUT, Happened
from coalcheck.engine.action.model import Action
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.decide.verdict import Verdict
from coalcheck.engine.facts.kinds import in_words
from coalcheck.engine.facts.named import capital
from coalcheck.engine.history.index import Index
from coalcheck.engine.source.node import Document


class Entry(Struct, frozen=True):
    """One file of the record.

    Attributes:
        action: what it says.
        document: the file.
        first: the first day that it may have been on; the same as ``last`` unless only a year is written.
        last: the last such day; None, like ``first``, where no day is written.
        kinds: the kinds of decision that it may be of, such as speak; surely of one where there is no
            other, and of none for what only happened.
        verdict: what the charter says of it; None for what only happened.
        notes: what was not examined and why.
    """

    action: Action
    document: Document
    first: date | None
    last: date | None
    kinds: tuple[str, ...] = ()
    verdict: Verdict | None = None
    notes: tuple[str, ...] = ()

    @property
    def carried(self) -> bool:
        """Whether it was decided and carried; what the minutes have goes before what the charter says."""
        return self.verdict is not None and is_carried(self.action, self.verdict) is True

    @property
    def called(self) -> str:
        """Its title, what it is about, or its id, as a reader knows it; else what kind of thing it is."""
        action = self.action
        kind = ABOUT[action.happened].removesuffix(".") if action.happened else in_words(action.action or "")
        return action.title or action.about or action.id or capital(kind) or self.document.name


def is_carried(action: Action, verdict: Verdict) -> bool | None:
    """Whether something is taken as carried, wherever decisions are counted; None where nobody can tell.

    What the minutes have is what happened. That the charter says something else is a point of its own.
    """
    if action.recorded is not None:
        return action.recorded == "adopted"
    return None if verdict.outcome == "indeterminate" else verdict.outcome == "adopted"


class Record(Struct, frozen=True):
    """Everything on record up to a day.

    Attributes:
        charter: the charter.
        document: the charter's file.
        entries: by first day, then id, then file; those without a day last.
        as_of: the day from which it is looked at; nothing later is in ``entries``.
        ahead: what is on record for a later day, such as a proposal for next month; in the same order.
        index: where what is; made of the entries where it is not given.
    """

    charter: Charter
    document: Document
    entries: Sequence[Entry]
    as_of: date
    ahead: Sequence[Entry] = ()
    index: Index | None = None

    def events(self, *names: Happened) -> Iterator[Entry]:
        """What happened, of some kinds, in order."""
        return map(self.entries.__getitem__, self._index.events(names, len(self.entries)))

    def acts(self, *kinds: str) -> Iterator[Entry]:
        """What was put to a decision, in order: what is surely of these kinds; everything for none.

        Of what names a decision for several kinds only nobody can tell of which it is. So what is said of a
        kind rests on these.
        """
        return map(self.entries.__getitem__, self._index.acts(kinds, len(self.entries)))

    def acts_perhaps(self, *kinds: str) -> Iterator[Entry]:
        """What was put to a decision and may be of one of these kinds, in order.

        So that nobody is told that something is missing which may be there.
        """
        return map(self.entries.__getitem__, self._index.perhaps(kinds, len(self.entries)))

    @property
    def _index(self) -> Index:
        return self.index or Index(self.entries)
