"""Cases to paste: votes as a case has them, with what the charter says of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.checking.outcomes import in_words
from coalcheck.engine.scenario.load import heading_of, load
from coalcheck.engine.scenario.run import run
from coalcheck.engine.scenario.votes import SHORT, WHOLE
from coalcheck.engine.source.node import Mapping, Scalar, Sequence
from coalcheck.engine.source.read import read
from coalcheck.engine.threshold.bound import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as Several

    from coalcheck.engine.decide.chamber import Chamber
    from coalcheck.engine.decide.verdict import Verdict
    from coalcheck.engine.scenario.run import Ran, Under
    from coalcheck.engine.scenario.suite import Suite
    from coalcheck.engine.source.node import Node

_ANSWERS: Final = ("for", "against", "abstain", "present")
_OWN: Final = frozenset({"id", "why", "expect", "table", "as_of", "present", "vetoes", *SHORT, *WHOLE})
"""Keys of a case that another case does not take over."""
_UNCOUNTED: Final = frozenset({"unauthorised", "indeterminate", "pending"})
_MANY: Final = 4


class Tried(NamedTuple):
    """A case that was made to show something, and what it came to.

    Attributes:
        lines: its keys, a line each, without its id and what is expected.
        ran: what it came to.
        verdict: the same, which is there.
    """

    lines: tuple[str, ...]
    ran: Ran
    verdict: Verdict


class Pasting:
    """Makes cases for one charter that fit into its test files."""

    def __init__(self, under: Under, ran: Several[Ran], suites: Several[Suite]) -> None:
        self._under = under
        self._suite = next(iter(suites), None)
        self._ids = {each.case.id for each in ran}
        self._made: dict[tuple[str, ...], str] = {}
        self._like: dict[str, Ran] = {}
        for each in ran:
            if each.verdict is not None and each.verdict.outcome not in _UNCOUNTED:
                self._like.setdefault(each.verdict.decision, each)

    def tried(self, decision: str, chamber: Chamber, heads: Several[int]) -> Tried | None:
        """A case with certain votes, judged; None where the charter does not count them.

        Args:
            decision: the decision.
            chamber: who decides.
            heads: the votes, four numbers a cell.
        """
        votes = list(votes_of(chamber, heads))
        plain = [f"action: {decision}", *votes]
        like = [f"action: {decision}", *self._keys(decision), *votes]
        dated = [*plain[:1], f"date: {self._day()}", *votes]
        for lines in (plain, like, dated):
            ran = self._tried(lines)
            if ran is not None and ran.verdict is not None and ran.verdict.outcome not in _UNCOUNTED:
                return Tried(tuple(lines), ran, ran.verdict)
        return None

    def case(self, name: str, tried: Tried) -> str:
        """A case to paste; what is expected of it is what the charter says of it now.

        Args:
            name: what to call it.
            tried: the case.
        """
        lines, verdict = tried.lines, tried.verdict
        if lines in self._made:
            return self._made[lines]
        number = 1
        unlike = name
        while unlike in self._ids:
            number += 1
            unlike = f"{name}-{number}"
        by = self._under.clauses.deciding(verdict)
        start = f"decisions.{verdict.decision}."
        clause = by[0].removeprefix(start) if by else ""
        word = in_words(verdict.outcome)
        expect = f"{{verdict: {word}, by: {_quoted(clause)}}}" if clause else word
        self._ids.add(unlike)
        made = "\n".join((f"- id: {unlike}", *(f"  {line}" for line in lines), f"  expect: {expect}", ""))
        self._made[lines] = made
        return made

    def _tried(self, lines: Several[str]) -> Ran | None:
        """What the charter says of it in the place of the other cases of the file."""
        text = "\n".join(
            ("cases:", "  - id: tried", *(f"    {line}" for line in lines), "    expect: adopted", "")
        )
        document = read(text, "tried")
        root = document.root
        if not isinstance(root, Mapping):
            return None
        own = self._suite.document.root if self._suite is not None else None
        if isinstance(own, Mapping):
            kept = {key: entry for key, entry in own.entries.items() if key != "cases"}
            root = Mapping({**kept, **root.entries}, root.span)
        from msgspec.structs import replace

        whole = replace(document, root=root)
        suite = load(whole, heading_of(whole), self._under.charter)
        return run(suite.cases[0], self._under) if suite.cases else None

    def _day(self) -> date:
        """A day on which the charter holds, as far as it says when that is."""
        term = self._under.charter.term
        found = (term.starts or term.ends) if term is not None else None
        return found or date(2026, 1, 1)

    def _keys(self, decision: str) -> Iterator[str]:
        """What another case of the same decision says beside its votes."""
        like = self._like.get(decision)
        if like is None or not isinstance(like.case.loaded.document.root, Mapping):
            return
        for key, entry in like.case.loaded.document.root.entries.items():
            if key not in _OWN and key != "action":
                yield f"{key}: {_flow(entry.value)}"


def votes_of(chamber: Chamber, heads: Several[int]) -> Iterator[str]:
    """Votes as lines of a case: by number where all vote alike, else by name.

    Args:
        chamber: who decides.
        heads: the votes, four numbers a cell.
    """
    voting = [number for number, cell in enumerate(chamber.cells) if cell.votes]
    split = [heads[STATES * number : STATES * (number + 1)] for number in range(len(chamber.cells))]
    if len(voting) == 1 and not chamber.charter.vetoes:
        yes, no, neither, there = split[voting[0]]
        yield from (f"{key}: {n}" for key, n in (("for", yes), ("against", no), ("abstain", neither)) if n)
        if not yes and not no and not neither:
            yield "for: 0"
        if there:
            yield f"present: {yes + no + neither + there}"
        return
    if any(size > 1 for number in voting for size in chamber.cells[number].sizes):
        yield from _by_row(chamber, voting, split)
        return
    who: dict[str, list[str]] = {answer: [] for answer in _ANSWERS}
    away: list[str] = []
    for number in voting:
        ids = list(chamber.cells[number].ids)
        for answer, n in zip(_ANSWERS, split[number], strict=True):
            who[answer] += ids[:n]
            ids = ids[n:]
        away += ids
    most = max(SHORT[:3], key=lambda answer: len(who[answer]))
    for answer in _ANSWERS[:3]:
        if answer == most and len(who[answer]) >= _MANY and not away and not who["present"]:
            yield f"{answer}: others"
        elif who[answer] or (answer == "for" and not any(who[each] for each in _ANSWERS[:3])):
            yield f"{answer}: [{', '.join(map(_quoted, who[answer]))}]"
    if who["present"]:
        there_too = [each for answer in _ANSWERS for each in who[answer]]
        yield f"present: [{', '.join(map(_quoted, there_too))}]"


def _by_row(chamber: Chamber, voting: Several[int], split: Several[Several[int]]) -> Iterator[str]:
    """Rows that stand for many, each with how many of it gave which answer."""
    yield "ballots:"
    for number in voting:
        left = list(split[number])
        for member, size in zip(chamber.cells[number].ids, chamber.cells[number].sizes, strict=True):
            given: list[str] = []
            room = size
            for place, answer in enumerate(_ANSWERS):
                n = min(room, left[place])
                left[place] -= n
                room -= n
                given += [f"{answer}: {n}"] if n else []
            if given:
                yield f"  {_quoted(member)}: {{{', '.join(given)}}}"


_SAFE: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_. /")


def _quoted(text: str) -> str:
    if text and set(text) <= _SAFE and not text[0].isdigit() and text.strip() == text:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def _flow(node: Node) -> str:
    if isinstance(node, Scalar):
        return node.text if node.style == "plain" else _quoted(node.text)
    if isinstance(node, Sequence):
        return f"[{', '.join(map(_flow, node.items))}]"
    return f"{{{', '.join(f'{key}: {_flow(entry.value)}' for key, entry in node.entries.items())}}}"
