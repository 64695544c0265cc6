"""Who in the whole membership can commit the coalition, through whichever body, and where power lies."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from coalcheck.engine.analysis.model import Committing, Governance

if TYPE_CHECKING:
    from coalcheck.engine.analysis.model import Group
    from coalcheck.engine.charter.model import Charter

_HALF: Final = Fraction(1, 2)


def committing(charter: Charter, groups: Sequence[Group]) -> Committing | None:
    """All decisions together, by who votes on them and how few carry one."""
    if not groups:
        return None
    votes_on = {member.id: 0 for member in charter.members}
    alone: dict[str, list[str]] = {}
    fewest: dict[int, list[str]] = {}
    for group in groups:
        # Whoever it is about has no vote on that one alone.
        voters = [
            *(member for kind in group.kinds for member in kind),
            *([group.about] if group.about else []),
        ]
        for member in voters:
            votes_on[member] += len(group.decisions)
        for member in group.ids(group.standing.decide):
            alone.setdefault(member, []).extend(group.decisions)
        if group.winning is not None and group.winning.fewest is not None:
            fewest.setdefault(group.winning.fewest, []).extend(group.decisions)
    least = min(fewest, default=None)
    return Committing(
        fewest=least,
        by=tuple(fewest[least]) if least is not None else (),
        without_a_vote=tuple(member for member, times in votes_on.items() if not times),
        votes_on=votes_on,
        alone={member: tuple(decisions) for member, decisions in alone.items()},
        decisions=sum(len(group.decisions) for group in groups),
    )


def governance(charter: Charter, groups: Sequence[Group]) -> Governance | None:
    """What is declared beside who can make a difference in what.

    *Centralized*: the same few hold all votes that can change a result. *Distributed*: several groups of
    members hold different decisions, and none of them all. *Hybrid*: some decisions lie with all, and others
    with some. *Shared*: all members decide everything.
    """
    counted = [group for group in groups if group.counted is not None]
    if not counted or len(charter.members) < 2:
        return None
    everyone = frozenset(member.id for member in charter.members)
    layers = {_deciding(group) for group in counted}
    if layers == {everyone}:
        computed = "shared"
    elif everyone in layers:
        computed = "hybrid"
    else:
        computed = "centralized" if len(layers) == 1 else "distributed"
    holder = _holder(counted)
    if holder:
        computed = "centralized"
    declared = charter.governance or ""
    # Daily business may lie with a body while all change the charter: that is a declared centre as well.
    fits = {
        "centralized": {"centralized", "hybrid"},
        "distributed": {"distributed", "shared", "hybrid"},
        "hybrid": {"hybrid"},
    }.get(declared)
    return Governance(declared, computed, None if fits is None else computed in fits, holder)


def _deciding(group: Group) -> frozenset[str]:
    """The members whose votes can change a result; whoever it is about votes when it is about another."""
    idle = set(group.ids(group.standing.without_effect))
    found = {member for kind in group.kinds for member in kind if member not in idle}
    return frozenset(found | ({group.about} if group.about else set()))


def _holder(groups: Sequence[Group]) -> str:
    """The one member with more than half of all swings in more than half of the decisions; empty if none."""
    held: dict[str, int] = {}
    for group in groups:
        rows = group.counted.rows if group.counted is not None else ()
        for row in rows:
            if row.share > _HALF and row.heads == 1:
                held[row.members[0]] = held.get(row.members[0], 0) + len(group.decisions)
    every = sum(len(group.decisions) for group in groups)
    return next((member for member, times in held.items() if 2 * times > every), "")
