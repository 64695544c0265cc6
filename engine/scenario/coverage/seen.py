"""What a case showed of its charter: how it came out, what clauses answered, where its votes stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.decide.case import case_of
from coalcheck.engine.decide.chamber import Chamber, membership_on, roll_of
from coalcheck.engine.decide.question import Question
from coalcheck.engine.scenario.coverage.thresholds import compared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalcheck.engine.scenario.coverage.model import State
    from coalcheck.engine.scenario.coverage.thresholds import Compared
    from coalcheck.engine.scenario.run import Ran, Under
    from coalcheck.engine.source.node import Route

NOT_CARRIED: Final = frozenset({"rejected", "no-quorum", "vetoed"})


class Voted(NamedTuple):
    """The votes of one case, as its decision counts them.

    Attributes:
        chamber: who decides.
        heads: the votes, by cell and state.
        quorum_heads: the same where the quorum is judged.
        quorate: whether enough took part; a rule is not exercised by a vote without quorum.
    """

    chamber: Chamber
    heads: Sequence[int]
    quorum_heads: Sequence[int]
    quorate: bool


class Chambers:
    """The comparisons of those who decide, each worked out once."""

    def __init__(self, under: Under) -> None:
        self._under = under
        self._known: dict[int, tuple[Chamber, tuple[Compared, ...]]] = {}
        self._usual: dict[str, Chamber] = {}

    def of(self, chamber: Chamber) -> tuple[Compared, ...]:
        """The comparisons that a decision asks of those who decide on one day."""
        found = self._known.get(id(chamber))
        if found is None:
            found = self._known[id(chamber)] = (chamber, tuple(compared(chamber)))
        return found[1]

    def usual(self, name: str) -> Chamber:
        """Those who decide where nothing is said of the day: the members that come last."""
        found = self._usual.get(name)
        if found is None:
            charter, language = self._under.charter, self._under.bindings.language
            decision = charter.decisions[name]
            membership = membership_on(charter, None)
            roll, quorum_roll = (
                roll_of(membership, decision.body, decision.member_concerned, (), quorum=quorum)
                for quorum in (False, True)
            )
            found = Chamber(charter, name, language=language, roll=roll, quorum_roll=quorum_roll)
            self._usual[name] = found
        return found


def voted(ran: Ran, under: Under) -> Voted | None:
    """The votes of a case; None where it has none that could be counted."""
    verdict, action = ran.verdict, ran.case.loaded.action
    if verdict is None or action is None or not action.has_votes:
        return None
    if verdict.decision not in under.charter.decisions:
        return None
    bindings = under.bindings
    case = case_of(under.charter, action, verdict.as_of, bindings.asking.terms, key=verdict.decision)
    known = {member.id for member in under.charter.members}
    count = Question(bindings, case, tuple(each for each in action.subject if each in known)).count
    if count is None or count.cast.missing:
        return None
    return Voted(count.chamber, count.heads, count.quorum_heads, count.quorum is not False)


def states(ran: Ran, votes: Voted | None, chambers: Chambers) -> Iterator[tuple[str, Route, int, State]]:
    """Everything that a case exercises: what it is part of, where, which comparison, and in which state."""
    verdict = ran.verdict
    if verdict is None:
        return
    here: Route = ("decisions", verdict.decision)
    if verdict.outcome == "adopted":
        yield "decision", here, 0, "carried"
    elif verdict.outcome in NOT_CARRIED:
        yield "decision", here, 0, "not-carried"
    for clause in verdict.clauses:
        if clause.route is not None and clause.met is not None:
            yield "clause", clause.route, 0, "met" if clause.met else "not-met"
    for veto in verdict.vetoes:
        if veto.route is not None and not (veto.counts is False and not veto.overridden):
            yield "clause", (*veto.route, "override"), 0, "met" if veto.overridden else "not-met"
    if votes is None:
        return
    asked = {clause.route for clause in verdict.clauses if clause.met is not None}
    for each in chambers.of(votes.chamber):
        # A second way or a second call that is not open is not asked, whatever the votes.
        state = _state(each, votes) if each.route in asked else None
        if state is not None:
            yield "threshold", each.route, each.number, state


def _state(each: Compared, votes: Voted) -> State | None:
    if each.comparison is None or each.steps is None or (each.of == "rule" and not votes.quorate):
        return None
    heads = votes.heads if each.of == "rule" else votes.quorum_heads
    value = each.comparison.value(heads)
    if value is None:
        return None
    steps = each.steps
    if value == steps.below:
        return "just-below"
    if value == steps.enough:
        return "just-enough"
    return "just-above" if value == steps.above else None
