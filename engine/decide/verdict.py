"""A verdict with its reasons: never a bare yes or no."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias, get_args

from msgspec import Struct

from coalcheck.engine.mission.standing import Standing
from coalcheck.engine.source.node import Route

Outcome: TypeAlias = Literal[
    "unauthorised", "indeterminate", "pending", "no-quorum", "rejected", "vetoed", "adopted"
]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""In the order in which they are tested: the first that holds is the verdict, the rest are listed."""

Part: TypeAlias = Literal[
    "authority", "body", "term", "limits", "money", "notice", "deliberation", "window", "quorum", "rule",
    "also", "silence", "veto", "tie", "needs", "expiry", "explanation", "proxies", "scope",
    "seats", "answers",
]  # fmt: skip
"""What a clause of the charter is asked for."""

Cure: TypeAlias = Literal["ratify", "repeat", "none", ""]
"""How an act without authority can be put right: by a decision, by doing it again, or not at all."""

Answer: TypeAlias = Literal["for", "against", "abstain", "blank", "spoilt", "present", "absent"]


class Consulted(Struct, frozen=True):
    """One clause of the charter that was asked, and what came of it.

    Attributes:
        part: what it was asked for.
        met: None where the charter, or what is on record, does not say.
        text: the clause as the charter has it; empty where the charter has none and a default holds.
        said: the comparison in words and whole numbers, such as "7 of 11 votes cast; 6 were needed".
        route: where it stands in the charter; None for a default.
        decides: whether this is why the verdict is what it is.
        default: the rule that holds because the charter says nothing, in words; empty otherwise.
        cure: how to put it right, where it is not met and that makes the act unauthorised.
        remedy: the same in words, naming the decision or what must be done; also where an unmet clause is
            no more than a finding, such as a notice sent too late.
        reading: how it comes out if it is read in another usual way, where that makes the difference and the
            charter does not say which is meant; empty otherwise.
    """

    part: Part
    met: bool | None
    text: str
    said: str
    route: Route | None = None
    decides: bool = False
    default: str = ""
    cure: Cure = ""
    remedy: str = ""
    reading: str = ""


class Counted(Struct, frozen=True):
    """One member, once, and how it counted.

    Attributes:
        member: its id.
        name: its name, or the id where it has none.
        heads: how many the row stands for.
        votes: answer to how many of these heads gave it; the sum is ``heads`` where all is known.
        effect: in words: "counted for", "not a vote cast, so not in the count; present for the quorum",
            "does not vote on this", "not a member on that day", "by its proxy Beta".
        eligible: whether it may vote on this.
        late: whether it answered when the voting was over; who did is shown only where names are asked for.
    """

    member: str
    name: str
    heads: int
    votes: dict[Answer, int]
    effect: str
    eligible: bool = True
    late: bool = False


class VetoRead(Struct, frozen=True):
    """One veto that was raised, and whether it counts.

    Attributes:
        holder: the member that raised it.
        counts: None where what is on record does not tell.
        why: in words: why it counts or not, each default named that was used (from when it runs, for whom
            its limit counts, in which year).
        route: the veto in the charter; None where the charter gives the member none.
        overridden: whether the others overruled it.
        beyond: whether it has all that it must have, and is one more than its holder may use.
    """

    holder: str
    counts: bool | None
    why: str
    route: Route | None = None
    overridden: bool = False
    beyond: bool = False


class Edit(Struct, frozen=True):
    """So many heads of one member answer otherwise."""

    member: str
    before: Answer
    after: Answer
    heads: int = 1


class Change(Struct, frozen=True):
    """A smallest change of the ballots with which the outcome is another.

    Attributes:
        edits: what changes; as few heads as possible.
        outcome: what the verdict is then; reckoned again, not guessed.
        said: the count then, in words.
        smallest: whether it is proven that nothing smaller does; of votes still to come, that none of these
            can be spared.
        any_of: where the edits are all alike: every member of whom any so many heads do as well, those of the
            edits among them; empty where those named are one example, or the only ones.
        instead: other answers that do as well as the one in the edits, such as staying away for abstaining.
    """

    edits: tuple[Edit, ...]
    outcome: Outcome
    said: str
    smallest: bool = True
    any_of: tuple[str, ...] = ()
    instead: tuple[Answer, ...] = ()


class Verdict(Struct, frozen=True):
    """What the charter says of one action.

    Attributes:
        outcome: the first of ``OUTCOMES`` that holds.
        also: the others that hold as well, in their order.
        decision: the id of the decision that covers it; empty where none does.
        clauses: every clause that was asked, in the order in which they were.
        members: every member once.
        vetoes: every veto raised.
        to_pass: smallest changes that would make it pass; empty where it passed or none can.
        to_block: smallest changes that would stop it, where it passed.
        missing: facts on which the outcome depends and that are not on record, or clauses that can be read in
            two ways; each a sentence that says who could say it.
        as_of: the day from which it was judged.
        settled: open, and yet no further ballot can change it.
        notes: what was not examined and why, and defaults that were used; one sentence each.
        scope: whether it is within what was agreed, where that was asked for; None where it was not, or where
            the charter has no scope.
    """

    outcome: Outcome
    decision: str
    as_of: date
    also: tuple[Outcome, ...] = ()
    clauses: tuple[Consulted, ...] = ()
    members: tuple[Counted, ...] = ()
    vetoes: tuple[VetoRead, ...] = ()
    to_pass: tuple[Change, ...] = ()
    to_block: tuple[Change, ...] = ()
    missing: tuple[str, ...] = ()
    settled: bool = False
    notes: tuple[str, ...] = ()
    scope: Standing | None = None
