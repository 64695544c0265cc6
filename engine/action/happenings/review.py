"""Details of what happened: a review."""

from typing import Annotated, Final, Literal, TypeAlias, get_args

from pydantic import Field

from coalcheck.engine.action.done import DoneText
from coalcheck.engine.charter.marks import MemberId, Someone
from coalcheck.engine.charter.part import Block, Listed, Part, YesNo
from coalcheck.engine.charter.quantity import Day, Number, Share

ReviewOf: TypeAlias = Literal["coalition", "value", "renewal"]

Question: TypeAlias = Literal[
    "goal", "taking-part", "go-on", "reason", "served", "value", "own-words",
    "strategic", "operational", "relational", "innovative",
    "purpose", "members", "rules", "one-another",
    "governance", "strategy", "daily-work", "relations", "affected", "deal-breakers", "interests",
]  # fmt: skip
QUESTIONS: Final[dict[Question, str]] = {
    "goal": "Does the goal still matter?",
    "taking-part": "Are all members still taking part?",
    "go-on": "Do we go on as we are, do more, do less, or end?",
    "reason": "Does the reason for coming together still hold?",
    "served": "Is each member's own success served?",
    "value": "How does each of us read the shared value today, and what does it ask of us next?",
    "own-words": "What is the goal, in each member's own sentence?",
    "strategic": "What has it brought each of us towards our goals?",
    "operational": "What has it made easier in our daily work?",
    "relational": "How have relations between us grown?",
    "innovative": "What have we learnt or begun that is new?",
    "purpose": "Is our purpose still right?",
    "members": "Are we still the right members?",
    "rules": "Do our rules and work still serve us?",
    "one-another": "How are we with one another, and what needs mending?",
    "governance": "Does our way of governing still fit our number, our differences and our pace?",
    "strategy": "What carries us in strategy: do our goals still meet?",
    "daily-work": "What carries us in daily work: do our systems, speed and appetite for risk fit together?",
    "relations": "What carries our relations: would they survive a conflict, or a leader's leaving?",
    "affected": "Who is affected and not at the table?",
    "deal-breakers": "Is what each of us could not accept still the same?",
    "interests": "Which interests do we share today, beside those at the start?",
}
"""The questions of a review, by their short names."""

MEANINGS: Final[dict[tuple[str, ...], tuple[str, ...]]] = {
    get_args(ReviewOf): (
        "The coalition as a whole.",
        "What each member has from it.",
        "Whether to go on, before a renewal.",
    ),
    get_args(Question): tuple(QUESTIONS[each] for each in get_args(Question)),
}


class Planned(Block):
    """One thing that was planned at a review."""

    sentence = "what"

    what: str | None = None
    """What is to be done."""
    owner: Someone | None = None
    """Who sees to it."""
    by: Day | None = None
    """The day by which it is done."""
    done: DoneText | None = None
    """When it was done; or yes."""


class Review(Part):
    """A review of the coalition, of its value to the members, or before a renewal."""

    of: ReviewOf | None = None
    """What was looked at: the coalition as a whole where not said, its value to each, or whether to go on."""
    answers: dict[Question, str] = Field(default={})
    """What was answered, by the short name of the question; the schema has the questions."""
    led_by: Someone | None = None
    """Who led it."""
    invited: Someone | None = None
    """Who was invited; all members where not said."""
    plan: Annotated[tuple[Planned, ...], Listed] = ()
    """What was planned, with who sees to it and until when."""
    hours_given: dict[MemberId, YesNo] = Field(default={})
    """Whether each member had given the time that it promised."""
    served: dict[MemberId, YesNo] = Field(default={})
    """Whether the work serves each member's own success."""
    hours_in_meetings: Number | None = None
    """How many hours meetings have taken since the last review."""
    hours_of_work: Number | None = None
    """How many hours all have worked for the coalition since the last review, meetings among them."""
    formal_share: Share | None = None
    """The share of all talk that took place in formal meetings."""
