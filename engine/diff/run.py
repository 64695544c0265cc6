"""The pipeline of a comparison: two files to all in which the charters in them differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct
from msgspec.structs import replace

from coalcheck import __version__
from coalcheck.engine.action.edits import CannotTry
from coalcheck.engine.analysis.counting import BadBudget, seconds
from coalcheck.engine.charter.load import Loaded, load
from coalcheck.engine.checking.reading import read_path
from coalcheck.engine.diff import thresholds
from coalcheck.engine.diff.amendment import NoWay, amendment
from coalcheck.engine.diff.clauses import blocks, clauses
from coalcheck.engine.diff.compare import CASES, compared
from coalcheck.engine.diff.match import matched
from coalcheck.engine.diff.model import Alone, Amendment, Compared, Difference, Members
from coalcheck.engine.diff.power import SECONDS, power
from coalcheck.engine.diff.replay import NoRecord, replay
from coalcheck.engine.facts.named import member_name
from coalcheck.engine.proof.setting import Setting
from coalcheck.engine.validate import Unreadable

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.charter.model import Charter

CASES_A_SECOND: Final = 5_000
"""What a second of a budget allows; in cases, so that the same budget always gives the same answers."""


_REMARKS: Final = frozenset({"attribute-unused"})
"""Kinds of problems that leave everything of a file in the charter."""


_GIT: Final = (7, 9)
_NOTHING: Final = "/dev/null"


class NoCharter(Exception):
    """A file holds no charter; the message says which."""


class Unclear(Exception):
    """What was typed does not name two charters; a sentence for whoever typed it."""


NOT_UNDERSTOOD: Final = (Unreadable, Unclear, BadBudget, CannotTry, NoWay, NoRecord)
"""What is wrong with what was typed, each with a sentence for whoever typed it."""


class Given(Struct, frozen=True):
    """What was given beside the two files.

    Attributes:
        amendment: the file of the vote on the change; empty for none.
        ballots: a sheet with its ballots; empty for none.
        votes: single votes on it, such as ``local-9=for``.
        replay: the folder of recorded decisions; empty for none.
        budget: seconds, a number or its text, that the search and each count may take; None where not said.
    """

    amendment: str = ""
    ballots: str = ""
    votes: Sequence[str] = ()
    replay: str = ""
    budget: str | float | None = None

    @classmethod
    def of(cls, typed: Mapping[str, Any]) -> Given:
        """What was typed, by the names of these attributes."""
        return cls(
            amendment=typed.get("amendment") or "",
            ballots=typed.get("ballots") or "",
            votes=tuple(typed.get("votes") or ()),
            replay=typed.get("replay") or "",
            budget=typed.get("budget"),
        )


def diff_of_paths(
    paths: Sequence[str], given: Given | None = None, *, git: bool = False, today: date,
    stdin: Callable[[], bytes] = bytes,
) -> Difference | Alone:  # fmt: skip
    """The same for what was typed: two files, or what git gives to a driver.

    Args:
        paths: the old charter and the new one; with ``git`` its seven arguments (path, old file, its hash and
            mode, new file, its hash and mode), or nine where the file was renamed.
        given: what was given beside them.
        git: whether it is git that asks.
        today: as in `diff`.
        stdin: as in `diff`.

    Returns:
        The difference; for git, where a charter is added or taken away, that.

    Raises:
        Unclear: these are not two files, or not what git gives; and as `diff` does.
    """
    if not git:
        if len(paths) != 2:
            msg = "Name two charters, the old one first: coalcheck diff old.yaml new.yaml."
            raise Unclear(msg)
        return diff(paths[0], paths[1], given, today=today, stdin=stdin)
    if len(paths) not in _GIT:
        msg = "--git is for git, which gives seven arguments; without it, name two charters."
        raise Unclear(msg)
    path, old, new = paths[0], paths[1], paths[4]
    if _NOTHING in (old, new):
        return Alone(path, added=old == _NOTHING)
    return diff(old, new, given, today=today, stdin=stdin, shown_as=path)


def diff(  # noqa: PLR0913  (each is one question of whoever asks)
    old: str, new: str, given: Given | None = None, *, today: date, stdin: Callable[[], bytes] = bytes,
    shown_as: str = "",
) -> Difference:  # fmt: skip
    """Say in what two charters differ.

    Args:
        old: the file of the old charter; ``-`` for standard input.
        new: the file of the new one.
        given: what was given beside them.
        today: the day for a vote or a recorded decision that has none.
        stdin: reads standard input.
        shown_as: what both files are called instead, as git does with copies of them.

    Raises:
        Unreadable: a file cannot be opened.
        NoCharter: one of them holds no charter.
        BadBudget, CannotTry, NoWay, NoRecord: what was given beside cannot be used.
    """
    given = given or Given()
    allowed = None if given.budget is None else seconds(given.budget)
    files = [load(read_path(path, stdin)) for path in (old, new)]
    charters = [_charter(loaded) for loaded in files]
    return _Comparing(files, charters, allowed).difference(given, today, shown_as)


def _charter(loaded: Loaded) -> Charter:
    if loaded.charter is None:
        msg = f"{loaded.document.name} holds no charter; coalcheck validate says why."
        raise NoCharter(msg)
    return loaded.charter


class _Comparing:
    """Two charters that were read."""

    def __init__(self, files: Sequence[Loaded], charters: Sequence[Charter], allowed: float | None) -> None:
        self._files = files
        self._old, self._new = charters
        self._matched = matched(self._old, self._new)
        self._budget = SECONDS if allowed is None else allowed
        self._cases = CASES if allowed is None else max(int(allowed * CASES_A_SECOND), 1)

    def difference(self, given: Given, today: date, shown_as: str) -> Difference:
        """All of it."""
        old, new, pairs = self._old, self._new, self._matched.pairs
        decisions = self._decisions()
        known = frozenset(each.after for each in decisions if each.relation != "unknown")
        before, after = (loaded.document for loaded in self._files)
        found = clauses(before, after, {two: one for one, two in pairs}, known)
        members = _members(old, new)
        touched = self._blocks(blocks(found), members, decisions)
        # Where all ballots come to the same, so does everything that is counted over them.
        moved = [(each.before, each.after) for each in decisions if each.relation != "equivalent"]
        powers, lacking = power(old, new, moved, self._budget)
        return Difference(
            old=shown_as or before.name,
            new=shown_as or after.name,
            name=str(new.name or old.name or after.name),
            names={each.id: member_name(each) for each in (*old.members, *new.members)},
            members=members,
            decisions=decisions,
            added=self._matched.added,
            dropped=self._matched.dropped,
            clauses=tuple(found),
            power=powers,
            not_counted=lacking,
            amendment=amendment(
                old, touched, path=given.amendment, sheet=given.ballots, votes=given.votes, today=today
            ),
            replay=replay(old, new, given.replay, today) if given.replay else None,
            problems=tuple(self._problems()),
            version=__version__,
        )

    def _vote(self, given: Given, touched: Sequence[str], today: date) -> Amendment | None:
        return amendment(
            self._old, touched, path=given.amendment, sheet=given.ballots, votes=given.votes, today=today
        )

    def _decisions(self) -> tuple[Compared, ...]:
        sides = (Setting(self._old), Setting(self._new))
        found = []
        for before, after in self._matched.pairs:
            one = compared((sides[0], before), (sides[1], after), self._cases)
            was, now = thresholds.changed(self._old, self._new, before, after)
            found.append(replace(one, was=was, now=now))
        return tuple(found)

    def _blocks(
        self, found: Sequence[str], members: Members, decisions: Sequence[Compared]
    ) -> tuple[str, ...]:
        """The blocks of the charter that changed, those told otherwise than as clauses among them."""
        more = []
        if members.joined or members.left or members.resized:
            more.append("members")
        worded = any(each.was != each.now for each in decisions)
        if worded or self._matched.added or self._matched.dropped:
            more.append("decisions")
        return tuple(dict.fromkeys((*more, *found)))

    def _problems(self) -> list[str]:
        """What of either file is not in the comparison; the same file twice differs in nothing."""
        if self._files[0].document.lines == self._files[1].document.lines:
            return []
        return [
            f"Not all of {loaded.document.name} can be understood; coalcheck validate says what."
            for loaded in self._files
            if not _understood(loaded)
        ]


def _understood(loaded: Loaded) -> bool:
    """Whether everything that is written in a file is in the charter."""
    return loaded.document.complete and all(
        # A block that is not there yet is nothing that could be misread.
        problem.kind in _REMARKS or (problem.kind == "missing-key" and len(problem.route) == 1)
        for problem in loaded.problems
    )


def _members(old: Charter, new: Charter) -> Members:
    was = {member.id: member.count or 1 for member in old.members}
    now = {member.id: member.count or 1 for member in new.members}
    return Members(
        tuple(member for member in now if member not in was),
        tuple(member for member in was if member not in now),
        tuple((each, was[each], now[each]) for each in now if each in was and was[each] != now[each]),
    )
