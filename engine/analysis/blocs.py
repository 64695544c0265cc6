"""A decision counted again as if a member and those whose costs it pays voted as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coalcheck.engine.analysis.model import Bloc, Counted
from coalcheck.engine.facts.funded import Bloc as Paying
from coalcheck.engine.power.game import Game, game_of, won
from coalcheck.engine.power.indices import indices
from coalcheck.engine.threshold.bound import AtLeast, Condition, Linear, Unknown

if TYPE_CHECKING:
    from coalcheck.engine.analysis.counting import Counting
    from coalcheck.engine.power.decision import DecisionGame
    from coalcheck.engine.threshold.bound import Bound


def blocs_of(
    played: DecisionGame,
    counted: Counted | None,
    paying: Sequence[Paying],
    counting: Counting,
    notes: list[str],
) -> tuple[Bloc, ...]:
    """Every bloc of which at least two vote on this decision, counted as one.

    Args:
        played: the decision.
        counted: its members counted each for itself.
        paying: who pays for whom.
        counting: what counts.
        notes: gets a sentence on what was not counted.
    """
    found = []
    voters = {member for kind in played.game.members for member in kind}
    for each in paying:
        together = each.everyone & voters
        # Where there is nobody else, there is nothing to be gained by voting as one.
        if len(together) < 2 or together == voters:
            continue
        game = merged(played.bound, together)
        tally, _ = counting.tally(game, "members paid for by another", notes)
        if tally is None or counted is None:
            continue
        measures = indices(tally, game.sizes)
        last = len(game.sizes) - 1
        alone = [_heads(played.game, member) for member in sorted(together)]
        only = [0] * last + [1]
        without = [*game.sizes[:last], 0]
        base = played.game
        found.append(Bloc(
            payer=each.funder,
            paid=tuple(member for member in each.funded if member in together),
            share=measures.banzhaf_normalised[last],
            apart=sum((
                row.share * _within(played, kind, together)
                for row in counted.rows
                for kind in row.kinds
            ), start=measures.banzhaf_normalised[last] * 0),
            shapley=measures.shapley[last] if measures.shapley else None,
            decides=won(game.condition, only) and not any(won(base.condition, one) for one in alone),
            stops=won(game.condition, game.sizes)
            and not won(game.condition, without)
            and not any(
                not won(base.condition, [size - here for size, here in zip(base.sizes, one, strict=True)])
                for one in alone
            ),
            winning=tally.winning,
            n=game.n,
        ))  # fmt: skip
    return tuple(found)


def merged(bound: Bound, together: frozenset[str]) -> Game:
    """The game in which some members vote as one: the last kind, of one head.

    A row of many heads votes as one with them.
    """
    base = game_of(bound)
    voting = [cell for cell in bound.cells if cell.votes and cell.count]
    inside = [
        sum(size for member, size in zip(cell.ids, cell.sizes, strict=True) if member in together)
        for cell in voting
    ]
    kept = [kind for kind, cell in enumerate(voting) if cell.count > inside[kind]]
    sizes = tuple(voting[kind].count - inside[kind] for kind in kept)
    members = tuple(tuple(each for each in voting[kind].ids if each not in together) for kind in kept)
    order = tuple(member for cell in voting for member in cell.ids if member in together)
    return Game((*sizes, 1), _joined(base.condition, kept, inside), (*members, order))


def _joined(condition: Condition, kept: Sequence[int], inside: Sequence[int]) -> Condition:
    if isinstance(condition, Linear):
        own = condition.coefficients
        last = sum(value * heads for value, heads in zip(own, inside, strict=True))
        return Linear((*(own[kind] for kind in kept), last), condition.constant, condition.strict)
    if isinstance(condition, Unknown):
        return condition
    return AtLeast(condition.number, tuple(_joined(part, kept, inside) for part in condition.parts))


def _heads(game: Game, member: str) -> list[int]:
    """One head of a member, by kinds."""
    return [int(member in kind) for kind in game.members]


def _within(played: DecisionGame, kind: int, together: frozenset[str]) -> int:
    """How many heads of a kind are in a bloc."""
    cell = [cell for cell in played.bound.cells if cell.votes and cell.count][kind]
    return sum(size for member, size in zip(cell.ids, cell.sizes, strict=True) if member in together)
