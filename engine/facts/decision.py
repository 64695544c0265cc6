"""Decisions: what carries them, who can stop them, and what is left open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.answering import time_to_answer
from coalcheck.engine.facts.examination import (
    MOST_CASES,
    MOST_KINDS_OF_MEMBERS,
    REMOVALS,
    Examination,
    carries,
    cases,
    speaks_of_others,
    stoppers,
    voters,
)
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.facts.heading import heading_values
from coalcheck.engine.facts.idle import idle_values
from coalcheck.engine.facts.kinds import FOUNDING, LEAVING
from coalcheck.engine.facts.letting_in import let_in_first
from coalcheck.engine.facts.named import as_words, capital, listed, member_name, name_of
from coalcheck.engine.facts.power import Powers
from coalcheck.engine.facts.protection import protection_values, stakes_values
from coalcheck.engine.facts.recusal import recusal_values
from coalcheck.engine.facts.silent import unsaid
from coalcheck.engine.facts.turnout import adopts_on_tie, has_floor, needs_no_yes
from coalcheck.engine.facts.written import is_written
from coalcheck.engine.roll.names import names_of
from coalcheck.engine.source.node import Route
from coalcheck.engine.threshold.bound import Bound
from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.search import fewest_in_favour
from coalcheck.engine.threshold.tree import Rule
from coalcheck.engine.wording.number import in_words as number_in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Decision


_NO_DAILY_WORK: Final = FOUNDING | REMOVALS | LEAVING

_USUAL: Final = "at least 1 member and no member against"


def decision_facts(examination: Examination, powers: Powers) -> tuple[Fact, ...]:
    """One fact a decision, in the order of the charter."""
    decisions = examination.charter.decisions
    ways = let_in_first(examination)
    return tuple(
        _fact(examination, powers, key, decision, ways.get(key, {})) for key, decision in decisions.items()
    )


def _fact(
    examination: Examination, powers: Powers, key: str, decision: Decision, ways: Mapping[str, Value]
) -> Fact:
    charter = examination.charter

    def writes(name: str) -> bool:
        return is_written(examination.document, "decisions", key, name)

    rule = examination.rule("decisions", key, "passes")
    roll = examination.roll(key, concerned=examination.concerned(decision, rule))
    body = charter.bodies.get(decision.body or "")
    values: dict[str, Value] = {
        "id": key,
        "name": as_words(key),
        "name_capital": capital(as_words(key)),
        "members": voters(roll),
        "everyday": any(kind not in _NO_DAILY_WORK for kind in decision.covers),
        "covers_something": bool(decision.covers) or writes("covers"),
        "has_rule": decision.passes is not None or writes("passes"),
        "has_quorum": decision.quorum is not None,
        "has_notice": decision.notice is not None,
        "has_fallback": decision.otherwise is not None or decision.if_no_agreement is not None,
        "has_deadline": _has_deadline(decision),
        "silence_adopts": decision.silence == "adopts",
        "has_time": _has_time(decision),
        "says_tie": decision.tie is not None,
        "chair_breaks_tie": decision.tie == "chair",
        "has_chair": body is not None and body.chair is not None,
        "expels": "expel" in decision.covers,
        "suspends": "suspend" in decision.covers,
        "distributed": charter.governance == "distributed",
    }
    places: dict[str, Route] = {"heading": ("decisions", key, "title")} if decision.title else {}
    if decision.passes:
        values["passes"] = decision.passes
    deciding = (row.id for row in roll.rows if row.votes and row.in_body)
    values |= time_to_answer(charter, decision, deciding)
    values |= stakes_values(decision)
    if rule is not None and decision.passes and needs_no_yes(rule, roll):
        values["with_a_yes"] = _with_a_yes(examination, decision.passes)
    if rule is not None and not unsaid(rule, roll, examination.bound(rule, roll)):
        values |= _counted(examination, key, decision, rule, roll)
        concerned = examination.concerned(decision, rule)
        values |= powers.values(key, decision, examination.bound(rule, roll), concerned)
    values |= ways
    return Fact("decision", key, ("decisions", key), values, places)


def _with_a_yes(examination: Examination, passes: str) -> str:
    """The sentence with one yes asked for as well; where it cannot simply be added, the usual one."""
    sentence = f"at least 1 member and {passes}"
    return sentence if not isinstance(parse(sentence, names_of(examination.charter)), Fault) else _USUAL


def _has_deadline(decision: Decision) -> bool:
    ends = (
        decision.otherwise,
        decision.if_no_agreement,
        decision.window,
        decision.answer_within,
        decision.silence,
    )
    return any(each is not None for each in ends)


def _has_time(decision: Decision) -> bool:
    """Whether some length of time is given in which members can answer."""
    times = (
        decision.window,
        decision.answer_within,
        decision.notice,
        decision.deliberation,
        decision.applies_if,
    )
    return any(each is not None for each in times)


def _counted(
    examination: Examination, key: str, decision: Decision, rule: Rule, roll: Electorate
) -> dict[str, Value]:
    """What the rule needs of these members."""
    bound = examination.bound(rule, roll)
    values: dict[str, Value] = {
        "has_floor": has_floor(rule),
        "only_limits_opposition": needs_no_yes(rule, roll),
        "adopts_on_tie": adopts_on_tie(rule, bound),
    }
    values |= _stopped_by(examination, key, bound, roll)
    if REMOVALS & set(decision.covers):
        values |= _removal(examination, key, decision, rule, bound)
        values |= recusal_values(examination, key, decision, rule)
    if decision.quorum is None and decision.silence is None and not values["has_floor"]:
        values |= _few_enough(examination, key, rule, roll, bound)
    values |= idle_values(examination, key, decision, rule, roll)
    values |= protection_values(examination, key, rule, roll)
    everyone = bool(values.get("needs_everyone", True))
    heading = heading_values(examination, key, rule, roll, everyone=everyone)
    return values | heading


def _few_enough(
    examination: Examination, key: str, rule: Rule, roll: Electorate, bound: Bound
) -> dict[str, Value]:
    """How few carry it while the others stay away, where nothing in the charter stops them."""
    if cases(bound.cells) > MOST_CASES:
        examination.notes.append(
            f"How few can decide on {as_words(key)} was not examined: there are too many ways to vote."
        )
        return {}
    fewest = fewest_in_favour(rule, roll, others="absent")
    if fewest is None:
        return {}
    heads = voters(roll)
    everyone = examination.charter.kind != "body" and heads == examination.heads
    whom = "you" if everyone else f"the {number_in_words(heads)}"
    return {
        "fewest_who_can_decide": fewest,
        "percent_who_can_decide": -(-fewest * 100 // heads),
        "fewest_words": f"{number_in_words(fewest)} of {whom}",
    }


def _stopped_by(examination: Examination, key: str, bound: Bound, roll: Electorate) -> dict[str, Value]:
    """Who can stop it alone, all others being for it; stopping what nobody can carry is no power."""
    if len(bound.cells) > MOST_KINDS_OF_MEMBERS:
        examination.notes.append(
            f"Who can stop {as_words(key)} alone was not examined: the members are of too many kinds."
        )
        return {}
    if not carries(bound):
        return {}
    can, every = stoppers(bound)
    values: dict[str, Value] = {"needs_everyone": can == every, "one_can_stop": bool(can) and can != every}
    if values["one_can_stop"]:
        charter = examination.charter
        values["who_alone"] = listed(name_of(charter, row.id) for row in roll.rows if row.id in can)
    return values


def _removal(
    examination: Examination, key: str, decision: Decision, rule: Rule, bound: Bound
) -> dict[str, Value]:
    """Whether the member that may have to go votes on it, and which members could stop it alone then."""
    switches = decision.member_concerned
    votes = (switches is None or switches.votes is not False) and not speaks_of_others(rule)
    values: dict[str, Value] = {"concerned_votes": votes, "concerned_can_stop": False}
    if not votes or len(bound.cells) > MOST_KINDS_OF_MEMBERS:
        return values
    can: set[str] = set()
    if switches is None:
        # Nothing sets the member concerned apart: it can stop it alone where anybody like it can.
        can.update(stoppers(bound)[0] if carries(bound) else ())
    else:
        # One of each kind of member stands for all that the rule cannot tell from it.
        for cell in bound.cells:
            if _stops_its_own(examination, key, rule, cell.ids[0]):
                can.update(cell.ids)
    members = examination.charter.members
    if can and all(member.id in can for member in members):
        values["concerned_can_stop"] = True
    elif can:
        values["safe_members"] = listed(
            (member_name(member) for member in members if member.id in can), last="or"
        )
    return values


def _stops_its_own(examination: Examination, key: str, rule: Rule, member: str) -> bool:
    """Whether a member can stop alone what is decided about it."""
    with_it = examination.bound(rule, examination.roll(key, concerned=member))
    own = next((i for i, cell in enumerate(with_it.cells) if member in cell.ids and cell.votes), None)
    return own is not None and bool(carries(with_it)) and carries(with_it, {own: 1}) is False
