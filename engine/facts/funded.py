"""What members could decide or stop together, if those that another one pays for voted with it.

Nothing says that they would. But a count of members takes each for itself, so both counts are worth knowing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from coalcheck.engine.facts.named import as_words, listed, name_of
from coalcheck.engine.roll.electorate import Membership
from coalcheck.engine.roll.sentences import sentences
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.electorate import AGAINST, IN_FAVOUR, Electorate, Votes

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.threshold.bound import Bound


class Bloc(NamedTuple):
    """A member and those whose costs it pays, directly or through another.

    Attributes:
        funder: the id of the member that pays.
        funded: the ids of the others, in the order of the charter.
    """

    funder: str
    funded: tuple[str, ...]

    @property
    def everyone(self) -> frozenset[str]:
        """All of them."""
        return frozenset((self.funder, *self.funded))


class Reach(NamedTuple):
    """What a bloc can do together and none of it alone.

    Attributes:
        bloc: who.
        decides: decisions that it can carry against all others, as words.
        stops: decisions that it can stop although all others are for them, as words.
    """

    bloc: Bloc
    decides: tuple[str, ...]
    stops: tuple[str, ...]


def blocs(charter: Charter) -> tuple[Bloc, ...]:
    """Every member that pays for others, with them; in the order of the charter."""
    paid: dict[str, set[str]] = {}
    named = {(member.name or "").casefold(): member.id for member in charter.members if member.name}
    ids = {member.id for member in charter.members}
    for member in charter.members:
        for given in member.inducements or ():
            giver = given.from_ if given.from_ in ids else named.get((given.from_ or "").casefold())
            if giver is not None and giver != member.id:
                paid.setdefault(giver, set()).add(member.id)
    found = []
    for funder in paid:
        reached, ahead = {funder}, [funder]
        while ahead:
            for each in sorted(paid.get(ahead.pop(), set()) - reached):
                reached.add(each)
                ahead.append(each)
        funded = tuple(member.id for member in charter.members if member.id in reached - {funder})
        found.append(Bloc(funder, funded))
    return tuple(sorted(found, key=lambda bloc: -len(bloc.funded)))


def reach(charter: Charter, blocs: Sequence[Bloc]) -> tuple[Reach, ...]:
    """What each bloc can decide or stop together, and no member of it alone; all take part in the vote."""
    if not blocs:
        return ()
    membership = Membership(charter)
    rules = [
        (each.decision, each.rule)
        for each in sentences(charter)
        if each.role == "passes" and len(each.route) == 3 and each.decision and each.rule is not None
    ]
    reached: list[Reach] = []
    for bloc in blocs:
        decides, stops = [], []
        for key, rule in rules:
            decision = charter.decisions[key]
            roll = membership.electorate(decision.body, decision.member_concerned)
            bound = bind(rule, roll)
            together = bloc.everyone
            if _carries(bound, roll, together) and not any(
                _carries(bound, roll, {each}) for each in together
            ):
                decides.append(as_words(key))
            if _stops(bound, roll, together) and not any(_stops(bound, roll, {each}) for each in together):
                stops.append(as_words(key))
        if decides or stops:
            reached.append(Reach(bloc, tuple(decides), tuple(stops)))
    return tuple(reached)


def _carries(bound: Bound, roll: Electorate, these: frozenset[str] | set[str]) -> bool:
    return bound.judge(_ballots(roll, these, IN_FAVOUR, AGAINST)) is True


def _stops(bound: Bound, roll: Electorate, these: frozenset[str] | set[str]) -> bool:
    if bound.judge(_ballots(roll, these, IN_FAVOUR, IN_FAVOUR)) is not True:
        return False
    return bound.judge(_ballots(roll, these, AGAINST, IN_FAVOUR)) is False


def _ballots(
    roll: Electorate, these: frozenset[str] | set[str], own: Votes, others: Votes
) -> Mapping[str, Votes]:
    """How all vote that may: these so, the others so; a row of several heads votes as one."""
    return {
        row.id: Votes(*(row.count * heads for heads in (own if row.id in these else others)))
        for row in roll.rows
        if row.votes and row.in_body
    }


def in_words(charter: Charter, bloc: Bloc) -> tuple[str, str]:
    """The member that pays, and those for which it pays, by name."""
    return name_of(charter, bloc.funder), listed(name_of(charter, each) for each in bloc.funded)
