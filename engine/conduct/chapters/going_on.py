"""A renewal that was decided, and whether the record has the answers it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.conduct.clause import about, told
from coalcheck.engine.conduct.words import quoted
from coalcheck.engine.facts.fact import Property
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import texts

if TYPE_CHECKING:
    from coalcheck.engine.conduct.act import Act
    from coalcheck.engine.history.record import Entry

MATTERS: Final[Mapping[str, str]] = {
    "renewed-unanswered": "It was decided to go on, and no answers to the questions before it are on record.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = texts(
    renewal_asks="What the charter asks before a renewal, in quotation marks; else what is asked.",
)
"""What its matters tell."""

_ASKED: Final = (
    "whether the purpose, the members and the rules are still right, and how you are with one another"
)


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act; only a record shows what was answered before."""
    verdict = act.verdict
    if verdict is None or act.past is None or act.kinds != ("renew",) or verdict.outcome != "adopted":
        return
    last = _last([*act.past.acts("renew")])
    for review in act.past.events("review"):
        looked = review.action.review
        since = last is None or (
            review.first is not None and last.first is not None and review.first > last.first
        )
        if since and looked is not None and looked.of == "renewal" and looked.answers:
            return
    renewal = act.charter.renewal
    asks = renewal.asks if renewal is not None else ()
    at = about(f"before a renewal is asked: {quoted(asks)}", "renewal", "asks") if asks else None
    values = {"renewal_asks": quoted(asks) if asks else _ASKED}
    yield told(act, "renewed-unanswered", ("action",), values, at)


def _last(renewals: list[Entry]) -> Entry | None:
    return next((each for each in reversed(renewals) if each.carried), None)
