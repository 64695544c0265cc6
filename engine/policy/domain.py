"""What is known of good charters: the rows that policies stand for, from ``docs/domain.yaml``.

A run needs none of it. It is the reasoning behind a policy, for whoever asks for an explanation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as AbstractMapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, get_args

from msgspec import Struct

from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.policy.model import MODELS, Profile
from coalcheck.engine.source.node import Mapping, Node, Scalar
from coalcheck.engine.source.read import read

FILE: Final = Path(__file__).parents[2] / "domain.yaml"
"""In the package under this name, in a checkout ``docs/domain.yaml``."""

ID: Final = re.compile(r"(?:[DN][1-9]\d*b?|S[1-9]\d*\.[a-z][a-z-]*)(?:\.[a-z][a-z0-9-]*)?", re.ASCII)
"""How a row (``D5``, ``S7.mission-creep``), or one line of it (``D5.no-end``), is named in a ``source``."""

Weights: TypeAlias = AbstractMapping[Profile, Severity | None]

_WORDS: Final[dict[str, Severity | None]] = {**{each.word: each for each in Severity}, "off": None}


Shows: TypeAlias = Literal["before", "action", "over_time"]
"""When something shows: before anybody signs, when something is proposed or done, or over time."""

SHOWS: Final[tuple[Shows, ...]] = get_args(Shows)

By: TypeAlias = Literal["", "choose", "next", "status", "analyze"]


class Cell(Struct, frozen=True):
    """One thing that a row looks at.

    Attributes:
        id: the row's, and its own behind a dot.
        what: what is looked for, as a phrase.
        shows: when it shows.
        severity: by model; None where it is not asked.
        by: what answers it, where no policy can: ``choose`` a partner's own notes, ``next`` the line NEXT,
            ``status`` and ``analyze`` the commands of these names.
        no: why nothing can tell it from a charter, an action or a record; empty where something can.
    """

    id: str
    what: str
    shows: Shows
    severity: Weights
    by: By
    no: str


class Row(Struct, frozen=True):
    """One thing that is known of good charters.

    Attributes:
        id: such as ``D5`` or ``S7.mission-creep``.
        about: a heading.
        family: the letter of the policies that ask for it.
        what: the reasoning, in a few sentences.
        severity: by model, of the row as a whole; a cell may have its own. Empty where ``see`` says it all.
        cells: what is looked at, in the order of ``SHOWS``; empty where ``see`` says it all.
        see: ids of rows that say more.
    """

    id: str
    about: str
    family: str
    what: str
    severity: Weights
    cells: tuple[Cell, ...]
    see: tuple[str, ...]

    def shown(self, when: Shows) -> tuple[Cell, ...]:
        """What is looked at then."""
        return tuple(cell for cell in self.cells if cell.shows == when)


class Number(Struct, frozen=True):
    """A number of the field: what it is, of what, and the rows or cells that it belongs to."""

    id: str
    value: str
    what: str
    rows: tuple[str, ...]


class Domain(Struct, frozen=True):
    """All rows by id, all numbers, and by code why some policies matter more or less than their rows."""

    rows: AbstractMapping[str, Row]
    numbers: tuple[Number, ...]
    differs: AbstractMapping[str, str]

    def row(self, source: str) -> Row | None:
        """The row that a ``source`` names, by itself or by one of its cells; None for a sentence."""
        if source in self.rows:
            return self.rows[source]
        above = source.rpartition(".")[0]
        row = self.rows.get(above)
        return row if row and any(cell.id == source for cell in row.cells) else None

    def cell(self, source: str) -> Cell | None:
        """The cell that a ``source`` names; None where it names a row, or nothing."""
        row = self.row(source)
        return next((cell for cell in row.cells if cell.id == source), None) if row else None


@cache
def domain() -> Domain:
    """Everything that ``docs/domain.yaml`` says.

    Raises:
        KeyError: the file leaves out something that every row has: a bug in coalcheck.
    """
    root = _plain(read(FILE.read_bytes(), FILE.name).root)
    rows = [_row(each) for each in root["rows"]]
    numbers = (Number(each["id"], each["is"], each["what"], tuple(each["rows"])) for each in root["numbers"])
    return Domain({row.id: row for row in rows}, tuple(numbers), root.get("differs", {}))


_Tree: TypeAlias = Any
"""Plain texts, in lists and dicts; that each row has its form is a matter for a test, not for every run."""


def _plain(node: Node | None) -> _Tree:
    if isinstance(node, Mapping):
        return {key: _plain(entry.value) for key, entry in node.entries.items()}
    if node is None or isinstance(node, Scalar):
        return " ".join(node.text.split()) if node else ""
    return [_plain(item) for item in node.items]


def _row(tree: _Tree) -> Row:
    weights = _weights(tree.get("severity"), {})
    return Row(
        id=tree["id"],
        about=tree["about"],
        family=tree["family"],
        what=tree["what"],
        severity=weights,
        cells=tuple(
            _cell(f"{tree['id']}.{key}", each, shows, weights)
            for shows in SHOWS
            if isinstance(lines := tree.get(shows), dict)
            for key, each in lines.items()
        ),
        see=tuple(tree.get("see", ())),
    )


def _cell(name: str, tree: _Tree, shows: Shows, weights: Weights) -> Cell:
    if isinstance(tree, str):
        return Cell(name, tree, shows, weights, by="", no="")
    return Cell(
        id=name,
        what=tree["what"],
        shows=shows,
        severity=_weights(tree.get("severity"), weights),
        by=tree.get("by", ""),
        no=tree.get("no", ""),
    )


def _weights(words: _Tree, otherwise: Weights) -> Weights:
    return {model: _WORDS[words[model]] for model in MODELS} if words else otherwise
