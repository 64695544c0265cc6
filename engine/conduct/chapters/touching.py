"""What an act touches by its words: something that a member could not accept, or a reason to look again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.conduct.clause import clause, told
from coalcheck.engine.conduct.words import is_same, met_by, quoted, sentences_of
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.likeness import matter_of
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.named import member_name
from coalcheck.engine.facts.properties import texts
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.conduct.act import Act

MATTERS: Final[Mapping[str, str]] = {
    "deal-breaker-met": "It is, word for word, what a member wrote that it could not accept.",
    "deal-breaker-near": "It has words of what a member wrote that it could not accept.",
    "trigger-shown": "It has words of what the charter lists as a reason for a review.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = texts(
    breaker_of="The member that wrote what it could not accept: its name.",
    breaker="What that member could not accept, in quotation marks.",
    met_sentence="The words of the act that meet it, in quotation marks.",
    met_words="The words that both have, in quotation marks.",
    trigger="The reason for a review that the charter lists, in quotation marks.",
)
"""What its matters tell."""

_COALITION: Final = "coalition"
_NOT_DONE: Final = frozenset({"unauthorised", "rejected", "no-quorum", "vetoed"})
"""Outcomes after which nothing has happened that could bring a review forward."""


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act; what members do in their own name is theirs."""
    names = act.action.in_name_of
    if names and _COALITION not in names:
        return
    yield from _breakers(act)
    yield from _triggers(act)


def _breakers(act: Act) -> Iterator[Matter]:
    if act.verdict is None and act.action.happened != "statement":
        return
    said: list[str] | None = None
    for row, member in enumerate(act.charter.members):
        for number, breaker in enumerate(member.deal_breakers):
            said = [*sentences_of(act)] if said is None else said
            same = next((each for each in said if is_same(breaker, each)), None)
            near = None if same is not None else met_by(breaker, said)
            if same is None and near is None:
                continue
            sentence = near[0] if near is not None else same or ""
            values: dict[str, Value] = {
                "breaker_of": member_name(member),
                "breaker": quoted([breaker]),
                "met_sentence": quoted([sentence]),
            }
            if near is not None:
                values["met_words"] = quoted(near[1])
            name = "deal-breaker-met" if near is None else "deal-breaker-near"
            at = clause(breaker, "members", row, "deal_breakers", number)
            yield told(act, name, _route(act, sentence), values, at, of=member.id)
            break


def _route(act: Act, sentence: str) -> tuple[str, ...]:
    """Where the sentence stands in the action."""
    for key, text in (("title", act.action.title), ("about", act.action.about)):
        if text == sentence:
            return (key,)
    return ("text",)


def _triggers(act: Act) -> Iterator[Matter]:
    listed = act.charter.triggers
    if not listed or act.action.happened in ("trigger", "review") or "renew" in act.kinds:
        return
    if act.verdict is not None and act.verdict.outcome in _NOT_DONE:
        return
    said = [*sentences_of(act)]
    known = _own_words(act.charter)
    for row, trigger in enumerate(listed):
        found = met_by(trigger, said, least=1, known=known)
        if found is not None:
            values = {
                "trigger": quoted([trigger]),
                "met_sentence": quoted([found[0]]),
                "met_words": join(*(f'"{word}"' for word in found[1])),
            }
            at = clause(trigger, "triggers", row)
            yield told(act, "trigger-shown", _route(act, found[0]), values, at)
            return


def _own_words(charter: Charter) -> frozenset[str]:
    """The stems of the words in which it says who it is and what it works on: whatever it does has them."""
    scope = charter.scope
    topics = (*scope.inside, *scope.outside, *scope.set_aside) if scope is not None else ()
    listed = (text for topic in topics for text in (topic.about, *topic.words))
    names = (text for member in charter.members for text in (member.id, member.name))
    return matter_of(charter.name, charter.purpose, *names, *listed, *(scope.places if scope else ()))
