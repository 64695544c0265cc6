"""A record: what was decided and what happened, by date, each judged with what came before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from coalcheck.engine.action.happened import Happened
from coalcheck.engine.action.model import Action
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.decide.verdict import Verdict
from coalcheck.engine.source.node import Document


class Entry(Struct, frozen=True):
    """One file of the record.

    Attributes:
        action: what it says.
        document: the file.
        first: the first day that it may have been on; the same as ``last`` unless only a year is written.
        last: the last such day; None, like ``first``, where no day is written.
        kinds: the kinds of decision it falls under, such as speak; empty for what only happened.
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
        """Whether it was decided and carried."""
        return self.verdict is not None and self.verdict.outcome == "adopted"

    @property
    def called(self) -> str:
        """Its title, what it is about, or its id, as a reader knows it."""
        action = self.action
        return action.title or action.about or action.id or self.document.name


class Record(Struct, frozen=True):
    """Everything on record up to a day.

    Attributes:
        charter: the charter.
        document: the charter's file.
        entries: by first day, then id, then file; those without a day last.
        as_of: the day from which it is looked at; nothing later is in ``entries``.
    """

    charter: Charter
    document: Document
    entries: tuple[Entry, ...]
    as_of: date

    def events(self, *names: Happened) -> Iterator[Entry]:
        """What happened, of some kinds, in order."""
        return (each for each in self.entries if each.action.happened in names)

    def acts(self, *kinds: str) -> Iterator[Entry]:
        """What was put to a decision, of some kinds, in order; of all kinds where none is given."""
        wanted = set(kinds)
        for each in self.entries:
            if each.action.happened is None and (not wanted or wanted & set(each.kinds)):
                yield each
