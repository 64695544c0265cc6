"""The private file: what one organisation needs, and how it sees each organisation it may work with.

Nothing has to be there; what is missing is asked for. Keys are those of the file.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from coalcheck.engine.charter.part import Block, Part, Read, Spoken, Texts, YesNo
from coalcheck.engine.charter.quantity import Day, PeriodText
from coalcheck.engine.choosing.score import Score

FORMAT = 1
"""The version of the format of private files that this model describes."""

Overlap: TypeAlias = Literal["one issue", "single issue", "several issues"]
HighMeans: TypeAlias = Literal["hard to leave", "easy to leave"]
Risk: TypeAlias = Literal["none", "low", "some", "high"]


def choosing_format(value: object) -> int:
    """The number of the format; another one than this release reads is an error of its own kind."""
    if value == str(FORMAT) or (type(value) is int and value == FORMAT):
        return FORMAT
    raise PydanticCustomError("other_format", "another format")


class Scored(Block):
    """A score and the reason for it."""

    sentence = "because"

    score: Score | None = None
    """From 1, lowest, to 5, highest."""
    because: str | None = None
    """The reason, in a sentence; a score without one takes no part."""

    @model_validator(mode="before")
    @classmethod
    def _from_sentence(cls, value: object) -> object:
        """A bare number is a score that has no reason yet, a bare sentence a reason that has no score."""
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            return {"score": value}
        return {cls.sentence: value} if isinstance(value, str) else value


class Alignment(Scored):
    """How far your interests overlap."""

    how_narrow: Overlap | None = None
    """Whether you share one issue or several."""


class Horizon(Scored):
    """How long you would work together."""

    how_long: PeriodText | None = None
    """The time it has in mind, such as 7 months."""
    chronic: YesNo | None = None
    """Whether it is a problem that stays, with a long stake in it."""


class ExitCost(Scored):
    """What it would cost to leave."""

    high_means: HighMeans | None = None
    """What a high score says."""


class Criteria(Part):
    """The five criteria from which a model is read."""

    alignment_of_interest: Alignment | None = None
    """How far your interests overlap."""
    trust: Scored | None = None
    """What you know of each other from past work."""
    resource_commitment: Scored | None = None
    """What it can commit, in time and money."""
    time_horizon: Horizon | None = None
    """How long you would work together."""
    exit_cost: ExitCost | None = None
    """What it would cost to leave."""


class Dimensions(Part):
    """The eight dimensions on which partners are looked at."""

    strategic_vision: Scored | None = None
    """Where each wants to go in the long run."""
    culture: Scored | None = None
    """How each works, and what is taken for granted."""
    complementary_resources: Scored | None = None
    """What one has that the other lacks."""
    decision_style: Scored | None = None
    """How each decides, and how quickly."""
    risk_tolerance: Scored | None = None
    """How much risk each is ready to take."""
    innovation: Scored | None = None
    """How ready each is to try what is new."""
    history: Scored | None = None
    """What you have done together, or against each other."""
    exit_flexibility: Scored | None = None
    """How easily each could go its own way again."""


class Plan(Spoken):
    """What you do about your own supporters' reaction."""

    why_it_serves_us: str | None = None
    """Why working with them serves your own mission."""
    who_answers: str | None = None
    """Who answers criticism."""
    said_first: str | None = None
    """What is said first, and to whom."""


class Supporters(Part):
    """How your own supporters may take it."""

    risk: Risk | None = None
    """How likely it is that they object."""
    who_may_object: Texts = ()
    """Who of them."""
    plan: Plan | None = None
    """What you do about it."""


class RedFlags(Part):
    """Signs that ask for a talk before anything else."""

    wants_veto_on_messages: YesNo | None = None
    """Whether it wants to be able to stop what the others say in public."""
    cannot_give_staff: YesNo | None = None
    """Whether it can give no staff time at all."""
    would_drive_supporters_away: YesNo | None = None
    """Whether you would lose supporters by standing beside it."""


class Assessed(Part):
    """When you looked at it."""

    from_: Day | None = Field(None, alias="from")
    """The first day."""
    to: Day | None = None
    """The last day."""

    def days(self) -> int | None:
        """How many days it took, the first and the last included; None where a day is open."""
        first, last = self.from_, self.to
        return (last - first).days + 1 if isinstance(first, date) and isinstance(last, date) else None


class Candidate(Part):
    """How you see one organisation you may work with."""

    name: str | None = None
    """Its name."""
    criteria: Criteria | None = None
    """The five criteria, each with a score and the reason for it."""
    dimensions: Dimensions | None = None
    """The eight dimensions, each with a score and the reason for it."""
    supporters: Supporters | None = None
    """How your own supporters may take it."""
    red_flags: RedFlags | None = None
    """Signs that ask for a talk before anything else."""
    deal_breakers: dict[str, YesNo] = Field(default={})
    """For each of your deal-breakers, in the same words, whether it is met here."""
    assessed: Assessed | None = None
    """When you looked at it."""


class Need(Part):
    """What you need yourselves."""

    overlap: Overlap | None = None
    """Whether one shared issue is enough, or several are needed."""
    horizon: PeriodText | None = None
    """For how long, such as 7 months."""
    chronic: YesNo | None = None
    """Whether it is a problem that stays, with a long stake in it."""
    easy_exit: YesNo | None = None
    """Whether you want to be able to leave easily."""


class Choosing(Part):
    """What one organisation writes down for itself before it works with others; never passed on."""

    choosing: Annotated[int, Read(choosing_format)] | None = None
    """The version of the format of this file."""
    ours: str | None = None
    """Your own organisation."""
    kept_private: YesNo | None = None
    """That this file stays with you: yes."""
    we_need: Need | None = None
    """What you need yourselves."""
    our_deal_breakers: Texts = ()
    """What you could not accept in any partner."""
    our_dimensions: Dimensions | None = None
    """Where you stand yourselves on the dimensions, to compare with."""
    candidates: dict[str, Candidate] = Field(default={})
    """The organisations you may work with, each under a short name."""
