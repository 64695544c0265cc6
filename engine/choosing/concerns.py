"""What asks for a talk before any score does: deal-breakers, red flags, supporters, and what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.choosing import table
from coalcheck.engine.choosing.answer import Point
from coalcheck.engine.choosing.model import RedFlags
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalcheck.engine.choosing.answer import Lead, Reading
    from coalcheck.engine.choosing.model import Assessed, Candidate, Plan, Supporters

SHORTEST_LOOK: Final = 14
"""Days that looking at a partner for a common structure should take at least (N28)."""

RED_FLAGS: Final = {
    "wants_veto_on_messages": (
        "{name} wants to be able to stop what the others say in public.",
        "Ask what the wish protects. It can be met otherwise: all see drafts 48 hours before; a list of "
        "topics on which nobody speaks; each speaks in its own voice at the same time.",
        "S7.veto-abuse",
    ),
    "cannot_give_staff": (
        "{name} can give no staff time.",
        "Talk about it before you go on: what is the smallest task that it can do itself? If there is none, "
        "it can lend its name to a letter now and join later.",
        "D11",
    ),
    "would_drive_supporters_away": (
        "You expect to lose supporters by standing beside {name}.",
        "Ask those supporters before anything is public. If it stays so, work side by side, without a common "
        "name.",
        "N10",
    ),
}
"""What each sign says, what to do about it, and where that comes from."""

SIGNS: Final = {
    "wants_veto_on_messages": "a wish to stop what others say",
    "cannot_give_staff": "no staff time to give",
    "would_drive_supporters_away": "supporters of yours who would leave",
}
"""The same signs in a few words."""

PLAN: Final = {
    "why_it_serves_us": "why this serves your own mission",
    "who_answers": "who answers criticism",
    "said_first": "what you say first",
}
"""The three things that a plan for supporters says."""


def deal_breakers(name: str, ours: Sequence[str], candidate: Candidate) -> Iterator[Point]:
    """Those that are met come before everything else; those nobody has looked at are asked for."""
    answers = candidate.deal_breakers
    for text in ours:
        if answers.get(text):
            says = f'What you could not accept is the case with {name}: "{text}".'
            yield Point("settle", says, "Settle this with it first, or look for another partner.", "N3")
    unasked = [f'"{text}"' for text in ours if text not in answers]
    if unasked:
        says = f"Is what you could not accept the case with {name}: {join(*unasked, last='or')}?"
        do = "Ask it, and write the answer under deal_breakers, in the same words: yes or no."
        yield Point("ask", says, do, "N3")


def red_flags(name: str, flags: RedFlags | None) -> Iterator[Point]:
    """Each sign that is there, with what to do; those nobody has looked at in one question."""
    known = flags or RedFlags()
    for key, (says, do, source) in RED_FLAGS.items():
        if getattr(known, key):
            yield Point("settle", says.format(name=name), do, source)
    unasked = [key for key in RED_FLAGS if getattr(known, key) is None]
    if unasked:
        says = f"Have you thought of this with {name}: {join(*(SIGNS[key] for key in unasked))}?"
        yield Point("ask", says, f"Write yes or no under red_flags: {join(*unasked)}.", "S7.veto-abuse")


def criteria(name: str, readings: Sequence[Reading], lead: Lead) -> Iterator[Point]:
    """What the criteria ask for first, and what is missing in them."""
    if lead.pilot:
        yield Point("settle", f"Trust in {name} is low, so begin with a small pilot.", table.PILOT, "D1")
    if lead.not_structural:
        says = f"You and {name} cannot commit alike."
        do = "Write down what each can give, let the tasks follow from it, and leave out common posts."
        yield Point("settle", says, do, "D1")
    if lead.question:
        yield Point("ask", f"The criteria point to different models. {lead.question}", "", "D1")
    for reading in readings:
        if reading.asked:
            yield Point("ask", f"{reading.about.capitalize()}: {reading.asked}", "", "D1")
    nothing = [each.about for each in readings if each.score is None]
    if nothing:
        yield Point("ask", f"Which score, from 1 to 5, and why: {join(*nothing)}?", "", "D1")


def without_reason(name: str, alone: Sequence[str]) -> Iterator[Point]:
    """Scores that stand alone take no part."""
    if alone:
        these = "this score" if len(alone) == 1 else "these scores"
        says = f"Why {these} for {name}: {join(*alone)}?"
        yield Point("ask", says, "Write because, and a sentence. Until then they take no part.", "D1")


def supporters(name: str, known: Supporters | None) -> Iterator[Point]:
    """The own supporters' reaction, and the plan for it."""
    risk = known.risk if known else None
    if known is None or risk is None:
        says = f"How may your own supporters take it that you stand beside {name}?"
        yield Point("ask", says, "Write the risk under supporters: none, low, some, or high.", "N10")
    elif risk in {"some", "high"}:
        if not known.who_may_object:
            yield Point(
                "ask", f"Who of your supporters may object to {name}?", "Write who_may_object.", "N10"
            )
        yield from _plan(name, known.plan, likely=risk == "high")


def _plan(name: str, plan: Plan | None, *, likely: bool) -> Iterator[Point]:
    if plan is None:
        who = "It is likely that supporters of yours" if likely else "Some of your supporters may"
        do = f"Write a plan: {join(*PLAN.values())}."
        yield Point("settle", f"{who} object to {name}, and no plan is written.", do, "N10")
        return
    open_ = [words for key, words in PLAN.items() if not getattr(plan, key)]
    if plan.in_words and len(open_) == len(PLAN):
        # Whether a sentence says all three is not for a program to tell.
        yield Point("ask", f'Does your plan, "{plan.in_words}", say {join(*open_)}?', "", "N10")
    elif open_:
        yield Point("ask", f"What does your plan for {name} say on {join(*open_)}?", "", "N10")


def looked_at(name: str, assessed: Assessed | None, lead: Lead) -> Iterator[Point]:
    """A common structure asks for two weeks of looking at least."""
    days = assessed.days() if assessed else None
    if days is None:
        return
    if days < 1:
        yield Point(
            "ask",
            f"On which days did you look at {name}? The last day written is before the first.",
            "",
            "N28",
        )
    elif "structural" in lead.models and days < SHORTEST_LOOK:
        says = f"You looked at {name} for {counted(days, 'day')}, and a common structure is possible."
        yield Point(
            "practice", says, "Take two to four weeks, and talk with several people on each side.", "N28"
        )
