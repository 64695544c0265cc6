"""What was proven of one property: it holds, it fails with ballots that show it, or it is not known."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from coalcheck.engine.proof.witness import Witness

Status: TypeAlias = Literal["holds", "fails", "unknown"]

Property: TypeAlias = Literal[
    "can-be-carried",
    "can-be-turned-down",
    "support-never-hurts",
    "staying-away-never-helps",
    "needs-support",
    "never-both-ways",
    "quorum-matters",
    "clause-matters",
    "veto-matters",
    "override-is-as-hard",
    "changed-no-more-easily",
    "can-be-repaired",
    "no-way-by-admitting",
    "no-way-by-removing",
    "no-way-by-ending",
    "classes-stay-filled",
    "not-everyone-after-a-departure",
    "no-standstill",
    "same-kind-same-outcome",
    "survives-departures",
    "survives-two-departures",
]


class Answer(Struct, frozen=True):
    """One property of one thing.

    Attributes:
        property: what was asked.
        subject: of what: a decision; or two; or a decision and a clause or veto of it; none for the charter.
        status: what came of it. ``unknown`` is never a way of saying that it holds.
        said: in a sentence: where it fails, how; where it is not known, why and what was looked at.
        witnesses: ballots, in the order in which they are told, that show a failure. A failure of which there
            are none is that no ballots do something; it was proven and not sampled.
        members: the members whom it is about, where it is about some and not others.
        decisions: the decisions that are touched, where that is more than the subject.
        at: the place in the charter; empty where it is the whole decision.
        number: a number that the sentence has: of newcomers, of members.
        by_design: whether the charter says in so many words that it is to be so, as where silence adopts.
        cases: how many cases were looked at.
    """

    property: Property
    subject: tuple[str, ...]
    status: Status
    said: str = ""
    witnesses: tuple[Witness, ...] = ()
    members: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    at: tuple[str | int, ...] = ()
    number: int | None = None
    by_design: bool = False
    cases: int = 0
