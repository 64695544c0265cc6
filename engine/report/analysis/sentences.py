"""What every format says alike: who can carry a decision, who can stop it, how often it passes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING, Final

from coalcheck.engine.report.analysis.figures import of, percent
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import in_words

if TYPE_CHECKING:
    from coalcheck.engine.analysis.model import Analysis, Bloc, Group, Row

_MOST_NAMES: Final = 6
_MOST_PAIRS: Final = 4


class Wording:
    """The names of one charter, and whether its readers are its members."""

    def __init__(self, analysis: Analysis, *, sign: str = "%") -> None:
        """Take the names.

        Args:
            analysis: what was counted.
            sign: what stands behind a number of hundredths: ``%``, or `` percent`` where it is read aloud.
        """
        self._names = analysis.names
        self._heads = analysis.heads
        self._sign = sign
        heading = analysis.result.heading
        self._you = heading is not None and heading.kind != "body"

    def percent(self, share: Fraction) -> str:
        """A share in hundredths."""
        return percent(share, self._sign)

    @property
    def members(self) -> Collection[str]:
        """Ids of the members."""
        return self._names.keys()

    def heads(self, member: str) -> int:
        """How many heads the row of a member stands for."""
        return self._heads.get(member, 1)

    def name(self, member: str) -> str:
        """The name of a member on one line; a row of many says how many it stands for."""
        name = self.plain_name(member)
        heads = self._heads.get(member, 1)
        return name if heads == 1 else f"{name} ({heads:,} heads)"

    def plain_name(self, member: str) -> str:
        """The same without the number of heads."""
        return " ".join(visible(self._names.get(member, member)).split())

    @property
    def all_of(self) -> str:
        """The members together, as their charter would speak of them."""
        return "all of you" if self._you else "all"

    def named(self, members: Sequence[str], *, last: str = "and", most: int = _MOST_NAMES) -> str:
        """Members by name; more than can be read are counted."""
        names = [self.name(member) for member in members]
        if len(names) > most + 1:
            return join(*names[:most], f"{len(names) - most} more", last="and")
        return join(*names, last=last)

    def row(self, row: Row, group: Group, *, every: bool = False) -> str:
        """Members that stand alike: all of them, or by name."""
        if len(row.members) == 1:
            name = self.name(row.members[0])
            return name if row.heads == 1 else f"each of {name}"
        if row.heads == group.n and not every:
            return "each of the others" if group.about else self._each(group).lower()
        return f"each of {self.named(row.members, most=len(row.members) if every else _MOST_NAMES)}"

    def title(self, group: Group) -> str:
        """The decisions of a group, by their ids in words."""
        return ", ".join(words(decision) for decision in group.decisions)

    def lead(self, group: Group) -> Iterator[str]:
        """The first sentences of a group: who votes, who can carry, who can stop."""
        if group.about:
            yield "Whoever it is about does not vote on it."
        elif not group.everyone:
            yield self._voters(group)
        yield from self._carry(group)
        if group.standing.carried:
            yield from self._stop(group)
        idle = group.ids(group.standing.without_effect)
        if idle and len(idle) < sum(map(len, group.kinds)):
            votes = "The vote" if len(idle) == 1 else "The votes"
            yield f"{votes} of {self.named(idle)} cannot change any result under these rules."

    def often(self, group: Group) -> Iterator[str]:
        """How often motions pass, with two answers and with three."""
        counted = group.counted
        if counted is not None:
            ways = of(counted.winning, 2**group.n)
            share = self.percent(counted.act)
            yield (
                f"If every way to vote is as likely, motions pass in {ways} ({share})."
                if ways
                else f"If every way to vote is as likely, {share} of all motions pass."
            )
        yield from self._abstaining(group)

    def _abstaining(self, group: Group) -> Iterator[str]:
        """How often they pass with abstentions; decisions of which the same is true together."""
        alike: dict[tuple[int, int, int, bool], list[str]] = {}
        for each in group.answers:
            key = (each.adopted, each.ballots, each.undecided, bool(each.abstaining_helps))
            alike.setdefault(key, []).extend(each.decisions)
        for (adopted, ballots, undecided, helps), decisions in alike.items():
            which = (
                "it"
                if len(decisions) == len(group.decisions)
                else join(*(f'"{words(d)}"' for d in decisions))
            )
            ways = of(adopted, ballots) or f"{self.percent(Fraction(adopted, ballots))} of all"
            yield f"With abstentions, {ways} ways to vote carry {which}."
            if undecided:
                yield "Of some of the others the charter does not say."
            if helps:
                yield "To abstain helps a motion more than to vote against it."

    def blocs(self, group: Group) -> Iterator[str]:
        """What would change if those who are paid for voted with the one that pays."""
        for bloc in group.blocs:
            yield self._bloc(bloc)

    def _bloc(self, bloc: Bloc) -> str:
        whose = f"{self.named(bloc.paid)}, whose costs {self.name(bloc.payer)} pays"
        can = [words for words, does in (("carry it", bloc.decides), ("stop it", bloc.stops)) if does]
        power = f"{self.percent(bloc.share)} of the power"
        if bloc.share != bloc.apart:
            power += f" instead of {self.percent(bloc.apart)}"
        if can:
            return f"If {whose}, voted with it, together they could {join(*can)} alone, with {power}."
        return f"If {whose}, voted with it, together they would have {power}."

    def _voters(self, group: Group) -> str:
        members = [member for kind in group.kinds for member in kind]
        bodies = [words(body) for body in group.bodies if body is not None]
        by = f' as "{join(*bodies)}"' if bodies else ""
        if len(members) == 1:
            return f"{self.named(members)} votes{by}."
        return f"{self.named(members)} vote{by}."

    def _carry(self, group: Group) -> Iterator[str]:
        standing, least = group.standing, group.winning.fewest if group.winning else None
        if not standing.carried:
            yield "No way to vote for or against carries it."
        elif standing.free:
            yield "It carries even where everyone votes against it."
        elif group.n == 1:
            yield f"{self.named(group.kinds[0])} decides alone."
        elif least == group.n:
            yield f"It takes {self._all(group)}."
        elif len(group.sizes) == 1 and least is not None:
            yield f"{self._any(group, least)} can carry it{' alone' if least == 1 else ''}."
        elif standing.decide:
            alone = self.named(group.ids(standing.decide), last="or")
            yield f"{alone} can carry it alone, against all the others."
        else:
            pairs = self._pairs(group, standing.decide_in_twos)
            fewest = f"it takes at least {in_words(least)}" if least else "it takes several together"
            yield f"Nobody can carry it alone; {f'{pairs} can' if pairs else fewest}."

    def _stop(self, group: Group) -> Iterator[str]:
        standing, least = group.standing, group.blocking.fewest if group.blocking else None
        if group.n == 1 or standing.free:
            return
        if len(group.ids(standing.stop)) == sum(map(len, group.kinds)):
            yield f"{self._each(group)} can stop it alone."
        elif standing.stop:
            yield f"{self.named(group.ids(standing.stop), last='or')} can stop it alone."
        elif len(group.sizes) == 1 and least is not None:
            yield f"Nobody can stop it alone; {self._any(group, least).lower()} can."
        else:
            pairs = self._pairs(group, standing.stop_in_twos)
            fewest = f"it takes at least {in_words(least)}" if least else "it takes several together"
            yield f"Nobody can stop it alone; {f'{pairs} can' if pairs else fewest}."

    def _all(self, group: Group) -> str:
        number = in_words(group.n)
        if self._you and group.everyone and not group.about:
            return "both of you" if group.n == 2 else f"all {number} of you"
        return "both of them" if group.n == 2 else f"all {number}"

    def _each(self, group: Group) -> str:
        return "Each of you" if self._you and group.everyone and not group.about else "Each of them"

    def _any(self, group: Group, number: int) -> str:
        whom = "you" if self._you and group.everyone and not group.about else f"the {in_words(group.n)}"
        return f"Any {in_words(number)} of {whom}"

    def _pairs(self, group: Group, pairs: Sequence[tuple[int, int]]) -> str:
        """Pairs of members in words; empty where there are none."""
        if not pairs:
            return ""
        kinds = range(len(group.sizes))
        every = {
            (one, other)
            for one, other in combinations_with_replacement(kinds, 2)
            if one != other or group.sizes[one] > 1
        }
        if set(pairs) == every:
            return self._any(group, 2).lower()
        if len(pairs) > _MOST_PAIRS:
            return "some two together"
        return join(*(self._pair(group, *pair) for pair in pairs), last="or")

    def _pair(self, group: Group, one: int, other: int) -> str:
        if one == other:
            return f"two of {self.named(group.kinds[one])}"
        first, second = (self.named(group.kinds[kind], last="or") for kind in (one, other))
        return f"{first} with {second}"


def words(key: str) -> str:
    """A key of the charter as words."""
    return " ".join(visible(key).replace("-", " ").replace("_", " ").split())
