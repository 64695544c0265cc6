"""What a one-page agreement can do without and is often asked for later: said together, not one by one."""

from __future__ import annotations

from collections.abc import Mapping

from coalcheck.engine.facts.fact import Value

_ASKED_LATER = {
    "has_why_now": "why these partners, and why now",
    "without_own_words": "the goal in each member's own words",
    "without_success": "what success is for each member",
    "without_deal_breakers": "what each member could not accept",
    "without_contacts": "a second contact for each member",
    "without_inducements": "what was given or promised for joining",
    "without_explaining": "a line for each member's own supporters",
    "has_legal": "whether this paper is a contract",
    "has_speaker": "who speaks for all, or that each speaks for itself",
    "has_records": "where decisions are kept",
    "has_check_ins": "a short talk once a month",
    "has_ownership": "whose the joint texts, data and lists are",
    "has_breach": "what you do when one of you does not keep to it",
    "has_handover": "who takes over the work of a member that leaves",
}
"""By the property that tells: a flag that is false, or a list of members that is there."""


def left_out(values: Mapping[str, Value]) -> dict[str, Value]:
    """Count and list what is not written of these; nothing where all of it is.

    Args:
        values: the other properties of the charter.
    """
    missing = [
        words
        for name, words in _ASKED_LATER.items()
        if (values.get(name) is False if name.startswith("has_") else name in values)
    ]
    if not values.get("has_exit"):
        # How a member leaves is a point of its own already.
        missing = [words for words in missing if words != _ASKED_LATER["has_handover"]]
    if not missing:
        return {}
    return {"left_out_count": len(missing), "left_out": "\n".join(f"  {words}" for words in missing)}
