"""Who decides, with every sentence of one decision bound to them: all that does not depend on the ballots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from coalcheck.engine.decide.counting import Line, lines_of, one_half
from coalcheck.engine.decide.quorum import counts_who_was_there
from coalcheck.engine.decide.roster import with_outsiders
from coalcheck.engine.roll.electorate import Membership
from coalcheck.engine.roll.names import names_of
from coalcheck.engine.source.node import Route
from coalcheck.engine.threshold.bind import bind
from coalcheck.engine.threshold.bound import STATES, Bound, Cell, Unknown, holds
from coalcheck.engine.threshold.cells import cells_of
from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import (
    All,
    Any,
    Clause,
    Count,
    Heads,
    Nobody,
    Rule,
    Whom,
    clauses,
)

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, MemberConcerned

OWN_BOARDS: Final = "own boards"
_APART: Final = Nobody(Count.OPPOSITION)
_UNDECIDED: Final = Bound((), Unknown())
_ALWAYS: Final = All(())


class Sentence(Struct, frozen=True):
    """One threshold of the charter, read.

    Attributes:
        text: as the charter has it.
        route: where it stands.
        rule: what it says; None where it has no reading, or more than one.
    """

    text: str
    route: Route
    rule: Rule | None


class Way(Struct, frozen=True):
    """One threshold with its members put in.

    Attributes:
        sentence: the threshold.
        bound: when it is met; undecided where it cannot be read.
        freed: the same without its clauses "no <group> member against", which are vetoes.
        lines: the comparisons it asks for.
        halves: whether an even split is a case of its own for it.
        others: whether it speaks of the other members, so that somebody must be the member concerned.
        attended: whether being there without a ballot is enough for it.
        coalition: whether it takes a share of the whole coalition, also where a smaller body decides.
    """

    sentence: Sentence
    bound: Bound
    freed: Bound
    lines: tuple[Line, ...]
    halves: bool = False
    others: bool = False
    attended: bool = False
    coalition: bool = False

    def said(self, heads: Sequence[int]) -> str:
        """Its comparisons in words."""
        if self.sentence.rule is None:
            return "these words have no reading, or more than one"
        if len(self.lines) == 1:
            return self.lines[0].said(heads)
        return "; and ".join(line.said(heads) for line in self.lines)


class Language:
    """The sentences of one charter, each read once."""

    def __init__(self, charter: Charter) -> None:
        self._names = names_of(charter)
        self._read: dict[tuple[str, Count], Rule | None] = {}

    def sentence(self, text: str, route: Route, counts: Count = Count.SUPPORT) -> Sentence:
        """Read one."""
        key = (text, counts)
        if key not in self._read:
            found = parse(text, self._names, counts)
            self._read[key] = None if isinstance(found, Fault) else found
        return Sentence(text, route, self._read[key])


class Chamber:
    """Those who decide on one thing, on one day.

    Attributes:
        charter: the charter.
        name: the id of the decision.
        decision: the decision.
        roll: who is counted where the rule is judged.
        quorum_roll: who is counted where the quorum is judged.
        concerned: the members that it is about.
        cells: members that nothing asked here can tell apart.
        by_silence: whether silence adopts, so that it is carried where nobody says anything.
        passes: the rule; None where the charter has none.
        quorum: who must be there; None where the charter does not ask.
        second_quorum: the same at a second call.
        otherwise: the second way.
    """

    def __init__(  # noqa: PLR0913  (each is a separate question about the same decision)
        self,
        charter: Charter,
        name: str,
        *,
        language: Language,
        roll: Electorate,
        quorum_roll: Electorate,
        apart: Iterable[frozenset[str]] = (),
    ) -> None:
        """Bind the sentences of a decision.

        Args:
            charter: the charter.
            name: the id of one of its decisions.
            language: its sentences.
            roll: who is counted where the rule is judged.
            quorum_roll: who is counted where the quorum is judged.
            apart: members that are to be told apart from all others, beside what the rules ask.
        """
        decision = charter.decisions[name]
        self.charter = charter
        self.name = name
        self.decision = decision
        self.roll = roll
        self.quorum_roll = quorum_roll
        self.concerned = tuple(row.id for row in roll.rows if row.concerned)
        self.language = language
        here: Route = ("decisions", name)
        fallback, again = decision.otherwise, decision.second_call
        passes = self._read(decision.passes, (*here, "passes"))
        otherwise = self._read(fallback.passes if fallback else None, (*here, "otherwise", "passes"))
        quorum = self._read(decision.quorum, (*here, "quorum"), Count.ATTENDANCE)
        second = self._read(
            again.quorum if again else None, (*here, "second_call", "quorum"), Count.ATTENDANCE
        )
        pairs = [
            (each.rule, roll) for each in (passes, otherwise) if each is not None and each.rule is not None
        ]
        pairs += [
            (each.rule, quorum_roll)
            for each in (quorum, second)
            if each is not None and each.rule is not None
        ]
        self.cells = cells_of([*pairs, *_marked(roll, apart)] or [(_ALWAYS, roll)])
        silent = decision.silence == "adopts"
        self.by_silence = False
        self.passes = None if passes is None else way(passes, roll, self.cells, silence=silent)
        if silent and self.passes is not None:
            # A rule that counts support rests on the ballots it has, also where silence would adopt.
            nobody = [0] * (STATES * len(self.cells))
            self.by_silence = holds(self.passes.bound.condition, nobody) is not False
        self.otherwise = None if otherwise is None else way(otherwise, roll, self.cells)
        self.quorum = None if quorum is None else way(quorum, quorum_roll, self.cells, silence=True)
        self.second_quorum = None if second is None else way(second, quorum_roll, self.cells, silence=True)
        if self.asks_the_coalition:
            self.cells = with_outsiders(self.cells, roll)

    def _read(self, text: str | None, route: Route, counts: Count = Count.SUPPORT) -> Sentence | None:
        return None if text is None else self.language.sentence(text, route, counts)

    @cached_property
    def speaks_of_others(self) -> bool:
        """Whether it cannot be counted without knowing whom it is about."""
        ways = (self.passes, self.otherwise, self.quorum, self.second_quorum)
        return any(way is not None and way.others for way in ways)

    @cached_property
    def asks_the_coalition(self) -> bool:
        """Whether those outside the body vote as well, because a share is taken of the whole coalition."""
        return any(way is not None and way.coalition for way in (self.passes, self.otherwise))


def way(
    sentence: Sentence, roll: Electorate, cells: tuple[Cell, ...] | None = None, *, silence: bool = False
) -> Way:
    """Put the members into a sentence.

    Args:
        sentence: the sentence.
        roll: who is counted.
        cells: kinds of members to use; found from the sentence where not given.
        silence: no ballot in favour is needed, for silence adopts or it is no rule of support.
    """
    rule = sentence.rule
    if rule is None:
        undecided = Bound(cells if cells is not None else (), _UNDECIDED.condition)
        return Way(sentence, undecided, undecided, ())
    bound = bind(rule, roll, silence=silence, cells=cells)
    without = without_vetoes(rule)
    freed = bound if without is rule else bind(without, roll, silence=silence, cells=bound.cells)
    found = clauses(rule)
    return Way(
        sentence,
        bound,
        freed,
        lines_of(rule, roll, bound.cells),
        any(one_half(clause.measure) for clause in found),
        any(isinstance(base, Heads) and base.whom is Whom.OTHERS for base in map(_base, found)),
        counts_who_was_there(rule),
        any(isinstance(base, Heads) and base.whom is Whom.COALITION for base in map(_base, found)),
    )


def _base(clause: Clause) -> object:
    return getattr(clause.measure, "base", None)


def is_veto(clause: Clause) -> bool:
    """Whether a clause of a rule is a veto in its own words: no member of a named group against."""
    measure = clause.measure
    return isinstance(measure, Nobody) and measure.count is Count.OPPOSITION and clause.among is not None


def without_vetoes(rule: Rule) -> Rule:
    """The same rule as if nobody could veto; itself where nobody can."""
    if isinstance(rule, Clause):
        return _ALWAYS if is_veto(rule) else rule
    parts = tuple(without_vetoes(part) for part in rule.rules)
    if all(new is old for new, old in zip(parts, rule.rules, strict=True)):
        return rule
    return All(parts) if isinstance(rule, All) else Any(parts)


def _marked(roll: Electorate, apart: Iterable[frozenset[str]]) -> list[tuple[Rule, Electorate]]:
    """Rules that tell some members apart from all others, for the sake of their cells alone."""
    found: list[tuple[Rule, Electorate]] = []
    for number, members in enumerate(apart):
        group = f"\0{number}"
        rows = tuple(
            replace(row, groups=row.groups | {group}) if row.id in members else row for row in roll.rows
        )
        found.append((Clause(_APART, among=group), replace(roll, rows=rows)))
    return found


def roll_of(  # noqa: PLR0913  (each is a separate question about the same decision)
    membership: Membership,
    body: str | None,
    switches: MemberConcerned | None,
    concerned: Sequence[str],
    *,
    quorum: bool = False,
    heads: dict[str, int | None] | None = None,
) -> Electorate:
    """Who is counted, with every member concerned and with the electorate that is on record.

    Args:
        membership: the members of the day.
        body: the body that decides; the whole membership where None.
        switches: what a member concerned may do.
        concerned: the members that it is about.
        quorum: whether a quorum is judged.
        heads: who could vote as the record has it; None where it does not say.
    """
    roll = membership.electorate(body, switches)
    for member in concerned:
        about = membership.electorate(body, switches, quorum=quorum, concerned=member)
        apart = {row.id: row for row in about.rows if row.id == member}
        roll = replace(roll, rows=tuple(apart.get(row.id, row) for row in roll.rows))
    if heads is None:
        return roll
    rows = tuple(
        row if heads[row.id] is None else replace(row, count=heads[row.id] or 0)
        for row in roll.rows
        if row.id in heads
    )
    return replace(roll, rows=rows)


def membership_on(charter: Charter, on: date | None, without: Iterable[str] = ()) -> Membership:
    """The members of a day; less those that are left out to try a case."""
    return Membership(charter, without=frozenset(without), on=on)
