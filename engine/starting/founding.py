"""What is asked of those who begin a charter, and their answers as they will stand in it.

Nothing is invented: what was not answered is left open in the file, where everybody sees it. Days and sums of
money in particular come from the answers or not at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple, TypeAlias, cast, get_args

from coalcheck.engine.charter.missing import respelt
from coalcheck.engine.charter.names import KEYWORDS
from coalcheck.engine.charter.quantity import money_of
from coalcheck.engine.charter.reference import PREDEFINED_GROUPS
from coalcheck.engine.starting.question import NotClear, Question

Model: TypeAlias = Literal["opportunistic", "values-bridge", "structural"]
Governance: TypeAlias = Literal["distributed", "centralized", "hybrid"]
MODELS: Final[tuple[Model, ...]] = get_args(Model)
GOVERNANCES: Final[tuple[Governance, ...]] = get_args(Governance)

FEWEST: Final = 2
"""So many members a coalition has at least; one that was not named is left open."""
OPEN: Final = "to be agreed"
"""Stands where a text must stand and nothing was answered."""

_NONE: Final = frozenset({"none", "nothing", "nobody", "no", "-"})
_LONGEST_ID: Final = 24
_NUMBERS: Final = ("first", "second")
_TAKEN: Final = KEYWORDS | set(PREDEFINED_GROUPS) | {"all", "everyone", "nobody", "steering", "coalition"}

QUESTIONS: Final = (
    Question("name", "What is it called?", "such as Clean Air and Fair Work"),
    Question("purpose", "What will be different when you have done it?", "one sentence, best with a day"),
    Question("model", "How close is the tie?",
             "opportunistic: one win by a day; values-bridge: one shared value; structural: a common fund"),
    Question("governance", "Who decides?",
             "distributed: all of you; centralized: a small body; hybrid: some of both"),
    Question("members", "Who takes part?", "with semicolons, such as Breathe Easy; Dock Workers"),
    Question("starts", "From which day?", "such as 2026-04-01"),
    Question("ends", "Until which day?", "such as 2026-10-31; empty where it is to last"),
    Question("inside", "What is it about?", "in a few words, such as air quality along the rail line"),
    Question("outside", "What do you leave out?", "in a few words, such as candidates and parties"),
    Question("money", "How much money may be spent in all?", "such as 6000 EUR; or none"),
)  # fmt: skip
"""What is asked, in order."""


class Partner(NamedTuple):
    """One member to be: its short name, and its name; empty where it was left open."""

    id: str
    name: str


class Founding(NamedTuple):
    """The answers.

    Attributes:
        name: what it is called; empty where that is open, as with all texts below.
        purpose: what it is for.
        model: how close the tie is; the loosest unless said.
        governance: who decides; all members unless said.
        members: who takes part, two at least.
        starts: its first day.
        ends: its last day.
        inside: what it is about.
        outside: what is left out.
        money: what may be spent in all; ``none`` where there is no joint money.
        assumed: of model and governance those that nobody chose.
    """

    name: str
    purpose: str
    model: Model
    governance: Governance
    members: tuple[Partner, ...]
    starts: date | None
    ends: date | None
    inside: str
    outside: str
    money: str
    assumed: frozenset[str] = frozenset()


def founding(answers: Mapping[str, str], members: Sequence[str] = ()) -> Founding:
    """The answers, each understood.

    Args:
        answers: by the keys of the questions; what is missing or empty is left open.
        members: the names of members, where they are known one by one.

    Raises:
        NotClear: one of them cannot be taken as it stands.
    """
    said = {question.key: checked(question.key, answers.get(question.key, "")) for question in QUESTIONS}
    named = [*members, *said["members"].split(";")]
    starts, ends = (_day(said[key]) for key in ("starts", "ends"))
    if starts is not None and ends is not None and ends < starts:
        msg = f"It would end on {ends.isoformat()}, before it begins on {starts.isoformat()}."
        raise NotClear(msg)
    return Founding(
        name=said["name"],
        purpose=said["purpose"],
        model=cast("Model", said["model"] or MODELS[0]),
        governance=cast("Governance", said["governance"] or GOVERNANCES[0]),
        members=_partners([name for each in named if (name := checked("members", each))]),
        starts=starts,
        ends=ends,
        inside=said["inside"],
        outside=said["outside"],
        money="none" if said["money"].lower() in _NONE else said["money"],
        assumed=frozenset(key for key in ("model", "governance") if not said[key]),
    )


def checked(key: str, answer: str) -> str:
    """One answer on one line, if it can be taken.

    Raises:
        NotClear: it cannot, with what to write instead.
    """
    text = " ".join("".join(each for each in answer if each.isprintable() or each.isspace()).split())
    if not text:
        return ""
    if key in ("starts", "ends"):
        _day(text)
    if key == "money" and text.lower() not in _NONE and money_of(text) is None:
        msg = f"{text} is no sum; write it like 6000 EUR, or none."
        raise NotClear(msg)
    choices: tuple[str, ...] = {"model": MODELS, "governance": GOVERNANCES}.get(key, ())
    if choices and text.lower() not in choices:
        msg = f"{text} is none of them; write {', '.join(choices[:-1])} or {choices[-1]}."
        raise NotClear(msg)
    return text.lower() if choices else text


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        msg = f"{text} is no day; write it like 2026-05-12."
        raise NotClear(msg) from None


def _partners(names: Sequence[str]) -> tuple[Partner, ...]:
    """Members with short names of their own, made of their names; those that are missing are left open."""
    found: list[Partner] = []
    taken = set(_TAKEN)
    for name in names:
        short = _short(name)
        free = next(
            each
            for n in range(1, len(names) + 2)
            if (each := short if n == 1 else f"{short}-{n}") not in taken
        )
        taken.add(free)
        found.append(Partner(free, name))
    while len(found) < FEWEST:
        found.append(Partner(f"{_NUMBERS[len(found)]}-member", ""))
    return tuple(found)


def _short(name: str) -> str:
    """A short name: the first words of a name, in plain letters."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    short = ""
    for word in re.split(r"-+", respelt(plain)):
        if short and len(short) + len(word) >= _LONGEST_ID:
            break
        short = f"{short}-{word}" if short else word[:_LONGEST_ID]
    # A short name is no number, and no word of the rules.
    if short[:1].isalpha() and short not in _TAKEN:
        return short
    return f"partner-{short}" if short else "partner"
