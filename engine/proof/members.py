"""Members that are alike in everything that a charter's votes tell apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from coalcheck.engine.proof.change import Change
from coalcheck.engine.proof.kinds import kinds_of

if TYPE_CHECKING:
    from coalcheck.engine.proof.setting import Setting


class Alike(Struct, frozen=True):
    """Members of which any can stand for all.

    Attributes:
        ids: their ids.
        sizes: how many heads each stands for.
    """

    ids: tuple[str, ...]
    sizes: tuple[int, ...]

    @property
    def first(self) -> str:
        """The one that stands for all."""
        return self.ids[0]

    @property
    def heads(self) -> int:
        """How many heads they are."""
        return sum(self.sizes)


def alike(setting: Setting, names: Sequence[str]) -> tuple[Alike, ...]:
    """The members of a charter, those together that none of some decisions tells apart.

    Args:
        setting: the charter.
        names: the decisions.
    """
    # Whom a decision is about is one of those who are alike when it is about nobody yet.
    votes = [setting.vote(name) for name in names]
    marks = [mark for vote in votes for mark in (*vote.apart(), vote.entitled, vote.voters)]
    marks += [frozenset(veto.holders) for vote in votes for veto in vote.vetoes]
    rows = {row.id: row.count for vote in votes for asked in vote.asked for row in asked.roll.rows}
    # A row of many is never alike with one member, and one of two is not, once one of them has left.
    marks += [frozenset(row for row, count in rows.items() if count == heads) for heads in (1, 2)]
    pairs = [pair for vote in votes for pair in vote.pairs()]
    return tuple(Alike(cell.ids, cell.sizes) for cell in kinds_of(pairs, dict.fromkeys(marks), ()))


def change_of(who: Sequence[Alike]) -> Change:
    """The departure of one head of each of some members."""
    without: set[str] = set()
    fewer: dict[str, int] = {}
    for each in who:
        for row, size in zip(each.ids, each.sizes, strict=True):
            left = fewer.get(row, size)
            if row not in without:
                if left > 1:
                    fewer[row] = left - 1
                else:
                    without.add(row)
                    fewer.pop(row, None)
                break
    return Change(frozenset(without), fewer)
