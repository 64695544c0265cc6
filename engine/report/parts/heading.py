"""The first line of a file's block: whose charter this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.wording.article import with_article
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from coalcheck.engine.findings.result import Heading, Result

STRICT = "Everything is asked here, also what coalitions of this kind, model or stage are excused from."
"""The first line of a strict report."""

_KINDS = frozenset({"coalition", "alliance", "network"})
_MODELS = frozenset({"opportunistic", "values-bridge", "structural"})
_STAGES = {
    "exploring": "first thoughts on {}",
    "pilot": "pilot of {}",
    "draft": "draft of {}",
    "signed": "signed charter of {}",
    "ended": "charter of {} that has ended",
}


def heading_line(result: Result) -> str:
    """Say name, stage, kind and number of members; of a file that does not read only the file's name."""
    if result.heading is None:
        return visible(result.file)
    heading = result.heading
    name = " ".join(visible(heading.name).split()) or visible(result.file)
    return f"{name}, {_described(heading)}, {_members(heading)}"


def _described(heading: Heading) -> str:
    if heading.kind == "body":
        return "rules of a standing body"
    # What is not one of the known words has a finding of its own; the first line does not repeat it.
    kind = heading.kind if heading.kind in _KINDS else "coalition"
    model = f"{heading.model} " if heading.model in _MODELS else ""
    return _STAGES.get(heading.stage, "{}").format(with_article(f"{model}{kind}"))


def _members(heading: Heading) -> str:
    return counted(heading.members, "member") if heading.members else "no members yet"
