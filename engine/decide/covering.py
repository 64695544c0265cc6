"""Under which decision of the charter an action falls: none, one, or more than the charter keeps apart."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.action.moment import Moment, Year
from coalcheck.engine.charter.kinds import KINDS
from coalcheck.engine.decide.calendar import days_of, moment_in_words
from coalcheck.engine.decide.case import Case, Point, against, holds, kept
from coalcheck.engine.decide.conditional import condition_point, condition_told, or_else, same_body, too_late
from coalcheck.engine.decide.meant import by_amount, by_body, not_barred
from coalcheck.engine.decide.verdict import Consulted, Cure
from coalcheck.engine.wording.day import in_words as day_in_words
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import in_words as number_in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Decision
    from coalcheck.engine.decide.told import Told

ONLY_ONE: Final = "the action does not say under which decision, and the charter has only this one"


class Covered(Struct, frozen=True):
    """Under which decision an action falls.

    Attributes:
        key: the decision; empty where there is none, or where the charter does not say which.
        kind: the kind that the action names; empty where it names a decision that covers several.
        points: the clauses that were asked.
        candidates: the decisions that it may be; one where that is settled.
        others: further decisions in force that cover the same for the same body and ask for something else
            instead, such as the one that needs no notice beside the one that does; any of them is enough.
        others_ask: what must be known before one of ``others`` may be used; empty where they may be.
        since: the day on which the version that applies had to be in force, in words.
    """

    key: str
    kind: str
    points: tuple[Point, ...]
    candidates: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    since: str = ""
    others_ask: str = ""


def covering(case: Case) -> Covered:
    """Find the decision that an action names, or the one that covers its kind."""
    charter, named = case.charter, case.action.action
    if named is None:
        if len(charter.decisions) == 1:
            (key,) = charter.decisions
            return _among(case, "", (key,), default=ONLY_ONE)
        asked = f"Which decision is it? {_one_of(charter.decisions)} can stand under action."
        said = "the action names neither a decision nor a kind"
        return Covered("", "", (Point(_clause(None, "", said), asked),))
    if named in charter.decisions:
        decision = charter.decisions[named]
        kind = named if named in decision.covers else ""
        if not kind and len(decision.covers) == 1:
            (kind,) = decision.covers
        return _among(case, kind, _versions(case, named))
    keys = covering_keys(charter, named)
    if keys:
        return _among(case, named, keys)
    if named in KINDS or named in charter.kinds:
        return Covered("", named, (_uncovered(case, named),))
    said = f"the charter has no decision {named}, and no decision covers a kind of that name"
    asked = f"Which decision is meant by {named}? {_one_of(charter.decisions)} can stand under action."
    return Covered("", "", (Point(_clause(None, named, said), asked),))


def covering_keys(charter: Charter, kind: str) -> tuple[str, ...]:
    """All decisions that cover a kind, whenever they are in force, in the order of the charter."""
    keys = tuple(key for key, decision in charter.decisions.items() if kind in decision.covers)
    if not keys:
        # Two kinds may have their decision named where they are spoken of.
        elsewhere = None
        if kind == "widen-scope" and charter.scope is not None:
            elsewhere = charter.scope.widen
        elif kind == "admit" and charter.joining is not None:
            elsewhere = charter.joining.decision
        elif kind == "renew" and charter.renewal is not None:
            elsewhere = charter.renewal.renewed_by
        if elsewhere in charter.decisions:
            keys = (str(elsewhere),)
    return keys


def ratified_by(charter: Charter, kinds: Iterable[str], day: date, *, but: str = "") -> str:
    """A decision in force on a day that covers all of these kinds; empty where there is none."""
    wanted = tuple(kinds)
    for key, decision in charter.decisions.items():
        if key == but or not holds(decision.valid, (day, day)):
            continue
        if wanted and all(key in covering_keys(charter, kind) for kind in wanted):
            return key
    return ""


def by_changing(charter: Charter, day: date) -> tuple[Cure, str]:
    """How what the charter gives to nobody can be put right: by those who may change the charter."""
    key = ratified_by(charter, ("amend",), day)
    if not key:
        return (
            "none",
            "The charter has no decision that could agree to it, and none that changes the charter.",
        )
    return (
        "ratify",
        f"Under {key}, which can change the charter, it can be agreed to, and a rule written for it.",
    )


def _uncovered(case: Case, kind: str) -> Point:
    cure, remedy = by_changing(case.charter, case.as_of)
    said = f"no decision of this charter covers {kind}"
    return Point(against("authority", "", said, ("decisions",), cure=cure, remedy=remedy))


def _among(case: Case, kind: str, keys: tuple[str, ...], *, default: str = "") -> Covered:
    """The one that applies of those that cover the same: in force, with its condition met, of that body."""
    charter = case.charter
    in_force, unsure, since = in_force_of(case, keys)
    if not in_force:
        return Covered("", kind, (_not_in_force(case, keys, since),))
    told = {key: condition_told(case, charter.decisions[key]) for key in in_force}
    conditional = [key for key in in_force if told[key] is not None]
    plain = [key for key in in_force if told[key] is None]
    met = [key for key, each in told.items() if each is not None and each.met is True]
    open_ = [key for key, each in told.items() if each is not None and each.met is None]
    if not (met or open_ or plain):
        return Covered("", kind, tuple(too_late(case, key, told[key]) for key in conditional))
    asks = others_ask = ""
    others: list[str] = []
    if met:
        kept, others = met, plain
    elif open_ and plain and (case.proposed or (len(plain) == 1 and not unsure and same_body(case, told))):
        # The way that needs no notice is open; the other may be, once notice is sent or on record.
        kept, others = plain, open_
        others_ask = _asks(told[key] for key in open_)
    else:
        kept = [*plain, *open_]
        asks = _asks(told[key] for key in open_) if plain else ""
    kept = by_amount(case, not_barred(case, kind, by_body(case, kept)))
    points = [condition_point(key, told[key]) for key in kept if told[key] is not None]
    if len(kept) == 1 and not unsure:
        key = kept[0]
        others = [each for each in others if same_body(case, (key, each))]
        covers = _covers(case, key, kind, since, default)
        unused = [each for each in conditional if each != key and _is_unmet(told[each])]
        said = "".join(or_else(case, each, told[each]) for each in (*others, *unused))
        points.insert(0, Point(replace(covers, said=f"{covers.said}{said}") if said else covers))
        return Covered(key, kind, tuple(points), (key,), tuple(others), since, others_ask)
    if unsure:
        asks = f"On which day was it? {join(*kept)} each hold for a part of {case.held}."
    names = join(*kept)
    asks = asks or f"Which of them is meant: {_one_of(kept)}? It can stand under action."
    what = kind or case.action.action or "this"
    said = f"{number_in_words(len(kept))} decisions cover {what}: {names}"
    points.insert(0, Point(_clause(None, "", said), asks))
    return Covered("", kind, tuple(points), tuple(kept), tuple(others), since)


def _is_unmet(told: Told | None) -> bool:
    return told is not None and told.met is False


def _asks(told: Iterable[Told | None]) -> str:
    return " ".join(dict.fromkeys(each.asks for each in told if each is not None and each.asks))


def _versions(case: Case, key: str) -> tuple[str, ...]:
    """A decision, or where it is not in force the one that has come in its place, on the same by the same."""
    charter = case.charter
    named = charter.decisions[key]
    if named.valid is None:
        return (key,)
    in_force, _, _ = in_force_of(case, (key,))
    if in_force or not named.covers:
        return (key,)
    alike = tuple(
        other
        for other, decision in charter.decisions.items()
        if set(decision.covers) == set(named.covers) and decision.body == named.body
    )
    return alike if len(in_force_of(case, alike)[0]) == 1 else (key,)


def in_force_of(case: Case, keys: tuple[str, ...]) -> tuple[list[str], bool, str]:
    """Which are in force on the day that counts, whether that is unsure, and that day in words.

    The rule in force when notice was given; where that one needs none, or none was in force that does, the
    one in force when the vote opened.
    """
    decisions = case.charter.decisions
    if all(decisions[key].valid is None for key in keys):
        return list(keys), False, ""
    zone = case.terms.zone
    notice = case.action.notice
    if notice is not None:
        found, unsure = _on(
            [key for key in keys if _needs_notice(decisions[key])], case, days_of(notice, zone)
        )
        if found:
            return found, unsure, f"notice was given {_on_the(notice, case)}"
    found, unsure = _on(list(keys), case, days_of(case.opens, zone))
    return found, unsure, f"the vote opened {_on_the(case.opens, case)}"


def _on_the(moment: Moment, case: Case) -> str:
    """When something was: ``on 12 December 2015``, ``in 1874``."""
    return f"{'in' if isinstance(moment, Year) else 'on'} {moment_in_words(moment, case.terms.zone)}"


def _on(keys: list[str], case: Case, days: tuple[date, date]) -> tuple[list[str], bool]:
    held = {key: holds(case.charter.decisions[key].valid, days) for key in keys}
    found = [key for key in keys if held[key] is not False]
    return found, any(held[key] is None for key in found)


def _needs_notice(decision: Decision) -> bool:
    condition = decision.applies_if
    return decision.notice is not None or (condition is not None and condition.notice is not None)


def _not_in_force(case: Case, keys: tuple[str, ...], since: str) -> Point:
    parts = []
    for key in keys:
        valid = case.charter.decisions[key].valid
        if valid is not None:
            begins = f"from {day_in_words(valid.from_)}" if valid.from_ else ""
            ends = f"until {day_in_words(valid.to)}" if valid.to else ""
            parts.append(f"{key} holds {' '.join(filter(None, (begins, ends)))}")
    cure, remedy = by_changing(case.charter, case.as_of)
    clause = against(
        "authority", "", f"no rule was in force: {'; '.join(parts)}; {since}",
        ("decisions", keys[0], "valid"), cure=cure, remedy=remedy,
    )  # fmt: skip
    return Point(clause)


def _covers(case: Case, key: str, kind: str, since: str, default: str) -> Consulted:
    decision = case.charter.decisions[key]
    what = kind or ", ".join(decision.covers) or "what it is used for"
    said = f"{key} covers {what}"
    if case.action.action in case.charter.decisions and case.action.action != key:
        said += f", and has come in the place of {case.action.action}"
    if since:
        said += f", and was in force when {since}"
    return kept("authority", ", ".join(decision.covers), said, ("decisions", key, "covers"),
                     default=default)  # fmt: skip


def _clause(met: bool | None, text: str, said: str) -> Consulted:  # noqa: FBT001  (three answers)
    return Consulted("authority", met, text, said, ("decisions",))


def _one_of(keys: Iterable[str]) -> str:
    return join(*keys, last="or")
