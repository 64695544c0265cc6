"""What is said where an act is not within what was agreed: why, by what words, and three ways on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck.engine.report.verdict.count import Row
from coalcheck.engine.report.verdict.line import line, sentence
from coalcheck.engine.report.verdict.ways_on import ways_on
from coalcheck.engine.wording.day import in_words as day_in_words
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import in_words as number

if TYPE_CHECKING:
    from coalcheck.engine.checking.checked import Checked, Place
    from coalcheck.engine.decide.verdict import Verdict
    from coalcheck.engine.mission.standing import Meets, Question, Reason, Standing
    from coalcheck.engine.source.node import Route

FIRST: Final = "decide on scope first"
OUTSIDE: Final = "outside what you agreed"
NOT_A_FAULT: Final = "To propose something new is not a fault."

_LABELS: Final[dict[Meets, str]] = {
    "inside": "Inside",
    "outside": "Outside",
    "set aside": "Set aside",
    "means": "Means",
    "place": "Places",
    "term": "Term",
    "money": "Money",
    "goal": "Goal",
    "permanence": "Term",
}
"""What each part of the scope is called at the left."""

_KEYS: Final[dict[str, str]] = {
    "with": "takes part",
    "benefits": "gains",
    "places": "place",
    "conditions": "asked in return",
    "topics": "matter",
    "uses": "uses",
    "income": "money from",
}
"""What stands under a key of an action, where its own name would not be read as a word."""

_OPEN: Final[dict[Question, str]] = {
    "about": "what it is about",
    "in_name_of": "in whose name it is done",
    "benefits": "who else gains",
    "uses": "what of yours is used",
    "until": "until when it goes on",
    "conditions": "what is asked in return",
}
_OUTCOMES_OF_WILL: Final = frozenset({"adopted", "pending"})


class OnScope(Struct, frozen=True):
    """What a page says of the scope where the answer is not in.

    Attributes:
        said: why, in sentences that make one paragraph.
        charter: what the charter has of it, a row each.
        act: what the act has of it: what it stands under, and its words.
        ways: the three ways on: what to do, and how.
        points: the findings that say the same, as names and codes.
        first: whether it stands before everything else: where it is the answer.
    """

    said: str
    charter: tuple[Row, ...]
    act: tuple[tuple[str, str], ...]
    ways: tuple[tuple[str, str], ...]
    points: tuple[str, ...]
    first: bool


def asks(verdict: Verdict | None) -> Standing | None:
    """The standing of an act of which there is something to say here; None where it is in, or was not judged.

    A limit of money is a clause of every decision, and is told as such.
    """
    standing = verdict.scope if verdict is not None else None
    if standing is None or all(each.why == "money" for each in standing.against):
        return None
    return standing


def heading(checked: Checked, verdict: Verdict) -> str:
    """The answer in the first line; empty where the verdict's own outcome says more."""
    standing = asks(verdict)
    if standing is None:
        return ""
    if standing.answer == "out":
        only_scope = [each.part for each in verdict.clauses if each.cure] == ["scope"]
        return OUTSIDE if verdict.outcome == "unauthorised" and only_scope else ""
    if verdict.outcome not in _OUTCOMES_OF_WILL:
        return ""
    return "carried, and you have not agreed on this yet" if checked.asked.done else FIRST


def summed_up(checked: Checked, verdict: Verdict) -> str:
    """The same where several are counted: so many to decide on scope first."""
    said = heading(checked, verdict)
    return f"to {FIRST}" if said == FIRST else said


def on_scope(checked: Checked, verdict: Verdict) -> OnScope | None:
    """Everything that a page says of the scope; None where the answer is in."""
    standing = asks(verdict)
    if standing is None:
        return None
    return OnScope(
        " ".join((*map(sentence, _reasons(standing)), *_of_the_votes(verdict, standing))),
        tuple(_charter(checked, standing)),
        tuple(_act(standing)),
        tuple(ways_on(checked, standing)),
        points(checked, verdict),
        bool(heading(checked, verdict)),
    )


def points(checked: Checked, verdict: Verdict) -> tuple[str, ...]:
    """The findings on scope, as names and codes: all of the family S that an action has."""
    if asks(verdict) is None:
        return ()
    found = (f"{each.name}, {each.code}" for each in checked.result.findings if each.code.startswith("S"))
    return tuple(dict.fromkeys(found))


def rows(checked: Checked, verdict: Verdict) -> Iterator[Row]:
    """What is said in a row each where it is in, and what it leaves open."""
    standing = verdict.scope
    if standing is None or standing.own_name:
        return
    named = [each for each in standing.reasons if each.why == "topic"]
    for each in named if asks(verdict) is None else ():
        yield Row("Scope", f'named as part of "{line(each.charter)}"', _place(each.route, checked))
    if standing.answer == "in":
        if not named:
            for each in standing.reasons:
                words = join(*(f'"{line(word)}"' for word in each.words))
                yield Row("Scope", f'has {words} of "{line(each.charter)}"', _place(each.route, checked))
        if not standing.reasons and checked.ground.has_scope:
            yield Row("Scope", "nothing in it stands against what you agreed")
    open_ = [_OPEN[each] for each in standing.left_open]
    if open_:
        yield Row("Scope", f"judged on what it says; it leaves open {join(*open_)}")
    for note in standing.notes:
        yield Row("Scope", line(note))


def _reasons(standing: Standing) -> Iterator[str]:
    """Why it is not in, each reason once; beside facts, the words that only ask are left to the rows."""
    told = (each for each in standing.against if each.answer == standing.answer and each.why != "money")
    yield from dict.fromkeys(each.said for each in told)


def _of_the_votes(verdict: Verdict, standing: Standing) -> Iterator[str]:
    """That order is the matter and not will, where the same votes would carry the decision on the scope."""
    widen = standing.widen
    if widen is None or widen.outcome != "adopted" or verdict.decision in ("", widen.decision):
        return
    heads = [(each.votes.get("for", 0), each.heads) for each in verdict.members if each.eligible]
    everyone = bool(heads) and all(favour == count for favour, count in heads)
    count = sum(count for _, count in heads)
    who = f"All {number(count)} of you said yes" if everyone and count > 2 else (
        "Both of you said yes" if everyone and count == 2 else "There are votes enough for it"
    )  # fmt: skip
    yield (
        f"{who}, so this is about order, not about will: it was put as {line(verdict.decision)}, and that "
        "cannot widen what you agreed."
    )


def _charter(checked: Checked, standing: Standing) -> Iterator[Row]:
    for each in standing.listed:
        untouched = "" if each.touched or each.meets == "inside" else " (not touched)"
        yield Row(_LABELS[each.meets], f'"{line(each.about)}"{untouched}', _place(each.route, checked))
    listed = {each.route for each in standing.listed}
    seen: set[tuple[Route | None, str]] = set()
    for reason in standing.against:
        if (
            reason.route in listed
            or reason.meets not in _LABELS
            or not reason.charter
            or reason.meets == "inside"
        ):
            continue
        if (reason.route, reason.charter) not in seen:
            seen.add((reason.route, reason.charter))
            yield Row(_LABELS[reason.meets], _in_words(reason.charter), _place(reason.route, checked))
    if any(each.why == "unlisted" for each in standing.against):
        yield Row("", "Neither list has what this is about, so the charter does not say.")


def _in_words(text: str) -> str:
    """The words of the charter in quotation marks; a day as a letter would write it."""
    try:
        return day_in_words(date.fromisoformat(text))
    except ValueError:
        return f'"{line(text)}"'


def _act(standing: Standing) -> Iterator[tuple[str, str]]:
    seen: set[tuple[str, str]] = set()
    for reason in standing.against:
        said = _quoted(reason)
        if not said:
            continue
        name = str(reason.key[0]) if reason.key else ""
        row = (_KEYS.get(name, name), said)
        if row not in seen:
            seen.add(row)
            yield row


def _quoted(reason: Reason) -> str:
    """The words of the act; of a sentence of its text, in quotation marks, with the words that tell."""
    if not reason.sentence:
        return ""
    words = [line(each) for each in reason.words]
    told = (
        f" ({join(*words)})" if words and reason.why not in ("unlisted", "in-passing", "permanence") else ""
    )
    return f'"{line(reason.sentence)}"{told}'


def _place(route: Route | None, checked: Checked) -> Place | None:
    return checked.ground.places.get(route) if route is not None else None
