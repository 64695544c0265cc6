"""How the coalition and its members speak in public, and where it is all kept."""

from typing import Literal, TypeAlias

from pydantic import Field

from coalcheck.engine.charter.marks import MemberId, People, Someone
from coalcheck.engine.charter.part import Block, Spoken, Texts
from coalcheck.engine.charter.quantity import PeriodText

Voice: TypeAlias = Literal["one voice", "own voices"]


class Bridge(Spoken):
    """The one value that is shared across disagreements."""

    value: str | None = None
    """The value, in a word or two."""
    said_together: str | None = None
    """The sentence all say."""
    as_each_means_it: dict[MemberId, str] = Field(default_factory=dict)
    """What each member means by it, in its own words."""
    kept_alive: str | None = None
    """How the value is kept in mind."""


class Messaging(Spoken):
    """How the coalition speaks in public."""

    mode: Voice | None = None
    """Whether there is one message, or each speaks in its own voice."""
    audiences: dict[MemberId, Texts] = Field(default_factory=dict)
    """To whom each member speaks."""
    same_time: str | None = None
    """How the time of publishing is kept together."""
    timing: str | None = None
    """When things are published."""
    shared_facts: str | None = None
    """The facts that nobody contradicts."""
    speaks_for_all: Someone | None = None
    """Who speaks for all."""
    no_surprise: str | None = None
    """How the others hear of a text before the public does."""
    nobody_says: Texts = ()
    """What nobody says."""


class Explaining(Block):
    """How a member explains to its own supporters why it is in."""

    sentence = "why_we_are_in_this"

    why_we_are_in_this: str | None = None
    """The sentence that says why."""
    likely_question: str | None = None
    """What supporters will ask."""
    who_answers: str | None = None
    """Who answers."""


class Records(Spoken):
    """The one place where progress and decisions are kept."""

    where: str | None = None
    """The place."""
    kept_by: Someone | None = None
    """Who keeps it."""
    read_by: People = ()
    """Who can read it."""
    within: PeriodText | None = None
    """How soon a decision is entered."""
