"""Members: what each gives, who signs for it, and whether its own board stands behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.approval import approval_status
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.facts.named import listed, member_name
from coalcheck.engine.facts.written import below, member_rows, node_at, says, settles
from coalcheck.engine.source.node import Document, Node
from coalcheck.engine.wording.number import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Member

_NONE: Final = frozenset({"none", "no", "nothing", "nil", "-"})


_PERSON: Final = "signatory: {name: Dana Ruiz, position: executive director}"
_DATE: Final = "signed: {date: 2026-04-01}"


def member_facts(
    charter: Charter, document: Document, needed_by: Mapping[str, Iterable[str]] | None = None
) -> tuple[Fact, ...]:
    """One fact a member, in the order of the file.

    Args:
        charter: the charter.
        document: its file.
        needed_by: by member, the decisions that could not be taken or counted without it, in words.
    """
    needed_by = needed_by or {}
    known = member_rows(document)
    rows = {member.id: known.get(member.id, index) for index, member in enumerate(charter.members)}
    sheets = {member: node_at(document, ("members", row)) for member, row in rows.items()}
    signing = {member: _signs(sheet) for member, sheet in sheets.items()}
    signed = sum(signing.values())
    found = []
    for member in charter.members:
        values = _values(member, sheets[member.id], signing, signed)
        if member.id in needed_by:
            values["needed_by"] = listed(needed_by[member.id])
        found.append(Fact("member", member.id, ("members", rows[member.id]), values))
    return tuple(found)


def _values(member: Member, sheet: Node | None, signing: dict[str, bool], signed: int) -> dict[str, Value]:
    def writes(*keys: str) -> bool:
        return says(below(sheet, keys))

    commits = member.commits
    staff = (commits.staff if commits is not None else None) or ""
    dated = writes("signed", "date")
    lines = ((_PERSON, signing[member.id]), (_DATE, dated))
    return {
        "id": member.id,
        "name": member_name(member),
        "count": member.count or 1,
        "has_role": settles(below(sheet, ("role",))),
        "has_signatory": signing[member.id],
        "signatory_entitled": writes("signatory", "entitled_by"),
        "signatories_elsewhere": _elsewhere(len(signing) - 1, signed - signing[member.id]),
        "is_signed": signing[member.id] and dated,
        "signature": "\n".join(line for line, there in lines if not there) or _DATE,
        "has_staff": writes("commits", "staff") or (commits is not None and commits.in_words is not None),
        "staff_is_none": _is_none(staff),
        "has_approval": writes("own_approval"),
        "approval_pending": approval_status(member.own_approval) == "pending",
        "has_success": writes("success"),
    }


def _is_none(staff: str) -> bool:
    first, *rest = staff.lower().rstrip(" .").split() or [""]
    return first == "0" or (first in _NONE and not rest)


def _signs(sheet: Node | None) -> bool:
    """Whether a person or a post is named; a signatory in one word is a post."""
    signatory = below(sheet, ("signatory",))
    if not settles(signatory):
        return False
    named = [each for key in ("name", "position") if says(each := below(signatory, (key,)))]
    if named:
        return any(map(settles, named))
    return not says(below(signatory, ("entitled_by",)))


def _elsewhere(others: int, named: int) -> str:
    """How many of the others say who signs, as a sentence."""
    if not named:
        return "No member names one yet." if others else "The charter names nobody."
    if named == others:
        who = "The other one names" if named == 1 else f"The other {in_words(named)} name"
    else:
        who = f"{in_words(named).capitalize()} of the others {'names' if named == 1 else 'name'}"
    return f"{who} a person who may sign."
