"""By whom a threshold is counted: what it is for, and the members whose votes it takes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.departure import Counted
from coalcheck.engine.facts.examination import Examination
from coalcheck.engine.roll.sentences import Sentence
from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.tree import Count

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

_ROLES: Final = {"otherwise": "otherwise", "second_call": "second_call", "also": "also"}


def role_of(sentence: Sentence) -> str:
    """What the sentence is for: passes, quorum, otherwise, second_call, also or override."""
    return next((_ROLES[str(step)] for step in sentence.route[2:-1] if step in _ROLES), sentence.role)


def decision_of(charter: Charter, over: tuple[str, ...]) -> str:
    """The decision that stands for what a veto can stop: the first that it names, itself or by a kind."""
    for each in over:
        if each in charter.decisions:
            return each
        for key, decision in charter.decisions.items():
            if each in decision.covers:
                return key
    return next(iter(charter.decisions), "")


def roll_of(examination: Examination, sentence: Sentence) -> Electorate:
    """Who is counted by a sentence."""
    return counted_by(examination, sentence)(concerned=stands_for(examination, sentence))


def stands_for(examination: Examination, sentence: Sentence) -> str | None:
    """The member that stands for whichever a sentence is about; None where it is about none."""
    if not sentence.decision:
        return None
    return examination.concerned(examination.charter.decisions[sentence.decision], sentence.rule)


def counted_by(examination: Examination, sentence: Sentence) -> Counted:
    """Who is counted by a sentence, whichever member it is about and whoever has left."""
    charter, route = examination.charter, sentence.route
    quorum = sentence.counts is Count.ATTENDANCE
    index = next((step for step in route if isinstance(step, int)), 0)
    if not sentence.decision:
        over = charter.vetoes[index].over if route[0] == "vetoes" and index < len(charter.vetoes) else ()
        return partial(examination.roll, decision_of(charter, over), quorum=quorum)
    body = None
    if role_of(sentence) == "also":
        also = charter.decisions[sentence.decision].also
        body = also[index].body if index < len(also) else None
    return partial(examination.roll, sentence.decision, quorum=quorum, body=body)
