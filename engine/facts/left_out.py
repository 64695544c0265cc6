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
    "promises_open": "by when each promise is kept, and who sees to it",
    "has_money": "what money it takes, or that it takes none",
    "has_legal": "whether this paper is a contract",
    "has_speaker": "who speaks for all, or that each speaks for itself",
    "without_answer": "who answers your own supporters",
    "has_one_speaker": "who speaks with your one voice",
    "has_voices_settled": "to whom each of you speaks, and at what time",
    "has_no_surprise": "how the others hear of a text before the public does",
    "has_records": "where decisions are kept",
    "has_record_settled": "who keeps the record of decisions, where, and who can read it",
    "has_regular_talk": "a short talk once a month",
    "has_ownership": "whose the joint texts, data and lists are",
    "has_helper_of_two": "who helps when the two of you disagree",
    "has_breach": "what you do when one of you does not keep to it",
    "level_missing": "what you do about small matters, or about grave ones",
    "has_grounds": "for what a member can be expelled",
    "has_suspension": "a suspension, with an end, before an expulsion",
    "has_handover": "who takes over the work of a member that leaves",
    "has_recount": "what you count again, and whom you thank, when a member leaves",
    "has_leaver_name": "what becomes of a leaver's name on joint texts",
    "has_money_back": "what a leaver gets back from the fund",
}
"""By the property that tells: a flag that is false, or a list of members that is there."""

_NONE_STAYS = 2


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
    members = values.get("members")
    emptied = "posts_of_members" in values and values.get("stage") != "pilot"
    if emptied or not values.get("has_exit") or (isinstance(members, int) and members <= _NONE_STAYS):
        # How a member leaves, or what becomes of its posts then, is a point of its own already; of two,
        # nobody is left to take over.
        missing = [words for words in missing if words != _ASKED_LATER["has_handover"]]
    if not missing:
        return {}
    return {
        "left_out_count": len(missing),
        "left_out_are": "is" if len(missing) == 1 else "are",
        "left_out": "\n".join(f"  {words}" for words in missing),
    }
