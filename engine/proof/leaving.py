"""What becomes of the decisions when members leave: one, or any two of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.proof.answer import Answer, Property
from coalcheck.engine.proof.asking import TOO_MANY, Put, asked
from coalcheck.engine.proof.box import ANSWERS
from coalcheck.engine.proof.budget import Budget, TooManyCases
from coalcheck.engine.proof.change import Change
from coalcheck.engine.proof.logic import AGAINST, FOR, all_of, heads, negated
from coalcheck.engine.proof.members import alike, change_of
from coalcheck.engine.proof.search import find, met

if TYPE_CHECKING:
    from coalcheck.engine.proof.box import Vector
    from coalcheck.engine.proof.members import Alike
    from coalcheck.engine.proof.setting import Setting
    from coalcheck.engine.proof.witness import Witness

FEW = 3
"""Of two members, a departure ends the coalition: nothing is left to be counted."""


class State(Struct, frozen=True):
    """What can be said of a decision.

    Attributes:
        carried: whether some ballots carry it; None where the charter leaves it open.
        open: whether some clause of it cannot be judged.
        needs_all: whether nothing carries it but the yes of everyone.
        unsaid: whether it is left open how the ballots of everyone in favour come out, or why they do not
            carry it.
    """

    carried: bool | None
    open: bool
    needs_all: bool
    unsaid: bool


class Hit(Struct, frozen=True):
    """A decision that a departure touches, and what shows it.

    Attributes:
        decision: the id of the decision.
        but_one: whether it is shown by the ballots of all in favour but one, and not by those of everyone.
    """

    decision: str
    but_one: bool = False


class Gone(Struct, frozen=True):
    """A departure and what it does.

    Attributes:
        members: the members of whom one leaves, those who are alike together; two where two leave.
        change: the same as a change of the charter.
        stuck: decisions that nothing carries any more.
        lost: decisions of which some ballots cannot be judged any more.
        all: decisions that need everyone from then on.
    """

    members: tuple[tuple[str, ...], ...]
    change: Change
    stuck: tuple[Hit, ...]
    lost: tuple[Hit, ...]
    all: tuple[Hit, ...]


_Leaving: TypeAlias = tuple[object, ...]
"""A departure as one decision sees it: of which kinds of its members, and what is left of their rows."""


class Departures:
    """The departures from a charter, each looked at once.

    Most decisions do not tell all members apart, such as that of a body those outside it. So a departure is
    looked at in a decision once for all members who are alike there, and not once for each member.
    """

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
        self._then: dict[tuple[str, _Leaving], State] = {}
        self._kinds: dict[str, dict[str, int]] = {}

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
            yield self._answer(asked(name), touched, said, reason, budget.spent)
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
        return self._answer(answer, found, said, reason, budget.spent)

    def _gone(self, who: Sequence[Alike], budget: Budget) -> Gone:
        change = change_of(who)
        after: Setting | None = None
        stuck, lost, everyone = [], [], []
        for name in self.names:
            if name not in self._now:
                self._now[name] = state(self.setting, name, budget)
            key = name, self._leaving(name, who, change)
            if key not in self._then:
                after = after or self.setting.after(change)
                self._then[key] = state(after, name, budget)
            now, then = self._now[name], self._then[key]
            unclear = then.open or (then.carried is False and then.unsaid)
            if now.carried and then.carried is False and not unclear:
                stuck.append(Hit(name))
            elif unclear and not now.open:
                lost.append(Hit(name))
            if now.carried and not now.needs_all and then.carried and then.needs_all:
                everyone.append(Hit(name, but_one=True))
        return Gone(tuple(each.ids for each in who), change, tuple(stuck), tuple(lost), tuple(everyone))

    def _leaving(self, name: str, who: Sequence[Alike], change: Change) -> _Leaving:
        """A departure as one decision sees it; the same for all departures after which it stands alike."""
        if name not in self._kinds:
            classes = alike(self.setting, (name,))
            self._kinds[name] = {member: n for n, each in enumerate(classes) for member in each.ids}
        kinds = self._kinds[name]
        # Whether a row is left with nobody, with one or with more: one alone can be the member concerned.
        left = [*((kinds.get(row, -1), 0) for row in change.without)]
        left += [(kinds.get(row, -1), min(heads, 2)) for row, heads in change.fewer.items()]
        return tuple(sorted(kinds.get(each.first, -1) for each in who)), tuple(sorted(left))

    def _answer(
        self,
        answer: Answer,
        found: Sequence[tuple[Gone, tuple[Hit, ...]]],
        said: str,
        reason: str,
        cases: int,
    ) -> Answer:
        """An answer from what was found of each departure; the first that does something is shown."""
        touched = [(gone, hits) for gone, hits in found if hits]
        if not touched:
            return replace(answer, status="unknown" if reason else "holds", said=reason, cases=cases)
        members = dict.fromkeys(each for gone, _ in touched for ids in gone.members for each in ids)
        decisions = dict.fromkeys(each.decision for _, hits in touched for each in hits)
        first, hits = touched[0]
        after = self.setting.after(first.change)
        every = (
            but_one(after, each.decision) if each.but_one else everyone(after, each.decision) for each in hits
        )
        shown = tuple(each for each in every if each is not None)
        return replace(
            answer, status="fails", said=said, witnesses=shown, members=tuple(members),
            decisions=tuple(decisions), cases=cases,
        )  # fmt: skip


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
    first, point = _everyone(puts)
    unsaid = first.comes_to(point) is None
    return State(True if carried else None if open_ else False, open_, needs_all, unsaid)


def everyone(setting: Setting, name: str) -> Witness:
    """The ballots of everyone in favour; or some that the charter leaves open."""
    put, point = _everyone([Put(vote) for vote in setting.votes(name)])
    return put.shown(point, adopted=put.comes_to(point), change=setting.change)


def _everyone(puts: Sequence[Put]) -> tuple[Put, Vector]:
    first = next((put for put in puts if put.open), puts[0])
    return first, first.undecided or first.everyone_for


def but_one(setting: Setting, name: str) -> Witness | None:
    """The ballots of all in favour but one, who is against.

    None where nobody votes, or where it is open why these do not carry it.
    """
    put = Put(setting.votes(name)[0])
    less = _but_one(put)
    if less is None or put.comes_to(less) is not False:
        return None
    return put.shown(less, adopted=False, change=setting.change)


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
