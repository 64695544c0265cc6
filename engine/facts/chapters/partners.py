"""Who comes together and why: reasons, approval, money and influence, those who are affected."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.approval import approval_status
from coalcheck.engine.facts.effort import staff_hours
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.funded import blocs, in_words, reach
from coalcheck.engine.facts.lacking import Part, as_values, lacking
from coalcheck.engine.facts.likeness import matter_of, stems_of
from coalcheck.engine.facts.named import listed, member_name, name_of
from coalcheck.engine.facts.properties import flags, numbers, texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.time import months_later
from coalcheck.engine.facts.written import is_answered, is_said, is_written, member_rows
from coalcheck.engine.source.node import Document, Route
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import counted
from coalcheck.engine.wording.number import in_words as number_in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

UNLIKE: Final = 5
"""Promises of staff time or money so many times as large as others are unlike."""

_GAP: Final = frozenset({"gap", "gaps", "lack", "lacks", "lacking", "shortage"})
_OF_GAPS: Final = matter_of(
    "resource resources gap gaps lack lacks lacking shortage skill skills reach credibility"
)
_NAMES: Final = frozenset({"name", "names", "logo", "logos"})

_ANSWERS: Final = Part(("answers_to",), "whom the coordinator answers to", "answers_to: all members")
_COORDINATOR: Final = (
    Part(("hours",), "how many hours the coordinator has", "hours: 10 a week"),
    _ANSWERS,
    Part(("replaced_by",), "who can replace the coordinator", "replaced_by: all members"),
)
PILOT_MONTHS: Final = 3
"""How long a pilot is proposed to last."""

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        gap="The gap that is the reason to come together, where nothing that members bring has a word of it.",
        coordinator_lacks="What is open of the coordinator: hours, whom it answers to, who can replace it.",
        coordinator_lines="The same as lines to write.",
        coordinator_payer="The one member that pays the coordinator, where nothing says whom it answers to.",
        approval_unexplained="Members whose board need not approve, with no word on why: their names.",
        contacts_alike="Members all of whose contacts are of the same level: their names.",
        pilot_lacks="What a pilot does not say of its end and of a limit on money.",
        pilot_lines="The same as lines to write.",
        time_to_event="How long before the event that is the reason it starts, in words: nine days before.",
        affected_unheard="Who is affected and neither a member nor heard, with no word on why.",
        unlike_promises="Which promises differ by much where votes are equal and nothing is said of it.",
        funded_payer="A member that pays costs of others with whom it could do more than alone: its name.",
        funded_members="The members whose costs it pays: their names.",
        funded_decide="Decisions that they can carry together and none of them alone.",
        funded_stop="Decisions that they can stop together and none of them alone.",
    ),
    **numbers(
        days_to_event="Days from the start to the event that is the reason; absent where it begins later."
    ),
    **flags(
        has_event="The event that is the reason, or its day, is written.",
        has_money="It is written what money it takes: promised, limited or held together.",
        has_name_limits="Somewhere it is said where members' names or logos are used.",
    ),
}
"""What this chapter knows of a charter."""


def values(charter: Charter, document: Document) -> dict[str, Value]:
    """The properties of one charter; what does not apply is absent."""
    return {
        **_reason(charter, document),
        **_coordinator(charter, document),
        **_members(charter, document),
        **_affected(charter),
        **_promises(charter, document),
        **_funded(charter),
    }


def places(charter: Charter) -> dict[str, Route]:
    """Where the parts stand that a policy points at without knowing their ids."""
    if charter.stage != "pilot":
        return {}
    unbounded = charter.model != "opportunistic" and (charter.term is None or charter.term.ends is None)
    limited = charter.scope is not None and (charter.scope.money is not None or charter.scope.in_words)
    return {"pilot-open": ("term", "ends") if unbounded and limited else ("scope", "money")}


def _reason(charter: Charter, document: Document) -> dict[str, Value]:
    """Why these partners, and why now."""
    why, term = charter.why_now, charter.term
    found: dict[str, Value] = {
        "has_event": is_written(document, "why_now", "event") or is_written(document, "why_now", "date"),
    }
    if why is None:
        return found
    if why.date is not None and term is not None and term.starts is not None and why.date >= term.starts:
        days = (why.date - term.starts).days
        found["days_to_event"] = days
        words = f"{number_in_words(days)} {'day' if days == 1 else 'days'} before"
        found["time_to_event"] = words if days else "on the day of"
    if why.reason and not _GAP.isdisjoint(words_of(why.reason)):
        missing = matter_of(why.reason) - _OF_GAPS
        brought = [text for member in charter.members for text in member.offers]
        for member in charter.members:
            commits = member.commits
            if commits is not None:
                brought += [*commits.in_kind, commits.in_words or ""]
                brought += ["money"] if commits.money is not None else []
            # A gap that is named may be filled by what a member does; that it does something fills no gap.
            brought += [member.role or ""] if missing else []
        if not any(brought) if not missing else missing.isdisjoint(stems_of(*brought)):
            found["gap"] = why.reason.strip(" .")
    return found


def _coordinator(charter: Charter, document: Document) -> dict[str, Value]:
    """What is open of the post that runs the daily work."""
    open_ = lacking(document, ("coordinator",), _COORDINATOR)
    paid_by = charter.coordinator.paid_by if charter.coordinator is not None else None
    payer = next((each for each in charter.members if paid_by and paid_by in (each.id, each.name)), None)
    if payer is None or _ANSWERS not in open_:
        return as_values("coordinator", open_)
    # One question is enough: who answers it has said whom the post answers to.
    rest = (part for part in open_ if part is not _ANSWERS)
    return {"coordinator_payer": member_name(payer), **as_values("coordinator", rest)}


def _members(charter: Charter, document: Document) -> dict[str, Value]:
    """What is said of the members one by one."""
    rows = member_rows(document)
    unexplained, alike = [], []
    for index, member in enumerate(charter.members):
        if approval_status(member.own_approval) == "not needed":
            at = ("members", rows.get(member.id, index), "own_approval")
            if not any(is_written(document, *at, key) for key in ("because", "by")):
                unexplained.append(member_name(member))
        levels = [contact.level for contact in member.contacts]
        if len(levels) > 1 and levels[0] is not None and len(set(levels)) == 1:
            alike.append(member_name(member))
    found: dict[str, Value] = {}
    if unexplained:
        found["approval_unexplained"] = listed(unexplained, last="or")
    if alike:
        found["contacts_alike"] = listed(alike)
    if charter.stage == "pilot":
        found["has_name_limits"] = _limits_names(charter)
        found |= _pilot(charter, document)
    return found


def _pilot(charter: Charter, document: Document) -> dict[str, Value]:
    """What is not written of the two bounds that keep a pilot inside what each member may decide alone."""
    open_: list[tuple[str, str]] = []
    # Of a win without an end, no-end-date speaks at every stage.
    if not is_said(document, "term", "ends") and charter.model != "opportunistic":
        starts = charter.term.starts if charter.term is not None else None
        ends = (
            f"ends: {months_later(starts, PILOT_MONTHS)}"
            if starts
            else "starts: 2026-04-01, ends: 2026-06-30"
        )
        open_.append(("no end", f"term: {{{ends}}}"))
    if not is_said(document, "scope", "money"):
        open_.append(("no limit on money", "scope: {money: {in_all: 500 EUR}}"))
    if not open_:
        return {}
    return {
        "pilot_lacks": join(*(words for words, _ in open_)),
        "pilot_lines": "\n".join(line for _, line in open_),
    }


def _limits_names(charter: Charter) -> bool:
    """Whether some clause speaks of the use of names; what it says is for people to read."""
    speaking, owning, leaving, scope = charter.messaging, charter.ownership, charter.exit, charter.scope
    if owning is not None and owning.name_and_logo:
        return True
    said = [leaving.joint_texts, leaving.in_words] if leaving is not None else []
    if speaking is not None:
        said += [speaking.in_words, speaking.speaks_for_all, speaking.no_surprise, *speaking.nobody_says]
    if scope is not None:
        said += [scope.in_words, *(topic.about for topic in scope.outside)]
    said += [owning.in_words] if owning is not None else []
    return any(not _NAMES.isdisjoint(words_of(text)) for text in said)


def _affected(charter: Charter) -> dict[str, Value]:
    """Who is affected, is neither a member nor heard, and is told no reason."""
    if not charter.affected:
        return {}
    unsaid = [each.who for each in charter.affected if each.who and not (each.because or each.heard_by)]
    if not unsaid:
        return {}
    members = stems_of(
        *(text for m in charter.members for text in (m.name, m.role, *map(str, m.attributes.values())))
    )
    open_ = [who.strip(" .") for who in unsaid if matter_of(who).isdisjoint(members)]
    return {"affected_unheard": listed(open_)} if open_ else {}


def _promises(charter: Charter, document: Document) -> dict[str, Value]:
    """What money it takes, and whether the members' promises are much unlike."""
    money = {
        m.id: m.commits.money
        for m in charter.members
        if m.commits is not None and m.commits.money is not None
    }
    limited = is_said(document, "scope", "money") or is_answered(document, "fund")
    written = any(
        is_written(document, "members", row, "commits", key)
        for row in member_rows(document).values()
        for key in ("money", "in_words")
    )
    found: dict[str, Value] = {"has_money": bool(money) or limited or written}
    said = is_said(document, "power", "disclosed") or is_written(document, "fund", "unequal_by_design")
    if said or charter.weights or len(charter.members) < 2:
        return found
    hours = {m.id: staff_hours(m.commits.staff if m.commits is not None else None) for m in charter.members}
    known = {member: each for member, each in hours.items() if each}
    # Little time beside money or rooms is another promise, not a smaller one.
    only = frozenset(
        m.id for m in charter.members if m.commits and not (m.commits.money or m.commits.in_kind)
    )
    unlike = _most_and_least(known, only) if all(each is not None for each in hours.values()) else None
    if unlike is not None:
        most, least = unlike
        unit = {each: counted_hours(known[each]) for each in unlike}
        found["unlike_promises"] = (
            f"{name_of(charter, most)} promises {unit[most]} of staff time a month and "
            f"{name_of(charter, least)} {unit[least]}"
        )
    elif len({(each.currency, each.per) for each in money.values()}) == 1:
        sums = {member: each.amount for member, each in money.items() if each.amount}
        unlike = _most_and_least(sums, frozenset(sums))
        if unlike is not None:
            most, least = unlike
            giver, other = name_of(charter, most), name_of(charter, least)
            found["unlike_promises"] = f"{giver} promises {money[most]} and {other} {money[least]}"
    return found


def _most_and_least(given: Mapping[str, Fraction], only: frozenset[str]) -> tuple[str, str] | None:
    """Who gives most, and who least of those that give only this, where the one is much the more."""
    alone = [each for each in given if each in only]
    if len(given) < 2 or not alone:
        return None
    most = max(given, key=lambda each: given[each])
    least = min(alone, key=lambda each: given[each])
    return (most, least) if given[most] >= UNLIKE * given[least] else None


def counted_hours(hours: Fraction) -> str:
    """Hours as people say them, part of an hour counted whole."""
    return counted(-(-hours.numerator // hours.denominator), "hour")


def _funded(charter: Charter) -> dict[str, Value]:
    """What members could do together of whom one pays for the others, unless the charter speaks of it."""
    disclosed = charter.power
    said = stems_of(*disclosed.disclosed, disclosed.in_words) if disclosed is not None else frozenset()
    unsaid = [bloc for bloc in blocs(charter) if stems_of(name_of(charter, bloc.funder)).isdisjoint(said)]
    for each in reach(charter, unsaid):
        payer, funded = in_words(charter, each.bloc)
        found: dict[str, Value] = {"funded_payer": payer, "funded_members": funded}
        if each.decides:
            found["funded_decide"] = listed(f'"{key}"' for key in each.decides)
        if each.stops:
            found["funded_stop"] = listed(f'"{key}"' for key in each.stops)
        return found
    return {}
