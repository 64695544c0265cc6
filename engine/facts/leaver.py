"""What the departure of one member does to a threshold, in words: who could go, and what would be missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.counted import counted_by, role_of, stands_for
from coalcheck.engine.facts.coverage import covering
from coalcheck.engine.facts.departure import NOTHING, Leaving, leaving
from coalcheck.engine.facts.examination import MOST_KINDS_OF_MEMBERS, Examination
from coalcheck.engine.facts.fact import Value
from coalcheck.engine.facts.named import MOST_NAMES, as_words, listed, member_name
from coalcheck.engine.facts.sharing import means_everyone
from coalcheck.engine.roll.sentences import Sentence
from coalcheck.engine.source.node import Route
from coalcheck.engine.threshold.apart import least
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.search import TooManyCases, can_adopt
from coalcheck.engine.threshold.tree import Clause, Compare, Count, Heads, Rule, Share, Whom
from coalcheck.engine.wording.number import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

_SECOND_WAY: Final = {"passes": ("otherwise", "passes"), "quorum": ("second_call", "quorum")}
"""What may still be met where the first attempt cannot be: a decision has then another way."""

_SECOND: Final = frozenset({"otherwise", "second_call"})
"""What is spoken of with the first attempt, and not by itself."""

_FEWEST: Final = 3
"""Of two who stay both are needed for nearly everything; that is known without counting."""


def departure_values(
    examination: Examination, sentence: Sentence, rule: Rule, roll: Electorate
) -> dict[str, Value]:
    """What one departure would do to a sentence that can be met now; nothing where it goes on as before."""
    charter = examination.charter
    found = _leaving(examination, sentence, rule)
    values: dict[str, Value] = {}
    if found.lost:
        where = found.lost[0][1]
        alike = [each for each, lost in found.lost if lost == where]
        _needed(examination, sentence, (each for each, _ in found.lost))
        values |= {"lost_with": whoever(charter, roll, alike), "lost": where}
    stuck = frozenset[str]()
    if found.stuck and role_of(sentence) not in _SECOND:
        stuck = _without_second_way(examination, sentence, found.stuck)
        _needed(examination, sentence, (row.id for row in roll.rows if row.id in stuck))
        stuck = _usable_about(examination, sentence, rule, stuck)
    if stuck:
        values["stuck_without"] = whoever(charter, roll, stuck)
        values["locks_charter"] = covering(charter).get("amend") == (sentence.decision,)
    values |= _everyone_after(examination, sentence, rule, roll)
    return values


def _leaving(examination: Examination, sentence: Sentence, rule: Rule) -> Leaving:
    """What each departure does to a sentence; worked out once."""
    known = examination.departures
    if sentence.route not in known:
        known[sentence.route] = leaving(examination, sentence, rule, counted_by(examination, sentence))
    return known[sentence.route]


def _usable_about(
    examination: Examination, sentence: Sentence, rule: Rule, stuck: frozenset[str]
) -> frozenset[str]:
    """Those about whom the others can decide: that they cannot do without the rest is said there already."""
    if stands_for(examination, sentence) is None or len(stuck) > MOST_KINDS_OF_MEMBERS:
        return stuck
    counted, quorum = counted_by(examination, sentence), sentence.counts is Count.ATTENDANCE
    try:
        unusable = {
            member for member in stuck if can_adopt(rule, counted(concerned=member), silence=quorum) is False
        }
    except TooManyCases:
        return stuck
    return stuck - unusable


def _needed(examination: Examination, sentence: Sentence, members: Iterable[str]) -> None:
    """Note for each of these members that a decision hangs on it."""
    for member in members if sentence.decision else ():
        examination.needed_by.setdefault(member, {})[as_words(sentence.decision)] = None


def _without_second_way(
    examination: Examination, sentence: Sentence, stuck: frozenset[str]
) -> frozenset[str]:
    """Those of them after whose leaving the second attempt cannot be met either."""
    second = _SECOND_WAY.get(role_of(sentence))
    if not sentence.decision or second is None:
        return stuck
    route: Route = ("decisions", sentence.decision, *second)
    other = next((each for each in examination.sentences if each.route == route), None)
    if other is None:
        return stuck
    found = _leaving(examination, other, other.rule) if other.rule is not None else NOTHING
    return stuck & found.stuck


def _everyone_after(
    examination: Examination, sentence: Sentence, rule: Rule, roll: Electorate
) -> dict[str, Value]:
    """Whether a share that leaves room now means all who stay once one has left, and by what arithmetic."""
    if not isinstance(rule, Clause) or not isinstance(rule.measure, Share) or rule.spread is not None:
        return {}
    share = rule.measure
    if share.count is not Count.SUPPORT or share.compare not in (Compare.AT_LEAST, Compare.MORE_THAN):
        return {}
    if (
        not isinstance(share.base, Heads)
        or share.base.state is not None
        or _counts_again(examination.charter)
    ):
        return {}
    inside = [row for row in roll.rows if row.in_body and (rule.among is None or rule.among in row.groups)]
    if share.base.whom is Whom.OTHERS:
        inside = [row for row in inside if not row.concerned]
    whole = sum(row.count for row in inside)
    voting = [row for row in inside if row.votes]
    needed = least(share, whole - 1)
    if whole <= _FEWEST or needed != sum(row.count for row in voting) - 1 or least(share, whole) > needed:
        return {}
    concerned = stands_for(examination, sentence)
    leaver = next(row.id for row in voting)
    left = counted_by(examination, sentence)(concerned=concerned, leaver=leaver)
    arithmetic = means_everyone(rule, left, bind(rule, left))
    if not arithmetic:
        return {}
    who = whoever(examination.charter, roll, (row.id for row in inside))
    return {"everyone_without": who, "everyone_left": in_words(whole - 1), "arithmetic_after": arithmetic}


def _counts_again(charter: Charter) -> bool:
    """Whether every share is to be counted again after a departure, so that nobody will be surprised."""
    return charter.leaving is not None and bool(charter.leaving.recount or charter.leaving.in_words)


def whoever(charter: Charter, roll: Electorate, ids: Iterable[str]) -> str:
    """Members of whom one might leave, to stand before left: any of you, A or B, one of C."""
    chosen = set(ids)
    names = [
        member_name(member) if (member.count or 1) == 1 else f"one of {member_name(member)}"
        for member in charter.members
        if member.id in chosen
    ]
    if len(chosen) == 1:
        return names[0]
    if all(row.id in chosen for row in roll.rows):
        return "any one member" if charter.kind == "body" else "any of you"
    deciding = [row for row in roll.rows if row.in_body]
    if chosen == {row.id for row in deciding}:
        return f"any of the {in_words(sum(row.count for row in deciding))} that decide"
    return listed(names, last="or") if len(names) <= MOST_NAMES + 1 else f"any of {listed(names)}"
