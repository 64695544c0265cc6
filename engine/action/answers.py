"""What a member can answer when it is asked for its vote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal, TypeAlias, get_args

from pydantic_core import PydanticCustomError

Answer: TypeAlias = Literal["for", "against", "abstain", "blank", "spoilt", "present", "absent"]
ANSWERS: Final[tuple[Answer, ...]] = get_args(Answer)

MEANT: Final[dict[str, Answer]] = {
    **dict.fromkeys(("yes", "yea", "aye", "y", "pro", "in favour", "in favor", "favour", "approve"), "for"),
    **dict.fromkeys(("true", "consent", "agree", "agreed", "+1"), "for"),
    **dict.fromkeys(("no", "nay", "n", "con", "contra", "oppose", "opposed", "object", "reject"), "against"),
    **dict.fromkeys(("false", "objection", "disagree", "-1"), "against"),
    **dict.fromkeys(("abstention", "abstentions", "abstained", "abstains", "abstaining"), "abstain"),
    **dict.fromkeys(("empty", "blanks"), "blank"),
    **dict.fromkeys(("invalid", "spoiled", "void", "null"), "spoilt"),
    **dict.fromkeys(("present and not voting", "not voting", "did not vote", "attended"), "present"),
    **dict.fromkeys(("away", "missing", "not present", "none", "-"), "absent"),
}
"""What people write for an answer; never taken for it, only offered."""


def answer_of(value: object, context: Mapping[str, Any] | None = None) -> Answer:
    """One of the answers.

    Raises:
        PydanticCustomError: it is none of them.
    """
    del context
    for answer in ANSWERS:
        if value == answer:
            return answer
    raise not_an_answer()


def not_an_answer() -> PydanticCustomError:
    """The error for a word that is none of the answers."""
    return PydanticCustomError("answer-unknown", "an answer")


def meant(text: str) -> str:
    """The answer that someone may have meant; empty where none is near."""
    from coalcheck.engine.charter.nearest import nearest

    folded = " ".join(text.lower().replace("-", " ").replace("_", " ").split()) or text.strip()
    if folded in ANSWERS:
        return folded
    return MEANT.get(folded) or MEANT.get(text.strip()) or nearest(text, ANSWERS)
