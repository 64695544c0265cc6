"""Whether an action is plainly one in which every name is known: nearly all of a record are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.action.answers import ANSWERS
from coalcheck.engine.action.names import too_many
from coalcheck.engine.action.register import GUEST
from coalcheck.engine.charter.marks import Names
from coalcheck.engine.charter.reference import unknown
from coalcheck.engine.charter.walk import walk

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from coalcheck.engine.action.model import Action
    from coalcheck.engine.action.register import Register

_RARE: Final = ("tally", "also", "electorate")
"""Keys below which names stand that are only looked at one by one."""


def is_known(action: Action, values: Mapping[str, object], register: Register) -> bool:
    """Whether ``names`` has nothing to say of an action; False also where that takes a closer look.

    Args:
        action: what was understood.
        values: all that stands in its file, of which nothing was left out.
        register: the names that it may use.
    """
    if any(key in values for key in _RARE):
        return False
    members = register.members
    if not all(_of_members(values.get(key), members) for key in ("ballots", "boards")):
        return False
    vetoes = values.get("vetoes")
    if isinstance(vetoes, list) and any(isinstance(veto, dict) and "override" in veto for veto in vetoes):
        return False
    topics, present = _texts(values.get("topics")), _texts(values.get("present"))
    if topics is None or present is None or not all(topic in register.topics for topic in topics):
        return False
    named = walk(action, Names)
    named += [((), text, GUEST) for text in present]
    if next(unknown(named, register.declared), None) is not None:
        return False
    return not any(
        next(too_many(ballots, register.heads(None)), None)
        for ballots in (action.ballots, action.boards)
        if ballots
    )


def _of_members(ballots: object, members: Collection[str]) -> bool:
    """Whether ballots are those of members only, by member or by answer."""
    if not isinstance(ballots, dict):
        return True
    for key, written in ballots.items():
        if key in ANSWERS:
            texts = _texts(written)
            if texts is None or not all(text in members for text in texts):
                return False
        elif key not in members:
            return False
    return True


def _texts(written: object) -> list[str] | None:
    """The texts of a list, or a text by itself; None for what holds anything else."""
    if written is None:
        return []
    if isinstance(written, str):
        return [written]
    if isinstance(written, list) and all(isinstance(each, str) for each in written):
        return written
    return None
