"""A test file that was read: its cases, each an action with what is expected of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from coalcheck.engine.action.load import LoadedAction
    from coalcheck.engine.scenario.model import Expect
    from coalcheck.engine.source.node import Document, Problem, Route


class Case(Struct, frozen=True):
    """One case, ready to be judged.

    Attributes:
        id: its name; of a row of a table the name of the case, a slash, and the cells of the row.
        line: where it stands in its file, from 1.
        route: the same as a route.
        why: why it is expected, in a sentence; empty where it is not said.
        loaded: the action, with what of it could not be understood.
        as_of: the day to take as today; None: the action's own day.
        expect: what is expected; None where nothing is, which is a mistake in the file.
    """

    id: str
    line: int
    route: Route
    why: str
    loaded: LoadedAction
    as_of: date | None
    expect: Expect | None


class Suite(Struct, frozen=True):
    """One test file.

    Attributes:
        document: the file as read.
        title: its heading; the file's name where it has none.
        cases: its cases, in its order.
        problems: everything that is wrong with the file, in its order.
    """

    document: Document
    title: str
    cases: tuple[Case, ...]
    problems: tuple[Problem, ...]
