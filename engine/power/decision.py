"""The game that a decision of a charter is: its rule, its quorum, its vetoes, and the other bodies it needs.

Everyone votes, for or against. Who may not vote on it is there and does not vote; whoever holds a veto and is
against uses it, unless those in favour can set it aside. What one day's rules let come about in two steps, a
fallback after a time, counts as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.power.game import Game, Undecidable, game_of
from coalcheck.engine.roll.electorate import Membership, covers
from coalcheck.engine.roll.holders import holders_of
from coalcheck.engine.roll.sentences import Sentence, sentences
from coalcheck.engine.source.node import Route
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import STATES, AtLeast, Bound, Cell, Condition, Linear
from coalcheck.engine.threshold.cells import cells_of
from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.tree import All, Any, Clause, Count, Nobody, Rule

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Decision, Veto

OWN_BOARDS: Final = "own boards"
_NOTHING: Final = All(())
_IN_FAVOUR: Final = 0
_AGAINST: Final = 1


class DecisionGame(Struct, frozen=True):
    """One decision as a game of all who can vote on it.

    Attributes:
        decision: its id.
        game: the game.
        bound: the same over all four answers, for those who ask what staying away or abstaining does; vetoes
            are votes against in it.
        notes: what was left out and why, one sentence each.
    """

    decision: str
    game: Game
    bound: Bound
    notes: tuple[str, ...] = ()


class Deciding:
    """The decisions of one charter as games, its members and sentences worked out once."""

    def __init__(
        self, charter: Charter, *, on: date | None = None, leaver: str | None = None,
        without: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        """Work out who the members are.

        Args:
            charter: the charter.
            on: the day; where not given, the members and versions that come last.
            leaver: a member of which one has left: of a counted row one head, of another the whole.
            without: members that have left.
        """
        self.charter = charter
        self._on = on
        self._membership = Membership(charter, on=on, leaver=leaver, without=without)
        self._by_route: dict[Route, Sentence] = {each.route: each for each in sentences(charter)}

    def game(self, name: str, *, concerned: str | None = None, kind: str = "") -> DecisionGame:
        """One decision as a game.

        Args:
            name: its id.
            concerned: the member that it is about.
            kind: the kind of decision that it is this time. Where it is not given, a veto over some of the
                kinds that it covers is counted over all of them.

        Raises:
            Undecidable: a sentence of it has no reading, or cannot be judged from the charter.
        """
        parts = _Parts(self, name, concerned, kind)
        bound = Bound(parts.cells, parts.condition())
        return DecisionGame(name, game_of(bound), bound, tuple(parts.notes))

    def rule(self, *route: str | int) -> Rule | None:
        """What the threshold at a place says; None where there is none.

        Raises:
            Undecidable: it has no reading, or more than one.
        """
        sentence = self._by_route.get(route)
        if sentence is None:
            return None
        if sentence.rule is None:
            raise Undecidable
        return sentence.rule

    def electorate(
        self, body: str | None, decision: Decision, *, quorum: bool = False, concerned: str | None = None
    ) -> Electorate:
        """Who is counted where a body decides."""
        return self._membership.electorate(
            body, decision.member_concerned, quorum=quorum, concerned=concerned
        )

    def holders(self, veto: Veto) -> frozenset[str]:
        """Who holds a veto; nobody where it is not in force."""
        day = self._on
        if day is not None and not covers(veto.valid, day):
            return frozenset()
        return frozenset(holders_of(self.charter, veto, day))


class _Parts:
    """The sentences of one decision, each with those who are counted for it."""

    def __init__(self, deciding: Deciding, name: str, concerned: str | None, kind: str) -> None:
        self.notes: list[str] = []
        self._deciding = deciding
        self._decision = decision = deciding.charter.decisions[name]
        here: Route = ("decisions", name)
        rule = deciding.rule(*here, "passes")
        fallback = deciding.rule(*here, "otherwise", "passes")
        if rule is None:
            raise Undecidable
        if fallback is not None:
            rule = Any((rule, fallback))
        roll = deciding.electorate(decision.body, decision, concerned=concerned)
        self._asked: list[tuple[Rule, Electorate, bool]] = [(rule, roll, decision.silence == "adopts")]
        quorum = deciding.rule(*here, "quorum")
        if quorum is not None:
            again = deciding.rule(*here, "second_call", "quorum")
            present = deciding.electorate(decision.body, decision, quorum=True, concerned=concerned)
            self._asked.append((quorum if again is None else Any((quorum, again)), present, True))
        for number, also in enumerate(decision.also):
            self._others(here, number, also.body, concerned)
        self._vetoes = list(self._over(name, kind, decision, roll))
        pairs = [(rule, electorate) for rule, electorate, _ in self._asked]
        pairs += [(override, roll) for _, _, override in self._vetoes if override is not None]
        pairs += [
            _told_apart(roll, frozenset((holder,)), f"\0{number}.{place}")
            for number, (holders, _, _) in enumerate(self._vetoes)
            for place, holder in enumerate(sorted(holders))
        ]
        self.cells: tuple[Cell, ...] = _voting(cells_of(pairs), [roll for _, roll in pairs])
        self._roll = roll

    def _others(self, here: Route, number: int, body: str | None, concerned: str | None) -> None:
        rule = self._deciding.rule(*here, "also", number, "passes")
        if body == OWN_BOARDS:
            self.notes.append("What the members' own boards decide is not counted.")
            return
        if rule is not None:
            roll = self._deciding.electorate(body, self._decision, concerned=concerned)
            self._asked.append((rule, roll, False))

    def _over(
        self, name: str, kind: str, decision: Decision, roll: Electorate
    ) -> Iterator[tuple[frozenset[str], int, Rule | None]]:
        """The vetoes over a decision: who holds each, how many of them it takes, and what sets it aside."""
        heads = {row.id: row.count for row in roll.rows if row.votes and row.in_body}
        kinds = {name, "all", *((kind,) if kind else decision.covers)}
        for index, veto in enumerate(self._deciding.charter.vetoes):
            if veto.over and not kinds & set(veto.over):
                continue
            held = self._deciding.holders(veto)
            holders = held & heads.keys()
            if held - holders:
                self.notes.append("A veto of members that do not vote on this is not counted.")
            if not holders:
                continue
            needed = 1
            if veto.jointly is True:
                needed = sum(heads[each] for each in holders)
            elif veto.jointly:
                needed = int(veto.jointly)
            yield holders, needed, self._deciding.rule("vetoes", index, "override")

    def condition(self) -> Condition:
        """Everything that must hold, over the cells."""
        parts = [
            bind(rule, roll, silence=silence, cells=self.cells).condition
            for rule, roll, silence in self._asked
        ]
        for holders, needed, override in self._vetoes:
            places = [index for index, cell in enumerate(self.cells) if set(cell.ids) & holders]
            if needed > 1:
                parts.append(self._unless(override, holders, self._fewer(places, needed)))
                continue
            for place in places:
                # Each veto is set aside by itself: the others, where it says so, are all but its holder.
                holder = holders & set(self.cells[place].ids)
                parts.append(self._unless(override, holder, self._fewer((place,), 1)))
        return parts[0] if len(parts) == 1 else AtLeast(len(parts), tuple(parts))

    def _unless(self, override: Rule | None, holders: frozenset[str], unused: Condition) -> Condition:
        """That a veto is not used, or is set aside by those who are in favour."""
        if override is None:
            return unused
        rows = (replace(row, concerned=True) if row.id in holders else row for row in self._roll.rows)
        roll = replace(self._roll, rows=tuple(rows))
        return AtLeast(1, (unused, bind(override, roll, cells=self.cells).condition))

    def _fewer(self, places: Sequence[int], needed: int) -> Linear:
        """That fewer than so many heads of some cells vote against."""
        coefficients = [0] * (STATES * len(self.cells))
        for place in places:
            coefficients[STATES * place + _AGAINST] = -1
        return Linear(tuple(coefficients), needed, strict=True)


def _told_apart(roll: Electorate, members: frozenset[str], group: str) -> tuple[Rule, Electorate]:
    """A rule that tells some members apart from all others, for the sake of the cells alone."""
    rows = tuple(replace(row, groups=row.groups | {group}) if row.id in members else row for row in roll.rows)
    return Clause(Nobody(Count.OPPOSITION), among=group), replace(roll, rows=rows)


def _voting(cells: Sequence[Cell], rolls: Sequence[Electorate]) -> tuple[Cell, ...]:
    """The cells, each marked as voting where its members vote, be it in another body that must agree."""
    votes = {row.id for roll in rolls for row in roll.rows if row.votes and row.in_body}
    return tuple(replace(cell, votes=bool(set(cell.ids) & votes)) for cell in cells)
