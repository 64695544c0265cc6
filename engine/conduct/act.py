"""One act with what is known around it, as the chapters look at it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from coalcheck.engine.action.model import Action
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.decide.bindings import Bindings
from coalcheck.engine.decide.verdict import Verdict
from coalcheck.engine.history.record import Record
from coalcheck.engine.source.node import Document


class Act(Struct, frozen=True):
    """One action, or one thing that happened, under a charter.

    Attributes:
        charter: the charter.
        charter_document: the charter's file.
        action: what was proposed, decided, done, or happened.
        document: its file.
        kinds: the kinds of decision it falls under; empty for what only happened.
        verdict: what the charter says of it; None for what only happened.
        as_of: the day from which it is looked at.
        past: what was on record before it; None where no record was given, and then nothing may be said
            that only a record can show.
        bindings: the charter with its members put in, where somebody has made them: counting again is then
            quicker.
    """

    charter: Charter
    charter_document: Document
    action: Action
    document: Document
    kinds: tuple[str, ...]
    verdict: Verdict | None
    as_of: date
    past: Record | None = None
    bindings: Bindings | None = None
