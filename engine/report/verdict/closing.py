"""What a page on an action ends with: what the answer means for those who asked, and what it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.verdict.scope import NOT_A_FAULT, asks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.checking.checked import Checked
    from coalcheck.engine.decide.verdict import Verdict

LEGAL = "coalcheck reads this charter and counts; it does not give legal advice."
"""What this is not: the last line of every page."""

_OWN_NAME = "In the meantime each of you may write in its own name."


def closing(checked: Checked, verdict: Verdict) -> Iterator[str]:
    """Give the last sentences of one answer."""
    match verdict.outcome:
        case "adopted" if not verdict.decision and asks(verdict) is None:
            yield "What a member does in its own name and with its own means is for itself to decide."
        case "adopted" if asks(verdict) is not None:
            yield "By its votes it is carried. Whether it is yours to do is what you have not agreed on yet."
        case "adopted":
            yield "It stands until a new decision changes it."
        case "rejected":
            yield "A proposal that is not carried breaks no rule."
            yield "It can be changed and put again; the charter sets no waiting time."
        case "no-quorum":
            yield "A meeting with too few breaks no rule. It can be put again when enough of you take part."
        case "vetoed":
            yield "To use a right that you gave each other breaks no rule. It can be changed and put again."
        case "unauthorised":
            yield "This is about what you agreed with each other; what holds towards others is for the law."
            if asks(verdict) is None:
                yield NOT_A_FAULT
        case "pending":
            yield from _open(checked)
        case "indeterminate":
            yield "This decides nothing, for or against. Add what is missing, and it is counted again."
    if checked.ground.own_name and verdict.outcome in {"rejected", "no-quorum", "vetoed"}:
        yield _OWN_NAME


def _open(checked: Checked) -> Iterator[str]:
    if checked.asked.stands == "proposed":
        yield "A proposal breaks no rule, whatever becomes of it."
    elif checked.asked.stands == "open":
        yield "Until the voting time is over, whoever has voted may still vote otherwise."
