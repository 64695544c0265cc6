"""What was asked and is there: what a page praises before it says what to settle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.findings.locate import Places
from coalcheck.engine.policy.apply import route_of

if TYPE_CHECKING:
    from coalcheck.engine.facts.collect import Collected
    from coalcheck.engine.policy.apply import Asked
    from coalcheck.engine.policy.matcher import Match
    from coalcheck.engine.source.node import Document

_TELLING: Final = "PEDSVMRCXL"
"""Families of policies in the order in which what is in order is said."""


def in_order(
    applied: Asked, known: Collected, matches: frozenset[Match], document: Document
) -> tuple[str, ...]:
    """What was asked and is there, the gravest first: the goal, then how it ends, then how it decides."""
    spoken = {code for code, _ in matches}
    places = Places(document)
    # Several policies may stand for one phrase; it is said only if none of them spoke.
    doubted = {policy.in_order for policy, _ in applied.values() if policy.code in spoken}
    quiet = [
        (-severity, _TELLING.find(policy.family), policy.code, policy.in_order)
        for policy, severity in applied.values()
        if policy.in_order
        and policy.in_order not in doubted
        # A policy may also be silent because it does not apply; what is praised must be written.
        and any(f.subject == policy.subject and places.is_there(route_of(policy.at, f)) for f in known.facts)
    ]
    return tuple(dict.fromkeys(phrase for _, _, _, phrase in sorted(quiet)))
