"""The decisions of a charter counted: one group after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from coalcheck.engine.analysis.alike import Alike, alike
from coalcheck.engine.analysis.answers import answers_of
from coalcheck.engine.analysis.blocs import blocs_of
from coalcheck.engine.analysis.counting import Counting, rows_of, smallest, standing_of, too_many_kinds
from coalcheck.engine.analysis.model import Group, NotCounted
from coalcheck.engine.facts.funded import Bloc, blocs
from coalcheck.engine.facts.named import as_words, listed
from coalcheck.engine.power import minimal
from coalcheck.engine.power.standing import Standing
from coalcheck.engine.roll.electorate import members_of

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter


def groups_of(charter: Charter, counting: Counting) -> tuple[tuple[Group, ...], tuple[NotCounted, ...]]:
    """Every group of decisions that are alike, counted; and the decisions that cannot be.

    Args:
        charter: the charter.
        counting: counts within its budget; afterwards it knows whether that left anything out.
    """
    games, lacking = alike(charter)
    paying = blocs(charter)
    return tuple(_group(charter, each, paying, counting) for each in games), lacking


def _group(charter: Charter, these: Alike, paying: tuple[Bloc, ...], counting: Counting) -> Group:
    """One group of decisions, counted."""
    played = [each.game for each in these.played]
    game, names = these.game, tuple(each.decision for each in played)
    notes = [note for each in played for note in each.notes]
    notes += [note for name in names for note in _wider_vetoes(charter, name)]
    what = listed(map(as_words, names))
    tally, way = counting.tally(game, what, notes)
    counted = None if tally is None else rows_of(game, tally, way)
    standing = _NOT_LOOKED_AT if too_many_kinds(game) else standing_of(game, tally)
    if too_many_kinds(game):
        notes.append("Who can decide or stop it alone or in twos was not looked at: too many unlike members.")
    if not game.monotone:
        notes.append("One more vote for it can stop it, so that smallest groups say nothing of larger ones.")
    voters = {member for kind in game.members for member in kind}
    about = these.played[0].about
    everyone = members_of(charter, None)
    group = Group(
        decisions=names,
        bodies=tuple(dict.fromkeys(charter.decisions[name].body for name in names)),
        kinds=game.members,
        sizes=game.sizes,
        everyone=voters | ({about} if about else set()) == everyone,
        standing=standing,
        counted=counted,
        winning=smallest(game, counting, "carry it", notes),
        blocking=smallest(minimal.dual(game), counting, "stop it", notes),
        answers=answers_of(played, counting, notes),
        blocs=blocs_of(played[0], counted, paying, counting, notes),
        about=about,
    )
    return replace(group, notes=tuple(dict.fromkeys(notes)))


def _wider_vetoes(charter: Charter, name: str) -> Iterator[str]:
    """Vetoes over some of the kinds that a decision covers, which are counted over all of them."""
    covers = charter.decisions[name].covers
    for veto in charter.vetoes:
        over = [kind for kind in covers if kind in veto.over]
        if over and len(over) < len(covers) and not {name, "all"} & set(veto.over):
            kinds = listed(map(as_words, over))
            yield f"The veto over {kinds} is counted here as if it were over all of {as_words(name)}."


_NOT_LOOKED_AT = Standing(
    carried=True, free=False, decide=(), stop=(), decide_in_twos=(), stop_in_twos=(), without_effect=()
)
