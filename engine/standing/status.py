"""Where a coalition stands on a day, as data: what every page of it is made of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct

from coalcheck.engine.findings.finding import Finding, Severity
from coalcheck.engine.findings.result import Heading, Result
from coalcheck.engine.history.due import NEVER_OVERDUE

if TYPE_CHECKING:
    from fractions import Fraction

    from coalcheck.engine.charter.quantity import Money
    from coalcheck.engine.checking.checked import Checked, Place
    from coalcheck.engine.decide.spending import Stretch

State: TypeAlias = Literal["overdue", "now", "soon", "later", "passed", "done"]
"""How a day stands: its last day has gone by; its time runs; it comes within 30 days, or later; it has gone
by and nothing is to be said of it; it is shown as done."""


class Coming(Struct, frozen=True):
    """One thing with a day.

    Attributes:
        what: the kind of thing: one of ``history.due.WHAT``, ``vote`` for the end of a vote, ``decision`` for
            what is to be decided, or what is on record for a later day, such as ``meeting``.
        said: what it is, as a phrase with its article and without a name of anybody.
        day: when it is due.
        state: how that stands.
        key: what it is told by from one day to another, whatever file or line it stands in.
        until: the last day on which it is not overdue; None where that is ``day`` itself.
        place: where the day is set.
        last: of what comes back, the day before; None where this is the first.
        done: the day on which it was done; None where it is not, or no day is known.
        points: what is said of it, the gravest first.
    """

    what: str
    said: str
    day: date
    state: State
    key: str
    until: date | None = None
    place: Place | None = None
    last: date | None = None
    done: date | None = None
    points: tuple[Finding, ...] = ()

    @property
    def deadline(self) -> date:
        """The last day on which it is not overdue."""
        return self.until or self.day

    @property
    def by_itself(self) -> bool:
        """Whether nobody has to do anything for it, or its end decided."""
        return self.what in NEVER_OVERDUE or self.what == "decision-on-end"

    @property
    def severity(self) -> Severity | None:
        """How grave the gravest point on it is; None where none is made of it."""
        return max((each.severity for each in self.points), default=None)


class Term(Struct, frozen=True):
    """How long it lasts.

    Attributes:
        starts: the first day; None where none is written.
        ends: the last day that the charter has; None where none is written.
        renewed: a later last day that was decided on; None where none was.
        place: where the term stands in the charter; None where there is none.
        over: whether it is over, because its last day is past or the charter says so.
    """

    starts: date | None = None
    ends: date | None = None
    renewed: date | None = None
    place: Place | None = None
    over: bool = False

    @property
    def last_day(self) -> date | None:
        """The last day, as renewed."""
        return self.renewed or self.ends


class Purse(Struct, frozen=True):
    """What was agreed to be spent, beside the limit for it.

    Attributes:
        whose: for whom the limit is: all together, or a body by its name.
        agreed: what is known to have been agreed, in the currency of ``currency``.
        currency: its ISO 4217 code.
        perhaps: what may come on top, because it is not known whether, or when, it was agreed.
        endless: whether something of it comes back and nobody wrote until when.
        limit: the limit; None where the charter has none in this currency.
        stretch: the month or the year in which it is added up; None for all time.
        place: where the limit stands.
    """

    whose: str
    agreed: Fraction
    currency: str
    perhaps: Fraction
    endless: bool
    limit: Money | None = None
    stretch: Stretch | None = None
    place: Place | None = None

    @property
    def left(self) -> Fraction | None:
        """What is left of the limit; below nothing where more was agreed; None without a limit."""
        return None if self.limit is None else self.limit.amount - self.agreed


class VetoCount(Struct, frozen=True):
    """How often one veto of the charter was used, in the time that its limit names.

    Attributes:
        over: what it is over, in words.
        held_by: who holds it, as the charter says it: members by name, groups by theirs.
        holders: how many members hold it.
        together: whether they must use it together.
        used: how often it was used and counted, by all of its holders together.
        used_up: how many of its holders have used it as often as each may.
        beyond: how often it was used beyond the limit, which counted for nothing.
        since: the time in which it is counted, in words: ``in 2026``, ``in the last 12 months``, ``so far``.
        limit: how often each holder may use it, as the charter has it; empty where it sets no limit.
        place: where it stands.
    """

    over: str
    held_by: str
    holders: int
    together: bool
    used: int
    used_up: int
    beyond: int
    since: str
    limit: str
    place: Place


class Open(Struct, frozen=True):
    """Something that is not decided yet.

    Attributes:
        checked: it, and what the charter says of it so far, with what would carry it.
        day: its day; None where it has none.
        closes: the last day of the vote; None where none is written.
        ahead: whether it is on record for a day that has not come yet.
    """

    checked: Checked
    day: date | None
    closes: date | None
    ahead: bool


class Unsettled(Struct, frozen=True):
    """Something that waits for somebody, and has no day of its own: an open conflict, an empty post.

    Attributes:
        point: what is said of it.
        place: where it shows.
    """

    point: Finding
    place: Place


class Next(Struct, frozen=True):
    """The one next step.

    Attributes:
        said: what to do, in one sentence or two.
        point: the name and code of the point that says so; empty where none does.
    """

    said: str
    point: str = ""


class Kept(Struct, frozen=True):
    """What the record is made of.

    Attributes:
        entries: how many entries it has up to the day.
        ahead: how many are on record for a later day.
        undated: how many have no day.
        first: the day of the first entry; None where none has a day.
        in_part: files of which something could not be understood and is left out.
    """

    entries: int = 0
    ahead: int = 0
    undated: int = 0
    first: date | None = None
    in_part: tuple[str, ...] = ()


class Status(Struct, frozen=True):
    """Where a coalition stands on a day.

    Attributes:
        charter: what keeps the charter from being read in full, and whose it is.
        as_of: the day.
        version: the release that answers.
        matcher: which matcher compared facts with policies.
        kept: what the record is made of.
        next_step: the one next step.
        term: how long it lasts.
        days: everything with a day, by day.
        opened: what is not decided yet, what comes first first.
        money: what was agreed to be spent, beside the limits.
        vetoes: how often each veto was used.
        unsettled: conflicts that are still open, and posts that are empty, worst first.
        unread: a sentence for each path that could not be read.
    """

    charter: Result
    as_of: date
    version: str
    matcher: str
    kept: Kept
    next_step: Next
    term: Term = Term()
    days: tuple[Coming, ...] = ()
    opened: tuple[Open, ...] = ()
    money: tuple[Purse, ...] = ()
    vetoes: tuple[VetoCount, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def heading(self) -> Heading | None:
        """Whose charter it is; None where it cannot be read."""
        return self.charter.heading

    @property
    def untold(self) -> tuple[Coming, ...]:
        """What has passed while nothing at all was put on record, so that nobody can tell what was done."""
        return () if self.kept.entries else tuple(each for each in self.of("passed") if not each.by_itself)

    def of(self, *states: State) -> tuple[Coming, ...]:
        """What stands so; what is overdue comes worst first, all else by day."""
        found = [each for each in self.days if each.state in states]
        if states == ("overdue",):
            found.sort(key=lambda each: (-(each.severity or 0), each.deadline, each.said))
        return tuple(found)

    def exit_code(self, fail_on: Severity) -> int:
        """1 where what is overdue weighs so much, or where something could not be read in full; else 0."""
        points = (*self.charter.findings, *(point for each in self.days for point in each.points))
        worst = max((each.severity for each in points), default=None)
        return int(bool(self.kept.in_part) or (worst is not None and worst >= fail_on))
