"""Parts of a rule that no vote needs, and votes against that help what they are against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.examination import Examination, cases
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.properties import texts
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import STATES, Cell, holds
from coalcheck.engine.threshold.cells import cells_of
from coalcheck.engine.threshold.differing import Way, differing
from coalcheck.engine.threshold.say import say
from coalcheck.engine.threshold.tree import All, Any, Clause, Count, Number, Rule, Share, clauses
from coalcheck.engine.wording.number import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Decision
    from coalcheck.engine.threshold.electorate import Electorate

PROPERTIES: Final[Mapping[str, Property]] = texts(
    idle_clause="A part of its rule without which every vote comes out the same, as the rule says it.",
    kept_clause="Its rule without that part.",
    staying_helps="Where a quorum counts ballots: a vote that one more against carries, as words.",
)

_MOST_CASES: Final = 600
_MOST_BALLOTS: Final = 5_000


def idle_values(
    examination: Examination, key: str, decision: Decision, rule: Rule, roll: Electorate
) -> dict[str, Value]:
    """What is idle in the rule of a decision, and whether staying away can help more than voting no.

    Args:
        examination: the charter; what is not examined is noted there.
        key: the id of the decision.
        decision: the decision.
        rule: what must agree.
        roll: who is counted for it.
    """
    quorum = examination.rule("decisions", key, "quorum")
    found: dict[str, Value] = {}
    if isinstance(rule, All | Any) and cases(examination.bound(rule, roll).cells) <= _MOST_CASES:
        found |= _idle(rule, roll, silence=decision.silence == "adopts")
    if quorum is not None and decision.silence is None and any(map(_counts_ballots, clauses(quorum))):
        there = examination.roll(key, quorum=True, concerned=examination.concerned(decision, rule))
        found |= _staying(rule, roll, quorum, there)
    return found


def _idle(rule: All | Any, roll: Electorate, *, silence: bool) -> dict[str, Value]:
    """The first part that makes no difference; only where all votes were looked at."""
    whole = Way(rule, roll, silence=silence)
    for place, part in enumerate(rule.rules):
        rest = (*rule.rules[:place], *rule.rules[place + 1 :])
        without = rest[0] if len(rest) == 1 else type(rule)(rest)
        if _plainly_apart(whole, without):
            continue
        apart = differing(whole, Way(without, roll, silence=silence))
        if apart.complete and apart.first is None and apart.second is None:
            return {"idle_clause": say(part), "kept_clause": say(without)}
    return {}


def _plainly_apart(whole: Way, without: Rule) -> bool:
    """Whether a rule and the rest of it differ while all others are against, or away: seen at a glance."""
    cells = cells_of([(whole.passes, whole.roll), (without, whole.roll)])
    one, two = (
        bind(each, whole.roll, silence=whole.silence, cells=cells).condition
        for each in (whole.passes, without)
    )
    sizes = [cell.count if cell.votes else 0 for cell in cells]
    for chosen in product(*(range(size + 1) for size in sizes)):
        for against in (True, False):
            heads = [0] * (STATES * len(cells))
            heads[::STATES] = chosen
            if against:
                heads[1::STATES] = [size - here for size, here in zip(sizes, chosen, strict=True)]
            if holds(one, heads) is not holds(two, heads):
                return True
    return False


def _counts_ballots(clause: Clause) -> bool:
    """Whether a quorum counts those who vote, and not those who are there."""
    measure = clause.measure
    return isinstance(measure, Share | Number) and measure.count in (Count.TURNOUT, Count.VOTES)


def _staying(rule: Rule, roll: Electorate, quorum: Rule, there: Electorate) -> dict[str, Value]:
    """The smallest vote that one more against carries."""
    cells = cells_of([(rule, roll), (quorum, there)])
    parts = [
        bind(rule, roll, cells=cells).condition,
        bind(quorum, there, silence=True, cells=cells).condition,
    ]
    for heads in _ballots(cells):
        if not all(holds(part, heads) for part in parts):
            continue
        for index in range(len(cells)):
            against = STATES * index + 1
            if heads[against]:
                heads[against] -= 1
                away = all(holds(part, heads) for part in parts)
                heads[against] += 1
                if not away:
                    return {"staying_helps": _words(heads)}
    return {}


def _ballots(cells: tuple[Cell, ...]) -> Iterator[list[int]]:
    """All ways to be for, against or away, kind by kind; none where there are too many of them."""
    sizes = [cell.count if cell.votes else 0 for cell in cells]
    if prod((size + 1) * (size + 2) // 2 for size in sizes) > _MOST_BALLOTS:
        return
    ways = [[(yes, no) for yes in range(size + 1) for no in range(size - yes + 1)] for size in sizes]
    for chosen in product(*ways):
        heads = [0] * (STATES * len(cells))
        for index, (yes, no) in enumerate(chosen):
            heads[STATES * index : STATES * index + 2] = [yes, no]
        yield heads


def _words(heads: list[int]) -> str:
    """A vote, and the same with one less against."""
    yes, no = sum(heads[::STATES]), sum(heads[1::STATES])
    fewer = f"{in_words(no - 1)} against" if no > 1 else "nobody against"
    return f"{in_words(yes)} for and {in_words(no)} against carry it, {in_words(yes)} for and {fewer} do not"
