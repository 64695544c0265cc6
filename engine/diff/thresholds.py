"""What a decision asks for, as the charter has it, where that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter


def changed(old: Charter, new: Charter, before: str, after: str) -> tuple[dict[str, str], dict[str, str]]:
    """The thresholds of a decision that are written otherwise, by the place within it.

    Args:
        old: the old charter.
        new: the new one.
        before: the id of the decision in the old charter.
        after: its id in the new one.

    Returns:
        The old texts and the new ones; empty where there is none.
    """
    was, now = thresholds(old, before), thresholds(new, after)
    keys = [key for key in dict.fromkeys((*was, *now)) if was.get(key) != now.get(key)]
    return {key: was.get(key, "") for key in keys}, {key: now.get(key, "") for key in keys}


def thresholds(charter: Charter, name: str) -> dict[str, str]:
    """Every threshold of a decision, by the place within it, and how abstentions and ties count."""
    decision = charter.decisions[name]
    found: dict[str, str | None] = {"passes": decision.passes, "quorum": decision.quorum}
    if decision.otherwise is not None:
        found["otherwise"] = decision.otherwise.passes
    if decision.second_call is not None:
        found["second call"] = decision.second_call.quorum
    for also in decision.also:
        found[f"also {also.body}"] = also.passes
        found[f"quorum of {also.body}"] = also.quorum
    found["abstentions"] = decision.abstentions
    found["tie"] = decision.tie
    return {key: " ".join(str(text).split()) for key, text in found.items() if text}
