"""Votes cast for others: none unless the charter says so, and never more than it allows."""

from __future__ import annotations

from itertools import combinations, product
from math import comb
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck.engine.decide.verdict import Consulted
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.decide.roster import Roster

_MOST_WAYS: Final = 64

NOT_ALLOWED: Final = "its vote was cast by another, and the charter allows no proxies"


class Proxied(Struct, frozen=True):
    """How votes cast for others count.

    Attributes:
        carried: the ways to choose whose proxies count, first the one that is shown; more than one where
            somebody holds more than the charter allows and it does not say which of them count.
        for_quorum: whether they count for the quorum; both where the charter does not say.
        clause: what the charter says of proxies, and what came of it.
        unknown: what the charter leaves open, one sentence each.
        no_vote: whether a proxy does not count for the vote at all.
    """

    carried: tuple[frozenset[str], ...]
    for_quorum: tuple[bool, ...]
    clause: Consulted
    unknown: tuple[str, ...] = ()
    no_vote: bool = False

    def refused(self) -> str:
        """Why a proxy does not count."""
        if not self.clause.text:
            return NOT_ALLOWED
        if self.no_vote:
            return "by proxy, which counts for the quorum only"
        return "its proxy holds more votes of others than the charter allows"


def proxied(roster: Roster, action: Action) -> Proxied:
    """Which of the votes that were cast for others count."""
    rules = roster.chamber.decision.proxies
    route = ("decisions", roster.chamber.name, "proxies")
    given = {giver: holder for giver, holder in action.proxies.items() if giver in roster.entitled}
    if rules is None:
        said = f"{counted(len(given), 'vote')} cast for another; none counts"
        default = "nobody votes for another unless the charter says so"
        clause = Consulted("proxies", not given, "", said, default=default)
        return Proxied((frozenset(),), (True,), clause)
    held: dict[str, list[str]] = {}
    for giver, holder in given.items():
        held.setdefault(holder, []).append(giver)
    most = rules.most
    ways: list[list[tuple[str, ...]]] = []
    over = []
    number = 1
    for holder, givers in held.items():
        if most is None or len(givers) <= most:
            ways.append([tuple(givers)])
            continue
        over.append(f"{roster.names.get(holder, holder)} holds {len(givers)}")
        number *= comb(len(givers), most)
        ways.append(list(combinations(givers, most)) if number <= _MOST_WAYS else [tuple(givers[:most])])
    carried = tuple(frozenset(one for part in way for one in part) for way in product(*ways))
    said = f"{counted(len(given), 'vote')} cast for another"
    if most is not None:
        said += (
            f"; at most {most} each may be" if not over else f"; {', '.join(over)}, and at most {most} may be"
        )
    unknown = []
    if over:
        unknown.append(f"Which proxies count where somebody holds more than {most}? The members can say it.")
    for_quorum: tuple[bool, ...] = ("quorum" in rules.count,)
    if not rules.count:
        for_quorum = (True, False)
        unknown.append("Do proxies count for the quorum? The charter can say it: proxies, with count.")
    no_vote = bool(rules.count) and "vote" not in rules.count
    text = _text(most, rules.count)
    clause = Consulted("proxies", not over, text, said, route)
    return Proxied(carried, for_quorum, clause, tuple(unknown), no_vote)


def _text(most: int | None, count: tuple[str, ...]) -> str:
    parts = [] if most is None else [f"at most {most}"]
    if count:
        parts.append(f"counted for {' and '.join(count)}")
    return ", ".join(parts) or "allowed"
