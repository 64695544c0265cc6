"""What belongs into each organisation's own private file, and never into a paper that all sign."""

from __future__ import annotations

from coalcheck.engine.source.node import Mapping, Node, Scalar
from coalcheck.engine.source.scalars import plain

ALWAYS = frozenset(
    """
    choosing kept_private candidates criteria dimensions supporters red_flags our_deal_breakers we_need score
    scores rating grade
    """.split()
)
"""Keys that only an assessment of partners has."""

ASSESSED = frozenset(
    """
    alignment_of_interest trust resource_commitment time_horizon exit_cost strategic_vision culture
    complementary_resources decision_style risk_tolerance innovation history exit_flexibility
    """.split()
)
"""The five criteria and eight dimensions: private where a score stands behind them."""


def may_be_private(key: str) -> bool:
    """Whether a key can be one of an assessment."""
    return key in ALWAYS or key in ASSESSED


def is_private(key: str, node: Node) -> bool:
    """Whether a key with what stands behind it says what one partner thinks of another."""
    if key in ALWAYS:
        return True
    if key not in ASSESSED:
        return False
    if isinstance(node, Mapping):
        return True
    return isinstance(node, Scalar) and not isinstance(plain(node), (str, bool, type(None)))
