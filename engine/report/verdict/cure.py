"""How an act without authority is put right: by a decision, by doing it again, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck.engine.report.verdict.line import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.checking.checked import Checked
    from coalcheck.engine.decide.verdict import Cure

_KIND: Final[dict[Cure, str]] = {
    "ratify": "It can be ratified",
    "repeat": "It can be done again",
    "none": "It cannot be put right afterwards",
    "": "",
}


class Told(Struct, frozen=True):
    """What is the matter, how it is put right, and which point says the same (name and code)."""

    said: str
    remedy: str
    point: str


def cures(checked: Checked) -> Iterator[Told]:
    """Give one for each reason why the act has no authority."""
    for cure in checked.cures:
        clause = cure.clause
        if clause.part == "scope":
            # It has three ways on, which are told together.
            continue
        # What is only proposed has no authority to be given afterwards.
        kind = "" if checked.asked.stands == "proposed" else _KIND[clause.cure]
        remedy = sentence(clause.remedy)
        told = f"{kind}. {remedy}" if kind and remedy else remedy or (f"{kind}." if kind else "")
        yield Told(sentence(clause.said), told, cure.point)
