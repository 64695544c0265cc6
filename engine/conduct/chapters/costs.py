"""What an act takes of the members: more money than they promised, or their names in a pilot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from coalcheck.engine.charter.quantity import Money
from coalcheck.engine.conduct.clause import about, clause, told
from coalcheck.engine.conduct.words import is_same, quoted
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import texts
from coalcheck.engine.facts.prose import words_of

if TYPE_CHECKING:
    from coalcheck.engine.conduct.act import Act
    from coalcheck.engine.source.node import Route

MATTERS: Final[Mapping[str, str]] = {
    "costs-beyond-promises": "It costs more than all members together promised to give.",
    "pilot-uses-names": "A pilot uses names or logos beyond what is written for that.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = texts(
    promised_in_all="What all members together promised to give, as a sum of money.",
    names_used="What the pilot uses, in quotation marks.",
)
"""What its matters tell."""

_NAMES: Final = frozenset("name names logo logos".split())


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act."""
    if act.verdict is None or (act.action.in_name_of and "coalition" not in act.action.in_name_of):
        return
    yield from _promises(act)
    yield from _pilot(act)


def _promises(act: Act) -> Iterator[Matter]:
    """One sum against all that was promised; where money also comes from elsewhere nothing is said."""
    amount = act.action.amount
    if amount is None or act.action.income is not None or act.charter.fund is not None:
        return
    promised = [each.commits.money for each in act.charter.members if each.commits is not None]
    given = [money for money in promised if money is not None]
    if not given or any((money.currency, money.per) != (amount.currency, amount.per) for money in given):
        return
    whole = sum((money.amount for money in given), Fraction(0))
    if amount.amount > whole:
        in_all = Money(whole, amount.currency, amount.per)
        values: dict[str, Value] = {
            "said": f"{amount}; all of you together promised {in_all}",
            "promised_in_all": str(in_all),
        }
        at = about("what each of you promised to give", "members")
        yield told(act, "costs-beyond-promises", ("amount",), values, at)


def _pilot(act: Act) -> Iterator[Matter]:
    if act.charter.stage != "pilot":
        return
    used = [each for each in act.action.uses if not _NAMES.isdisjoint(words_of(each))]
    messaging, owned = act.charter.messaging, act.charter.ownership
    allowed: tuple[tuple[str | None, Route], ...] = (
        (messaging.in_words if messaging is not None else None, ("messaging",)),
        (owned.name_and_logo if owned is not None else None, ("ownership", "name_and_logo")),
    )
    text, route = next(((text, route) for text, route in allowed if text), ("", ("stage",)))
    if used and not any(is_same(each, text or "") for each in used):
        at = clause(text, *route) if text else about("this is a pilot", *route)
        yield told(act, "pilot-uses-names", ("uses",), {"names_used": quoted(used)}, at)
