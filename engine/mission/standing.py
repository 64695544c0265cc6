"""How one act stands to what a coalition agreed to do: in, ask or out, and why."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from msgspec import Struct

from coalcheck.engine.source.node import Route

Answer: TypeAlias = Literal["in", "ask", "out"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)
"""From nothing to say to the gravest: the gravest reason is the answer."""

Meets: TypeAlias = Literal[
    "inside", "outside", "set aside", "means", "gain", "partner", "place", "term", "money", "conditions",
    "goal", "permanence",
]  # fmt: skip
"""What of the charter an act meets."""

Why: TypeAlias = Literal[
    "unlisted", "in-passing", "outside", "set-aside", "outside-words", "set-aside-words", "own-end",
    "joint-means", "gain", "partner", "place", "end", "money", "conditions", "after-goal", "permanence",
    "topic", "words",
]  # fmt: skip
"""Which rule speaks; the last two are reasons why it is in."""

Question: TypeAlias = Literal["about", "in_name_of", "benefits", "uses", "until", "conditions"]
QUESTIONS: tuple[Question, ...] = get_args(Question)
"""The six questions of an action: what it is about, in whose name, who gains, what is used, until when, with
what strings."""


class Reason(Struct, frozen=True):
    """One thing in the act that meets one thing in the charter.

    Attributes:
        why: which rule speaks.
        meets: what of the charter it meets.
        answer: what this reason alone would come to.
        said: the reason as a clause without a full stop: what the act does, and what the charter has of it.
        charter: the words of the charter; empty where it has none.
        route: where these stand in the charter; None where nothing of it does.
        key: where it stands in the action.
        sentence: the words of the action: a sentence, or what stands under the key.
        words: the words in it by which it is seen; empty where a fact is seen.
    """

    why: Why
    meets: Meets
    answer: Answer
    said: str
    charter: str = ""
    route: Route | None = None
    key: Route = ()
    sentence: str = ""
    words: tuple[str, ...] = ()


class Listed(Struct, frozen=True):
    """One matter that the charter lists.

    Attributes:
        meets: in which of its lists.
        about: the matter in the charter's words.
        route: where it stands.
        touched: whether the act meets it.
    """

    meets: Meets
    about: str
    route: Route
    touched: bool


class Widen(Struct, frozen=True):
    """The first way on: to decide on the scope.

    Attributes:
        decision: the decision that widens it; empty where the charter has none.
        rule: what it asks for, in the charter's words.
        route: where that stands.
        outcome: what the same votes come to under it, as in a verdict; empty where nobody has voted.
    """

    decision: str
    rule: str = ""
    route: Route | None = None
    outcome: str = ""


class Smaller(Struct, frozen=True):
    """The second way on: to leave something out; judged again, what is left is in.

    Attributes:
        leave_out: what is left out, a phrase each: "the contact list".
        drop: the sentences of the text that go, by their number from 1.
        keep: the sentences of the text that stay, by their number.
        sentences: all sentences of the text.
    """

    leave_out: tuple[str, ...]
    drop: tuple[int, ...] = ()
    keep: tuple[int, ...] = ()
    sentences: tuple[str, ...] = ()


class Standing(Struct, frozen=True):
    """What the scope of a charter says of one act.

    Attributes:
        answer: in, ask or out: the gravest of its reasons.
        reasons: the gravest first, then in the order of the rules; those why it is in come last.
        own_name: whether it is done in the name of members and not of the coalition.
        listed: what the charter lists, in its order; empty where the answer is in.
        left_open: which of the six questions the action leaves open: it is judged on what it says.
        widen: the first way on; None where the answer is in.
        smaller: the second way on; None where the answer is in, or where nothing is left that would be.
        notes: what was not compared and why; a sentence each.
    """

    answer: Answer
    reasons: tuple[Reason, ...] = ()
    own_name: bool = False
    listed: tuple[Listed, ...] = ()
    left_open: tuple[Question, ...] = ()
    widen: Widen | None = None
    smaller: Smaller | None = None
    notes: tuple[str, ...] = ()

    @property
    def against(self) -> tuple[Reason, ...]:
        """The reasons why it is not in."""
        return tuple(each for each in self.reasons if each.answer != "in")


def gravest(reasons: tuple[Reason, ...]) -> Answer:
    """The answer that some reasons come to; in where there are none."""
    return max((each.answer for each in reasons), key=ANSWERS.index, default="in")
