"""The blocks of a charter that may be left out."""

from __future__ import annotations

from typing import Final

BLOCKS: Final = (
    "affected", "agenda", "agreement_floor", "annexes", "attribution", "bodies", "breach", "bridge",
    "check_ins", "commit_in_steps", "communication", "conflict", "coordinator", "entity", "exit",
    "explaining", "first_win", "fund", "goal_end", "information", "integration", "joining", "knowledge",
    "leaving", "legal", "messaging", "ownership", "power", "records", "renewal", "scope", "term", "triggers",
    "value", "vetoes", "why_now", "winding_up",
)  # fmt: skip
"""Top-level blocks that a charter may leave out; each has a property ``has_<key>``."""
