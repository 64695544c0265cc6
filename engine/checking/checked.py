"""What one check gives back: an answer for each action, with what a page needs to say it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.findings.result import Result

if TYPE_CHECKING:
    from coalcheck.engine.action.happened import Happened
    from coalcheck.engine.action.model import Status
    from coalcheck.engine.action.recorded import Recorded
    from coalcheck.engine.conduct.terms import Term
    from coalcheck.engine.decide.verdict import Consulted, Outcome, Verdict
    from coalcheck.engine.source.node import Route

NOT_CARRIED: Final = frozenset({"no-quorum", "rejected", "vetoed"})
"""Outcomes that minutes may call ``rejected`` without saying why."""


class Place(Struct, frozen=True):
    """Where something stands that a page speaks of.

    Attributes:
        file: as shown to the reader.
        line: from 1.
        path: the logical place, by ids.
    """

    file: str
    line: int
    path: str


class Topic(Struct, frozen=True):
    """A matter of the charter's scope that the action names as its own."""

    id: str
    about: str
    place: Place


class Cure(Struct, frozen=True):
    """One reason why an act has no authority, and how that is put right.

    Attributes:
        clause: what was asked, and what came of it.
        point: the finding that says the same, as name and code; empty where there is none.
    """

    clause: Consulted
    point: str = ""


class Asked(Struct, frozen=True):
    """What was asked: the action, in the words of a heading.

    Attributes:
        title: of the action, else what it is called.
        day: its day in words; empty where it has none.
        stands: proposed, open or closed on the day from which it is judged.
        done: whether it is on record that it was carried out.
        recorded: the outcome that the minutes have; None where they have none.
        tried: what was assumed and does not stand in the file, one sentence each.
        happened: what happened, where nothing was decided: then it gets no verdict; None for an action.
    """

    title: str
    day: str = ""
    stands: Status = "closed"
    done: bool = False
    recorded: Recorded | None = None
    tried: tuple[str, ...] = ()
    happened: Happened | None = None


class Ground(Struct, frozen=True):
    """What of the charter a page needs beside the verdict.

    Attributes:
        file: the charter, as shown to the reader.
        names: id of each member to its name.
        places: where clauses and vetoes stand.
        consensus: whether the rule asks that nobody objects, or that all agree.
        has_vetoes: whether the charter gives anybody a veto on this.
        veto_in_rule: whether the rule itself asks that nobody of a group objects.
        topics: what the action names of the charter's scope.
        has_scope: whether the charter lists anything inside its scope.
        own_name: whether the members may each write in their own name in the meantime.
    """

    file: str
    names: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[Route, Place] = field(default_factory=dict)
    consensus: bool = False
    has_vetoes: bool = False
    veto_in_rule: bool = False
    topics: tuple[Topic, ...] = ()
    has_scope: bool = False
    own_name: bool = False


class Checked(Struct, frozen=True):
    """One action, and what the charter says of it.

    Attributes:
        result: the findings about it.
        asked: what was asked.
        ground: what of the charter a page needs.
        verdict: None where the file holds no action, or the charter cannot be read.
        cures: why the act has no authority, where it has none.
        unread: how much of the file could not be understood and was left out.
        terms: what the charter has for something that happened.
    """

    result: Result
    asked: Asked
    ground: Ground
    verdict: Verdict | None = None
    cures: tuple[Cure, ...] = ()
    unread: int = 0
    terms: tuple[Term, ...] = ()

    @property
    def in_order(self) -> bool:
        """Whether it is as it should be on a record, where what was not carried, or is still open, is too."""
        if self.asked.happened is not None or self.asked.recorded is not None:
            return self.passes
        return self.verdict is not None and self.verdict.outcome not in ("indeterminate", "unauthorised")

    @property
    def passes(self) -> bool:
        """Whether it is what was hoped for, or what the minutes say: then it is clean.

        What only happened is taken as it is told.
        """
        if self.asked.happened is not None:
            return not self.unread
        if self.verdict is None or self.verdict.outcome == "indeterminate":
            return False
        if self.asked.recorded is not None and not self.asked.tried:
            return agrees(self.asked.recorded, self.verdict.outcome)
        return self.verdict.outcome == "adopted"

    @property
    def clean(self) -> bool:
        """Whether nothing has to be said of it beside its outcome."""
        return self.passes and not self.result.findings


class OnRecord(Struct, frozen=True):
    """A record as a whole, where one was asked about.

    Attributes:
        name: the coalition's name; the charter's file where it has none.
        charter: the charter's file, as shown to the reader.
        results: what is found in it, by the file in which it shows; only files with findings.
        first: the day of its first entry, in words; empty where none has a day.
        as_of: the day up to which it is looked at.
        entries: how many entries it has up to that day.
        notes: what there is to say of its days, one sentence each.
    """

    name: str
    charter: str
    results: tuple[Result, ...]
    as_of: date
    first: str = ""
    entries: int = 0
    notes: tuple[str, ...] = ()


class Check(Struct, frozen=True):
    """All answers of one run, in the order in which the actions were named or found; of a record, in its own.

    Attributes:
        beside: what keeps the charter, or a sheet, from being read in full; only where something does.
        checked: one for each action.
        as_of: the latest day from which one of them was judged.
        version: the release that answers.
        matcher: which matcher compared facts with policies.
        unread: a sentence for each path that was named and could not be read.
        record: the record as a whole; None where single actions were asked about.
    """

    beside: tuple[Result, ...]
    checked: tuple[Checked, ...]
    as_of: date
    version: str
    matcher: str
    unread: tuple[str, ...] = ()
    record: OnRecord | None = None

    @property
    def results(self) -> tuple[Result, ...]:
        """The results of all files of which there is something to say."""
        of_record = self.record.results if self.record is not None else ()
        return (*self.beside, *of_record, *(each.result for each in self.checked))

    def exit_code(self, fail_on: Severity) -> int:
        """0 where all is as it should be, else 1: findings, or an action that is not adopted.

        A record is as it should be although some of what was put to a decision was not carried.
        """
        worst = max((each.severity for result in self.results for each in result.findings), default=None)
        graver = worst is not None and worst >= fail_on
        well = all(each.passes if self.record is None else each.in_order for each in self.checked)
        return int(graver or not well)


def agrees(recorded: Recorded, outcome: Outcome) -> bool:
    """Whether the minutes say what the charter says; undecided is never the same as anything."""
    if outcome == "indeterminate":
        return False
    if recorded == "rejected":
        return outcome in NOT_CARRIED
    if recorded == "not adopted":
        return outcome in NOT_CARRIED or outcome == "unauthorised"
    return recorded == outcome
