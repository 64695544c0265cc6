"""Decisions of a charter put together where they are the same game: one count and one table for all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from coalcheck.engine.analysis.model import NotCounted
from coalcheck.engine.facts.examination import REMOVALS, speaks_of_others
from coalcheck.engine.power import enumerate_kinds
from coalcheck.engine.power.decision import Deciding, DecisionGame
from coalcheck.engine.power.game import Game, Undecidable

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.roll.sentences import Sentence

_MOST_CASES: Final = 3_000
"""Games with more cases are taken to be alike only where their rules are written alike."""

_Key: TypeAlias = tuple[object, ...]


class Played(NamedTuple):
    """One decision as a game, and the member concerned that it was made for, if there is one."""

    game: DecisionGame
    about: str


class Alike(NamedTuple):
    """Decisions that are one game; the first stands for all."""

    played: tuple[Played, ...]

    @property
    def game(self) -> Game:
        """The game."""
        return self.played[0].game.game


def alike(charter: Charter) -> tuple[tuple[Alike, ...], tuple[NotCounted, ...]]:
    """The decisions of a charter by game, in the order of the charter, and those that are no game."""
    deciding = Deciding(charter)
    groups: dict[_Key, list[Played]] = {}
    lacking = []
    for name in charter.decisions:
        try:
            played = _played(charter, deciding, name)
            key = _key(played)
        except Undecidable:
            lacking.append(NotCounted(name, _reason(charter, deciding, name)))
            continue
        groups.setdefault(key, []).append(played)
    return tuple(Alike(tuple(each)) for each in groups.values()), tuple(lacking)


def _played(charter: Charter, deciding: Deciding, name: str) -> Played:
    """A decision as a game; one that is always about a member without the vote that it may not have."""
    decision = charter.decisions[name]
    rule = deciding.rule("decisions", name, "passes")
    switches = decision.member_concerned
    kinds = set(decision.covers)
    about = (kinds <= REMOVALS and bool(kinds)) or (rule is not None and speaks_of_others(rule))
    if not about and switches is not None and not kinds:
        about = True
    silent = (switches is not None and switches.votes is False) or (
        rule is not None and speaks_of_others(rule)
    )
    if not (about and silent):
        return Played(deciding.game(name), "")
    rows = deciding.electorate(decision.body, decision).rows
    somebody = next((row.id for row in rows if row.count == 1 and row.in_body), None)
    return Played(deciding.game(name, concerned=somebody), somebody or "")


def _key(played: Played) -> _Key:
    """What is the same for decisions that are one game; ways to vote are compared where there are few."""
    game = played.game.game
    if enumerate_kinds.cases(game) > _MOST_CASES:
        return (game.members, game.sizes, game.condition, played.about)
    wins = tuple(_winning(game))
    return (game.members, game.sizes, wins, played.about)


def _winning(game: Game) -> Iterator[bool]:
    return map(game.wins, product(*(range(size + 1) for size in game.sizes)))


def _reason(charter: Charter, deciding: Deciding, name: str) -> str:
    """Why a decision is no game: no rule, a sentence without a reading, or one that leaves it open."""
    if charter.decisions[name].passes is None:
        return "It is not written what carries it."
    unread = [each for each in _sentences(deciding) if each.decision == name and each.rule is None]
    if unread:
        return f'"{unread[0].text}" cannot be counted as it is written; coalcheck validate says what is open.'
    return "The charter does not say enough to count it; coalcheck validate says what is open."


def _sentences(deciding: Deciding) -> tuple[Sentence, ...]:
    from coalcheck.engine.roll.sentences import sentences

    return sentences(deciding.charter)
