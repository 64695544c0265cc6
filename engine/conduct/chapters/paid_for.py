"""A vote that those decide whose costs another member pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.conduct.clause import about, told
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import numbers
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from coalcheck.engine.conduct.act import Act
    from coalcheck.engine.decide.verdict import Outcome
    from coalcheck.engine.facts.funded import Bloc

MATTERS: Final[Mapping[str, str]] = {
    "funded-decides": "Members that voted as the one that pays for them made the difference.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = numbers(
    funded_votes="Members that voted as the one that pays for them, and without whom it comes out otherwise.",
)
"""What its matters tell."""

_COUNTED: Final = frozenset({"adopted", "rejected", "vetoed"})


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act: the count is made again with these votes the other way."""
    verdict, ballots = act.verdict, act.action.ballots
    if verdict is None or not ballots or verdict.outcome not in _COUNTED:
        return
    if not any(member.inducements for member in act.charter.members):
        return
    from coalcheck.engine.facts.funded import blocs

    before: Outcome | None = None
    for bloc in blocs(act.charter):
        alike = _alike(act, bloc)
        if not alike:
            continue
        before = before or _again(act, {})
        if before in _COUNTED and _again(act, alike) not in (before, "indeterminate", "pending"):
            rows = [row for row, each in enumerate(act.charter.members) if each.id in alike]
            at = about("what a member was given or promised", "members", rows[0], "inducements")
            values: dict[str, Value] = {"funded_votes": len(alike), "said": counted(len(alike), "member")}
            yield told(act, "funded-decides", ("ballots",), values, at, of=bloc.funder)


def _alike(act: Act, bloc: Bloc) -> dict[str, str]:
    """Those that voted for or against as the member that pays for them, each with the opposite vote."""
    ballots = act.action.ballots or {}
    given = ballots.get(bloc.funder)
    if given is None or given.answer not in ("for", "against"):
        return {}
    other = "against" if given.answer == "for" else "for"
    return {
        each: other
        for each in bloc.funded
        if (own := ballots.get(each)) is not None and own.answer == given.answer
    }


def _again(act: Act, votes: dict[str, str]) -> Outcome:
    from coalcheck.engine.action.edits import with_edits
    from coalcheck.engine.decide.door import decide

    action = with_edits(act.action, votes=votes, charter=act.charter) if votes else act.action
    return decide(act.bindings or act.charter, action, as_of=act.as_of, changes=False).outcome
