"""The vetoes that can stop a decision, and what is said of them where nobody uses one."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from coalcheck.engine.decide.vetoes import Examined, Held


class Rights(Struct, frozen=True):
    """The vetoes that can stop a decision, and what is said where nobody uses one: the same of every action.

    Attributes:
        held: the vetoes.
        by_vote: the holders of those that are given by a vote against.
        unused: what is said of all of them where none is used; but for what can still come.
    """

    held: tuple[Held, ...]
    by_vote: frozenset[str]
    unused: Examined


def rights_of(held: tuple[Held, ...]) -> Rights:
    """What these vetoes come to where nobody uses one."""
    unused = Examined(
        stopped=False,
        clauses=tuple(each.unused for each in held),
        standing={each.index: frozenset() for each in held if each.by_vote},
    )
    return Rights(held, frozenset(holder for each in held if each.by_vote for holder in each.holders), unused)


NO_RIGHTS: Final = rights_of(())
