"""What is given beside the files: an action without one, ballots from a sheet, and a case to try."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct, field

if TYPE_CHECKING:
    from coalcheck.engine.action.options import Option

KEYS: Final = (
    "action",
    "title",
    "about",
    "text",
    "topics",
    "amount",
    "notice",
    "body",
    "subject",
    "in_name_of",
)
"""The keys of an action that can be given without a file; its day is ``date``."""


class Given(Struct, frozen=True):
    """What was given beside the files: an action without one, ballots from a sheet, and a case to try.

    Attributes:
        options: an action without a file, by the keys of one.
        ballots: a sheet with the ballots of the one action that is named; empty for none.
        votes: to try: a member or group, an equals sign and its answer, each.
        absent: to try: members or groups that stay away.
        without: to try: members or groups that are no members.
        date: to try: another day; empty for none.
    """

    options: Mapping[str, Option] = field(default_factory=dict)
    ballots: str = ""
    votes: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    date: str = ""

    @classmethod
    def of(cls, typed: Mapping[str, Any]) -> Given:
        """What was typed, by the names of these attributes and the keys of an action."""
        return cls(
            options={key: typed[key] for key in KEYS if typed.get(key)},
            ballots=typed.get("ballots") or "",
            votes=tuple(typed.get("votes") or ()),
            absent=tuple(typed.get("absent") or ()),
            without=tuple(typed.get("without") or ()),
            date=typed.get("date") or "",
        )
