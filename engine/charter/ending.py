"""The goal, the end, and what remains."""

from pydantic import ConfigDict

from coalcheck.engine.charter.marks import Decider, Someone
from coalcheck.engine.charter.part import Spoken, Texts, Whole
from coalcheck.engine.charter.quantity import Every, PeriodText


class GoalEnd(Spoken):
    """When the goal is reached, or out of reach, and who says so."""

    reached_when: str | None = None
    """The sign that the goal is reached."""
    out_of_reach_when: str | None = None
    """The sign that it is out of reach."""
    declared_by: Decider | None = None
    """The decision, body or member that says so."""


class Ownership(Spoken):
    """Who owns what is made together, and what each may use afterwards.

    Every coalition makes things of its own: a key that is not described here
    names a thing, and its sentence says whose it is.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, str]

    tools_and_texts: str | None = None
    """Tools, texts and research."""
    data: str | None = None
    """Data."""
    name_and_logo: str | None = None
    """The common name and logo."""
    contact_lists: str | None = None
    """Lists of contacts and supporters."""
    web_addresses: str | None = None
    """Web addresses and accounts."""
    fact_sheet: str | None = None
    """A common fact sheet."""
    testimonies: str | None = None
    """What people have told the coalition."""


class Renewal(Spoken):
    """How the coalition looks at itself, and goes on or not."""

    every: Every | None = None
    """How often."""
    at_latest: PeriodText | None = None
    """How long it may wait at most."""
    at_most: Whole | None = None
    """How often the term may be renewed."""
    form: str | None = None
    """How it is done."""
    asks: Texts = ()
    """The questions asked."""
    ends_in: str | None = None
    """What it ends in."""
    renewed_by: Decider | None = None
    """The decision that renews."""


class WindingUp(Spoken):
    """The end: who closes, in what order, by when."""

    starts_when: Texts = ()
    """What sets it off."""
    run_by: Someone | None = None
    """Who runs it."""
    still_allowed: Texts = ()
    """What may still be done after the end."""
    order: Texts = ()
    """In what order debts and what is left are settled."""
    tenants: str | None = None
    """What is assured to tenants."""
    people_served: str | None = None
    """What is assured to those who depend on the work."""
    staff: str | None = None
    """What becomes of staff."""
    data: str | None = None
    """What becomes of data."""
    finished_within: PeriodText | None = None
    """How long it may take."""
    last_act: str | None = None
    """The last thing that is done."""
