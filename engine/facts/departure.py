"""What becomes of a rule when one member leaves: counted for every member, once for all who are alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeAlias

from coalcheck.engine.facts.examination import MOST_KINDS_OF_MEMBERS, Examination, speaks_of_others
from coalcheck.engine.facts.silent import enough_classes, unsaid, without_anyone
from coalcheck.engine.roll.names import PREDEFINED
from coalcheck.engine.roll.sentences import Sentence
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.cells import cells_of
from coalcheck.engine.threshold.departing import Departures, departures, needs_recount
from coalcheck.engine.threshold.electorate import Electorate, Row
from coalcheck.engine.threshold.search import TooManyCases, can_adopt, rises_with_support, undecidable
from coalcheck.engine.threshold.standing import stands_after_any
from coalcheck.engine.threshold.tree import Clause, Count, Rule, Weighted, clauses

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

LAST_TWO: Final = 2
"""Of two members, a departure ends the coalition: nothing is left to be counted."""


class Counted(Protocol):
    """Who is counted by one sentence."""

    def __call__(self, *, concerned: str | None, leaver: str | None = None) -> Electorate:
        """Who is counted when the decision is about this member, and one head of that one has left."""


_Again: TypeAlias = tuple[tuple[str, ...], str | None]
"""Rows whose leaving needs a count of its own, and who stands for the member concerned then."""


class Leaving(NamedTuple):
    """What the departures do to one sentence.

    Attributes:
        stuck: the members after whose leaving nothing meets it any more, whatever those who stay do.
        lost: the members after whose leaving it could not be judged, each with where nobody is left.
    """

    stuck: frozenset[str]
    lost: tuple[tuple[str, str], ...]


NOTHING: Final = Leaving(frozenset(), ())


def leaving(examination: Examination, sentence: Sentence, rule: Rule, counted: Counted) -> Leaving:
    """What each possible departure does to a sentence that can be met and judged now.

    Args:
        examination: the charter; what is not examined is noted there.
        sentence: the sentence.
        rule: what it says.
        counted: who is counted by it.
    """
    decision = examination.charter.decisions.get(sentence.decision)
    about_one = decision is not None and examination.is_about_one(decision, rule)
    concerned = examination.somebody() if about_one else None
    if decision is not None and decision.member_concerned is None and not speaks_of_others(rule):
        about_one = False  # whichever it is about counts like everybody else
    roll = counted(concerned=concerned)
    if examination.heads <= LAST_TWO:
        return NOTHING
    # Where some do not decide, and where it can be about nobody yet, it matters whom it is about then.
    everyone = counted(concerned=None) if about_one and concerned is not None else None
    same = not about_one or (everyone is not None and all(row.in_body for row in everyone.rows))
    if same and stands_after_any(rule, roll):
        return NOTHING
    found = _Found(rule, roll, counted, quorum=sentence.counts is Count.ATTENDANCE, about_one=about_one)
    bound = departures(rule, roll)
    standing = _standing_after(roll.rows, concerned) if about_one else {}
    whole = needs_recount(rule) or _capped(examination.charter, rule, roll)
    again = tuple(_again(bound, concerned, standing, whole=whole))
    try:
        if len(again) > MOST_KINDS_OF_MEMBERS:
            raise TooManyCases
        found.at_once(bound, concerned, skip=frozenset(row for rows, _ in again for row in rows))
        for rows, stands in again:
            found.one_by_one(rows, stands)
    except TooManyCases:
        examination.notes.append(
            f"Whether {sentence.text!r} works after each departure was not examined: "
            "there are too many ways to vote."
        )
    lost = tuple((row.id, found.lost[row.id]) for row in roll.rows if row.id in found.lost)
    return Leaving(frozenset(found.stuck), lost)


def met_about_another(counted: Counted, rule: Rule, *, quorum: bool, leaver: str | None = None) -> bool:
    """Whether a sentence that cannot be met about one member can be about another.

    Raises:
        TooManyCases: when there are too many ways to vote.
    """
    everyone = counted(concerned=None, leaver=leaver)
    for cell in cells_of(((rule, everyone),))[:MOST_KINDS_OF_MEMBERS]:
        single = next((row for row, size in zip(cell.ids, cell.sizes, strict=True) if size == 1), None)
        if single is not None:
            left = counted(concerned=single, leaver=leaver)
            if can_adopt(rule, left, silence=quorum):
                return True
    return False


class _Found:
    """What is found out about the departures from one electorate, member by member."""

    def __init__(
        self, rule: Rule, roll: Electorate, counted: Counted, *, quorum: bool, about_one: bool
    ) -> None:
        self.stuck: set[str] = set()
        self.lost: dict[str, str] = {}
        self._rule, self._counted, self._quorum, self._about_one = rule, counted, quorum, about_one
        self._roll = roll
        self._rows = {row.id: row for row in roll.rows}

    def at_once(self, bound: Departures, concerned: str | None, *, skip: frozenset[str]) -> None:
        """Count all departures that need no count of their own."""
        missing: dict[str, Clause] = {}
        for cell, clause in bound.hung():
            if not self._without(clause):
                missing.setdefault(cell.ids[0], clause)
        plain = not self._about_one and rises_with_support(self._rule)
        plain = plain and all(cell.votes for cell in bound.cells)
        for cell, carried in zip(bound.cells, bound.carried(), strict=True):
            ids = [row for row in cell.ids if row not in skip]
            if not ids:
                continue
            if ids[0] in missing:
                self.lost[ids[0]] = without_anyone(missing[ids[0]], self._rows[ids[0]])
            if carried is False and plain:
                self.stuck.update(ids)
            for alike in self._alike(ids) if carried is False and not plain else ():
                if self._is_stuck(alike[0], concerned):
                    self.stuck.update(alike)

    def _alike(self, ids: list[str]) -> Iterable[list[str]]:
        """Rows by whether one head is there, or will be: only of such a row a decision can be about."""
        if not self._about_one:
            return (ids,)
        groups: dict[int, list[str]] = {}
        for row in ids:
            groups.setdefault(min(self._rows[row].count, LAST_TWO + 1), []).append(row)
        return groups.values()

    def _without(self, clause: Clause) -> bool:
        """Whether a clause that counts only one member can do without: another class may be enough."""
        # Who has signed by then is a matter of that day.
        return clause.among in PREDEFINED or enough_classes(clause, self._roll, less=1)

    def one_by_one(self, rows: tuple[str, ...], standing: str | None) -> None:
        """Count a departure from the members on."""
        left = self._counted(concerned=standing, leaver=rows[0])
        if unsaid(self._rule, left, bind(self._rule, left)):
            asked = (clause for clause in clauses(self._rule) if undecidable(clause, left))
            for clause in asked:
                if clause.among not in PREDEFINED and not enough_classes(clause, left):
                    self.lost |= {row: without_anyone(clause, self._rows[row]) for row in rows}
                    break
        if self._is_stuck(rows[0], standing):
            self.stuck.update(rows)

    def _is_stuck(self, leaver: str, concerned: str | None) -> bool:
        left = self._counted(concerned=concerned, leaver=leaver)
        if can_adopt(self._rule, left, silence=self._quorum) is not False:
            return False
        # Who stands for the member concerned is one of several: it is enough that one can be decided about.
        return not self._about_one or not met_about_another(
            self._counted, self._rule, quorum=self._quorum, leaver=leaver
        )


def _again(
    bound: Departures, concerned: str | None, standing: Mapping[str, str | None], *, whole: bool
) -> Iterator[_Again]:
    """The departures that change more than what the leaver adds, those of members alike together."""
    for cell in bound.cells:
        yield from (((row,), standing[row]) for row in cell.ids if row in standing)
        alike = tuple(row for row in cell.ids if row not in standing)
        if whole and alike:
            yield alike, concerned


def _standing_after(rows: tuple[Row, ...], concerned: str | None) -> dict[str, str | None]:
    """Whose departure changes who stands for the member concerned: to whom."""
    found: dict[str, str | None] = {}
    for row in rows if len(rows) > 1 else ():
        if row.id == concerned:
            others = [other.id for other in rows if other.count == 1 and other.id != concerned]
            found[concerned] = others[0] if others and len(rows) > LAST_TWO else None
            return found
        if row.count == LAST_TWO:
            found[row.id] = row.id
    return found


def _capped(charter: Charter, rule: Rule, roll: Electorate) -> bool:
    """Whether a weight is capped anew when somebody leaves, and somebody who does not vote counts in it."""
    bases = (getattr(clause.measure, "base", None) for clause in clauses(rule))
    names = {base.weight for base in bases if isinstance(base, Weighted)}
    if not names or all(row.votes and row.in_body for row in roll.rows):
        return False
    return any(
        version.cap is not None and version.total is None
        for name in names
        for version in charter.weights.get(name, ())[-1:]
    )
