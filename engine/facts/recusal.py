"""Decisions about a member: whether the others can take them without it, whichever member it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.examination import (
    MOST_KINDS_OF_MEMBERS,
    REMOVALS,
    Examination,
    carries,
    speaks_of_others,
    voters,
)
from coalcheck.engine.facts.fact import Value
from coalcheck.engine.facts.named import as_words, listed, name_of
from coalcheck.engine.threshold.cells import cells_of
from coalcheck.engine.threshold.search import TooManyCases, can_adopt
from coalcheck.engine.threshold.tree import Rule

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Decision

_WAYS: Final = ((("passes",), ("otherwise", "passes")), (("quorum",), ("second_call", "quorum")))
"""What must be met, each with what will do where it is not."""


def recusal_values(examination: Examination, key: str, decision: Decision, rule: Rule) -> dict[str, Value]:
    """The members about whom the others could not decide, or one of them alone would.

    Nothing where the member concerned votes like anybody else, and nothing where no member could be the one
    that it is about: that is said of the rule itself.
    """
    switches = decision.member_concerned
    apart = (switches is not None and switches.votes is False) or speaks_of_others(rule)
    if not REMOVALS & set(decision.covers) or not apart or examination.heads <= 2:
        return {}
    stuck: list[str] = []
    alone: list[str] = []
    kinds = _kinds(examination, key, rule)
    if len(kinds) > MOST_KINDS_OF_MEMBERS:
        examination.notes.append(
            f"Whether {as_words(key)} can be decided about each member was not examined: "
            "the members are of too many kinds."
        )
        return {}
    try:
        for alike in kinds:
            if not all(_is_met(examination, key, ways, alike[0]) for ways in _WAYS):
                stuck += alike
            elif voters(examination.roll(key, concerned=alike[0])) == 1:
                alone += alike
    except TooManyCases:
        examination.notes.append(
            f"Whether {as_words(key)} can be decided about each member was not examined: "
            "there are too many ways to vote."
        )
    values: dict[str, Value] = {}
    if stuck and not (len(stuck) == sum(map(len, kinds)) and examination.is_about_one(decision, rule)):
        values["stuck_about"] = _names(examination, stuck)
    if alone:
        values["one_decides_about"] = _names(examination, alone)
    return values


def _kinds(examination: Examination, key: str, rule: Rule) -> list[list[str]]:
    """The members that no sentence of the decision tells apart; rows of more than one are left aside."""
    everyone = examination.roll(key)
    routes = (("decisions", key, *way) for ways in _WAYS for way in ways)
    others = (examination.rule(*route) for route in routes)
    asked = [rule, *(other for other in others if other is not None and other is not rule)]
    single = {row.id for row in everyone.rows if row.count == 1}
    cells = cells_of([(each, everyone) for each in asked])
    kinds = ([row for row in cell.ids if row in single] for cell in cells)
    return [kind for kind in kinds if kind]


def _is_met(examination: Examination, key: str, ways: tuple[tuple[str, ...], ...], concerned: str) -> bool:
    """Whether one of the ways can be met about this member; a sentence that cannot be read is not judged."""
    answers = []
    for way in ways:
        rule = examination.rule("decisions", key, *way)
        if rule is None:
            continue
        quorum = way[-1] == "quorum"
        roll = examination.roll(key, quorum=quorum, concerned=concerned)
        answers.append(carries(examination.bound(rule, roll)) or can_adopt(rule, roll, silence=quorum))
    return not answers or True in answers


def _names(examination: Examination, ids: list[str]) -> str:
    order = [member.id for member in examination.charter.members if member.id in ids]
    if len(order) == len(examination.charter.members):
        return "any of you"
    return listed((name_of(examination.charter, each) for each in order), last="or")
