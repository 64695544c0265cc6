"""One action under one charter, with what every question about it needs to know."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec import Struct

from coalcheck.engine.action.moment import Moment, Year
from coalcheck.engine.decide.calendar import days_of
from coalcheck.engine.decide.told import Terms
from coalcheck.engine.decide.verdict import Consulted, Cure, Part

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action, Status
    from coalcheck.engine.charter.model import Charter, Decision, Stretch
    from coalcheck.engine.decide.past import Past
    from coalcheck.engine.source.node import Route

EVERYBODY: Final = frozenset({"all", "everyone", "members", "all members"})
"""What a charter may call the whole membership where it says who decides."""


class Point(NamedTuple):
    """One clause that was asked, and what must be known for its answer.

    Attributes:
        clause: the clause and what came of it.
        asks: a question, with who can answer it; empty where the clause has an answer.
        note: a default that made the difference; empty where none did.
        awaited: whether time will answer it.
    """

    clause: Consulted
    asks: str = ""
    note: str = ""
    awaited: bool = False


def kept(part: Part, text: str, said: str, route: Route | None = None, *, default: str = "") -> Consulted:
    """A clause that is met."""
    return Consulted(part, met=True, text=text, said=said, route=route, default=default)


def against(  # noqa: PLR0913  (what a clause that is not met says of itself)
    part: Part,
    text: str,
    said: str,
    route: Route | None = None,
    *,
    default: str = "",
    cure: Cure = "",
    remedy: str = "",
) -> Consulted:
    """A clause that is not met, and how that is put right; with a cure it makes the act unauthorised."""
    return Consulted(
        part, met=False, text=text, said=said, route=route, default=default, cure=cure, remedy=remedy
    )


def unsaid(part: Part, text: str, said: str, route: Route | None = None, *, default: str = "") -> Consulted:
    """A clause to which neither the charter nor the record has the answer."""
    return Consulted(part, met=None, text=text, said=said, route=route, default=default)


class Case(Struct, frozen=True):
    """One action under one charter on one day.

    Attributes:
        charter: the charter.
        action: what was proposed, voted on or done.
        as_of: the day from which it is judged.
        status: where it stands on that day.
        terms: how the charter counts time.
        held: when it was decided, or is to be.
        opens: when voting opened.
        kind: the kind of decision, where the action names one; else empty.
        key: the decision under which it is judged; empty before that is known.
        past: what was on record before it; None where it is judged by itself.
    """

    charter: Charter
    action: Action
    as_of: date
    status: Status
    terms: Terms
    held: Moment
    opens: Moment
    kind: str = ""
    key: str = ""
    past: Past | None = None

    @property
    def proposed(self) -> bool:
        """Whether nobody has voted yet."""
        return self.status == "proposed"

    @property
    def decision(self) -> Decision:
        """The decision under which it is judged."""
        return self.charter.decisions[self.key]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kind that the action is of; where it does not say, all that its decision covers."""
        return (self.kind,) if self.kind else self.decision.covers

    @property
    def undecided(self) -> bool:
        """Whether the vote is still to come, or still open."""
        return self.status != "closed"

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day on which it may have been decided."""
        held = self.held
        return (held, held) if type(held) is date else days_of(held, self.terms.zone)

    @property
    def named(self) -> str:
        """What it is called, in quotation marks."""
        return f'"{self.action.title or self.action.about or self.action.action or "this"}"'


def case_of(  # noqa: PLR0913  (each is a separate fact about the same action)
    charter: Charter,
    action: Action,
    as_of: date,
    terms: Terms,
    past: Past | None = None,
    *,
    kind: str = "",
    key: str = "",
) -> Case:
    """Put together what every question needs; where no day is on record it is the one of ``as_of``."""
    held = action.date or action.closes or action.opened or as_of
    return Case(
        charter,
        action,
        as_of,
        action.stands(as_of),
        terms,
        held,
        action.opened or held,
        kind,
        key,
        past,
    )


def holds(stretch: Stretch | None, days: tuple[date, date]) -> bool | None:
    """Whether a stretch of time covers a day; None where only some of the days it may be are covered."""
    if stretch is None:
        return True
    first, last = stretch.from_ or date.min, stretch.to or date.max
    if first <= days[0] and days[1] <= last:
        return True
    return False if last < days[0] or days[1] < first else None


def is_later(one: Moment, two: Moment) -> bool:
    """Whether a moment is on a later day or in a later year than another, as they are written."""
    return _order(one) > _order(two)


def _order(moment: Moment) -> date:
    if isinstance(moment, Year):
        return date(moment.number, 12, 31)
    return moment.date() if isinstance(moment, datetime) else moment
