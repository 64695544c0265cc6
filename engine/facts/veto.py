"""Vetoes: who holds them over what, and what their terms leave open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.answering import too_short
from coalcheck.engine.facts.counted import decision_of
from coalcheck.engine.facts.examination import Examination, carries, speaks_of_others
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.facts.kinds import LEAVING
from coalcheck.engine.facts.named import as_words, listed, name_of
from coalcheck.engine.facts.time import minutes
from coalcheck.engine.facts.veto_effect import veto_effects
from coalcheck.engine.roll.holders import holders_of
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Veto

_ONE: Final = frozenset(
    """
    act action activity agreement announcement appeal appointment bid brief budget campaign change commitment
    contract decision demand event expense hiring initiative letter meeting message motion partnership payment
    plan position post proposal project publication purchase release report request resolution
    spending statement strike text vote
    """.split()
)
"""Words for one of many: a decision whose name ends in one of them can be spoken of as one each time."""

_NOUNS: Final = {
    "speak": "public statement",
    "event": "event",
    "commit-staff": "use of staff",
    "spend": "payment",
    "partner": "new partnership",
    "litigate": "court case",
    "appoint": "appointment",
    "admit": "admission of a member",
    "suspend": "suspension",
    "expel": "expulsion",
    "renew": "renewal",
    "widen-scope": "widening of the scope",
    "amend": "change of the charter",
    "dissolve": "proposal to end the coalition",
    "all": "decision",
}


def veto_facts(examination: Examination) -> tuple[Fact, ...]:
    """One fact a veto, in the order of the charter."""
    effects = veto_effects(examination)
    return tuple(
        _fact(examination, index, veto, effects.get(index, {}))
        for index, veto in enumerate(examination.charter.vetoes)
    )


def _fact(examination: Examination, index: int, veto: Veto, effects: Mapping[str, Value]) -> Fact:
    charter = examination.charter
    holders = holders_of(charter, veto)
    heads = sum(member.count or 1 for member in charter.members if member.id in holders)
    everyone = heads == examination.heads and heads > 1
    lacks = _lacks(veto)
    kinds = _kinds(charter, veto)
    values: dict[str, Value] = {
        "id": listed(veto.holders) or str(index + 1),
        "who": _who(veto, heads, everyone=everyone),
        "over": join(*(_noun(charter, each) for each in veto.over)) or "decision",
        "holders": heads,
        "lacks_count": len(lacks),
        "over_messages": "speak" in kinds,
        "over_exit": bool(LEAVING & kinds),
        "has_limit": veto.limit is not None,
        "has_reason": "reason" in veto.needs,
        "has_window": veto.within is not None or veto.by == "vote",
        "has_override": veto.override is not None,
        "held_by_all": everyone and not veto.jointly,
        "jointly": bool(veto.jointly),
    }
    if lacks:
        values["lacks"] = join(*lacks)
    if veto.within is not None:
        values |= too_short(charter, holders, minutes(veto.within))
        values["window_words"] = str(veto.within)
    values |= _override(examination, index, veto, holders)
    values |= effects
    return Fact("veto", str(values["id"]), ("vetoes", index), values)


def _kinds(charter: Charter, veto: Veto) -> frozenset[str]:
    """Every kind of decision that a veto can stop, the decisions that it names followed."""
    kinds: set[str] = set()
    for each in veto.over:
        if each == "all":
            kinds.update(kind for decision in charter.decisions.values() for kind in decision.covers)
        elif each in charter.decisions:
            kinds.update(charter.decisions[each].covers)
        else:
            kinds.add(each)
    return frozenset(kinds)


def _noun(charter: Charter, name: str) -> str:
    """What is stopped each time, to stand after ``every``."""
    words = as_words(name)
    if name in _NOUNS or words.rpartition(" ")[2] in _ONE:
        return _NOUNS.get(name, words)
    return f'decision under "{words}"' if name in charter.decisions else f"decision on {words}"


def _who(veto: Veto, heads: int, *, everyone: bool) -> str:
    if heads <= 1:
        return "One member"
    if veto.jointly is True:
        return f"{in_words(heads).capitalize()} members together"
    if veto.jointly:
        return f"Any {in_words(int(veto.jointly))} of {in_words(heads)} members together"
    return "Every member alone" if everyone else f"Each of {in_words(heads)} members"


def _lacks(veto: Veto) -> tuple[str, ...]:
    """What the terms leave open; where a vote against is the veto, the vote itself is its time and limit."""
    asked = (
        (veto.limit is not None or veto.by == "vote", "how often it may be used"),
        ("reason" in veto.needs, "whether a reason is given"),
        (veto.within is not None or veto.by == "vote", "by when it must come"),
        (veto.override is not None, "how the others can overrule it"),
    )
    return tuple(words for said, words in asked if not said)


def _override(examination: Examination, index: int, veto: Veto, holders: tuple[str, ...]) -> dict[str, Value]:
    """Whether the override can carry against the votes of those who used the veto."""
    rule = examination.rule("vetoes", index, "override")
    if rule is None or not holders:
        return {}
    decision = decision_of(examination.charter, veto.over)
    others = speaks_of_others(rule)
    users = [holders] if veto.jointly is True else [(holder,) for holder in holders]
    for opposed in users:
        bound = examination.bound(rule, examination.roll(decision, concerned=opposed[0] if others else None))
        if not carries(bound):
            return {}
        cells: dict[int, int] = {}
        for number, cell in enumerate(bound.cells):
            sizes = dict(zip(cell.ids, cell.sizes, strict=True))
            # Of a counted row one head uses the veto; of holders that act together, all do.
            used = sum(sizes[each] if veto.jointly else 1 for each in opposed if each in sizes)
            if used and cell.votes:
                cells[number] = used
        if cells and carries(bound, cells) is False:
            names = [name_of(examination.charter, each) for each in opposed]
            return {
                "override_needs_holder": True,
                "needed": listed(names),
                "users": "the very member" if len(names) == 1 else "one of the very members",
            }
    return {"override_needs_holder": False}
