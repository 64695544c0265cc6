"""What was proven, in sentences: what fails, with a case that shows it, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from coalcheck.engine.checking.outcomes import in_words
from coalcheck.engine.report.analysis.sentences import words
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from coalcheck.engine.analysis.model import Analysis, Proven, Shown
    from coalcheck.engine.proof.answer import Property
    from coalcheck.engine.report.analysis.sentences import Wording

ASKED: Final[dict[Property, str]] = {
    "can-be-carried": "whether some vote carries it",
    "can-be-turned-down": "whether some vote does not carry it",
    "support-never-hurts": "whether one more yes never stops it",
    "staying-away-never-helps": "whether staying away never helps more than voting no",
    "needs-support": "whether it needs a yes",
    "never-both-ways": "whether a motion and its opposite never both carry",
    "quorum-matters": "whether the quorum decides anything",
    "clause-matters": "whether every part of the rule decides anything",
    "veto-matters": "whether the veto decides anything",
    "override-is-as-hard": "whether setting a veto aside is as hard as the decision itself",
    "changed-no-more-easily": "whether the rule is as hard to change as to use",
    "can-be-repaired": "whether you can always change this charter",
    "no-way-by-admitting": "whether nobody comes to a change by letting in others",
    "no-way-by-removing": "whether nobody comes to a change by removing others",
    "no-way-by-ending": "whether nobody comes to a change by ending it and founding anew",
    "classes-stay-filled": "whether there is always somebody to count after a departure",
    "not-everyone-after-a-departure": "whether no rule comes to mean everyone after a departure",
    "no-standstill": "whether no single member can bring everything to a stop",
    "same-kind-same-outcome": "whether two rules for the same thing come out the same",
    "survives-departures": "whether everything can still be decided after a departure",
    "survives-two-departures": "whether everything can still be decided after two departures",
}
"""What is asked by each property, to stand after ``not known``."""

_DID: Final = (
    ("for", "for"),
    ("against", "against"),
    ("abstain", "abstaining"),
    ("present", "there without a vote"),
)
_MOST: Final = 5


def sentences(analysis: Analysis, wording: Wording, *, every: bool = False) -> Iterator[str]:
    """Say what does not hold, what is not known, and how much holds; a few unless all are asked for."""
    properties = analysis.properties
    if not properties:
        return
    failing = list(_together(analysis))
    shown = failing if every else failing[:_MOST]
    for group in shown:
        yield _failure(group, wording)
    if len(failing) > len(shown):
        yield f"{counted(len(failing) - len(shown), 'more point')}: --all."
    open_: dict[str, list[str]] = {}
    for each in properties:
        if each.answer.status == "unknown":
            about = f"for {join(*map(_quoted, each.about))}, " if each.about else ""
            more = " A larger --budget allows more." if each.costly else ""
            said = f"{visible(each.answer.said)}{more}"
            open_.setdefault(said, []).append(f"{about}{ASKED[each.answer.property]}")
    for said, asked in open_.items():
        yield f"Not known: {'; '.join(asked)}. {said}"
    meant = sum(each.answer.by_design for each in properties)
    holds = sum(each.answer.status == "holds" for each in properties)
    of_all = f"of {counted(len(properties), 'property', 'properties')} that were asked for"
    as_written = (
        f", and {meant} {'is' if meant == 1 else 'are'} otherwise because the charter says so"
        if meant
        else ""
    )
    yield f"{holds:,} {of_all} {'holds' if holds == 1 else 'hold'}{as_written}."


def _together(analysis: Analysis) -> Iterator[list[Proven]]:
    """What fails, decisions with the same failure together."""
    alike: dict[tuple[str, str], list[Proven]] = {}
    for each in analysis.properties:
        answer = each.answer
        if answer.status == "fails" and not answer.by_design:
            alike.setdefault((answer.property, answer.said), []).append(each)
    yield from alike.values()


def _failure(group: list[Proven], wording: Wording) -> str:
    """One failure, whom it is about, and the case that shows it."""
    first = group[0]
    answer = first.answer
    about = dict.fromkeys(visible(each) for proven in group for each in proven.about)
    said = f"{_capital(join(*about))}: {visible(answer.said)}" if about else visible(answer.said)
    touched = f"on {join(*map(words, answer.decisions))}" if answer.decisions else ""
    if answer.members:
        said += f" It is so with {', '.join(filter(None, (wording.named(answer.members), touched)))}."
    elif touched:
        said += f" It is so {touched}."
    if answer.number and answer.property in _ENOUGH:
        said += f" {counted(answer.number, _ENOUGH[answer.property])} can be enough."
    # Two charters may part on one vote: the same case twice says no more than once.
    cases = list(dict.fromkeys(_case(shown, wording) for shown in first.shown[:2]))
    if cases:
        said += f" For example: {'; then '.join(cases)}."
    return said


_ENOUGH: Final[dict[Property, str]] = {"no-way-by-admitting": "new member", "no-way-by-removing": "removal"}


def _quoted(words: str) -> str:
    return f'"{visible(words)}"'


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _case(shown: Shown, wording: Wording) -> str:
    """Ballots in words, and what they come to."""
    by_answer: dict[str, list[str]] = {}
    for member, did in shown.action["ballots"].items():
        for answer, heads in did.items():
            name = wording.plain_name(member)
            whole = wording.heads(member) == heads or member not in wording.members
            by_answer.setdefault(answer, []).append(name if whole else f"{heads:,} of {name}")
    votes = [f"{_few(by_answer[answer])} {did}" for answer, did in _DID if answer in by_answer]
    before = [f"after {wording.named(shown.without, most=3)} left"] if shown.without else []
    if shown.newcomers:
        before.append(f"with {counted(shown.newcomers, 'new member')}")
    where = " ".join((words(shown.decision), *before))
    return f"{where}, {', '.join(votes) or 'nobody there'}: {in_words(shown.outcome)}"


def _few(names: list[str]) -> str:
    return join(*names) if len(names) <= 4 else join(*names[:3], f"{len(names) - 3} more")
