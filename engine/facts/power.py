"""What the votes of members weigh, counted from the whole rule: quorum, vetoes and other bodies as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.examination import REMOVALS, Examination
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.kinds import FOUNDING, LEAVING
from coalcheck.engine.facts.named import as_words, listed, name_of
from coalcheck.engine.facts.properties import texts
from coalcheck.engine.power import enumerate_kinds
from coalcheck.engine.power.decision import Deciding
from coalcheck.engine.power.game import Undecidable

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Decision
    from coalcheck.engine.power.game import Game
    from coalcheck.engine.power.tally import Tally
    from coalcheck.engine.threshold.bound import Bound

OF_DECISIONS: Final[Mapping[str, Property]] = texts(
    changes_nothing="Members, not all, that vote on it and whose vote changes no result.",
    whose_vote="How these are spoken of: the vote of Mercy, the votes of Mercy and Clinic.",
    more_than_half="The one member that has more than half of the power, and cannot carry it alone.",
    more_than_half_in="In how many cases that member's vote makes the difference: 14 of 16.",
    seldom_carried="How many of all ways to vote carry it, where that is under one in twenty.",
    unequal_dues="The sum that every member that votes on it promises, where votes are of unequal power.",
    unequal_more="Members of whom each has more power then.",
    unequal_less="Members of whom each has less.",
)

OF_CHARTERS: Final[Mapping[str, Property]] = texts(
    holder_of_most="The one member with more than half of the power in most decisions, where governance is "
    "distributed.",
)

MOST_CASES: Final = 600
"""So many cases are counted for one decision; ``coalcheck analyze`` counts more."""

_SELDOM: Final = Fraction(1, 20)
_HALF: Final = Fraction(1, 2)
_FEW: Final = 3


class Powers:
    """The games of one charter, as far as they are counted quickly.

    Attributes:
        held: by member, in how many of them it has more than half of the power.
        counted: how many decisions were counted, those about a member left aside.
    """

    def __init__(self, examination: Examination) -> None:
        self.held: dict[str, int] = {}
        self.counted = 0
        self._examination = examination
        self._deciding: Deciding | None = None

    def values(self, key: str, decision: Decision, bound: Bound, concerned: str | None) -> dict[str, Value]:
        """What is known of the power in one decision; what does not apply is absent.

        Args:
            key: its id.
            decision: the decision.
            bound: its rule with the members put in.
            concerned: a member that stands for whichever it is about.
        """
        sizes = [cell.count for cell in bound.cells if cell.votes and cell.count]
        if cases(sizes) > MOST_CASES:
            # Vetoes and other bodies only tell more members apart.
            if len(sizes) > 1:
                self._too_many(key)
            return {}
        if self._deciding is None:
            self._deciding = Deciding(self._examination.charter)
        try:
            game = self._deciding.game(key, concerned=concerned).game
        except Undecidable:
            return {}
        if cases(game.sizes) > MOST_CASES:
            self._too_many(key)
            return {}
        if game.n < 2 or not game.monotone or not game.wins(game.sizes):
            return {}
        tally = enumerate_kinds.count(game)
        self.counted += concerned is None
        found = self._seldom(decision, tally)
        if len(set(tally.swings)) > 1:
            found |= self._unlike(game, tally, counts=concerned is None)
            if any(
                {key, "all", *decision.covers} & set(veto.over) for veto in self._examination.charter.vetoes
            ):
                # That a veto gives more power is said where the veto is.
                found.pop("more_than_half", None)
            if concerned is None:
                found |= self._dues(game, tally)
        return found

    def _too_many(self, key: str) -> None:
        """Take note that the power in a decision was not counted."""
        self._examination.notes.append(
            f"How much power each has on {as_words(key)} was not counted here; coalcheck analyze does it."
        )

    def of_charter(self) -> dict[str, Value]:
        """What the decisions that were counted come to together."""
        charter = self._examination.charter
        if charter.governance != "distributed":
            return {}
        most = [member for member, times in self.held.items() if 2 * times > self.counted]
        return {"holder_of_most": name_of(charter, most[0])} if most else {}

    def _unlike(self, game: Game, tally: Tally, *, counts: bool) -> dict[str, Value]:
        """Members that never make the difference, and one that does so more often than all others."""
        charter, found = self._examination.charter, dict[str, Value]()
        idle = _members(charter, game, [kind for kind, times in enumerate(tally.swings) if not times])
        if idle:
            names = listed(name_of(charter, each) for each in idle)
            found["changes_nothing"] = names
            found["whose_vote"] = f"the vote{'' if len(idle) == 1 else 's'} of {names}"
        every = sum(size * times for size, times in zip(game.sizes, tally.swings, strict=True))
        for kind, (size, times) in enumerate(zip(game.sizes, tally.swings, strict=True)):
            if size == 1 and Fraction(times, every) > _HALF:
                member = game.members[kind][0]
                self.held[member] = self.held.get(member, 0) + counts
                if not game.wins([int(each == kind) for each in range(len(game.sizes))]):
                    found["more_than_half"] = name_of(charter, member)
                    found["more_than_half_in"] = f"{times:,} of {2 ** (game.n - 1):,}"
        return found

    def _seldom(self, decision: Decision, tally: Tally) -> dict[str, Value]:
        """Whether daily business passes in fewer than one in twenty ways to vote, and nothing helps it on."""
        everyday = any(kind not in FOUNDING | REMOVALS | LEAVING for kind in decision.covers)
        goes_on = decision.otherwise or decision.if_no_agreement or decision.silence
        ways = 2**tally.n
        if not everyday or goes_on or tally.winning < 2 or Fraction(tally.winning, ways) >= _SELDOM:
            return {}
        return {"seldom_carried": f"{tally.winning:,} of {ways:,}"}

    def _dues(self, game: Game, tally: Tally) -> dict[str, Value]:
        """Whether all who vote promise the same money and have not the same power."""
        charter = self._examination.charter
        voters = {member for kind in game.members for member in kind}
        rows = [member for member in charter.members if member.id in voters]
        sums = {row.commits.money if row.commits is not None else None for row in rows}
        if len(sums) != 1 or len(rows) < _FEW or None in sums or any((row.count or 1) > 1 for row in rows):
            return {}
        most, least = max(tally.swings), min(tally.swings)
        more, less = (
            _members(charter, game, [kind for kind, times in enumerate(tally.swings) if times == wanted])
            for wanted in (most, least)
        )
        return {
            "unequal_dues": str(sums.pop()),
            "unequal_more": listed(name_of(charter, each) for each in more),
            "unequal_less": listed(name_of(charter, each) for each in less),
        }


def cases(sizes: Sequence[int]) -> int:
    """In how many ways members of these kinds can be for or against, kind by kind."""
    return prod(size + 1 for size in sizes)


def _members(charter: Charter, game: Game, kinds: list[int]) -> list[str]:
    """The members of some kinds, in the order of the charter."""
    found = {member for kind in kinds for member in game.members[kind]}
    return [member.id for member in charter.members if member.id in found]
