"""Knowledge credits that are turned into something, held against those received before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.conduct.clause import clause, told
from coalcheck.engine.facts.fact import Property
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.conduct.act import Act

MATTERS: Final[Mapping[str, str]] = {
    "credits-overdrawn": "More knowledge credits are turned into something than the record has given.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = numbers(
    credits_left="Credits that the record has for that member before, those used already taken off.",
    credits_used="Credits that are used now.",
)
"""What its matters tell."""


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act; without a record nobody knows how many there are."""
    credit = act.action.credit
    if act.action.happened != "credit" or credit is None or credit.redeemed_by is None or act.past is None:
        return
    left = 0
    for entry in act.past.events("credit"):
        earlier = entry.action.credit
        if earlier is None:
            continue
        number = earlier.number or 1
        left += number * (earlier.given_to == credit.redeemed_by)
        left -= number * (earlier.redeemed_by == credit.redeemed_by)
    used = credit.number or 1
    if used > left:
        knowledge = act.charter.knowledge
        terms = knowledge.redeem_for if knowledge is not None else ()
        at = clause(join(*terms), "knowledge", "redeem_for") if terms else None
        values = {"credits_left": max(left, 0), "credits_used": used}
        route = ("credit", "number") if credit.number else ("credit",)
        yield told(act, "credits-overdrawn", route, values, at)
