"""Every clause of a charter that a verdict can rest on, and what answers a case can get from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.decide.case import EVERYBODY
from coalcheck.engine.decide.money import answers_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.source.node import Route

MET: Final = (True,)
NOT_MET: Final = (False,)
BOTH: Final = (True, False)


class Asked(NamedTuple):
    """One clause.

    Attributes:
        route: where it stands.
        said_met: what a case would show in which it is met.
        said_not_met: what a case would show in which it is not.
        answers: those that a case can get from it.
        text: as the charter has it.
    """

    route: Route
    text: str
    said_met: str
    said_not_met: str
    answers: tuple[bool, ...] = BOTH


_OF_DECISIONS: Final = (
    ("passes", "in which as many agree as are needed", "in which too few agree"),
    ("quorum", "in which enough take part", "in which too few take part"),
    ("notice", "in which notice is sent in time", "in which notice is sent too late"),
    ("deliberation", "in which it is discussed for long enough", "in which it is voted on too soon"),
    (
        "window",
        "in which voting is open for as long as it should be",
        "in which voting is not open for as long",
    ),
    ("answer_within", "in which every answer comes in time", "in which an answer comes late"),
    ("explain", "in which it is explained in time", "in which it is explained too late"),
    ("expires", "in which it is carried out in time", "in which it is carried out after it has lapsed"),
)
"""Keys of a decision that a verdict consults, with what a case shows of each."""


def clauses_of(charter: Charter) -> Iterator[Asked]:
    """The clauses that the judge consults, in the order of the charter's decisions, then vetoes and limits.

    What a charter settles by itself, such as how many seats one employer may hold, is not among them: no
    case can change it.
    """
    for name in charter.decisions:
        yield from _of_decision(charter, name)
    yield from _of_vetoes(charter)
    yield from _of_limits(charter)


def _of_decision(charter: Charter, name: str) -> Iterator[Asked]:
    decision = charter.decisions[name]
    here: Route = ("decisions", name)
    for key, met, not_met in _OF_DECISIONS:
        value = getattr(decision, key)
        if value is not None:
            yield Asked((*here, key), str(value), met, not_met)
    if decision.applies_if is not None and decision.applies_if.notice is not None:
        yield Asked(
            (*here, "applies_if", "notice"), str(decision.applies_if.notice),
            "in which it is used with the notice that it needs", "in which that notice was not given",
        )  # fmt: skip
    if decision.otherwise is not None and decision.otherwise.passes:
        yield Asked(
            (*here, "otherwise", "passes"), decision.otherwise.passes,
            "that is carried by the second way", "in which the second way does not carry it either",
        )  # fmt: skip
    if decision.second_call is not None and decision.second_call.quorum:
        yield Asked(
            (*here, "second_call", "quorum"), decision.second_call.quorum,
            "in which a second call has its smaller quorum",
            "in which too few take part in a second call too",
        )  # fmt: skip
    if decision.tie is not None:
        broken = decision.tie == "chair"
        yield Asked(
            (*here, "tie"), decision.tie, "in which the chair breaks a tie in favour",
            "in which a tie does not carry", BOTH if broken else NOT_MET,
        )  # fmt: skip
    for number, need in enumerate(decision.needs):
        # That no reason is on record does not tell that none was given.
        answers = MET if need == "reason" else BOTH
        yield Asked((*here, "needs", number), need, f"that has its {need}", f"that lacks its {need}", answers)
    for number, also in enumerate(decision.also):
        who = also.body or "the other body"
        yield Asked(
            (*here, "also", number), also.passes or "", f"to which {who} agrees", f"to which {who} does not"
        )
    if decision.proxies is not None:
        yield Asked(
            (*here, "proxies"), "", "in which somebody votes for a member that is away",
            "in which somebody votes for more of them than it may", BOTH if decision.proxies.most else MET,
        )  # fmt: skip


def _of_vetoes(charter: Charter) -> Iterator[Asked]:
    for number, veto in enumerate(charter.vetoes):
        holders = ", ".join(veto.holders)
        here: Route = ("vetoes", number)
        yield Asked(
            here, holders, f"in which the veto of {holders} is not used, or does not count",
            f"that a veto of {holders} stops",
        )  # fmt: skip
        if veto.override:
            yield Asked(
                (*here, "override"), veto.override, "in which the veto is set aside",
                "in which too few want to set the veto aside",
            )  # fmt: skip


def _of_limits(charter: Charter) -> Iterator[Asked]:
    money = charter.scope.money if charter.scope is not None else None
    for key in ("in_all", "one_decision"):
        limit = getattr(money, key, None)
        if limit is not None:
            yield Asked(
                ("scope", "money", key),
                str(limit),
                f"that costs {limit} or less",
                f"that costs more than {limit}",
            )
    for name, body in charter.bodies.items():
        if body.limits is None:
            continue
        here: Route = ("bodies", name, "limits")
        if body.limits.spend is not None:
            spend = body.limits.spend
            yield Asked(
                (*here, "spend"), str(spend), f"that costs {spend} or less", f"that costs more than {spend}"
            )
        yield from _of_kinds(charter, name)
    yield from _of_fund(charter)
    term = charter.term
    if term is not None and term.ends is not None:
        yield Asked(
            ("term", "ends"), str(term.ends), "on a day of the term", "on a day after the end of the term"
        )


def _of_kinds(charter: Charter, name: str) -> Iterator[Asked]:
    """What a body may decide on, and may not: as far as the decisions that it takes cover such kinds."""
    limits = charter.bodies[name].limits
    if limits is None:
        return
    kinds = {kind for each in charter.decisions.values() if each.body == name for kind in each.covers}
    for key, listed, barred in (
        ("covers", limits.covers, kinds - set(limits.covers)),
        ("never", limits.never, kinds & set(limits.never)),
    ):
        answers = (*((True,) if kinds - barred else ()), *((False,) if barred else ()))
        if listed and answers:
            allowed, not_allowed = f"that {name} may decide on", f"that {name} may not decide on"
            yield Asked(("bodies", name, "limits", key), ", ".join(listed), allowed, not_allowed, answers)


def _of_fund(charter: Charter) -> Iterator[Asked]:
    """Whose the sums of the fund are: as far as some decision is theirs, and some is that of others."""
    for number, rule in enumerate(charter.fund.spending if charter.fund is not None else ()):
        by = rule.by
        if by is None or not (by in charter.bodies or by in charter.decisions or by in EVERYBODY):
            continue
        limits = ((word, each) for word, each in (("above", rule.above), ("up to", rule.up_to)) if each)
        text = ", ".join(f"{word} {each}" for word, each in limits)
        sums = f"on a sum {text}" if text else "on a sum"
        theirs = {_may_spend(charter, by, key) for key in charter.decisions}
        answers = tuple(answer for answer in BOTH if answer in theirs)
        if answers:
            yield Asked(
                ("fund", "spending", number), text, f"{sums} that is for {by} to decide",
                f"{sums} that others than {by} decide", answers,
            )  # fmt: skip


def _may_spend(charter: Charter, by: str, key: str) -> bool:
    body = charter.decisions[key].body
    if by in (key, body) or (body is None and by in EVERYBODY):
        return True
    return answers_to(charter, by, body)
