"""Every threshold of a charter, read once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from coalcheck.engine.charter.marks import Mark
from coalcheck.engine.charter.walk import walk
from coalcheck.engine.roll.names import names_of
from coalcheck.engine.source.node import Route
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import Count, Rule

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter


_Known: TypeAlias = tuple[frozenset[str], frozenset[str], frozenset[tuple[str, int]]]
"""Declared groups, weights, and attributes with how many values they have."""


class Sentence(Struct, frozen=True):
    """One threshold with its place.

    Attributes:
        route: where it stands.
        text: as written.
        role: the key it stands under: passes, quorum, override and so on.
        decision: the decision it belongs to; empty for one that stands elsewhere, such as an override.
        counts: what is counted where nothing is said: support, or attendance in a quorum.
        rule: what it says; None where it has a fault.
        fault: why it has no reading; None where it has one.
    """

    route: Route
    text: str
    role: str
    decision: str
    counts: Count
    rule: Rule | None
    fault: Fault | None


def sentences(charter: Charter) -> tuple[Sentence, ...]:
    """Read all thresholds of a charter, in the order of the model."""
    names = names_of(charter)
    known = (names.groups, names.weights, frozenset(names.classes.items()))
    return tuple(_read(route, text, Count(mark.counts), known) for route, text, mark in walk(charter, Mark))


@lru_cache(maxsize=1024)
def _parsed(text: str, counts: Count, known: _Known) -> Rule | Fault:
    """What a sentence says among these names; charters repeat themselves and one another."""
    groups, weights, classes = known
    return parse(text, Names(groups, weights, dict(classes)), counts)


def _read(route: Route, text: str, counts: Count, known: _Known) -> Sentence:
    read = _parsed(text, counts, known)
    fault = read if isinstance(read, Fault) else None
    rule = None if isinstance(read, Fault) else read
    decision = str(route[1]) if route[0] == "decisions" else ""
    return Sentence(route, text, str(route[-1]), decision, counts, rule, fault)
