"""A decision that changed, and votes that show it, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from coalcheck.engine.checking.outcomes import in_words
from coalcheck.engine.facts.named import as_words, listed
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.decide.verdict import Outcome
    from coalcheck.engine.diff.model import Case, Compared, Difference

_ANSWERS: Final = ("for", "against", "abstaining", "there without voting")
_CROWD: Final = 8
_ROLES: Final = {"passes": "", "otherwise": "failing that: ", "second call": "quorum of a second call: "}


def title(each: Compared) -> str:
    """The decision by its id as words, and what it was called."""
    name = visible(as_words(each.after))
    return name if each.before == each.after else f"{name} (it was called {visible(as_words(each.before))})"


def thresholds(each: Compared) -> str:
    """What it asked for and what it asks for, where that is written otherwise."""
    said = []
    for key in each.was:
        was, now = (" ".join(texts[key].split()) for texts in (each.was, each.now))
        role = _ROLES.get(key, f"{key}: ")
        if not was:
            said.append(f"{role}new: {now}")
        elif now:
            said.append(f"{role}was {was}, is {now}")
        else:
            said.append(f"{role}was {was}, is no longer asked")
    return visible("; ".join(said))


def case(one: Case, difference: Difference) -> str:
    """Votes with which the two charters come to different results."""
    about = ""
    if one.concerned is not None:
        about = f"where it is about {difference.names.get(one.concerned, one.concerned)}, "
    votes = join(*_answers(one, difference)) or "nobody voting"
    said = f"{_start(about)}with {votes}" if about else f"With {votes}"
    if one.now == "adopted":
        return visible(f"{said} it is carried now and was not before{_why(one.was)}.")
    return visible(f"{said} it was carried before and is not now{_why(one.now)}.")


def _start(text: str) -> str:
    return text[:1].upper() + text[1:]


def _why(outcome: Outcome) -> str:
    return "" if outcome == "rejected" else f" ({in_words(outcome)})"


def _answers(one: Case, difference: Difference) -> Iterator[str]:
    """Who gave which answer; a crowd stands last, as the others."""
    rows = {each for each, _, _ in difference.members.resized}
    named: list[list[str]] = [[] for _ in _ANSWERS]
    for member, votes in one.ballots.items():
        name = within(difference.names.get(member, member))
        for place, number in enumerate(votes):
            if number:
                whole = sum(votes) == 1 and member not in rows
                named[place].append(name if whole else f"{number:,} of {name}")
    crowd = max(range(len(named)), key=lambda place: len(named[place]))
    crowded = len(named[crowd]) > _CROWD
    for place, members in enumerate(named):
        if members and not (crowded and place == crowd):
            yield f"{listed(members) if len(members) > _CROWD else join(*members)} {_ANSWERS[place]}"
    if crowded:
        others = "other " if any(members for place, members in enumerate(named) if place != crowd) else ""
        yield f"{len(named[crowd]):,} {others}members {_ANSWERS[crowd]}"


def within(name: str) -> str:
    """A name as it stands within a sentence: its own article is small there."""
    return f"the {name[4:]}" if name.startswith("The ") else name
