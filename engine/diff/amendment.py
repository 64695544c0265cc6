"""Whether a change of the charter was itself agreed to, under the charter as it was before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from coalcheck.engine.action.edits import vote_of, with_ballots, with_edits
from coalcheck.engine.action.load import LoadedAction, rests_on
from coalcheck.engine.action.load import load as load_action
from coalcheck.engine.action.options import from_options
from coalcheck.engine.action.sheet import load_sheet
from coalcheck.engine.checking.reading import data_of, read_path
from coalcheck.engine.decide.covering import covering_keys
from coalcheck.engine.decide.door import decide
from coalcheck.engine.diff.model import Amendment
from coalcheck.engine.source.files import shown

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.charter.model import Charter

_TYPED: Final = "the votes given here"


class NoWay(Exception):
    """The old charter does not say how it is changed; a sentence for whoever asked."""


def amendment(  # noqa: PLR0913  (each is one thing that was given)
    old: Charter,
    blocks: Sequence[str],
    *,
    path: str,
    sheet: str,
    votes: Sequence[str],
    today: date,
) -> Amendment | None:
    """Judge the vote on the change; None where nothing of it was given.

    Args:
        old: the charter under which it was put.
        blocks: the blocks of the charter that changed.
        path: an action file; empty for none. Without one, the vote is on a change of the charter.
        sheet: a sheet of ballots; empty for none.
        votes: single votes, such as ``local-9=for``.
        today: the day of an action that has none; where the coalition has ended by then, its last day, and
            its first where it has not begun.

    Raises:
        NoWay: no action is given, and no decision of the old charter covers a change.
        CannotTry: a vote is none.
        Unreadable: a file cannot be opened.
    """
    if not (path or sheet or votes):
        return None
    loaded = load_action(read_path(path, bytes), old) if path else _put(old, blocks)
    unread = [str(route[0]) if route else "the file" for route in loaded.left_out if rests_on(route)]
    action = loaded.action
    if action is not None and sheet:
        read = load_sheet(data_of(sheet), shown(sheet), old)
        action = with_ballots(action, read.ballots)
        unread += [] if read.whole else [shown(sheet)]
    if action is not None and votes:
        action = with_edits(action, votes=dict(map(vote_of, votes)), charter=old)
    name = shown(path) if path else shown(sheet) if sheet else _TYPED
    if action is None or unread or not loaded.document.complete:
        reason = f"Of {name} this could not be read: {', '.join(dict.fromkeys(unread)) or 'a part of it'}."
        return Amendment(name, action, None, (), reason)
    named = action.amends
    beyond = tuple(block for block in blocks if named and not _names(named, block))
    if not named:
        # The vote was on the change as it stands.
        action = action.model_copy(update={"amends": tuple(blocks)})
    own = action.date or action.closes or action.opened or action.notice
    verdict = decide(old, action, as_of=None if own else _within(old, today))
    return Amendment(name, action, verdict, beyond)


def _within(old: Charter, today: date) -> date:
    term = old.term
    if term is None:
        return today
    day = today if term.ends is None else min(today, term.ends)
    return day if term.starts is None else max(day, term.starts)


def _names(amends: Sequence[str], block: str) -> bool:
    return any(what.split(".", maxsplit=1)[0] in (block, "charter") for what in amends)


def _put(old: Charter, blocks: Sequence[str]) -> LoadedAction:
    """A change of the charter put to the vote, where no file says more of it."""
    kind = "widen-scope" if set(blocks) == {"scope"} and covering_keys(old, "widen-scope") else "amend"
    if not covering_keys(old, kind):
        msg = "The old charter does not say how it is changed, so that no vote on the change can be judged."
        raise NoWay(msg)
    options: Mapping[str, str] = {"action": kind, "title": "Change of the charter"}
    return from_options(options)
