"""Two decisions: whether the one with the higher stakes is the easier one, and whether two cover the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.facts.ballots import ballots_in_words
from coalcheck.engine.facts.contradiction import same_kind_facts
from coalcheck.engine.facts.examination import REMOVALS, Examination, carries, speaks_of_others
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.facts.kinds import STAKES, in_words
from coalcheck.engine.facts.named import as_words, capital
from coalcheck.engine.facts.silent import unsaid
from coalcheck.engine.threshold.electorate import Ballots, Electorate
from coalcheck.engine.threshold.implied import asks_for_all, implies
from coalcheck.engine.threshold.search import TooManyCases, carries_without
from coalcheck.engine.threshold.tree import Rule

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Decision


def pair_facts(examination: Examination) -> tuple[Fact, ...]:
    """One fact for each two decisions of which one has higher stakes, or that cover the same kind."""
    facts = []
    decisions = examination.charter.decisions
    for high_key, high in decisions.items():
        for low_key, low in decisions.items():
            kinds = _stakes_differ(high, low)
            if high_key != low_key and high.body == low.body and kinds is not None:
                fact = _fact(examination, (high_key, low_key), kinds)
                if fact is not None:
                    facts.append(fact)
    return (*facts, *same_kind_facts(examination))


def _stakes_differ(high: Decision, low: Decision) -> tuple[str, str] | None:
    """The kinds by which the first has higher stakes, and the highest below it of the other.

    That is changing the charter where the first covers it, since all rules hang on it; else its highest.
    """
    # Two decisions that are alternatives to one another are no pair: one kind, two rules.
    if set(high.covers) & set(low.covers):
        return None
    ranked = sorted(
        (kind for kind in high.covers if kind in STAKES), key=lambda kind: (kind != "amend", -STAKES[kind])
    )
    for kind in ranked:
        # Where only one of the two is about a member, different people vote: these are not compared.
        below = [
            each
            for each in low.covers
            if each in STAKES and STAKES[each] < STAKES[kind] and (each in REMOVALS) == (kind in REMOVALS)
        ]
        if below:
            return kind, max(below, key=lambda each: STAKES[each])
    return None


def _fact(examination: Examination, keys: tuple[str, str], kinds: tuple[str, str]) -> Fact | None:
    high, low = keys
    charter = examination.charter
    higher, lower = (_whole_rule(examination, key) for key in keys)
    if higher is None or lower is None or _harder_than_it_reads(examination, high):
        return None
    rolls = _rolls(examination, keys, kinds)
    if rolls is None:
        return None
    easy, hard = (higher, rolls[0]), (lower, rolls[1])
    if any(unsaid(rule, roll, examination.bound(rule, roll)) for rule, roll in (easy, hard)):
        return None
    if not all(carries(examination.bound(rule, roll)) for rule, roll in (easy, hard)):
        # What everyone's yes does not carry is out of reach or counts a yes against itself: said elsewhere.
        return None
    # Everyone's yes carries both; most pairs need no search to see that the first is the harder one.
    harder = rolls[0] is rolls[1] and (asks_for_all(higher) or implies(higher, lower))
    try:
        ballots = None if harder else carries_without(easy, hard, examination.bound)
    except TooManyCases:
        examination.notes.append(
            f"Whether {as_words(high)} is easier than {as_words(low)} was not examined: "
            "there are too many ways to vote."
        )
        return None
    values: dict[str, Value] = {
        "id": f"{high}, {low}",
        "easier": as_words(high),
        "harder": as_words(low),
        "higher": in_words(kinds[0]),
        "higher_capital": capital(in_words(kinds[0])),
        "lower": in_words(kinds[1]),
        "higher_kind": kinds[0],
        "lower_kind": kinds[1],
        "passes": charter.decisions[low].passes or "",
        "higher_is_easier": ballots is not None,
        "is_amending": kinds[0] == "amend",
        "is_widening": kinds[0] == "widen-scope",
    }
    if ballots is not None:
        values["example"] = _example(charter, rolls[0], ballots)
    places = {"harder": ("decisions", low, "passes"), "passes": ("decisions", high, "passes")}
    return Fact("pair-of-decisions", f"{high}, {low}", ("decisions", high, "passes"), values, places)


def _whole_rule(examination: Examination, key: str) -> Rule | None:
    """What carries a decision in the end: its rule, or the one that holds where that has failed."""
    rule = examination.rule("decisions", key, "passes")
    fallback = examination.rule("decisions", key, "otherwise", "passes")
    return rule if rule is None or fallback is None else examination.either(rule, fallback)


def _harder_than_it_reads(examination: Examination, key: str) -> bool:
    """Whether more than its rule is needed: another body's yes, or that nobody uses a veto."""
    charter, decision = examination.charter, examination.charter.decisions[key]
    stopped = {each for veto in charter.vetoes for each in veto.over}
    return bool(decision.also) or bool(stopped & {"all", key, *decision.covers})


def _rolls(
    examination: Examination, keys: tuple[str, str], kinds: tuple[str, str]
) -> tuple[Electorate, Electorate] | None:
    """Who votes on each; None where one of them is about a member by its words and the other is not."""
    concerned: list[str | None] = []
    for key, kind in zip(keys, kinds, strict=True):
        rule = examination.rule("decisions", key, "passes")
        about = kind in REMOVALS or (rule is not None and speaks_of_others(rule))
        concerned.append(examination.somebody() if about else None)
    if (concerned[0] is None) != (concerned[1] is None):
        return None
    first, second = (examination.roll(key, concerned=who) for key, who in zip(keys, concerned, strict=True))
    return first, second


def _example(charter: Charter, roll: Electorate, ballots: Ballots) -> str:
    """Who votes how: as numbers where the members are alike, else by name."""
    kinds = {
        (row.ballots, row.groups, tuple(row.classes.items()), tuple(row.weights.items()))
        for row in roll.rows
        if row.in_body and row.id in ballots
    }
    return ballots_in_words(charter, roll, ballots, alike=len(kinds) == 1)
