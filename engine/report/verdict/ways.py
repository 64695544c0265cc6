"""What would carry it, or would have stopped it: the fewest votes that change the outcome, one way a line."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck.engine.report.verdict.discreet import NOBODY, is_hidden
from coalcheck.engine.report.verdict.line import line
from coalcheck.engine.report.verdict.scope import asks
from coalcheck.engine.wording.listing import join, some
from coalcheck.engine.wording.number import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coalcheck.engine.checking.checked import Checked
    from coalcheck.engine.decide.verdict import Answer, Change, Counted, Edit, Verdict

ON_SCREEN: Final = 5
"""So many ways are shown unless all are asked for."""
_NAMED: Final = 8
"""So many are named of whom any will do."""

_DOES: Final[dict[Answer, tuple[str, str]]] = {
    "for": ("votes for", "vote for"),
    "against": ("votes against", "vote against"),
    "abstain": ("abstains", "abstain"),
    "absent": ("stays away", "stay away"),
    "present": ("is present and does not vote", "are present and do not vote"),
    "blank": ("hands in a blank vote", "hand in blank votes"),
    "spoilt": ("hands in a spoilt vote", "hand in spoilt votes"),
}


_UNDONE: Final = "The veto would have to be taken back, or overruled as the charter says."


class Way(Struct, frozen=True):
    """One way: who would do what, and how the count would then stand."""

    who: str
    said: str


class Ways(Struct, frozen=True):
    """What would make the outcome another.

    Attributes:
        heading: in capitals as far as it is a heading: ``WHAT WOULD CARRY IT: one vote``.
        what: the same without capitals, for who listens.
        note: how sure it is, in a sentence without its full stop; empty where there is no way.
        ways: the ways to show.
        more: how many are kept back.
    """

    heading: str
    what: str
    note: str
    ways: tuple[Way, ...]
    more: int = 0


def ways(checked: Checked, verdict: Verdict, *, show_all: bool) -> Iterator[Ways]:
    """What would carry it where it was not carried, and what would have stopped it where it was."""
    if verdict.to_pass:
        yield _ways("What would carry it", checked, verdict.to_pass, show_all=show_all)
    elif any(veto.counts and not veto.overridden for veto in verdict.vetoes):
        yield Ways("WHAT WOULD CARRY IT", "What would carry it", "", (Way(_UNDONE, ""),))
    if verdict.to_block and asks(verdict) is None:
        stops = "What would have stopped it" if verdict.outcome == "adopted" else "What would stop it"
        yield _ways(stops, checked, verdict.to_block, show_all=show_all)


def _ways(what: str, checked: Checked, changes: Sequence[Change], *, show_all: bool) -> Ways:
    found = list(dict.fromkeys(Way(_capital(_who(each, checked)), line(each.said)) for each in changes))
    heads = min(sum(edit.heads for edit in each.edits) for each in changes)
    size = f"{in_words(heads)} {'vote' if heads == 1 else 'votes'}"
    proven = all(each.smallest for each in changes)
    certain = "each recalculated" if len(found) > 1 else "recalculated"
    note = f"{certain}; {'nothing smaller does' if proven else 'not proven to be the smallest'}"
    if len(found) > 1:
        note = f"{'Either' if len(found) == 2 else 'Any one'} of these is enough ({note})"
    else:
        note = _capital(note)
    end = len(found) if show_all or len(found) == ON_SCREEN + 1 else ON_SCREEN
    return Ways(f"{what.upper()}: {size}", f"{what}: {size}", note, tuple(found[:end]), len(found[end:]))


def _who(change: Change, checked: Checked) -> str:
    if len(change.any_of) > sum(edit.heads for edit in change.edits):
        return _any_of(change, checked)
    phrases = []
    for (after, _), edits in groupby(change.edits, key=lambda edit: (edit.after, edit.before)):
        phrases.append(_phrase(list(edits), after, change, checked))
    return join(*phrases)


def _phrase(edits: list[Edit], after: Answer, change: Change, checked: Checked) -> str:
    named = [_named(edit, checked) for edit in edits if edit.member != NOBODY]
    unnamed = sum(edit.heads for edit in edits if edit.member == NOBODY)
    if unnamed:
        named.append(f"{in_words(unnamed)} more, {_was(unnamed, checked)},")
    several = len(edits) > 1 or sum(edit.heads for edit in edits) > 1
    instead = change.instead if len(change.edits) == 1 else ()
    return f"{join(*named)} {_does((after, *instead), several=several)}"


def _any_of(change: Change, checked: Checked) -> str:
    """Who the members are of whom any so many will do: ``any two of A, B and C vote for``."""
    heads = sum(edit.heads for edit in change.edits)
    named = [line(checked.ground.names.get(member, member)) for member in change.any_of if member != NOBODY]
    unnamed = len(change.any_of) - len(named)
    first = change.edits[0]
    if unnamed:
        named.append(f"{in_words(unnamed)} {_was(unnamed, checked)}")
    if unnamed and len(named) == 1:
        among = f"the {named[0]}"
    elif len(named) > _NAMED:
        among = some(named, _NAMED)
    else:
        among = join(*named, last="or" if heads == 1 else "and")
    does = _does((first.after, *change.instead), several=heads > 1)
    if heads == 1 and len(change.any_of) == 2:
        return f"either of {among} {does}" if unnamed == 2 else f"{among} {does}"
    return f"any {in_words(heads)} of {among} {does}"


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"


def _named(edit: Edit, checked: Checked) -> str:
    name = line(checked.ground.names.get(edit.member, edit.member))
    return name if edit.heads == 1 else f"{edit.heads:,} of {name}"


def _was(count: int, checked: Checked) -> str:
    """Why those who are not named did not vote: absent or late, as far as anybody was."""
    rows = checked.verdict.members if checked.verdict is not None else ()
    why = [word for late, word in ((False, "absent"), (True, "late")) if late in map(_is_late, rows)]
    return f"that {'was' if count == 1 else 'were'} {join(*why, last='or')}"


def _is_late(row: Counted) -> bool | None:
    """None of who is named whatever it did."""
    return row.late if is_hidden(row) else None


def _does(answers: Sequence[Answer], *, several: bool) -> str:
    # Whatever comes first of itself: to stay away is easier said than to be there without a vote.
    ordered = sorted(dict.fromkeys(answers), key=list(_DOES).index)
    return join(*(_DOES[answer][several] for answer in ordered), last="or")
