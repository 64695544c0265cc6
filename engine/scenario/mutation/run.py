"""The cases of a charter judged under every change of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from coalcheck.engine.scenario.mutation.every import mutants
from coalcheck.engine.scenario.mutation.score import Change, Mutation
from coalcheck.engine.scenario.mutation.telling import Telling
from coalcheck.engine.scenario.run import run

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.scenario.mutation.mutant import Mutant
    from coalcheck.engine.scenario.run import Ran, Under
    from coalcheck.engine.scenario.suite import Case
    from coalcheck.engine.source.node import Document


def mutate(
    under: Under,
    ran: Sequence[Ran],
    *,
    frame: Document | None = None,
    wanted: Callable[[Mutant], bool] = lambda _: True,
    tell: bool = True,
) -> Mutation:
    """Change a charter in one place at a time and see whether its scenarios notice.

    Args:
        under: the charter, made ready.
        ran: its cases, each with what it came to under the charter; those that do not pass are left aside.
        frame: a test file whose heading and ``given:`` hold for what is to be pasted; None for none.
        wanted: which changes are made; all where not said.
        tell: whether a scenario is looked for where none noticed a change. Where it is not, a change that
            no ballots could tell counts as unnoticed.
    """
    cases = tuple(_passing(ran, under.charter))
    telling = Telling(under, frame, (each.case.id for each in ran)) if tell else None
    changes = tuple(
        _change(under, mutant, cases, telling) for mutant in mutants(under.charter) if wanted(mutant)
    )
    return Mutation(under.clauses.document.name, changes, len(cases))


class _Judged:
    """A case that passes, with what it rests on."""

    __slots__ = ("case", "decision")

    def __init__(self, case: Case, decision: str) -> None:
        self.case = case
        self.decision = decision


def _about(case: Case, decision: str, charter: Charter) -> str:
    """The one decision that can change what a case comes to; empty where others can too."""
    action = case.loaded.action
    if action is None or action.amends or any(each.applies_if for each in charter.decisions.values()):
        return ""
    kind = action.action
    covering = [key for key, each in charter.decisions.items() if kind == key or kind in each.covers]
    return decision if len(covering) == 1 else ""


def _passing(ran: Iterable[Ran], charter: Charter) -> Iterator[_Judged]:
    """Cases that pass; the quick ones first, for most changes are noticed by some of them."""
    found = (
        _Judged(each.case, _about(each.case, each.verdict.decision, charter))
        for each in ran
        if each.passed and each.verdict is not None
    )
    yield from sorted(found, key=lambda each: _asks_for_points(each.case))


def _asks_for_points(case: Case) -> bool:
    expect = case.expect
    return expect is not None and bool(expect.findings or expect.no_findings)


def _change(under: Under, mutant: Mutant, cases: Sequence[_Judged], telling: Telling | None) -> Change:
    changed = under.changed(mutant.charter)
    clauses = under.clauses
    path, line = clauses.path(mutant.route), clauses.line(mutant.route)
    for each in cases:
        # A case that more than one decision covers, or none, may be about any of them.
        if (not each.decision or each.decision in mutant.decisions) and not run(each.case, changed).passed:
            return Change(mutant.kind, path, line, mutant.said, "noticed", each.case.id)
    if telling is None:
        return Change(mutant.kind, path, line, mutant.said, "unnoticed")
    told = telling.of(mutant, changed)
    if told.scenario is None and told.looked_through:
        return Change(mutant.kind, path, line, mutant.said, "not-distinguished")
    return Change(mutant.kind, path, line, mutant.said, "unnoticed", scenario=told.scenario)
