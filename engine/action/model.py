"""The action file: a proposal, a vote or an act, as somebody wrote it down.

Nothing has to be there but what is done. Keys are those of the file; ``with`` is ``with_`` here. What the
words mean under a charter is judged elsewhere (`coalcheck.engine.decide`).
"""

import datetime
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, PrivateAttr, model_validator

from coalcheck.engine.action.ballots import BallotsText
from coalcheck.engine.action.dated import Dated
from coalcheck.engine.action.done import DoneText
from coalcheck.engine.action.happening import Happening
from coalcheck.engine.action.heads import HeadsText
from coalcheck.engine.action.moment import ZONE, Moment, MomentText, Year
from coalcheck.engine.action.recorded import RecordedText
from coalcheck.engine.action.tally import TallyText
from coalcheck.engine.charter.marks import BodyId, MemberId, MemberIds, Names
from coalcheck.engine.charter.part import Block, Id, Listed, Spoken, Texts
from coalcheck.engine.charter.quantity import Day, Every, MoneyText, money_of

Status: TypeAlias = Literal["proposed", "open", "closed"]
CastingVote: TypeAlias = Literal["for", "against"]

DecisionOrKind: TypeAlias = Annotated[str, Names(("decision", "kind"))]
Proposers: TypeAlias = Annotated[
    tuple[Annotated[str, Names(("member", "body"), ("coordinator",), "phrase")], ...], Listed
]
InNameOf: TypeAlias = Annotated[tuple[Annotated[str, Names(("member",), ("coalition",))], ...], Listed]


class Income(Spoken):
    """Money that comes in with it."""

    amount: MoneyText | None = None
    """How much."""
    from_: str | None = Field(None, alias="from")
    """Who gives it."""

    @model_validator(mode="before")
    @classmethod
    def _from_amount(cls, value: object) -> object:
        return {"amount": value} if money_of(value) is not None else value


class Benefit(Block):
    """Who gains from it besides the coalition."""

    sentence = "who"

    who: str | None = None
    """Who gains."""
    kind: str | None = None
    """What kind of party that is: a member, a firm, a party, a politician."""
    how: str | None = None
    """What it gains."""


class Raised(Dated):
    """A veto that was raised."""

    by: MemberIds = ()
    """Who raised it; several where they must act together."""
    reason: str | None = None
    """The reason given."""
    withdrawn: DoneText | None = None
    """When it was taken back; or yes."""
    earlier: Annotated[tuple[MomentText, ...], Listed] = ()
    """When the same member used its veto before, as far as a limit may count it."""
    override: BallotsText | None = None
    """The ballots on setting it aside."""
    override_tally: TallyText | None = None
    """The same, where only counts are on record."""


class Attempt(Dated):
    """An earlier attempt at the same decision."""

    outcome: RecordedText | None = None
    """How it ended."""


class Explained(Dated):
    """How it was explained in writing."""

    to: Texts = ()
    """To whom."""
    says: Texts = ()
    """What the explanation holds."""


class Elsewhere(Dated):
    """What another body, which must agree too, has decided on the same."""

    ballots: BallotsText | None = None
    """Who voted what there."""
    tally: TallyText | None = None
    """How many voted what there."""
    present: HeadsText | None = None
    """Who was there."""


class Action(Happening):
    """A proposal, a vote or an act under a charter."""

    action: DecisionOrKind | None = None
    """The way of deciding, by its name in the charter; or a kind that exactly one of them covers."""
    id: Id | None = None
    """A short name for it, such as 2026-04-14-joint-letter."""
    title: str | None = None
    """What it is, as a heading."""
    in_name_of: InNameOf = ()
    """In whose name it is done: coalition, or the members that do it in their own name."""
    proposed_by: Proposers = ()
    """Who put it forward."""
    seconds: MemberIds = ()
    """Who supported putting it to the vote."""
    reason: str | None = None
    """Why it is put forward, where a reason is needed."""
    body: BodyId | None = None
    """The body that decided on it; where not said, the one that the charter names."""
    subject: MemberIds = ()
    """The member or members that it is about."""
    amends: Texts = ()
    """What of the charter it changes: names of its decisions or keys."""
    notice: MomentText | None = None
    """When everyone was told that it would be decided."""
    input_until: MomentText | None = None
    """Until when members could put in their view."""
    opened: MomentText | None = None
    """When voting opened."""
    closes: MomentText | None = None
    """When voting ends."""
    status: Status | None = None
    """Where it stands; closed where there are votes, proposed where there are none."""
    first_attempt: Attempt | None = None
    """An earlier attempt at the same decision."""
    about: str | None = None
    """What it is about: the deal, the event, the law."""
    topics: Texts = ()
    """The matters of the charter's scope that it falls under."""
    text: str | None = None
    """What is said or done, in its own words."""
    amount: MoneyText | None = None
    """What it costs each time."""
    every: Every | None = None
    """How often it comes back."""
    until: Day | None = None
    """The last day of it."""
    income: Income | None = None
    """Money that comes in with it."""
    conditions: Texts = ()
    """What others ask in return."""
    places: Texts = ()
    """Where it takes place."""
    with_: Texts = Field(default=(), alias="with")
    """Who takes part and is not a member."""
    uses: Texts = ()
    """What belongs to all and is used: name, logo, contact list, money."""
    benefits: Annotated[tuple[Benefit, ...], Listed] = ()
    """Who gains from it besides the coalition."""
    electorate: HeadsText | None = None
    """Who could vote; where not said, those whom the charter names."""
    present: HeadsText | None = None
    """Who was there; where not said, those who gave a ballot."""
    ballots: BallotsText | None = None
    """Who voted what, by answer or by member."""
    tally: TallyText | None = None
    """How many voted what, where the minutes give counts and not names."""
    proxies: dict[MemberId, MemberId] = Field(default_factory=dict)
    """Whose vote was cast by whom: the member that was away, and the one that voted for it."""
    casting_vote: CastingVote | None = None
    """How the chair broke a tie."""
    boards: BallotsText | None = None
    """What the members' own boards decided."""
    also: dict[BodyId, Elsewhere] = Field(default_factory=dict)
    """What other bodies decided that must agree too."""
    vetoes: Annotated[tuple[Raised, ...], Listed] = ()
    """Vetoes that were raised."""
    recorded: RecordedText | None = None
    """The outcome as the minutes have it."""
    done: DoneText | None = None
    """When it was carried out; or yes."""
    explained: Explained | None = None
    """How it was explained in writing."""

    _without: tuple[str, ...] = PrivateAttr(default=())

    @property
    def without(self) -> tuple[str, ...]:
        """Members that are left out to try a case; never in a file (`coalcheck.engine.action.edits`)."""
        # Asked of every action, and pydantic's own way to a private attribute takes ten times as long.
        private = self.__pydantic_private__
        return private["_without"] if private else ()

    @property
    def has_votes(self) -> bool:
        """Whether anybody's vote is on record, by name or by count."""
        return self.ballots is not None or self.tally is not None

    def leaving_out(self, members: tuple[str, ...]) -> "Action":
        """The same action, to be judged as if these were no members."""
        copy = self.model_copy()
        more = (each for each in members if each not in self._without)
        copy._without = (*self._without, *more)  # noqa: SLF001  (of its own class)
        return copy

    def stands(self, as_of: datetime.date) -> Status:
        """Where it stands on a day: as written, else closed where there are votes, else proposed.

        What would be closed is open as long as `closes` is later than that day.
        """
        said: Status = self.status or ("closed" if self.has_votes else "proposed")
        if said == "closed" and self.closes is not None and _after(self.closes, as_of):
            return "open"
        return said


def _after(closes: Moment, as_of: datetime.date) -> bool:
    if isinstance(closes, Year):
        return closes.number > as_of.year
    return (closes.date() if isinstance(closes, datetime.datetime) else closes) > as_of


def of(values: Any, zone: datetime.tzinfo | None = None) -> Action:
    """An action of plain values, as a program has them: ``of({"action": "change", "ballots": {…}})``.

    Args:
        values: keys and values as in the file; periods, money and dates as their text.
        zone: the time zone of times without an offset; UTC where not said.

    Raises:
        pydantic.ValidationError: something in it is not clear.
    """
    return Action.model_validate(values, context={} if zone is None else {ZONE: zone})
