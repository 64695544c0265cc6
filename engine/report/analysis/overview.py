"""What is said of all decisions together: the answer at the top, who can commit the coalition, governance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from coalcheck.engine.report.analysis.sentences import Wording, words
from coalcheck.engine.wording.listing import join, some
from coalcheck.engine.wording.number import counted, in_words

if TYPE_CHECKING:
    from coalcheck.engine.analysis.model import Analysis, Governance, Group


def answer(analysis: Analysis, wording: Wording) -> Iterator[str]:
    """The first sentences of a page."""
    if analysis.result.heading is None or not (analysis.groups or analysis.not_counted):
        yield "There is no decision here that could be counted."
        return
    if not analysis.groups:
        yield "None of the decisions can be counted yet."
        return
    yield from _decide(analysis.groups, wording)
    yield from _stop(analysis.groups)
    idle: dict[str, list[str]] = {}
    for group in analysis.groups:
        for member in group.ids(group.standing.without_effect):
            idle.setdefault(member, []).extend(group.decisions)
    for member, decisions in idle.items():
        yield f"The vote of {wording.name(member)} cannot change any result on {_on(decisions)}."
    stuck = [
        decision for group in analysis.groups if not group.standing.carried for decision in group.decisions
    ]
    if stuck:
        yield f"No way to vote carries {_on(stuck)}."
    if analysis.not_counted:
        open_ = [each.decision for each in analysis.not_counted]
        yield f"Not counted, because the charter leaves it open: {_on(open_)}."


def _decide(groups: Sequence[Group], wording: Wording) -> Iterator[str]:
    alone: dict[tuple[str, ...], list[str]] = {}
    for group in groups:
        if group.standing.decide:
            alone.setdefault(group.ids(group.standing.decide), []).extend(group.decisions)
    if not alone:
        yield "Nobody can carry a decision alone."
    for members, decisions in alone.items():
        yield f"{wording.named(members, last='or')} can carry alone: {_on(decisions)}."


def _stop(groups: Sequence[Group]) -> Iterator[str]:
    each: list[str] = []
    one: list[str] = []
    nobody: list[str] = []
    for group in groups:
        if not group.standing.carried or group.n == 1:
            continue
        stopping = group.ids(group.standing.stop)
        whole = len(stopping) == sum(map(len, group.kinds))
        (each if whole else one if stopping else nobody).extend(group.decisions)
    if not each and not one:
        if nobody:
            yield "Nobody can stop a decision alone."
        return
    if each:
        yield f"Everyone who votes can stop alone: {_on(each)}."
    if one:
        yield f"Some can stop alone: {_on(one)}."
    if nobody:
        yield f"Nobody can stop alone: {_on(nobody)}."


def _on(decisions: Sequence[str]) -> str:
    return (
        some([words(each) for each in decisions], 5) if len(decisions) > 6 else join(*map(words, decisions))
    )


def committing(analysis: Analysis, wording: Wording) -> Iterator[str]:
    """Who can commit the coalition by all decisions together; nothing where all vote on everything."""
    found = analysis.committing
    if found is None or not any(not group.everyone for group in analysis.groups):
        return
    everyone = sum(analysis.heads.values())
    if found.fewest:
        who = counted(found.fewest, "member") if found.fewest > 12 else _few(found.fewest)
        yield f"{who} of {in_words(everyone)} can commit {wording.all_of}, by {_on(found.by)}."
    if found.without_a_vote:
        many = len(found.without_a_vote) > 1
        yield f"{wording.named(found.without_a_vote)} {'vote' if many else 'votes'} on nothing."
    elif all(times == found.decisions for times in found.votes_on.values()):
        yield f"Everyone has a vote on all {in_words(found.decisions)} decisions."
    else:
        least = min(found.votes_on.values())
        of_all = f"of the {in_words(found.decisions)} decisions"
        yield f"Every member has a vote on at least {in_words(least)} {of_all}."


def _few(number: int) -> str:
    return f"{in_words(number).capitalize()} {'member' if number == 1 else 'members'}"


def governance(analysis: Analysis, wording: Wording) -> Iterator[str]:
    """The declared governance beside the counted one; nothing where none is declared."""
    found = analysis.governance
    if found is None or not found.declared:
        return
    said = f"Governance is called {found.declared}"
    if found.agrees:
        yield f"{said}, and the count agrees: {_reading(found, wording)}."
    else:
        yield f"{said}; counted, {_reading(found, wording)}."
        if any(finding.path == "governance" for finding in analysis.demanded):
            yield "Agree which of the two you want, and change the word or the rules."


def _reading(found: Governance, wording: Wording) -> str:
    if found.holder:
        return f"{wording.name(found.holder)} has more than half of the power in most decisions"
    return {
        "shared": "every member has a say in every decision",
        "hybrid": "all decide some things, and fewer decide others",
        "centralized": "the same members decide everything",
        "distributed": "different members decide different things",
    }[found.computed]
