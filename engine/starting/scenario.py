"""The first scenario: what a new charter is to do with a few votes, so that a change of a rule is noticed."""

from __future__ import annotations

from datetime import date

from coalcheck.engine.starting.founding import Founding
from coalcheck.engine.starting.rules import everyday, least_of_all, seats


def scenario(founding: Founding, today: date) -> str:
    """The text of the file, for the rules that :mod:`coalcheck.engine.starting.rules` writes.

    Args:
        founding: the answers.
        today: the day on which it is tried, where no other is known that lies within the term.
    """
    members, rule = len(founding.members), everyday(founding)
    body = len(seats(founding))
    voting = body or members
    needed = body // 2 + 1 if body else least_of_all(members)
    who = "those who sit in the small body" if body else "you"
    lines = [
        "# What you expect of your own rules: coalcheck test says where one comes out otherwise.",
        "test: Our rules, tried",
        f"as_of: {_day(founding, today)}",
        "cases:",
        "  - id: just-enough",
        f"    why: With so many of {who}, it is carried.",
        *_votes(rule, needed, voting - needed, "carried"),
        "  - id: one-too-few",
        "    why: With one fewer it is not.",
        *_votes(rule, needed - 1, voting - needed + 1, "not carried"),
        "  - id: all-want-a-change",
        "    why: What everybody wants can be changed.",
        *_votes("change", members, 0, "carried"),
        "  - id: one-does-not",
        "    why: One no keeps the charter as it is.",
        *_votes("change", members - 1, 1, "not carried"),
    ]
    return "\n".join(lines) + "\n"


def _votes(rule: str, yes: int, no: int, verdict: str) -> list[str]:
    votes = [f"    for: {yes}", f"    against: {no}"] if no else [f"    for: {yes}"]
    return [f"    action: {rule}", *votes, "    expect:", f"      verdict: {verdict}", "      by: passes"]


def _day(founding: Founding, today: date) -> date:
    if founding.starts is not None:
        return founding.starts
    return today if founding.ends is None else min(today, founding.ends)
