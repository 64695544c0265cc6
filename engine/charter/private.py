"""What belongs into each organisation's own private file, and never into a paper that all sign."""

from __future__ import annotations

from collections.abc import Iterator

from coalcheck.engine.source.node import Entry, Mapping, Node, Route, Scalar
from coalcheck.engine.source.scalars import plain

ALWAYS = frozenset(
    """
    choosing kept_private red_flags our_deal_breakers our_dimensions we_need how_narrow high_means
    who_may_object wants_veto_on_messages cannot_give_staff would_drive_supporters_away
    score scores rating grade
    """.split()
)
"""Keys that only an assessment of partners has."""

STRUCTURED = frozenset({"candidates", "criteria", "dimensions", "supporters"})
"""Keys that are private where names and views stand behind them: a member may count its supporters, and the
criteria for joining are a list that all agree on."""

ASSESSED = frozenset(
    """
    alignment_of_interest trust resource_commitment time_horizon exit_cost strategic_vision culture
    complementary_resources decision_style risk_tolerance innovation history exit_flexibility
    """.split()
)
"""The five criteria and eight dimensions: private where a score stands behind them."""


def may_be_private(key: str) -> bool:
    """Whether a key can be one of an assessment."""
    return key in ALWAYS or key in STRUCTURED or key in ASSESSED


def is_private(key: str, node: Node) -> bool:
    """Whether a key with what stands behind it says what one partner thinks of another."""
    if key in ALWAYS or (key in STRUCTURED and isinstance(node, Mapping)):
        return True
    if key not in ASSESSED:
        return False
    if isinstance(node, Mapping):
        return True
    return isinstance(node, Scalar) and not isinstance(plain(node), (str, bool, type(None)))


def private_below(node: Node, route: Route) -> Iterator[tuple[Route, Entry]]:
    """The outermost private keys below a place, at any depth: of what is not read, nobody else would tell.

    Args:
        node: what stands at the place.
        route: the place.
    """
    # Not by recursion: what was read may be as deep as the reader lets it be.
    waiting: list[tuple[Node, Route]] = [(node, route)]
    while waiting:
        here, way = waiting.pop()
        if isinstance(here, Mapping):
            for key, entry in here.entries.items():
                if is_private(key, entry.value):
                    yield (*way, key), entry
                else:
                    waiting.append((entry.value, (*way, key)))
        elif not isinstance(here, Scalar):
            waiting += ((item, (*way, i)) for i, item in enumerate(here.items))
