"""Keys that belong elsewhere, or are called something else here: where people put them, and where they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.charter.charter import Charter

if TYPE_CHECKING:
    from coalcheck.engine.source.node import Route

CALLED = {
    "aim": "purpose",
    "dispute": "conflict",
    "disputes": "conflict",
    "duration": "term",
    "goal": "purpose",
    "mission": "purpose",
    "objective": "purpose",
    "organisations": "members",
    "organizations": "members",
    "parties": "members",
    "partners": "members",
    "rules": "decisions",
    "status": "stage",
    "title": "name",
    "type": "kind",
    "veto": "vetoes",
    "voting": "decisions",
    "withdrawal": "exit",
}
"""Words for a key of the first level that are not spelt like it."""

BELONGS = {
    **dict.fromkeys(
        ("abstentions", "covers", "if_no_agreement", "majority", "passes", "quorum", "threshold", "tie"),
        "under a decision, such as decisions: joint-statement",
    ),
    **dict.fromkeys(("budget", "inside", "money", "outside", "set_aside", "topics", "widen"), "under scope"),
    **dict.fromkeys(("ends", "first_review", "starts"), "under term"),
    **dict.fromkeys(("commits", "contacts", "role", "roles", "signatory", "success"), "under a member"),
    **dict.fromkeys(("money_back", "notice"), "under exit, or under a decision"),
    **dict.fromkeys(("chair", "seats"), "under a body, such as bodies: steering"),
    **dict.fromkeys(("mediator", "steps"), "under conflict"),
}
"""Keys that people put on the first level, and where they stand; a few have another name there."""

_NAME_THERE = {
    "budget": "money",
    "majority": "passes",
    "roles": "role",
    "threshold": "passes",
    "topics": "inside",
}


def renamed(route: Route) -> str:
    """The key of the first level that a word at this place stands for; empty where there is none."""
    return CALLED.get(str(route[-1]).lower(), "") if len(route) == 1 else ""


def home(route: Route) -> str:
    """A sentence that says where the key at the end of a route belongs; empty where it has no other place."""
    key = str(route[-1])
    if len(route) == 1:
        where = BELONGS.get(key.lower())
        return f"Write it as {_NAME_THERE.get(key.lower(), key.lower())} {where}." if where else ""
    first = {info.alias or name for name, info in Charter.__pydantic_fields__.items()}
    if key not in first:
        return ""
    return f"Write {key} at the left edge of the file: it belongs to the whole charter."
