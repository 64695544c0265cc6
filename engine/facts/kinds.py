"""Kinds of decision: how much is at stake in each, which of them need a rule, and how they are spoken of."""

from __future__ import annotations

from typing import Final

STAKES: Final = {
    "speak": 0, "event": 0, "commit-staff": 0, "spend": 1, "partner": 2, "litigate": 2, "appoint": 2,
    "admit": 3, "suspend": 3, "expel": 4, "renew": 4, "widen-scope": 5, "amend": 6, "dissolve": 7,
}  # fmt: skip
"""Low to high. A kind that a coalition adds of its own has no rank and is compared with nothing."""

FOUNDING: Final = frozenset({"admit", "expel", "renew", "widen-scope", "amend", "dissolve"})
"""Kinds that change the coalition itself: where they fail, everything stays as it was agreed."""

LEAVING: Final = frozenset({"leave", "leaving", "exit", "withdraw", "withdrawal", "resign", "resignation"})
"""What a coalition may call a kind of decision of its own that is about a member leaving."""

_WORDS: Final = {
    "speak": "speaking in public",
    "event": "events",
    "commit-staff": "committing staff",
    "spend": "spending",
    "partner": "working with a new partner",
    "litigate": "going to court",
    "appoint": "appointments",
    "admit": "admitting a member",
    "suspend": "suspending a member",
    "expel": "expelling a member",
    "renew": "going on after the end",
    "widen-scope": "widening the scope",
    "amend": "changing the charter",
    "dissolve": "ending the coalition",
}


def in_words(kind: str) -> str:
    """What a kind of decision is about: ``changing the charter``."""
    return _WORDS.get(kind) or kind.replace("-", " ")


def needed(*, kind: str, model: str, members: int) -> tuple[str, ...]:
    """The kinds that exactly one decision in force should cover, lowest stakes first."""
    if kind == "body":
        return ("amend",)
    if model not in ("values-bridge", "structural"):
        # A model that is not declared is taken for the one of which least is asked.
        return ("speak", "amend", "dissolve")
    kinds = ("speak", "admit", "expel", "widen-scope", "amend", "dissolve")
    # With two members an expulsion is the end of the coalition.
    return tuple(each for each in kinds if each != "expel" or members > 2)
