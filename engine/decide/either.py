"""Where either of two rules is enough: the one that carries it counts, and both are told.

Robert's Rules change bylaws with previous notice by two thirds, or by most of the entire membership. A vote
that falls short of the one may meet the other, and nobody has to say beforehand which was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from coalcheck.engine.action.ballots import Ballot
from coalcheck.engine.decide.suggest import NO_CHANGE, NONE_FOUND
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.decide.verdict import Answer, Change, Outcome, Verdict

Judge = Callable[[str, "Action"], "Verdict"]
"""What an action comes to under a decision, by its id."""

_WORDS: Final[Mapping[Outcome, str]] = {
    "adopted": "it is carried",
    "rejected": "it is not carried",
    "vetoed": "it is blocked by a veto",
    "no-quorum": "there is no quorum",
    "unauthorised": "it has no authority",
    "pending": "it can still be carried",
    "indeterminate": "it is not known whether it is carried",
}


def either(first: Verdict, others: Sequence[str], asks: str, action: Action, judge: Judge) -> Verdict:
    """The verdict under whichever rule carries it.

    Args:
        first: the verdict under the rule that comes first.
        others: decisions by which it may be carried as well.
        asks: what must be known before one of them may be used; empty where they may be.
        action: what was voted on.
        judge: says what it comes to under one of them.
    """
    tried = {key: judge(key, action) for key in others}
    if asks:
        tried = {key: _unsure(each, asks) for key, each in tried.items()}
    found = min((first, *tried.values()), key=_openness)
    apart = [each for each in (first, *tried.values()) if each is not found]
    notes = [*found.notes, *(f"Under {each.decision}{_rule(each)}, {_said(each)}." for each in apart)]
    to_pass = _carrying(found, apart, certain=not asks)
    if to_pass:
        notes = [each for each in notes if each not in (NO_CHANGE, NONE_FOUND)]
    return replace(
        found,
        to_pass=to_pass,
        to_block=tuple(_stopping(found, apart, action, judge)),
        notes=tuple(dict.fromkeys(notes)),
    )


def told_beside(verdict: Verdict, others: Sequence[str], action: Action, judge: Judge) -> Verdict:
    """The same verdict; where it is none that carries, with what another decision than the one named says."""
    if verdict.outcome in ("adopted", "pending"):
        return verdict
    carrying = [key for key in others if judge(key, action).outcome == "adopted"]
    if not carrying:
        return verdict
    under = join(*carrying, last="or")
    note = f"Under {under}, which covers the same, these votes carry it; the action names {action.action}."
    return replace(verdict, notes=(*verdict.notes, note))


def _openness(verdict: Verdict) -> int:
    """The nearer to carried the lower; of two alike the first stands."""
    if verdict.outcome == "adopted":
        return 0
    if verdict.outcome == "pending":
        carried = "adopted" in verdict.also
        return 3 if not verdict.settled else 1 if carried else 4
    return {"indeterminate": 2, "unauthorised": 6}.get(verdict.outcome, 5)


def _said(verdict: Verdict) -> str:
    if verdict.settled:
        return f"{_WORDS[(verdict.outcome, *verdict.also)[-1]]}, whatever the others answer"
    if verdict.outcome == "pending" and "adopted" in verdict.also:
        return "it is carried, and not final yet"
    return _WORDS[verdict.outcome]


def _unsure(verdict: Verdict, asks: str) -> Verdict:
    """A verdict under a rule of which it is not known whether it may be used."""
    if verdict.outcome != "indeterminate" and "adopted" not in (verdict.outcome, *verdict.also):
        return verdict
    return replace(
        verdict, outcome="indeterminate", also=(), missing=(asks, *verdict.missing), to_pass=(), to_block=()
    )


def _rule(verdict: Verdict) -> str:
    rules = dict.fromkeys(each.text for each in verdict.clauses if each.part == "rule" and each.text)
    return f" ({join(*rules)})" if rules else ""


def _carrying(found: Verdict, apart: Sequence[Verdict], *, certain: bool) -> tuple[Change, ...]:
    """The smallest changes of all rules: what carries it by one of them carries it."""
    if found.outcome not in ("rejected", "no-quorum", "vetoed"):
        return tuple(replace(each, smallest=False) for each in found.to_pass)
    verdicts = (found, *(apart if certain else ()))
    changes = [change for verdict in verdicts for change in verdict.to_pass]
    fewest = min((_heads(change) for change in changes), default=0)
    proven = certain and all(
        all(change.smallest for change in each.to_pass) if each.to_pass else NO_CHANGE in each.notes
        for each in verdicts
    )
    return tuple(replace(each, smallest=proven) for each in changes if _heads(each) == fewest)


def _stopping(found: Verdict, apart: Sequence[Verdict], action: Action, judge: Judge) -> Iterator[Change]:
    """Of the smallest changes under one rule those with which no other carries it either."""
    heads = {each.member: each.heads for each in found.members}
    for change in found.to_block:
        changed = _with(action, change, heads)
        if changed is None:
            continue
        outcomes = {judge(each.decision, changed).outcome for each in apart if each.decision}
        if not outcomes & {"adopted", "pending", "indeterminate"}:
            yield replace(change, any_of=(), instead=())


def _with(action: Action, change: Change, heads: Mapping[str, int]) -> Action | None:
    """An action with some ballots given otherwise; None where it is not known by name who gave them."""
    if action.ballots is None or action.tally is not None or action.proxies:
        return None
    ballots, present = dict(action.ballots), dict(action.present or {})
    for edit in change.edits:
        count = heads.get(edit.member, 1)
        before = ballots.get(edit.member)
        votes: dict[Answer, int] = {edit.before: count}
        if before is not None and edit.before in before.votes(count):
            votes = before.votes(count)
        votes[edit.before] -= edit.heads
        votes[edit.after] = votes.get(edit.after, 0) + edit.heads
        ballots[edit.member] = Ballot(split={answer: count for answer, count in votes.items() if count > 0})
        if edit.after == "absent":
            present.pop(edit.member, None)
    there = {} if action.present is None else {"present": present}
    return action.model_copy(update={"ballots": ballots, **there})


def _heads(change: Change) -> int:
    return sum(edit.heads for edit in change.edits)
