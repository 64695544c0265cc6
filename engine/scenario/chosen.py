"""Which cases are run: all, or those whose name holds some words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.charter.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coalcheck.engine.scenario.suite import Case, Suite


def name_of(suite: Suite, case: Case) -> str:
    """What a case is called among all: its file, two colons, and its id."""
    return f"{suite.document.name}::{case.id}"


def is_chosen(suite: Suite, case: Case, wanted: Sequence[str]) -> bool:
    """Whether a case is to be run.

    Args:
        suite: its file.
        case: the case.
        wanted: pieces of names; a case is run where its name, or the heading of its file, holds any of them,
            capitals aside. None: all are.
    """
    names = (name_of(suite, case).casefold(), suite.title.casefold())
    return not wanted or any(each.casefold() in name for each in wanted for name in names)


def unmatched(wanted: Sequence[str], suites: Iterable[Suite]) -> tuple[str, str]:
    """The first piece that no case has in its name, and the id that is most like it; empty where none is."""
    suites = tuple(suites)
    for each in wanted:
        if not any(is_chosen(suite, case, (each,)) for suite in suites for case in suite.cases):
            ids = [case.id for suite in suites for case in suite.cases]
            return each, nearest(each, ids)
    return "", ""
