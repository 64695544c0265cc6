"""What an explanation of a decision must say of the views that came in, and does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.conduct.clause import about, told
from coalcheck.engine.conduct.words import quoted
from coalcheck.engine.facts.fact import Property
from coalcheck.engine.facts.likeness import stems_of
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import texts

if TYPE_CHECKING:
    from coalcheck.engine.conduct.act import Act

MATTERS: Final[Mapping[str, str]] = {
    "explained-in-part": "The explanation says nothing of the views that came in, and it must.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = texts(
    unexplained_points="What the explanation must say of views and does not, in quotation marks.",
)
"""What its matters tell."""

_VIEWS: Final = frozenset({"input", "view", "comment", "objection", "answer"})
"""Stems of what an explanation may call the views that came in."""


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act; of an explanation whose content is not on record nothing is said."""
    explained, verdict = act.action.explained, act.verdict
    decision = act.charter.decisions.get(verdict.decision) if verdict is not None else None
    body = act.charter.bodies.get(decision.body or "") if decision is not None else None
    owed = body.explains if body is not None else None
    if explained is None or not explained.says or owed is None or decision is None:
        return
    if not _VIEWS.isdisjoint(stems_of(*explained.says)):
        return
    missing = [text for text in owed.says if not _VIEWS.isdisjoint(stems_of(text))]
    if missing:
        route = ("bodies", decision.body or "", "explains", "says")
        values = {"unexplained_points": quoted(missing)}
        at = about(f"the explanation holds {quoted(owed.says)}", *route)
        yield told(act, "explained-in-part", ("explained", "says"), values, at)
