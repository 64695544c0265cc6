"""Places of a charter as a letter would name them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from coalcheck.engine.facts.named import as_words, capital
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.source.node import Route

_BLOCKS: Final = {
    "name": "The name",
    "kind": "The kind of body",
    "model": "The model",
    "stage": "The stage",
    "legal": "What it is in law",
    "purpose": "The goal",
    "why_now": "Why now",
    "term": "From when to when",
    "exit": "How a member leaves",
    "leaving": "What is done when a member leaves",
    "joining": "How a member joins",
    "scope": "What you work on",
    "vetoes": "Vetoes",
    "groups": "Groups of members",
    "weights": "Weights of votes",
    "bodies": "Bodies",
    "fund": "Common money",
    "breach": "What happens when the charter is not kept",
    "conflict": "What you do in a conflict",
    "check_ins": "Reviews",
    "renewal": "Renewal",
    "winding_up": "The end",
    "goal_end": "Who says that the goal is reached",
    "messaging": "What is said in public",
    "communication": "How you talk to one another",
    "information": "Who knows what",
    "records": "Where records are kept",
    "explaining": "How you explain your being together",
    "ownership": "What belongs to whom",
    "annexes": "Annexes",
    "agenda": "Who may propose",
    "coordinator": "Who coordinates",
    "kinds": "Kinds of decisions",
    "calendar": "Working days",
    "counting": "How days are counted",
    "time_zone": "The time zone",
    "set_aside": "What you have set aside",
}
_KEYS: Final = {
    "covers": "what it covers",
    "over": "over which decisions",
    "in_writing_to": "in writing to",
    "money_back": "money back",
    "holders": "who holds it",
    "override": "what sets it aside",
    "member_concerned": "the member concerned",
    "if": "when",
}


def place(route: Route, names: Mapping[str, str], *, words: Mapping[str, str] | None = None) -> str:
    """Name a place: what it is about, then the keys below it.

    Args:
        route: keys, and the ids of list items.
        names: how members are called, by id.
        words: how blocks are called, where it is not as here.
    """
    first, *rest = route
    if first == "members" and rest:
        start, *rest = rest
        found = names.get(str(start), str(start))
    elif first in ("decisions", "bodies", "groups", "weights") and rest:
        start, *rest = rest
        found = as_words(str(start))
    else:
        found = (words or _BLOCKS).get(str(first)) or capital(as_words(str(first)))
    below = [_below(key) for key in rest]
    return visible(", ".join([found, *below]))


def _below(key: str | int) -> str:
    # Places in a list are counted from one, as people do.
    return f"number {key + 1}" if isinstance(key, int) else _KEYS.get(key) or as_words(key)


def named(text: str, route: Route, names: Mapping[str, str]) -> str:
    """A text of the charter with members by their names, where it stands in a list of members."""
    lists = route[0] in ("vetoes", "groups") or (len(route) > 1 and route[-1] in ("holders", "members"))
    if not lists:
        return visible(text)
    ids = sorted((member for member in names if member in text), key=len, reverse=True)
    if not ids:
        return visible(text)
    pattern = rf"(?<![\w-])(?:{'|'.join(map(re.escape, ids))})(?![\w-])"
    return visible(re.sub(pattern, lambda match: names[match.group()], text))
