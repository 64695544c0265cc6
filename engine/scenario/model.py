"""The test file: cases with what is expected of each, as somebody wrote them down.

A case is an action with an expectation, so every key of an action can stand in it. What it comes to is
judged elsewhere (`coalcheck.engine.scenario.run`).
"""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from coalcheck.engine.action.model import Action
from coalcheck.engine.action.reading import ReadIn
from coalcheck.engine.charter.part import Block, Part, Texts
from coalcheck.engine.charter.quantity import Day
from coalcheck.engine.scenario.words import fewest_of, outcome_of, row_of, short_of, unwanted_of

Scope: TypeAlias = Literal["in", "ask", "out"]
VerdictText: TypeAlias = Annotated[str, ReadIn(outcome_of)]
Fewest: TypeAlias = Annotated[int, ReadIn(fewest_of)]
Unwanted: TypeAlias = Annotated[tuple[str, ...], ReadIn(unwanted_of)]
Short: TypeAlias = Annotated[Any, ReadIn(short_of)]
Row: TypeAlias = Annotated[Any, ReadIn(row_of)]


class Expect(Block):
    """What is expected of a case."""

    sentence = "verdict"

    verdict: VerdictText | None = None
    """What it comes to: adopted, rejected, no-quorum, vetoed, unauthorised, pending or indeterminate."""
    by: Texts = ()
    """The clause that decides: passes, quorum, veto and so on; or its place in the charter."""
    scope: Scope | None = None
    """Whether it is within what was agreed."""
    findings: Texts = ()
    """Points that must be found, each by its code or its name."""
    no_findings: Unwanted = ()
    """Points that must not be found, each by its code or its name; yes: none at all."""
    to_pass: Fewest | None = None
    """How many votes at least must be others for it to carry; none where no votes would do."""
    to_block: Fewest | None = None
    """How many votes at least must be others for it to fail; none where no votes would do."""


class Table(Part):
    """Several cases in rows: what differs from row to row stands in the columns."""

    columns: Texts = ()
    """Keys of a case, one a column; by and scope belong to what is expected."""
    rows: tuple[Row, ...] = ()
    """The cells of one case each, in the order of the columns."""


class Frame(Part):
    """What a test file says once for all of its cases."""

    test: str | None = None
    """What is tested, as a heading."""
    charter: str | None = None
    """The charter's file, seen from this one; where not said, the charter of the folder above."""
    as_of: Day | None = None
    """The day to take as today."""


class Told(Part):
    """What a case says beside its action."""

    why: str | None = None
    """Why it is expected, in a sentence."""
    as_of: Day | None = None
    """The day to take as today, for this case."""
    expect: Expect | None = None
    """What is expected."""


class Given(Action):
    """What holds for every case that does not say otherwise: keys of an action, and votes in short."""

    for_: Short = Field(default=None, alias="for")
    """Who is in favour: how many, which members, or others."""
    against: Short = None
    """Who is against: how many, which members, or others."""
    abstain: Short = None
    """Who abstains: how many, which members, or others."""
    absent: Short = None
    """Who stays away: which members, or others."""


class Case(Given, Told):
    """One case: an action, and what is expected of it; or several of the kind, in a table."""

    table: Table | None = None
    """Rows, each a case of its own, for what differs between them."""


class Scenarios(Frame):
    """A test file, as coalcheck test reads it."""

    given: Given | None = None
    """What holds for every case that does not say otherwise."""
    cases: tuple[Case, ...] = ()
    """The cases."""
