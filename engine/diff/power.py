"""Who gained or lost power in a decision: who can decide or stop it alone or in twos, who has a veto."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import comb
from typing import TYPE_CHECKING, Final

from coalcheck.engine.analysis.counting import Counting
from coalcheck.engine.analysis.groups import groups_of
from coalcheck.engine.diff.model import Power, Share
from coalcheck.engine.proof.setting import is_over
from coalcheck.engine.roll.holders import holders_of

if TYPE_CHECKING:
    from coalcheck.engine.analysis.model import Group
    from coalcheck.engine.charter.model import Charter

SECONDS: Final = 1.0
"""What one count may take where nothing is said."""

_THINGS: Final = ("decide", "stop", "veto", "count")


def power(
    old: Charter, new: Charter, pairs: Iterable[tuple[str, str]], budget: float = SECONDS
) -> tuple[tuple[Power, ...], tuple[str, ...]]:
    """What changed for whom, in each decision that both charters have.

    Args:
        old: the old charter.
        new: the new one.
        pairs: old and new ids.
        budget: seconds that one count may take.

    Returns:
        The decisions in which something changed for somebody, and new ids of those of which it is not known.
    """
    found, lacking = [], []
    both = list(pairs)
    sides = [
        _groups(charter, {pair[side] for pair in both}, budget) for side, charter in enumerate((old, new))
    ]
    for before, after in both:
        was, now = sides[0].get(before), sides[1].get(after)
        if was is None or now is None:
            lacking.append(after)
            continue
        stands = [_able(charter, name, group) for charter, name, group in (
            (old, before, was), (new, after, now),
        )]  # fmt: skip
        gained = {each: _less(stands[1][each], stands[0][each]) for each in _THINGS}
        lost = {each: _less(stands[0][each], stands[1][each]) for each in _THINGS}
        twos = {each: (_pairs(was, each), _pairs(now, each)) for each in ("decide", "stop")}
        made = Power(before, after, gained, lost, twos, _shares(was, now))
        if made.told or any(share.was != share.now for share in made.shares):
            found.append(made)
    return tuple(found), tuple(lacking)


def _groups(charter: Charter, names: set[str], budget: float) -> dict[str, Group]:
    """The game of each of these decisions, counted."""
    if not names:
        return {}
    these = {name: decision for name, decision in charter.decisions.items() if name in names}
    groups, _ = groups_of(charter.model_copy(update={"decisions": these}), Counting(budget))
    return {name: group for group in groups for name in group.decisions}


def _able(charter: Charter, name: str, group: Group) -> Mapping[str, tuple[str, ...]]:
    """By what can be done alone, the members that can."""
    standing = group.standing
    without = set(group.ids(standing.without_effect))
    kinds = charter.decisions[name].covers or ("",)
    vetoes = [veto for veto in charter.vetoes if any(is_over(veto, name, kind) for kind in kinds)]
    return {
        "decide": group.ids(standing.decide),
        "stop": group.ids(standing.stop),
        "veto": tuple(dict.fromkeys(each for veto in vetoes for each in holders_of(charter, veto))),
        "count": tuple(member for kind in group.kinds for member in kind if member not in without),
    }


def _less(members: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    without = set(others)
    return tuple(member for member in members if member not in without)


def _pairs(group: Group, what: str) -> int:
    """How many pairs of members can do together what neither can alone."""
    standing = group.standing
    kinds = standing.decide_in_twos if what == "decide" else standing.stop_in_twos
    return sum(
        comb(group.sizes[one], 2) if one == other else group.sizes[one] * group.sizes[other]
        for one, other in kinds
    )


def _shares(was: Group, now: Group) -> tuple[Share, ...]:
    if was.counted is None or now.counted is None:
        return ()
    sides: list[dict[str, Fraction]] = [
        {member: row.share for row in group.counted.rows for member in row.members}
        for group in (was, now)
        if group.counted is not None
    ]
    members = dict.fromkeys((*sides[0], *sides[1]))
    return tuple(Share(member, sides[0].get(member), sides[1].get(member)) for member in members)
