"""What points where: the one table from which a model is read, each line with the row it comes from."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

from coalcheck.engine.charter.charter import Model

Pointer: TypeAlias = Literal["opportunistic", "values-bridge", "structural", "pilot first", "not structural"]
Criterion: TypeAlias = Literal[
    "alignment_of_interest", "trust", "resource_commitment", "time_horizon", "exit_cost"
]
MODELS: Final[tuple[Model, ...]] = ("opportunistic", "values-bridge", "structural")


class Row(NamedTuple):
    """One line of the table.

    Attributes:
        says: what is the case, for a reader.
        points: to what it points; nothing where it speaks for no model and against none.
        why: the reason, in a sentence or two.
        source: the row of the domain.
    """

    says: str
    points: tuple[Pointer, ...]
    why: str
    source: str


ONE_ISSUE = Row(
    "one shared issue",
    ("opportunistic",),
    "It carries one win, and more structure than that win needs would only cost you time.",
    "D1",
)
SEVERAL_ISSUES = Row(
    "several shared issues",
    ("values-bridge", "structural"),
    "They outlast one campaign, and ask for a value that is written down, or for a common structure.",
    "D1",
)
LOW_TRUST = Row(
    "little trust yet",
    ("pilot first",),
    "You have little past work to build on. A small joint task with an end shows more than any clause, and "
    "costs little if it does not work.",
    "D1",
)
TRUST = Row("enough trust to begin", (), "Nothing here speaks for one model or against another.", "D1")
UNEQUAL_MEANS = Row(
    "unequal ability to commit",
    ("not structural",),
    "A common structure asks the same staying power of all. Where one can give much less, both sides come to "
    "resent it.",
    "D1",
)
MEANS = Row("able to commit", (), "Nothing here speaks for one model or against another.", "D1")
FEW_MONTHS = Row(
    "a few months",
    ("opportunistic",),
    "That is one campaign, and a short alliance that ends by itself fits it.",
    "D1",
)
SOME_MONTHS = Row(
    "between three and six months",
    ("opportunistic", "values-bridge"),
    "It is long for one campaign and short for more: opportunistic if you part when the campaign "
    "ends, values-bridge if people must see you united all the time.",
    "D2",
)
MANY_MONTHS = Row(
    "more than a few months",
    ("values-bridge",),
    "You are then seen together beyond one event, and have to say what you share.",
    "D1",
)
YEARS = Row(
    "two years or more",
    ("values-bridge", "structural"),
    "That needs a shared value that is kept up, or a structure that does not hang on persons.",
    "D2",
)
CHRONIC = Row(
    "a problem that stays, with a long stake",
    ("structural",),
    "What does not go away needs something that stays: common posts, money or a body.",
    "D1",
)
EASY_EXIT = Row(
    "leaving is easy",
    ("opportunistic",),
    "Where each can leave easily, agree on one win and part as friends.",
    "D1",
)
EASY_EXIT_WANTED = EASY_EXIT._replace(
    says="you want to be able to leave easily",
    why="A short alliance for one win is the one that is easiest to leave.",
)
SOME_EXIT_COST = Row(
    "leaving would cost something", (), "Nothing here speaks for one model or against another.", "D1"
)
HARD_EXIT = Row(
    "leaving is hard",
    (),
    "This by itself speaks for no model. Agree on how one leaves before you tie anything together.",
    "D1",
)
NO_EASY_EXIT_WANTED = Row(
    "you do not need to leave easily", (), "Nothing here speaks for one model or against another.", "D1"
)

PILOT: Final = (
    "Agree on one small joint task first: with an end date, a spending limit, and no use of each other's "
    "name beyond what you list."
)
"""What a small pilot is (D1, D10)."""

CRITERIA: Final[tuple[Criterion, ...]] = (
    "alignment_of_interest", "trust", "resource_commitment", "time_horizon", "exit_cost",
)  # fmt: skip
