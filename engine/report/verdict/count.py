"""How it was counted: every clause that was asked, every member once, and where it stands in the charter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck.engine.report.verdict.discreet import NOBODY
from coalcheck.engine.report.verdict.line import line
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coalcheck.engine.checking.checked import Checked, Place
    from coalcheck.engine.decide.verdict import Answer, Consulted, Counted, Part, Verdict

LABELS: Final[Mapping[Part, str]] = {
    "rule": "Count",
    "tie": "Tie",
    "quorum": "Quorum",
    "also": "Also needed",
    "silence": "Silence",
    "proxies": "Proxies",
    "notice": "Notice",
    "deliberation": "Discussion",
    "window": "Voting time",
    "answers": "Answers",
    "veto": "Veto",
    "authority": "Decided as",
    "body": "Decided by",
    "seats": "Seats",
    "limits": "Limits",
    "money": "Money",
    "term": "Term",
    "needs": "Needs",
    "explanation": "Explanation",
    "expiry": "Lasts",
}
"""What each part is called at the left, in the order in which they are told."""

RULE: Final = "Rule"
SCOPE: Final = "Scope"
NOTE: Final = "Note"
WIDEST: Final = max(map(len, LABELS.values()))
GROUPED_FROM: Final = 25
"""From so many members on, those who counted alike are told together."""

_SAID: Final[dict[Answer, str]] = {
    "for": "for",
    "against": "against",
    "abstain": "abstains",
    "blank": "blank",
    "spoilt": "spoilt",
    "present": "present",
    "absent": "absent",
}
_COUNTED: Final = frozenset({"quorum", "also", "tie", "silence"})
"""What further votes can still meet."""
_NOT_YET: Final = "no vote yet"


class Row(Struct, frozen=True):
    """One line about the charter: what it is about, what is said, and where it stands."""

    label: str
    said: str
    place: Place | None = None


class Vote(Struct, frozen=True):
    """One member, or all who counted alike: who, what they answered, and how that counted."""

    who: str
    answer: str
    effect: str


def rules(verdict: Verdict, checked: Checked) -> Iterator[Row]:
    """The rules by which it is decided, as the charter has them."""
    for clause in _of("rule", verdict):
        if clause.text:
            name = f"{line(verdict.decision)}: " if verdict.decision else ""
            yield Row(RULE, f"{name}{line(clause.text)}", _place(clause, checked))


def votes(verdict: Verdict, checked: Checked) -> Iterator[Vote]:
    """Every member once; many of them in groups, each still by name."""
    open_ = checked.asked.stands != "closed"
    rows = [_vote(row, open_=open_) for row in verdict.members]
    if len(rows) < GROUPED_FROM:
        yield from rows
        return
    alike: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        alike.setdefault((row.answer, row.effect), []).append(row.who)
    for (answer, effect), who in alike.items():
        yield Vote(
            who[0] if len(who) == 1 else f"{counted(len(who), 'member')}: {', '.join(who)}", answer, effect
        )


def _vote(row: Counted, *, open_: bool) -> Vote:
    who = counted(row.heads, "member") if row.member == NOBODY else line(row.name)
    answer = _answer(row, open_=open_)
    effect = line(row.effect)
    for heard in (answer, *_SAID.values()):
        # What stands in the column beside it is not said a second time.
        effect = effect.removeprefix(f"{heard}: ") if heard else effect
    return Vote(who, answer, "" if answer in {_NOT_YET, effect} else effect)


def _answer(row: Counted, *, open_: bool) -> str:
    given = {answer: heads for answer, heads in row.votes.items() if heads}
    if not row.eligible and set(given) <= {"absent"}:
        return ""
    if open_ and set(given) <= {"absent"}:
        return _NOT_YET
    if row.late:
        return "late"
    if len(given) == 1 and sum(given.values()) == row.heads:
        return _SAID[next(iter(given))]
    # Of several it is said as of several; all other answers are said of one and of many alike.
    parts = [f"{heads:,} {'abstain' if answer == 'abstain' and heads > 1 else _SAID[answer]}"
             for answer, heads in given.items()]  # fmt: skip
    unknown = row.heads - sum(given.values())
    if unknown > 0:
        parts.append(f"{unknown:,} not on record")
    return join(*parts)


def clauses(verdict: Verdict, checked: Checked) -> Iterator[Row]:
    """Everything else that was asked, and what came of it."""
    for part in LABELS:
        found = [*_of(part, verdict)]
        if part == "veto" and verdict.decision:
            yield from _vetoes(found, verdict, checked)
            continue
        if part == "rule" and checked.asked.stands == "proposed":
            # There is nothing to count yet.
            continue
        for clause in found:
            place = None if part == "rule" else _place(clause, checked)
            yield Row(LABELS[part], _told(clause, checked), place)
    if verdict.decision and verdict.scope is None:
        yield from _scope(checked)
    for note in verdict.notes:
        yield Row(NOTE, line(note))


def _of(part: Part, verdict: Verdict) -> Iterator[Consulted]:
    return (clause for clause in verdict.clauses if clause.part == part)


def _told(clause: Consulted, checked: Checked) -> str:
    not_met = "not yet" if checked.asked.stands != "closed" and clause.part in _COUNTED else "not met"
    said = line(clause.said) or line(clause.text)
    if clause.part != "rule":
        met = {True: "met", False: not_met, None: "not known"}[clause.met]
        said = f"{met}: {said}" if said else met
    return f"{said} (not in the charter: {line(clause.default)})" if clause.default else said


def _vetoes(found: list[Consulted], verdict: Verdict, checked: Checked) -> Iterator[Row]:
    label = LABELS["veto"]
    for clause in found:
        yield Row(label, _told(clause, checked), _place(clause, checked))
    for veto in verdict.vetoes:
        holder = line(checked.ground.names.get(veto.holder, veto.holder))
        counts = {True: "counts", False: "does not count", None: "not known whether it counts"}[veto.counts]
        over = ", and was overruled" if veto.overridden else ""
        place = checked.ground.places.get(veto.route) if veto.route is not None else None
        yield Row(label, f"{holder}, {counts}{over}: {line(veto.why)}", place)
    if not found and not verdict.vetoes:
        ground = checked.ground
        said = "none was used" if ground.has_vetoes else "the charter gives nobody one on this"
        yield Row(label, "stands in the rule itself" if ground.veto_in_rule else said)


def _scope(checked: Checked) -> Iterator[Row]:
    """Which matter of the scope the action names; whether it lies within that is not judged here."""
    for topic in checked.ground.topics:
        yield Row(SCOPE, f'named as part of "{line(topic.about)}"', topic.place)
    if checked.ground.has_scope and not checked.ground.topics:
        yield Row(SCOPE, "the action names none of the matters that the charter lists")


def _place(clause: Consulted, checked: Checked) -> Place | None:
    return checked.ground.places.get(clause.route) if clause.route is not None else None
