"""Thresholds of a charter with one word or number changed, and quorums taken away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from coalcheck.engine.proof.day import day_for
from coalcheck.engine.roll.electorate import Membership
from coalcheck.engine.scenario.mutation.kinds import Kind
from coalcheck.engine.scenario.mutation.mutant import Mutant, put
from coalcheck.engine.scenario.mutation.numbers import Sizes
from coalcheck.engine.scenario.mutation.rules import changed
from coalcheck.engine.threshold.say import say

if TYPE_CHECKING:
    from coalcheck.engine.roll.sentences import Sentence
    from coalcheck.engine.scenario.mutation.reach import Reach

_OPTIONAL: Final = ("quorum", "override")
"""Thresholds that a charter can do without."""


def of_thresholds(reach: Reach) -> Iterator[Mutant]:
    """Every threshold that is judged, changed in one place."""
    charter = reach.charter
    for sentence in reach.sentences:
        decisions = reach.of_sentence(sentence.route)
        if sentence.rule is None or not decisions:
            continue
        for each in changed(sentence.rule, sentence.counts, _sizes(reach, sentence, decisions[0])):
            text = say(each.rule, sentence.counts)
            yield Mutant(
                _kind(sentence, each.kind), sentence.route, each.said,
                put(charter, sentence.route, text), decisions,
            )  # fmt: skip
        if sentence.role in _OPTIONAL:
            said = f"{sentence.text} was dropped"
            without = put(charter, sentence.route, None)
            yield Mutant(_kind(sentence, "quorum"), sentence.route, said, without, decisions)


def _kind(sentence: Sentence, kind: Kind) -> Kind:
    return "veto" if sentence.role == "override" else "quorum" if sentence.role == "quorum" else kind


def _sizes(reach: Reach, sentence: Sentence, decision: str) -> Sizes:
    charter = reach.charter
    body = charter.decisions[decision].body
    if len(sentence.route) > 3 and sentence.route[2] == "also":
        body = charter.decisions[decision].also[int(sentence.route[3])].body
    return Sizes.of(Membership(charter, on=day_for(charter, decision)).electorate(body))
