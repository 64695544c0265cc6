"""Who may read what: open by default, and what stays with some of the members."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.named import as_words, listed
from coalcheck.engine.facts.pasting import flow, items_of, with_more
from coalcheck.engine.facts.properties import flags, texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.readers import left_out_of
from coalcheck.engine.facts.written import is_said, is_written, node_at, says
from coalcheck.engine.source.node import Document, Node, Route
from coalcheck.engine.source.node import Mapping as Keys
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Tier

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        tiers_unsettled="What is closed and lacks readers, a reason or an end: each with what it lacks.",
        tier_lines="All tiers, with what these lack, as lines to write.",
        sensitive_without_tier="Kinds of sensitive matter of which nothing says who may read them.",
        sensitive_lines="All tiers with one more for these, as lines to write.",
        sums_up="Who could sum up for the others: the coordinator where there is one.",
        closed_words="Words of what holds by default for information that may mean that it is closed.",
    ),
    **flags(
        has_default_open="Where there is something on information: what holds by default is written.",
        has_summaries="Where there is something on information: who sums up is written.",
    ),
}
"""What this chapter knows of a charter."""

_SENSITIVE: Final = {
    "legal advice": frozenset(
        "legal law lawyer lawyers attorney attorneys counsel litigation court courts advice".split()
    ),
    "staff matters": frozenset(
        "staff staffing personnel employee employees salary salaries wage wages applicants".split()
    ),
    "negotiation lines": frozenset(
        "negotiation negotiations negotiating negotiate bargaining talks offers bids".split()
    ),
    "personal data": frozenset(
        """
        personal privacy private patient patients client clients tenant tenants testimony testimonies family
        families health medical donor donors supporter supporters address addresses contacts names guests
        witness witnesses pupils students customer customers visitors case cases
        """.split()
    ),
}
"""What most alliances cannot leave open to everyone, and the words by which a list speaks of it."""

_CLOSED: Final = frozenset("closed confidential secret restricted private need nothing".split())
_OPENED: Final = frozenset("no not open all everyone every everybody public unless except shared".split())
_OPEN_IDS: Final = frozenset({"open", "public", "all"})

_LACKING: Final = {"read_by": "no readers", "because": "no reason", "until": "no end"}
_USUAL: Final = {
    "read_by": "the contacts of the members concerned",
    "because": "the privacy of those concerned",
    "until": "the matter is closed",
}


def values(charter: Charter, document: Document) -> dict[str, Value]:
    """The properties of one charter; what does not apply is absent."""
    information = charter.information
    if information is None or not isinstance(node_at(document, ("information",)), Keys):
        return {}
    found: dict[str, Value] = {
        "has_default_open": is_said(document, "information", "default"),
        "has_summaries": is_said(document, "information", "summaries"),
        "sums_up": "coordinator" if charter.coordinator is not None else "each member in turn",
    }
    words = words_of(information.default)
    closed = [word for word in words if word in _CLOSED]
    if closed and _OPENED.isdisjoint(words):
        found["closed_words"] = " ".join(closed)
    nodes = items_of(node_at(document, ("information", "tiers")))
    if len(nodes) == len(information.tiers) and not is_written(document, "information", "in_words"):
        found |= _tiers(charter, information.tiers, nodes)
    return found


def places(charter: Charter) -> dict[str, Route]:  # noqa: ARG001 - every chapter has the same door
    """Where the parts stand that a policy points at without knowing their ids."""
    return {}


def _tiers(charter: Charter, tiers: tuple[Tier, ...], nodes: list[Node]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    lacking = [_lacks(charter, tier, node) for tier, node in zip(tiers, nodes, strict=True)]
    words = [
        f"{_name(tier, position)} ({join(*(_LACKING[key] for key in lacks))})"
        for position, (tier, lacks) in enumerate(zip(tiers, lacking, strict=True))
        if lacks
    ]
    if words:
        lines = [
            with_more(node, {key: _USUAL[key] for key in lacks})
            for node, lacks in zip(nodes, lacking, strict=True)
        ]
        found["tiers_unsettled"] = listed(words)
        found["tier_lines"] = _list(lines)
    held = {word for tier in tiers for text in (*tier.holds, tier.id) for word in words_of(text)}
    missing = [kind for kind, known in _SENSITIVE.items() if held.isdisjoint(known)]
    if missing:
        taken = {tier.id for tier in tiers}
        name = next(
            each for each in ("restricted", "sensitive", "closed", "kept-closed") if each not in taken
        )
        usual = ", ".join(f"{key}: {text}" for key, text in _USUAL.items())
        found["sensitive_without_tier"] = join(*missing, last="or")
        found["sensitive_lines"] = _list(
            [f"- {flow(node)}" for node in nodes]
            + [f"- {{id: {name}, holds: [{', '.join(missing)}], {usual}}}"]
        )
    return found


def _lacks(charter: Charter, tier: Tier, node: Node) -> tuple[str, ...]:
    """What is not written of a tier that not all members can read."""
    if not isinstance(node, Keys) or (tier.id or "").lower() in _OPEN_IDS:
        return ()
    if tier.read_by and left_out_of(charter, tier.read_by) == ():
        return ()
    return tuple(key for key in _USUAL if (entry := node.entries.get(key)) is None or not says(entry.value))


def _name(tier: Tier, position: int) -> str:
    return as_words(tier.id) if tier.id else f"tier {position + 1}"


def _list(lines: list[str]) -> str:
    return "\n".join(["tiers:", *(f"  {line}" for line in lines)])
