"""Who was absent or late is counted and not named, unless names are asked for: pages are passed round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from coalcheck.engine.decide.verdict import Counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coalcheck.engine.checking.checked import Checked
    from coalcheck.engine.decide.verdict import Change, Verdict
    from coalcheck.engine.report.parts.options import Options

NOBODY = ""
"""Stands for the id of whoever is not named."""


def shown(checked: Checked, options: Options) -> Verdict | None:
    """The verdict as it may be passed round; as it is where names are asked for.

    While a vote is open nobody is late: who has not voted yet may still do so.
    """
    verdict = checked.verdict
    if verdict is None or options.names or checked.asked.stands != "closed":
        return verdict
    hidden = frozenset(each.member for each in verdict.members if is_hidden(each))
    if not hidden:
        return verdict
    return replace(
        verdict,
        members=(
            *(each for each in verdict.members if each.member not in hidden),
            *_together(verdict.members),
        ),
        to_pass=tuple(_discreet(each, hidden) for each in verdict.to_pass),
        to_block=tuple(_discreet(each, hidden) for each in verdict.to_block),
    )


def is_hidden(row: Counted) -> bool:
    """Whether a member is not named where names are not asked for: it was absent or late."""
    # Of a counted row nobody is named, so nothing is to be hidden.
    return row.eligible and row.heads == 1 and (row.late or row.votes.get("absent") == row.heads)


def _together(rows: Iterable[Counted]) -> Iterator[Counted]:
    """One row for all who counted alike, in the order in which the first of each stands."""
    alike: dict[tuple[str, bool], Counted] = {}
    for row in rows:
        if is_hidden(row):
            key = (row.effect, row.late)
            before = alike.get(key)
            votes = dict(before.votes) if before else {}
            for answer, heads in row.votes.items():
                votes[answer] = votes.get(answer, 0) + heads
            heads = row.heads + (before.heads if before else 0)
            alike[key] = replace(row, member=NOBODY, name=NOBODY, heads=heads, votes=votes)
    yield from alike.values()


def _discreet(change: Change, hidden: frozenset[str]) -> Change:
    edits = tuple(replace(edit, member=NOBODY) if edit.member in hidden else edit for edit in change.edits)
    any_of = tuple(NOBODY if member in hidden else member for member in change.any_of)
    return replace(change, edits=edits, any_of=any_of)
