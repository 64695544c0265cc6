"""The same votes with something else around them: other days, other sums, papers that are missing.

For changes that no ballots alone can show. Each variation sets some keys of a case; None takes a key away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from coalcheck.engine.roll.electorate import members_of
from coalcheck.engine.roll.holders import holders_of
from coalcheck.engine.scenario.mutation.around import by_the_clock, moment, spans

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Veto
    from coalcheck.engine.charter.quantity import Money, Period
    from coalcheck.engine.scenario.mutation.mutant import Mutant

Values: TypeAlias = Mapping[str, Any]
_DAY: Final = timedelta(days=1)
_ENOUGH: Final = 800
"""Days after which whatever could still come has come."""
_REASON: Final = "One that it gives"


class Around:
    """What can be varied around some votes, for one charter and one of its changes."""

    def __init__(self, charter: Charter, mutant: Mutant, decision: str, values: Values) -> None:
        self._charter = charter
        self._mutant = mutant
        self._name = decision
        self._decision = charter.decisions[decision]
        self._values = values
        self._day = date.fromisoformat(str(values["date"])[:10])
        self._held = {"date": str(self._day), "as_of": str(self._day + _ENOUGH * _DAY)}

    def variations(self) -> Iterator[dict[str, Any]]:
        """All of them for what was changed; the votes themselves may be others in some."""
        route = self._mutant.route
        if route[0] == "decisions":
            yield from self._of_decision(str(route[2]), *map(str, route[3:4]))
        elif route[0] == "vetoes":
            yield from self._of_veto(self._charter.vetoes[int(route[1])], *map(str, route[2:3]))
        elif route[0] == "groups":
            for veto in self._charter.vetoes:
                yield from self._of_veto(veto)
        elif route[0] == "bodies" and route[-1] != "spend":
            yield from ({"action": kind} for kind in self._decision.covers)
        elif route[0] == "term":
            yield from self._on_days(self._charter.term, str(route[1]))
        elif route[-1] == "spend":
            limits = self._charter.bodies[str(route[1])].limits
            yield from self._sums(limits.spend if limits is not None else None)
        else:
            money = self._charter.scope.money if self._charter.scope is not None else None
            yield from self._sums(getattr(money, str(route[-1]), None))

    # Of a decision

    def _of_decision(self, key: str, below: str = "") -> Iterator[dict[str, Any]]:
        decision = self._decision
        otherwise, again, only_if = decision.otherwise, decision.second_call, decision.applies_if
        made: dict[str, Callable[[], Iterator[dict[str, Any]]]] = {
            "notice": lambda: self._before(decision.notice, "notice"),
            "deliberation": lambda: self._before(decision.deliberation, "notice"),
            "applies_if": lambda: self._before(None if only_if is None else only_if.notice, "notice"),
            "window": lambda: self._open_for(decision.window),
            "answer_within": lambda: self._answered(decision.answer_within),
            "expires": lambda: self._after(decision.expires, "done"),
            "explain": lambda: self._after(decision.explain, "explained"),
            "otherwise": lambda: chain(
                self._again(None if otherwise is None else otherwise.after), self._unheard()
            ),
            "second_call": lambda: self._again(None if again is None else again.after),
            "needs": self._without_papers,
            "silence": self._in_silence,
            "tie": self._with_casting_vote,
            "proxies": self._by_proxy,
            "valid": lambda: self._on_days(decision.valid, below),
        }
        if key in made:
            yield from made[key]()

    def _before(self, period: Period | None, key: str) -> Iterator[dict[str, Any]]:
        for span in spans(period) if period is not None else ():
            clock = by_the_clock(period) if period is not None else False
            yield {
                **self._held, "opened": None, "date": moment(self._day, 0 * _DAY, by_the_clock=clock),
                key: moment(self._day, -span, by_the_clock=clock),
            }  # fmt: skip
        yield {**self._held, "opened": None, key: None}

    def _open_for(self, period: Period | None) -> Iterator[dict[str, Any]]:
        if period is None:
            return
        clock = by_the_clock(period)
        for span in spans(period):
            closes = moment(self._day, 0 * _DAY, by_the_clock=clock)
            opened = moment(self._day, -span, by_the_clock=clock)
            yield {**self._held, "date": closes, "closes": closes, "opened": opened, "notice": opened}
        yield {**self._held, "opened": None, "notice": str(self._day - _DAY)}

    def _answered(self, period: Period | None) -> Iterator[dict[str, Any]]:
        ballots = {
            member: answer
            for member, did in (self._values.get("ballots") or {}).items()
            if (answer := next(iter(did))) != "present"
        }
        if period is None or not ballots:
            return
        clock = by_the_clock(period)
        lengths = list(spans(period))
        asked = self._day if clock else self._day - max(lengths) - 2 * _DAY
        for span in lengths:
            at = moment(asked, span, by_the_clock=clock)
            yield {
                **self._held,
                "opened": None,
                "date": str(max(self._day, asked + span + _DAY)),
                "ballots": {member: {"vote": answer, "at": at} for member, answer in ballots.items()},
                "notice": moment(asked, 0 * _DAY, by_the_clock=clock),
            }

    def _after(self, period: Period | None, key: str) -> Iterator[dict[str, Any]]:
        for span in spans(period) if period is not None else ():
            clock = by_the_clock(period) if period is not None else False
            at = moment(self._day, span, by_the_clock=clock)
            held = moment(self._day, 0 * _DAY, by_the_clock=clock)
            yield {**self._held, "date": held, key: {"at": at} if key == "explained" and clock else at}
            if key == "explained" and not clock:
                yield {**self._held, key: {"date": at}}
        yield {**self._held, key: None}

    def _again(self, period: Period | None) -> Iterator[dict[str, Any]]:
        for outcome in ("rejected", "no-quorum"):
            for span in spans(period) if period is not None else (30 * _DAY,):
                clock = by_the_clock(period) if period is not None else False
                first = {"date": moment(self._day, -span, by_the_clock=clock), "outcome": outcome}
                held = moment(self._day, 0 * _DAY, by_the_clock=clock)
                yield {**self._held, "date": held, "first_attempt": first}

    def _unheard(self) -> Iterator[dict[str, Any]]:
        """Many in favour and nobody against, and those who keep silent were told too late."""
        body = self._charter.bodies.get(self._decision.body or "")
        inside = members_of(self._charter, body, self._mutant.on)
        heads = {each.id: each.count or 1 for each in self._charter.members if each.id in inside}
        all_of_them = sum(heads.values())
        for fifths in (5, 6, 7, 8, 9):
            left = all_of_them * fifths // 10
            ballots: dict[str, Any] = {}
            for member, count in heads.items():
                if min(left, count):
                    ballots[member] = {"for": min(left, count)}
                left -= min(left, count)
            yield {"ballots": ballots, "notice": str(self._day + _DAY), "opened": None}

    def _without_papers(self) -> Iterator[dict[str, Any]]:
        yield {"seconds": []}
        for key in ("reason", "seconds", "notice", "explained"):
            yield {key: None}
        yield {"notice": None, "opened": None}

    def _in_silence(self) -> Iterator[dict[str, Any]]:
        yield {"ballots": None, "status": "closed"}
        yield {"ballots": {}, "status": "closed"}
        yield {"notice": None, "opened": None}
        yield {"proposed_by": None, "ballots": {}, "status": "closed"}

    def _with_casting_vote(self) -> Iterator[dict[str, Any]]:
        voters = [member.id for member in self._charter.members]
        for number in range(1, len(voters) // 2 + 1):
            split = {member: {"for": 1} for member in voters[:number]}
            split |= {member: {"against": 1} for member in voters[number : 2 * number]}
            for casting in ("for", "against", None):
                yield {"ballots": split, "casting_vote": casting}

    def _by_proxy(self) -> Iterator[dict[str, Any]]:
        voters = list(self._values.get("ballots") or {})
        most = len(voters) - 1
        for number in range(1, most + 1):
            held = dict.fromkeys(voters[1 : number + 1], voters[0])
            yield {"proxies": held}
            if number == 1:
                # Given and not cast: it may count for who is there.
                ballots = {m: did for m, did in self._values["ballots"].items() if m != voters[1]}
                yield {"proxies": held, "ballots": ballots}
            if number >= 1:
                cut = {m: self._values["ballots"][m] for m in voters[: number + 1]}
                yield {"proxies": held, "ballots": cut}

    # Of a veto

    def _of_veto(self, veto: Veto, key: str = "") -> Iterator[dict[str, Any]]:
        holders = self._holders(veto)
        together = holders if veto.jointly is True else holders[: int(veto.jointly or 1)]
        raised = {"by": together, "at": moment(self._day, 0 * _DAY, by_the_clock=True), "reason": _REASON}
        kinds = [kind for kind in veto.over if kind in self._decision.covers] or [self._name]
        for kind in kinds:
            base = {**self._held, "action": kind}
            if key == "within" and veto.within is not None:
                yield from self._vetoes_in_time(base, raised, veto.within)
            elif key == "limit" and veto.limit is not None:
                for number in range(veto.limit.times + 3):
                    earlier = [str(self._day - (each + 1) * _DAY) for each in range(number)]
                    yield {**base, "vetoes": [{**raised, "earlier": earlier} if number else raised]}
            elif key == "override":
                yield from self._set_aside(base, raised)
            else:
                yield {**base, "vetoes": [raised]}
                yield {**base, "vetoes": [{k: v for k, v in raised.items() if k != "reason"}]}
                for some in _some_of(holders):
                    yield {**base, "vetoes": [{**raised, "by": some}]}
                yield from self._by_vote(base, together)

    def _holders(self, veto: Veto) -> list[str]:
        """Who holds it, in the charter or in the change of it."""
        on, route = self._mutant.on, self._mutant.route
        held = set(holders_of(self._charter, veto, on))
        if route[0] == "vetoes" and int(route[1]) < len(self._mutant.charter.vetoes):
            held.update(holders_of(self._mutant.charter, self._mutant.charter.vetoes[int(route[1])], on))
        return [member.id for member in self._charter.members if member.id in held]

    def _set_aside(self, base: Values, raised: Values) -> Iterator[dict[str, Any]]:
        """Votes on setting a veto aside: more and more in favour, the rest against, away or abstaining."""
        yield {**base, "vetoes": [raised]}
        for order in (
            [member.id for member in self._charter.members],
            list(self._values.get("ballots") or ()),
        ):
            for voters in (order, order[::-1]):
                for number in range(len(voters) + 1):
                    for rest in ("against", "", "abstain"):
                        override = {"for": voters[:number]} | ({rest: voters[number:]} if rest else {})
                        given = {answer: names for answer, names in override.items() if names}
                        yield {**base, "vetoes": [{**raised, "override": given}]}

    def _vetoes_in_time(self, base: Values, raised: Values, within: Period) -> Iterator[dict[str, Any]]:
        clock = by_the_clock(within)
        held = moment(self._day, 0 * _DAY, by_the_clock=clock)
        for span in spans(within):
            at = moment(self._day, span, by_the_clock=clock)
            rest = {k: v for k, v in raised.items() if k != "at"}
            # From the notice of the decision where there is one: the case has none.
            yield {
                **base,
                "date": held,
                "explained": None,
                "vetoes": [{**rest, "at" if clock else "date": at}],
            }

    def _by_vote(self, base: Values, holders: list[str]) -> Iterator[dict[str, Any]]:
        ballots = self._values.get("ballots") or {}
        for reason in ("", _REASON):
            against = {"vote": "against", "reason": reason} if reason else {"vote": "against"}
            yield {**base, "ballots": {**ballots, **dict.fromkeys(holders, against)}, "vetoes": None}
            heads = {m.id: m.count or 1 for m in self._charter.members}
            one = {m: {**against, "heads": 1} if heads[m] > 1 else against for m in holders}
            if any(heads[m] > 1 for m in holders):
                rest = {m: {"for": heads[m] - 1, "against": 1} for m in holders if heads[m] > 1}
                raised = {"by": holders, "reason": _REASON}
                yield {**base, "ballots": {**ballots, **(one | rest)}, "vetoes": [raised] if reason else None}

    # Of limits

    def _sums(self, most: Money | None) -> Iterator[dict[str, Any]]:
        kinds = ["spend"] if "spend" in self._decision.covers else list(self._decision.covers)
        for kind in kinds:
            for step in (-1, 0, 1, 2) if most is not None else ():
                amount = most._replace(amount=most.amount + step, per=None) if most is not None else None
                yield {"action": kind, "amount": str(amount)}

    def _on_days(self, stretch: Any, key: str) -> Iterator[dict[str, Any]]:
        field = "from_" if key == "from" else key
        day: date | None = getattr(stretch, field, None)
        for step in (-1, 0, 1):
            if day is None:
                return
            on = day + step * _DAY
            moved = dict.fromkeys(("opened", "notice", "explained", "first_attempt", "vetoes"))
            for name in (self._name, *self._decision.covers):
                yield {**moved, "action": name, "date": str(on), "as_of": str(on)}
            yield {**moved, "date": str(on), "notice": str(on - 60 * _DAY), "as_of": str(on)}


def _some_of(members: Sequence[str]) -> Iterator[list[str]]:
    """Each alone, all but each, and all of them."""
    for number, member in enumerate(members):
        yield [member]
        yield [*members[:number], *members[number + 1 :]]
    yield list(members)
