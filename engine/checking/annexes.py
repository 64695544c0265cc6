"""What stands in an annex and a verdict needs: which days are working days.

A charter may leave that to a file that changes more often. Of an annex its ``calendar`` is read and nothing
else, and only where the charter has none itself: the charter prevails. Decisions, exit, scope and vetoes are
never in an annex.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from coalcheck.engine.charter.load import Loaded, load
from coalcheck.engine.checking.reading import read_path
from coalcheck.engine.source.files import STANDARD_INPUT
from coalcheck.engine.validate import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.decide.verdict import Verdict
    from coalcheck.engine.source.node import Document, Problem

_ENDINGS = frozenset((".yaml", ".yml"))


class Annexed(NamedTuple):
    """A charter with the working days of its annex.

    Attributes:
        loaded: the charter.
        file: the annex that its calendar is from, as the charter names it; empty where it is from none.
        faulty: an annex whose calendar is not clear, with what is wrong in it; it is then not used.
    """

    loaded: Loaded
    file: str = ""
    faulty: tuple[tuple[Document, tuple[Problem, ...]], ...] = ()


def with_annexes(loaded: Loaded, path: str) -> Annexed:
    """Add the working days of an annex to a charter that has none of its own.

    Where two annexes have a calendar, neither is used: which of them holds, the charter does not say.
    """
    charter = loaded.charter
    if charter is None or not charter.annexes or path == STANDARD_INPUT:
        return Annexed(loaded)
    if charter.calendar is not None:
        return Annexed(loaded)
    found = [(name, annex) for name, annex in _annexes(loaded, Path(path)) if _calendar_of(annex)]
    faulty = tuple((annex.document, problems) for _, annex in found if (problems := _problems(annex)))
    if len(found) != 1 or faulty:
        return Annexed(loaded, faulty=faulty)
    ((name, annex),) = found
    calendar = annex.charter.calendar if annex.charter is not None else None
    return Annexed(loaded._replace(charter=charter.model_copy(update={"calendar": calendar})), name)


def with_source(verdict: Verdict, file: str) -> Verdict:
    """The verdict; where working days were counted, with the annex that says which days these are."""
    if not file or not any("working day" in f"{each.text} {each.said}" for each in verdict.clauses):
        return verdict
    return replace(verdict, notes=(*verdict.notes, f"Which days are working days is taken from {file}."))


def _annexes(loaded: Loaded, path: Path) -> Iterator[tuple[str, Loaded]]:
    """The annexes that can be read, each by the name that the charter gives it; none outside its folder."""
    folder = path.parent.resolve()
    for annex in loaded.charter.annexes if loaded.charter is not None else ():
        file = path.parent / annex.file
        if file.suffix not in _ENDINGS or not file.resolve().is_relative_to(folder):
            continue
        try:
            document = read_path(str(file), bytes)
        except Unreadable:
            # That it is not there matters only where working days are asked for, and then they are.
            continue
        yield annex.file, load(document)


def _calendar_of(annex: Loaded) -> bool:
    root = annex.document.root
    return root is not None and "calendar" in getattr(root, "entries", {})


def _problems(annex: Loaded) -> tuple[Problem, ...]:
    """What is wrong with its calendar: that the rest of a charter is not there is as it should be."""
    return tuple(each for each in annex.problems if each.route[:1] == ("calendar",))
