"""Who gains what: principles, portfolios and reviews of value, and credits for knowledge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.lacking import Part, as_values, lacking
from coalcheck.engine.facts.named import as_words, listed, member_name
from coalcheck.engine.facts.properties import flags, numbers, texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.time import months_later, whole_days
from coalcheck.engine.facts.written import is_answered, is_said, node_at
from coalcheck.engine.source.node import Document, Route, Scalar
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Member

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        value_lacks="What the chapter on value leaves out of principles and sharing anew.",
        value_lines="The same as lines to write.",
        without_portfolio="Members for which no value is named where value is spoken of: their names.",
        portfolio_lines="A line to write for each of them.",
        value_review_stub="Where no review of value is planned: one to write, with what else value lacks.",
        value_review_lacks="What the review of value leaves out: how often, who leads it, who prepares what.",
        value_review_lines="The same as lines to write.",
        value_review_led_by="Who leads the first year's reviews of value, where it is somebody of a member.",
        principles_agreed="The day on which the principles were agreed, where it is after the start.",
        credits_given_by="Who gives credits for knowledge, where that is whoever shared it.",
    ),
    **texts(value_review_every="How often value is reviewed, to stand behind every: year, 6 months."),
    **numbers(value_review_days="Days from one review of value to the next; a month is counted as 30."),
    **flags(credits_unredeemable="Credits for knowledge are given, and nothing says what for."),
}
"""What this chapter knows of a charter."""

_SHARER: Final = frozenset(
    """
    giver givers shared shares sharing gave gives giving provided provides provider offered offers brought
    contributed contributor author itself wrote
    """.split()
)
_USER: Final = frozenset(
    "used uses using user users received receives receiver recipient recipients benefits benefited".split()
)
_DENIED: Final = frozenset(
    {"no", "not", "nobody", "none", "never", "neither", "nor", "outside", "independent"}
)
_BELONGING: Final = ("of", "from", "at")

_SHARING: Final = ("principles", "agreed_on", "portfolios", "review", "rebalance_when")
"""With one of these the chapter speaks of sharing, and not only of how success is measured."""
_SHARED_OUT: Final = _SHARING[:3]
"""With one of these it says who gets what; a bridge of values may do with a day on which it is asked."""

_VALUE: Final = (
    Part(
        ("principles",),
        "by which principles you share what comes of it",
        "principles: [contribution, need, all kinds of value count, change when circumstances change]",
    ),
    Part(
        ("rebalance_when",),
        "what makes you share anew",
        "rebalance_when: [a member joins, a member leaves, a contribution changes by a fifth]",
    ),
)
_REVIEW: Final = (
    Part(("every",), "how often", "every: quarter"),
    Part(("facilitator",), "who leads it", "facilitator: someone who is not a party"),
    Part(("prepare",), "what each of you prepares", "prepare: one page each"),
)


def values(charter: Charter, document: Document) -> dict[str, Value]:
    """The properties of one charter; what does not apply is absent."""
    found: dict[str, Value] = {}
    if not is_said(document, "value", "review"):
        found["value_review_stub"] = _review_stub(charter, document)
    if charter.value is not None:
        if any(is_answered(document, "value", key) for key in _sharing(charter)):
            found |= as_values("value", lacking(document, ("value",), _value_parts(charter, document)))
            found |= _portfolios(charter, document)
        found |= _principles(charter)
        found |= _review(charter, document)
    if charter.knowledge is not None:
        found |= _credits(charter, document)
    return found


def places(charter: Charter) -> dict[str, Route]:  # noqa: ARG001, every chapter is asked alike
    """Where the parts stand that a policy points at without knowing their ids."""
    return {}


def _sharing(charter: Charter) -> tuple[str, ...]:
    return _SHARED_OUT if charter.model == "values-bridge" else _SHARING


def _value_parts(charter: Charter, document: Document) -> Iterator[Part]:
    """What is asked of the chapter; sharing anew may be written where members come and go as well."""
    principles, anew = _VALUE
    yield principles
    if is_said(document, "leaving", "rebalancing") or is_said(document, "joining", "rebalancing"):
        return
    # Where nothing at all is said of it, that is a point of its own in a bridge of values.
    if charter.model == "structural" or is_said(document, "value", "review"):
        yield anew


def _review_stub(charter: Charter, document: Document) -> str:
    """A review of value as lines to write, and before it whatever the chapter should say too and does not."""
    lines = ["value:"]
    if not is_answered(document, "value", "in_words"):
        lines += [
            f"  {part.line}" for part in _value_parts(charter, document) if not _is_there(document, part)
        ]
        lines += _portfolio_stub(charter, document)
    lines.append(
        "  review: {every: quarter, facilitator: someone who is not a party, prepare: one page each}"
    )
    return "\n".join(lines)


def _is_there(document: Document, part: Part) -> bool:
    return any(is_answered(document, "value", key) for key in part.keys)


def _portfolio_stub(charter: Charter, document: Document) -> list[str]:
    without = [
        member.id for member in charter.members if not is_answered(document, "value", "portfolios", member.id)
    ]
    return ["  portfolios:", *(f"    {_portfolio(member)}" for member in without)] if without else []


def _portfolio(member: str) -> str:
    return f"{member}: {{strategic: a way to its goal}}"


def _portfolios(charter: Charter, document: Document) -> dict[str, Value]:
    if isinstance(node_at(document, ("value",)), Scalar) or is_answered(document, "value", "in_words"):
        return {}
    if isinstance(node_at(document, ("value", "portfolios")), Scalar):
        return {}
    without = [
        member for member in charter.members if not is_answered(document, "value", "portfolios", member.id)
    ]
    if not without:
        return {}
    nobody = len(without) == len(charter.members) > 1
    return {
        "without_portfolio": "any of you" if nobody else listed(map(member_name, without), last="or"),
        "portfolio_lines": "\n".join(_portfolio(member.id) for member in without),
    }


def _principles(charter: Charter) -> dict[str, Value]:
    agreed = charter.value.agreed_on if charter.value is not None else None
    starts = charter.term.starts if charter.term is not None else None
    if agreed is None or starts is None or agreed <= starts:
        return {}
    return {"principles_agreed": in_words(agreed)}


def _review(charter: Charter, document: Document) -> dict[str, Value]:
    found = as_values("value_review", lacking(document, ("value", "review"), _REVIEW))
    review = charter.value.review if charter.value is not None else None
    if review is None:
        return found
    if review.every is not None:
        found["value_review_days"] = whole_days(review.every)
        found["value_review_every"] = review.every.unit if review.every.number == 1 else str(review.every)
    led_by = _led_by(charter, review.facilitator or "")
    if not led_by and review.neutral_until is not None:
        starts = charter.term.starts if charter.term is not None else None
        led_by = _neutral_until(starts, review.neutral_until)
    if led_by:
        found["value_review_led_by"] = led_by
    return found


def _led_by(charter: Charter, facilitator: str) -> str:
    """Whom of a member a text names, to stand after "led by"; empty where nobody of a member."""
    text = " ".join(facilitator.split()).strip(" .")
    if not text:
        return ""
    for member in charter.members:
        if text in (member.id, member_name(member)):
            return member_name(member)
        if text in _people(member):
            return f"{text} of {member_name(member)}"
    if not _DENIED & set(words_of(text)):
        told = text.lower()
        for member in charter.members:
            name = (member.name or member.id).lower()
            if told.startswith(f"{name}'s ") or any(f" {word} {name}" in told for word in _BELONGING):
                return text
    if text in charter.bodies:
        return as_words(text)
    if text in ("coordinator", "the coordinator"):
        return _coordinator(charter)
    return ""


def _people(member: Member) -> frozenset[str]:
    """The names of the persons of a member; a post alone may exist in many houses."""
    named = (member.signatory, *member.contacts, *member.delegates)
    return frozenset(person.name for person in named if person is not None and person.name)


def _coordinator(charter: Charter) -> str:
    coordinator = charter.coordinator
    ids = {member.id: member_name(member) for member in charter.members}
    if coordinator is None:
        return ""
    ties = (
        (coordinator.member, "provides"),
        (coordinator.paid_by, "pays"),
        (coordinator.employed_by, "employs"),
    )
    for whose, does in ties:
        if whose in ids:
            return f"the coordinator, whom {ids[whose]} {does}"
    return ""


def _neutral_until(starts: date | None, until: date) -> str:
    if starts is None or until >= months_later(starts, 12):
        return ""
    return f"someone who is not a party, but only until {in_words(until)}"


def _credits(charter: Charter, document: Document) -> dict[str, Value]:
    knowledge = charter.knowledge
    if knowledge is None or not is_answered(document, "knowledge", "credits"):
        return {}
    found: dict[str, Value] = {"credits_unredeemable": not is_said(document, "knowledge", "redeem_for")}
    given_by = knowledge.credits.given_by if knowledge.credits is not None else None
    words = set(words_of(given_by))
    if given_by and _SHARER & words and not _USER & words:
        found["credits_given_by"] = given_by
    return found
