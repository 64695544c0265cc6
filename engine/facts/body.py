"""Bodies: who sits in them, and what they owe to those who do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.facts.authority import authority_values, hearing_values, is_named
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.facts.named import as_words
from coalcheck.engine.facts.seats import seat_values
from coalcheck.engine.facts.time import whole_hours
from coalcheck.engine.facts.written import is_written
from coalcheck.engine.roll.electorate import members_of
from coalcheck.engine.source.node import Document

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Body, Charter


def body_facts(charter: Charter, document: Document) -> tuple[Fact, ...]:
    """One fact a body, in the order of the file."""
    return tuple(_fact(charter, document, key, body) for key, body in charter.bodies.items())


def _fact(charter: Charter, document: Document, key: str, body: Body) -> Fact:
    def writes(name: str) -> bool:
        return is_written(document, "bodies", key, name)

    ids = members_of(charter, body)
    everyone = len(ids) == len(charter.members)
    decides = sum(decision.body == key for decision in charter.decisions.values())
    values: dict[str, Value] = {
        "id": key,
        "name": as_words(key),
        "members": sum(member.count or 1 for member in charter.members if member.id in ids),
        "decides": decides,
        "is_everyone": everyone,
        "decides_for_others": bool(decides) and not everyone,
        "has_limits": writes("limits"),
        "has_input": writes("input"),
        "has_explains": writes("explains"),
        "governance_centralized": charter.governance == "centralized",
        "decides_centrally": bool(decides)
        and not everyone
        and charter.governance in ("centralized", "hybrid"),
        "distributed_body": bool(decides) and charter.governance == "distributed",
        "holds_field": bool(decides) and not everyone and charter.governance == "distributed",
        "has_holder": writes("members") or writes("seats"),
        "has_because": writes("because"),
        "is_named": bool(decides) or is_named(document, key),
    }
    if body.seats is not None:
        values["seats"] = len(body.seats) if isinstance(body.seats, tuple) else body.seats
    if body.explains is not None and body.explains.within is not None:
        values["explains_hours"] = whole_hours(body.explains.within)
        values["explains_within"] = str(body.explains.within)
    seated, places = seat_values(charter, key, body, ids)
    authority, more = authority_values(charter, key, body)
    values |= seated | authority | hearing_values(charter, body, ids)
    return Fact("body", key, ("bodies", key), values, places | more)
