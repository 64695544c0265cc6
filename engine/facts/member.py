"""Members: what each gives, who signs for it, and whether its own board stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.facts.named import member_name
from coalcheck.engine.facts.written import is_settled, is_written, member_rows
from coalcheck.engine.source.node import Document
from coalcheck.engine.wording.number import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Member

_NONE: Final = frozenset({"none", "no", "nothing", "nil", "-"})


_PERSON: Final = "signatory: {name: Dana Ruiz, position: executive director}"
_DATE: Final = "signed: {date: 2026-04-01}"


def member_facts(charter: Charter, document: Document) -> tuple[Fact, ...]:
    """One fact a member, in the order of the file."""
    rows = member_rows(document)
    signing = {
        member.id: _signs(document, rows.get(member.id, index))
        for index, member in enumerate(charter.members)
    }
    signed = sum(signing.values())
    return tuple(
        _fact(member, document, rows.get(member.id, index), signing, signed)
        for index, member in enumerate(charter.members)
    )


def _fact(member: Member, document: Document, row: int, signing: dict[str, bool], signed: int) -> Fact:
    def writes(*keys: str) -> bool:
        return is_written(document, "members", row, *keys)

    approval = member.own_approval
    commits = member.commits
    staff = (commits.staff if commits is not None else None) or ""
    lines = ((_PERSON, signing[member.id]), (_DATE, writes("signed", "date")))
    values: dict[str, Value] = {
        "id": member.id,
        "name": member_name(member),
        "count": member.count or 1,
        "has_role": is_settled(document, "members", row, "role"),
        "has_signatory": signing[member.id],
        "signatory_entitled": writes("signatory", "entitled_by"),
        "signatories_elsewhere": _elsewhere(len(signing) - 1, signed - signing[member.id]),
        "is_signed": signing[member.id] and writes("signed", "date"),
        "signature": "\n".join(line for line, there in lines if not there) or _DATE,
        "has_staff": writes("commits", "staff") or (commits is not None and commits.in_words is not None),
        "staff_is_none": _is_none(staff),
        "has_approval": writes("own_approval"),
        "approval_pending": approval is not None and approval.status == "pending",
        "has_success": writes("success"),
    }
    return Fact("member", member.id, ("members", row), values)


def _is_none(staff: str) -> bool:
    first, *rest = staff.lower().rstrip(" .").split() or [""]
    return first == "0" or (first in _NONE and not rest)


def _signs(document: Document, row: int) -> bool:
    """Whether a person or a post is named; a signatory in one word is a post."""
    route = ("members", row, "signatory")
    if not is_settled(document, *route):
        return False
    named = [key for key in ("name", "position") if is_written(document, *route, key)]
    if named:
        return any(is_settled(document, *route, key) for key in named)
    return not is_written(document, *route, "entitled_by")


def _elsewhere(others: int, named: int) -> str:
    """How many of the others say who signs, as a sentence."""
    if not named:
        return "No member names one yet." if others else "The charter names nobody."
    if named == others:
        who = "The other one names" if named == 1 else f"The other {in_words(named)} name"
    else:
        who = f"{in_words(named).capitalize()} of the others {'names' if named == 1 else 'name'}"
    return f"{who} a person who may sign."
