"""What becomes of the decisions when members leave: one, or any two of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.proof.answer import Answer, Property
from coalcheck.engine.proof.asking import TOO_MANY, Put, asked
from coalcheck.engine.proof.box import ANSWERS
from coalcheck.engine.proof.budget import Budget, TooManyCases
from coalcheck.engine.proof.change import Change
from coalcheck.engine.proof.logic import AGAINST, FOR, all_of, heads, negated
from coalcheck.engine.proof.search import find, met
from coalcheck.engine.proof.setting import Setting
from coalcheck.engine.proof.witness import Witness

if TYPE_CHECKING:
    from coalcheck.engine.proof.box import Vector
    from coalcheck.engine.proof.members import Alike

FEW = 3
"""Of two members, a departure ends the coalition: nothing is left to be counted."""


class State(Struct, frozen=True):
    """What can be said of a decision.

    Attributes:
        carried: whether some ballots carry it; None where the charter leaves it open.
        open: whether some clause of it cannot be judged.
        needs_all: whether nothing carries it but the yes of everyone.
        everyone: the ballots of everyone in favour; or some that the charter leaves open.
        but_one: the ballots of all in favour but one, who is against; None where nobody votes, or where it is
            open why these do not carry it.
    """

    carried: bool | None
    open: bool
    needs_all: bool
    everyone: Witness
    but_one: Witness | None


class Hit(Struct, frozen=True):
    """A decision that a departure touches, and ballots that show it where there are some to show."""

    decision: str
    shown: Witness | None


class Gone(Struct, frozen=True):
    """A departure and what it does.

    Attributes:
        members: the members of whom one leaves, those who are alike together; two where two leave.
        stuck: decisions that nothing carries any more, with the ballots of everyone.
        lost: decisions of which some ballots cannot be judged any more, with such ballots.
        all: decisions that need everyone from then on, with the ballots of all but one.
    """

    members: tuple[tuple[str, ...], ...]
    stuck: tuple[Hit, ...]
    lost: tuple[Hit, ...]
    all: tuple[Hit, ...]


class Departures:
    """The departures from a charter, each looked at once."""

    def __init__(self, setting: Setting, names: Sequence[str], members: Sequence[Alike]) -> None:
        """Say whose.

        Args:
            setting: the charter.
            names: its decisions in force.
            members: its members, those who are alike together.
        """
        self.setting = setting
        self.names = names
        self.members = members
        self.heads = sum(each.heads for each in members)
        self._now: dict[str, State] = {}

    def answers(self, cases: int) -> Iterator[Answer]:
        """What each departure, and each two, do.

        Args:
            cases: how many cases may be looked at for each of the properties.
        """
        budget, reason = Budget(cases), ""
        found: list[Gone] = []
        if self.heads >= FEW:
            try:
                # One by one: what was found stays where the budget ends.
                for each in self.members:
                    found.append(self._gone((each,), budget))  # noqa: PERF401
            except TooManyCases:
                reason = TOO_MANY.format(cases=cases)
        shown: dict[Property, tuple[list[tuple[Gone, tuple[Hit, ...]]], str]] = {
            "survives-departures": (
                [(gone, gone.stuck) for gone in found],
                "After a departure a decision can no longer be carried.",
            ),
            "classes-stay-filled": (
                [(gone, gone.lost) for gone in found],
                "After a departure nobody is left to be counted, and the charter does not say what holds.",
            ),
            "not-everyone-after-a-departure": (
                [(gone, gone.all) for gone in found],
                "After a departure a rule means that everyone must agree.",
            ),
        }
        for name, (touched, said) in shown.items():
            yield _answer(asked(name), touched, said, reason, budget.spent)
        yield self._two(found, cases)

    def _two(self, singles: Sequence[Gone], cases: int) -> Answer:
        """Each two departures that do more than one of them does."""
        answer = asked("survives-two-departures")
        budget, found, reason = Budget(cases), [], ""
        known = {(gone.members[0], each.decision) for gone in singles for each in (*gone.stuck, *gone.lost)}
        if self.heads > FEW:
            try:
                for one, other in combinations_with_replacement(self.members, 2):
                    if one is other and one.heads < 2:
                        continue
                    gone = self._gone((one, other), budget)
                    news = tuple(
                        each
                        for each in (*gone.stuck, *gone.lost)
                        if not {(one.ids, each.decision), (other.ids, each.decision)} & known
                    )
                    found.append((gone, news))
            except TooManyCases:
                reason = TOO_MANY.format(cases=cases)
        said = "After two departures a decision can no longer be carried, or not be judged."
        return _answer(answer, found, said, reason, budget.spent)

    def _gone(self, who: Sequence[Alike], budget: Budget) -> Gone:
        change = change_of(who)
        after = Setting(self.setting.charter, change)
        stuck, lost, everyone = [], [], []
        for name in self.names:
            now, then = self._state(self.setting, name, budget), self._state(after, name, budget)
            unclear = then.open or (then.carried is False and then.everyone.adopted is None)
            if now.carried and then.carried is False and not unclear:
                stuck.append(Hit(name, then.everyone))
            elif unclear and not now.open:
                lost.append(Hit(name, then.everyone))
            if now.carried and not now.needs_all and then.carried and then.needs_all:
                everyone.append(Hit(name, then.but_one))
        return Gone(tuple(each.ids for each in who), tuple(stuck), tuple(lost), tuple(everyone))

    def _state(self, setting: Setting, name: str, budget: Budget) -> State:
        if setting is self.setting and name in self._now:
            return self._now[name]
        found = state(setting, name, budget)
        if setting is self.setting:
            self._now[name] = found
        return found


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


def state(setting: Setting, name: str, budget: Budget) -> State:
    """What can be said of a decision as a charter stands.

    Raises:
        TooManyCases: the budget is spent.
    """
    carried = open_ = False
    needs_all = True
    puts: list[Put] = []
    for vote in setting.votes(name):
        budget.spend(len(vote.voters))
        put = Put(vote, budget.most)
        puts.append(put)
        open_ = open_ or put.open
        if put.undecided is not None and put.comes_to(put.undecided) is not None:
            # It was not seen whether some ballots are open, which is not the same as their being open.
            raise TooManyCases
        if carried and not needs_all:
            continue
        if met(put.adopted, put.everyone_for) or find(put.room.box, put.adopted, budget) is not None:
            carried = True
            if _without_one(put, budget):
                needs_all = False
    first = next((put for put in puts if put.open), puts[0])
    point = first.undecided or first.everyone_for
    shown = first.shown(point, adopted=first.comes_to(point), change=setting.change)
    less = _but_one(puts[0])
    clear = less is not None and puts[0].comes_to(less) is False
    but_one = (
        puts[0].shown(less, adopted=False, change=setting.change) if less is not None and clear else None
    )
    return State(True if carried else None if open_ else False, open_, needs_all, shown, but_one)


def _without_one(put: Put, budget: Budget) -> bool:
    """Whether it can be carried while somebody who votes is not in favour."""
    less = _but_one(put)
    if less is not None and met(put.adopted, less):
        return True
    places = put.room.voting()
    everyone = heads(len(put.room.cells), places, (FOR,), sum(put.room.cells[p].count for p in places))
    return find(put.room.box, all_of(put.adopted, negated(everyone)), budget) is not None


def _but_one(put: Put) -> Vector | None:
    """Everyone in favour but for one, who is against."""
    point = list(put.everyone_for)
    for place in reversed(put.room.voting()):
        point[ANSWERS * place + FOR] -= 1
        point[ANSWERS * place + AGAINST] += 1
        return tuple(point)
    return None


def _answer(
    answer: Answer, found: Sequence[tuple[Gone, tuple[Hit, ...]]], said: str, reason: str, cases: int
) -> Answer:
    """An answer from what was found of each departure."""
    touched = [(gone, hits) for gone, hits in found if hits]
    if not touched:
        return replace(answer, status="unknown" if reason else "holds", said=reason, cases=cases)
    members = dict.fromkeys(each for gone, _ in touched for ids in gone.members for each in ids)
    decisions = dict.fromkeys(each.decision for _, hits in touched for each in hits)
    shown = tuple(hit.shown for hit in touched[0][1] if hit.shown is not None)
    return replace(
        answer, status="fails", said=said, witnesses=shown, members=tuple(members),
        decisions=tuple(decisions), cases=cases,
    )  # fmt: skip
