"""Names as a letter would write them: members by their name, decisions and bodies by their id in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Member

MOST_NAMES = 4


def member_name(member: Member) -> str:
    """The member's name, or its id where it has none."""
    return member.name or member.id


def name_of(charter: Charter, member_id: str) -> str:
    """The name of a member by its id."""
    return next((member_name(member) for member in charter.members if member.id == member_id), member_id)


def as_words(key: str) -> str:
    """A key as words: ``joint-statement`` gives ``joint statement``."""
    return key.replace("-", " ").replace("_", " ")


def capital(text: str) -> str:
    """The text with a capital letter at the front, and nothing else changed."""
    return text[:1].upper() + text[1:]


def listed(names: Iterable[str], *, last: str = "and") -> str:
    """Several names in one phrase; more than a line can hold are counted: ``A, B, C and 7 more``."""
    every = list(names)
    if len(every) > MOST_NAMES + 1:
        return join(*every[:MOST_NAMES], f"{len(every) - MOST_NAMES} more", last="and")
    return join(*every, last=last)
