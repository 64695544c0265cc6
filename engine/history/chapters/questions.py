"""The questions that the latest review, or the latest talk before a renewal, left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from coalcheck.engine.action.happenings.review import QUESTIONS, Question, ReviewOf
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.history.looking_back import latest, reviews
from coalcheck.engine.history.telling import day_in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "review-questions": "The latest review left out questions that are asked of such a coalition.",
    "value-questions": "The latest review of value left out what value there is to record.",
    "renewal-questions": "The latest talk before a renewal left out questions that are asked then.",
}
PROPERTIES: Final[Mapping[str, Property]] = {
    **numbers(questions_left="How many questions were left out."),
    **texts(
        questions_short="The questions that were left out, by their short names.",
        questions_first="The first of them, as a question.",
        questions_on="The day of that review, in words.",
    ),
}

_Model: TypeAlias = Literal["opportunistic", "values-bridge", "structural"]
_ALL: Final[tuple[_Model, ...]] = ("opportunistic", "values-bridge", "structural")
_LASTING: Final[tuple[_Model, ...]] = ("values-bridge", "structural")


class Asked(NamedTuple):
    """When a question is asked, and of whom.

    Attributes:
        question: its short name.
        at: the kind of review.
        models: of coalitions of these models.
        row: the line of what is known that asks for it.
    """

    question: Question
    at: ReviewOf
    models: tuple[_Model, ...]
    row: str


ASKED: Final[tuple[Asked, ...]] = (
    Asked("goal", "coalition", _ALL, "D3.left-open"),
    Asked("taking-part", "coalition", _ALL, "D3.left-open"),
    Asked("go-on", "coalition", _ALL, "D3.left-open"),
    Asked("reason", "coalition", _ALL, "N1.reason-asked"),
    Asked("served", "coalition", _ALL, "N4.served-asked"),
    Asked("value", "coalition", ("values-bridge",), "N5.value-asked"),
    Asked("own-words", "coalition", _ALL, "N19.said-again"),
    Asked("strategic", "value", _LASTING, "N25.four-asked"),
    Asked("operational", "value", _LASTING, "N25.four-asked"),
    Asked("relational", "value", _LASTING, "N25.four-asked"),
    Asked("innovative", "value", _LASTING, "N25.four-asked"),
    Asked("purpose", "renewal", _ALL, "N38.questions-left"),
    Asked("members", "renewal", _ALL, "N38.questions-left"),
    Asked("rules", "renewal", _ALL, "N38.questions-left"),
    Asked("one-another", "renewal", _ALL, "N38.questions-left"),
    Asked("governance", "renewal", _LASTING, "D6b.still-fits"),
    Asked("strategy", "renewal", _LASTING, "D21.pillars"),
    Asked("daily-work", "renewal", ("structural",), "D21.pillars"),
    Asked("relations", "renewal", _LASTING, "D21.pillars"),
    Asked("affected", "renewal", _ALL, "N18.affected-asked"),
    Asked("deal-breakers", "renewal", _ALL, "N3.asked-again"),
    Asked("interests", "renewal", _ALL, "N23.overlap-asked"),
)
"""Every question, by the review at which it is asked first."""

_MATTER: Final[Mapping[ReviewOf, str]] = {
    "coalition": "review-questions",
    "value": "value-questions",
    "renewal": "renewal-questions",
}


def matters(record: Record) -> Iterator[Matter]:
    """One for each kind of review whose latest one left something out."""
    has_value = any(True for _ in reviews(record, "value"))
    for of in _MATTER:
        entry = latest(reviews(record, of))
        if entry is None:
            continue
        left = [each for each in _asked(record.charter, of, has_value=has_value) if not _answers(entry, each)]
        if left:
            yield _left(of, entry, left)


def _asked(charter: Charter, of: ReviewOf, *, has_value: bool) -> Iterator[Question]:
    """The questions of a kind of review; where value has no review of its own, every review records it."""
    model = charter.model or "opportunistic"
    for each in ASKED:
        at: ReviewOf = "coalition" if each.at == "value" and not has_value else each.at
        if at == of and model in each.models and _applies(charter, each.question):
            yield each.question


def _applies(charter: Charter, question: Question) -> bool:
    """Whether the charter has what a question is about."""
    match question:
        case "value":
            return charter.bridge is not None
        case "served":
            return any(member.success for member in charter.members)
        case "deal-breakers":
            return any(member.deal_breakers for member in charter.members)
        case "reason":
            return charter.why_now is not None
        case _:
            return True


def _answers(entry: Entry, question: Question) -> bool:
    review = entry.action.review
    if review is None:
        return False
    if question == "served" and review.served:
        return True
    return bool((review.answers.get(question) or "").strip())


def _left(of: ReviewOf, entry: Entry, left: list[Question]) -> Matter:
    values: dict[str, Value] = {
        "questions_left": len(left),
        "questions_short": ", ".join(left),
        "questions_first": QUESTIONS[left[0]],
    }
    if day := day_in_words(entry):
        values["questions_on"] = day
    route = ("review", "answers") if entry.action.review is not None else ("happened",)
    return Matter(_MATTER[of], values, route, entry.document)
