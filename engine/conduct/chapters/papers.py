"""Who could see what: something shared outside its circle, and papers that some who voted had not seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.charter.quantity import day_of
from coalcheck.engine.conduct.clause import clause, told
from coalcheck.engine.conduct.moments import days
from coalcheck.engine.conduct.people import COORDINATOR, meant_by
from coalcheck.engine.conduct.words import quoted
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from coalcheck.engine.action.happenings.access import Access
    from coalcheck.engine.charter.model import Tier
    from coalcheck.engine.conduct.act import Act
    from coalcheck.engine.decide.verdict import Verdict
    from coalcheck.engine.history.record import Entry

MATTERS: Final[Mapping[str, str]] = {
    "shared-outside-tier": "Something was shared with others than those who may read it.",
    "papers-not-seen": "Some of those who could vote had not been able to see the papers.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        tier="The tier of information that it belongs to, in quotation marks.",
        readers="Who may read what belongs to that tier, in the charter's words.",
        papers="What was shared or could not be seen, in quotation marks; else the papers.",
    ),
    **numbers(blind="Members that could vote and could not see it."),
}
"""What its matters tell."""


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act."""
    access = act.action.access
    if access is None:
        return
    yield from _shared(act, access)
    yield from _voted_blind(act, access)


def _shared(act: Act, access: Access) -> Iterator[Matter]:
    tiers = act.charter.information.tiers if act.charter.information is not None else ()
    found = next(
        ((row, tier) for row, tier in enumerate(tiers) if access.tier and tier.id == access.tier), None
    )
    if found is None or access.agreed or not access.shared_with:
        return
    row, tier = found
    if not tier.read_by or _is_over(act, tier):
        return
    may = {word.casefold() for word in tier.read_by}
    for word in tier.read_by:
        may |= meant_by(act.charter, word) or frozenset()
    outside = [word for word in access.shared_with if not _may_read(act, word, may)]
    if outside:
        values = {
            "papers": _papers(access),
            "tier": quoted([access.tier or ""]),
            "readers": join(*(act_name(act, word) for word in tier.read_by)),
            "said": f"with {counted(len(outside), 'other')}",
        }
        at = clause(join(*tier.read_by), "information", "tiers", row, "read_by")
        yield told(act, "shared-outside-tier", ("access", "shared_with"), values, at)


def act_name(act: Act, word: str) -> str:
    """A member by its name; any other word as the charter has it."""
    return next((each.name or each.id for each in act.charter.members if each.id == word), word)


def _may_read(act: Act, word: str, may: set[str]) -> bool:
    if word.casefold() in may:
        return True
    meant = meant_by(act.charter, word)
    # The coordinator is a person of its own: that the member which provides the post may read it is enough.
    return (
        meant is not None and bool(meant) and (meant <= may or (COORDINATOR in meant and bool(meant & may)))
    )


def _is_over(act: Act, tier: Tier) -> bool:
    """Whether the day until which the tier is closed has gone by; words for it leave it closed."""
    until, on = day_of((tier.until or "").strip()), days(act.charter, act.action.date)
    return until is not None and on is not None and on[0] > until


def _papers(access: Access) -> str:
    return quoted(access.what) if access.what else "it"


def _voted_blind(act: Act, access: Access) -> Iterator[Matter]:
    """Beside a decision its own voters; of what happened, those of the decision that it goes back to."""
    if not access.not_seen_by:
        return
    verdict, action = act.verdict, act.action
    if action.happened is not None:
        entry = _decision(act)
        if entry is None:
            return
        verdict, action = entry.verdict, entry.action
    if verdict is None or not action.has_votes:
        return
    blind = _blind(act, access, verdict)
    if blind:
        values: dict[str, Value] = {"papers": _papers(access), "blind": blind}
        values["said"] = counted(blind, "member")
        yield told(act, "papers-not-seen", ("access", "not_seen_by"), values, None)


def _blind(act: Act, access: Access, verdict: Verdict) -> int:
    unseen: set[str] = set()
    for word in access.not_seen_by:
        unseen |= meant_by(act.charter, word) or frozenset()
    return sum(member.eligible for member in verdict.members if member.member in unseen)


def _decision(act: Act) -> Entry | None:
    if act.past is None or not act.action.follows:
        return None
    return next((each for each in act.past.acts() if each.action.id in act.action.follows), None)
