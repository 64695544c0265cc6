"""How the coalition looks after itself: its pillars, what success is, and whether it shares anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.chapters.renewing import speaks_of_relations
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.properties import flags, texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.written import is_answered, is_said, node_at
from coalcheck.engine.source.node import Document, Route, Sequence
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        pillars_missing="Which of the pillars of a lasting alliance no line of the charter stands for.",
        pillar_lines="The keys that would do for each of them, in words.",
        success_dimensions="The dimensions in which success is not measured, where some are listed.",
        success_lines="The whole list of dimensions, as a line to write.",
    ),
    **flags(
        success_in_numbers="Every success that is written is a number, and no other dimension is listed.",
        has_share_anew="It is written when, or in which review, what each gives and gets is looked at again.",
    ),
}
"""What this chapter knows of a charter."""

_DIMENSIONS: Final = ("strategic", "operational", "relational", "innovative")
_PILLARS: Final = {
    "strategic": ("goals and values that you share", '"success:" for each member, or "agreement_floor:"'),
    "operational": (
        "ways of working that fit together",
        '"how_we_work:" for each member, or "communication:"',
    ),
    "relational": (
        "ties that outlast a quarrel or a leader",
        '"conflict:", or two contacts for each member',
    ),
}
"""What each pillar is, and the keys that stand for it."""
_COUNTED: Final = frozenset(
    """
    half halves third thirds quarter quarters fifth fifths sixth tenth tenths dozen hundred thousand million
    two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty
    ninety double doubled twice triple tripled percent
    """.split()
)


def values(charter: Charter, document: Document) -> dict[str, Value]:
    """The properties of one charter; what does not apply is absent."""
    found: dict[str, Value] = {
        "has_share_anew": is_said(document, "value", "rebalance_when", "review")
        or is_said(document, "leaving", "rebalancing")
        or is_said(document, "joining", "rebalancing")
    }
    return found | _pillars(charter, document) | _success(charter, document)


def places(charter: Charter) -> dict[str, Route]:  # noqa: ARG001, every chapter is asked alike
    """Where the parts stand that a policy points at without knowing their ids."""
    return {}


def _pillars(charter: Charter, document: Document) -> dict[str, Value]:
    stand = {"strategic": _is_strategic(charter, document), "relational": _is_relational(charter, document)}
    if charter.model != "values-bridge":
        stand["operational"] = _is_operational(charter, document)
    missing = [words for pillar, words in _PILLARS.items() if stand.get(pillar) is False]
    if not missing:
        return {}
    return {
        "pillars_missing": join(*(pillar for pillar, _ in missing), last="or"),
        "pillar_lines": "; ".join(keys for _, keys in missing),
    }


def _is_strategic(charter: Charter, document: Document) -> bool:
    return (
        is_answered(document, "agreement_floor")
        or is_answered(document, "bridge")
        or _some_member_has(charter, document, "success")
    )


def _is_operational(charter: Charter, document: Document) -> bool:
    return (
        is_answered(document, "communication")
        or is_answered(document, "integration")
        or _some_member_has(charter, document, "how_we_work")
    )


def _is_relational(charter: Charter, document: Document) -> bool:
    if is_answered(document, "conflict"):
        return True
    for row in range(len(charter.members)):
        contacts = node_at(document, ("members", row, "contacts"))
        if isinstance(contacts, Sequence) and len(contacts.items) > 1:
            return True
    return charter.renewal is not None and any(map(speaks_of_relations, charter.renewal.asks))


def _some_member_has(charter: Charter, document: Document, key: str) -> bool:
    return any(is_answered(document, "members", row, key) for row in range(len(charter.members)))


def _success(charter: Charter, document: Document) -> dict[str, Value]:
    measured = charter.value.success_in if charter.value is not None else ()
    missing = [dimension for dimension in _DIMENSIONS if dimension not in measured]
    if measured and missing:
        return {
            "success_dimensions": join(*missing, last="or"),
            "success_lines": f"success_in: [{', '.join(_DIMENSIONS)}]",
            "success_in_numbers": False,
        }
    if measured or is_said(document, "value", "success_in"):
        return {"success_in_numbers": False}
    written = [member.success for member in charter.members if member.success]
    return {"success_in_numbers": bool(written) and all(map(_is_a_number, written))}


def _is_a_number(text: str) -> bool:
    return any(map(str.isdigit, text)) or bool(_COUNTED & set(words_of(text)))
