"""What a body may decide, held against what the decisions give it and what the money rules let it spend."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from coalcheck.engine.charter.quantity import period_of
from coalcheck.engine.facts.answering import too_short
from coalcheck.engine.facts.fact import Value
from coalcheck.engine.facts.kinds import in_words
from coalcheck.engine.facts.named import as_words, listed
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.time import minutes
from coalcheck.engine.source.node import Document, Route

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Body, Charter
    from coalcheck.engine.charter.quantity import Money

_PERIOD: Final = re.compile(
    r"(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r" ((?:clear |working )?(?:minute|hour|day|week|month)s?)\b"
)
_HEARD: Final = frozenset(
    """
    input inputs comment comments view views heard opinion opinions feedback objection objections concern
    concerns voice voices suggestion suggestions response responses reply replies said asked
    """.split()
)
"""Words by which an explanation says what members had put in."""


def authority_values(charter: Charter, key: str, body: Body) -> tuple[dict[str, Value], dict[str, Route]]:
    """What the limits of a body forbid although a decision or the money rules give it to this body."""
    values: dict[str, Value] = {}
    places: dict[str, Route] = {}
    limits = body.limits
    if limits is None:
        return values, places
    for name, decision in charter.decisions.items():
        if decision.body != key:
            continue
        barred = [
            kind
            for kind in dict.fromkeys(decision.covers)
            if kind in limits.never or (limits.covers and kind not in limits.covers)
        ]
        if barred:
            values |= {"barred_kinds": listed(map(in_words, barred)), "barred_by": as_words(name)}
            places["barred"] = ("decisions", name, "covers")
            break
    if limits.spend is not None:
        _spending(charter, key, limits.spend, values, places)
    return values, places


def _spending(
    charter: Charter, key: str, limit: Money, values: dict[str, Value], places: dict[str, Route]
) -> None:
    """Whether money rules let the body spend more by one decision than its limit says."""
    for number, rule in enumerate(charter.fund.spending if charter.fund is not None else ()):
        if rule.by == key and _more(rule.up_to, limit):
            values |= {
                "spends": str(rule.up_to),
                "spend_limit": str(limit),
                "spends_by": "the rules of the fund",
            }
            places["spends"] = ("fund", "spending", number, "up_to")
            return
    money = charter.scope.money if charter.scope is not None else None
    if money is None:
        return
    for name, most in (("one_decision", money.one_decision), ("in_all", money.in_all)):
        if _more(limit, most):
            values |= {"spends": str(limit), "spend_limit": str(most), "spends_by": "the limits of the body"}
            places["spends"] = ("scope", "money", name)
            return


def _more(one: Money | None, two: Money | None) -> bool:
    """Whether one sum is more than another in the same currency and for the same time."""
    if one is None or two is None or (one.currency, one.per) != (two.currency, two.per):
        return False
    return one.amount > two.amount


def hearing_values(charter: Charter, body: Body, ids: frozenset[str]) -> dict[str, Value]:
    """How those outside the body are heard before it decides, and told after: what is left open."""
    values: dict[str, Value] = {}
    put_in, explains = body.input, body.explains
    if put_in is not None and put_in.in_words is None:
        lacks = [
            words
            for said, words in ((put_in.how, "by what route"), (put_in.at_least, "until when"))
            if said is None
        ]
        if lacks:
            values["input_lacks"] = " and ".join(lacks)
        others = [member.id for member in charter.members if member.id not in ids]
        for text in (put_in.at_least, put_in.urgent):
            found = _PERIOD.search(text.lower()) if text else None
            period = period_of(f"{found[1]} {found[2]}") if found is not None else None
            if period is None:
                continue
            late = too_short(charter, others, minutes(period))
            if late["window_too_short"]:
                values |= {f"input_{name}": late[name] for name in ("slowest", "slowest_needs")}
                values["input_time"] = str(period)
                break
    if explains is not None and explains.in_words is None:
        values["explains_to_nobody"] = not explains.to
        heard = any(_HEARD & set(words_of(text)) for text in explains.says)
        values["explains_input"] = heard
        if explains.says and not heard:
            values["explains_says"] = listed(explains.says)
    return values


def is_named(document: Document, key: str) -> bool:
    """Whether the file speaks of a body anywhere but where it is described."""
    word = re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])", re.IGNORECASE)
    lines = [line.partition(" #")[0] for line in document.lines]
    spoken = sum(len(word.findall(line)) for line in lines)
    spaced = as_words(key)
    if spaced != key:
        words = re.compile(rf"(?<![\w-]){re.escape(spaced)}(?![\w-])", re.IGNORECASE)
        spoken += sum(len(words.findall(line)) for line in lines)
    return spoken > 1
