"""Where decisions are taken: what the charter declares, held against who decides what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.kinds import in_words
from coalcheck.engine.facts.named import as_words, listed, member_name
from coalcheck.engine.facts.properties import flags, numbers, texts
from coalcheck.engine.facts.written import is_written
from coalcheck.engine.roll.electorate import members_of
from coalcheck.engine.source.node import Document, Route

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        one_decides="The body or member that takes every decision, where governance is distributed.",
        own_kinds_uncovered="Kinds of its own that no decision covers.",
        own_kinds_ids="The same kinds by their ids, for a covers list.",
        agenda_of_one="The one member that may propose, or that sets the agenda.",
        agenda_does="What that member does alone: may put something on the agenda, sets the agenda.",
        rows_of_many="The rows of members of which each stands for several votes: their names.",
        rushed_by="What is near in a distributed coalition: the event, the end.",
    ),
    **numbers(rushed_days="Days from the start to that day."),
    **flags(
        all_decide_all="Governance is centralized, and all members take every decision.",
        one_layer="Governance is hybrid, and the same members take every decision.",
        has_minority_right="Where there is an agenda: how a minority is heard is written.",
    ),
}
"""What this chapter knows of a charter."""

SOON: Final = 31
"""Within so many days there is no time to ask everyone everything."""


def values(charter: Charter, document: Document) -> dict[str, Value]:
    """The properties of one charter; what does not apply is absent."""
    found: dict[str, Value] = {}
    if charter.governance is not None:
        found |= _declared(charter)
    if charter.kinds:
        covered = {kind for decision in charter.decisions.values() for kind in decision.covers}
        missing = [kind for kind in dict.fromkeys(charter.kinds) if kind not in covered]
        if missing and not _unread(charter, document):
            found["own_kinds_uncovered"] = listed(map(in_words, missing))
            found["own_kinds_ids"] = ", ".join(missing)
    if charter.agenda is not None:
        found |= _agenda(charter, document)
    many = [member for member in charter.members if (member.count or 1) > 1]
    if len(many) > 1 and not any(body.caps for body in charter.bodies.values()):
        found["rows_of_many"] = listed(f"{member_name(member)} ({member.count})" for member in many)
    return found


def places(charter: Charter) -> dict[str, Route]:
    """Where the parts stand that a policy points at without knowing their ids."""
    # The largest, and of two alike the first by name: the order of the rows says nothing.
    rows = [(-(each.count or 1), each.id, row) for row, each in enumerate(charter.members)]
    count, _, row = min(rows, default=(0, "", 0))
    return {"row_of_many": ("members", row, "count")} if count < -1 else {}


def _unread(charter: Charter, document: Document) -> bool:
    """Whether what some decision covers is written and could not be understood."""
    return any(
        is_written(document, "decisions", key, "covers") and not decision.covers
        for key, decision in charter.decisions.items()
    )


def _declared(charter: Charter) -> dict[str, Value]:
    """The declared governance against who decides what."""
    found: dict[str, Value] = {}
    everyone = frozenset(member.id for member in charter.members)
    bodies = {decision.body for decision in charter.decisions.values()}
    layers = {members_of(charter, charter.bodies.get(body or "")) for body in bodies}
    if not layers or len(everyone) < 2:
        return found
    match charter.governance:
        case "centralized":
            # A manager who may spend decides too; a body without a decision may decide by other words.
            spends = charter.fund is not None and bool(charter.fund.spending)
            found["all_decide_all"] = layers == {everyone} and not spends
        case "hybrid":
            found["one_layer"] = len(layers) == 1
        case _:
            (layer, *others) = layers
            if not others and layer != everyone and len(charter.decisions) > 1:
                found["one_decides"] = _name(charter, layer, next(iter(bodies)))
            found |= _rushed(charter)
    return found


def _name(charter: Charter, layer: frozenset[str], body: str | None) -> str:
    if len(layer) == 1:
        return next(member_name(member) for member in charter.members if member.id in layer)
    return f'"{as_words(body)}"' if body is not None else "the same members"


def _rushed(charter: Charter) -> dict[str, Value]:
    """The first of event and end that comes within a month of the start."""
    starts = charter.term.starts if charter.term is not None else None
    if starts is None or charter.term is None:
        return {}
    event = charter.why_now.date if charter.why_now is not None else None
    for day, words in ((event, "the event"), (charter.term.ends, "the end")):
        if day is not None and 0 <= (day - starts).days <= SOON:
            return {"rushed_by": words, "rushed_days": (day - starts).days}
    return {}


def _agenda(charter: Charter, document: Document) -> dict[str, Value]:
    """Whether one member alone proposes or sets the agenda, and whether a minority is heard."""
    agenda = charter.agenda
    if agenda is None or agenda.in_words is not None:
        return {}
    found: dict[str, Value] = {"has_minority_right": is_written(document, "agenda", "minority")}
    for text, words in (
        (agenda.may_propose, "may put something on the agenda"),
        (agenda.set_by, "sets the agenda"),
    ):
        one = _one(charter, text)
        if one:
            return found | {"agenda_of_one": one, "agenda_does": words}
    return found


def _one(charter: Charter, text: str | None) -> str:
    """The one member that a text names, by id or name, or as a body of one; empty where it names others."""
    if text is None:
        return ""
    said = text.strip().lower().removeprefix("only ").rstrip(".")
    body = charter.bodies.get(text)
    inside = members_of(charter, body) if body is not None else frozenset()
    for member in charter.members:
        if said in (member.id.lower(), member_name(member).lower()) or inside == {member.id}:
            return member_name(member) if (member.count or 1) == 1 else ""
    return ""
