"""Cases in rows: each row is the case with the cells of the row put in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.charter.fault import Fault
from coalcheck.engine.charter.place import Place, first_line
from coalcheck.engine.scenario.shape import unknown_key, unknown_word, wrong_type
from coalcheck.engine.source.node import Entry, Mapping, Problem, Route, Scalar, Sequence, Span
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as Several

    from coalcheck.engine.scenario.votes import Keys
    from coalcheck.engine.source.node import Node

COLUMNS: Final = "columns"
ROWS: Final = "rows"
EXPECTED: Final = ("by", "scope")
"""Columns that belong to what is expected."""
_SILENT: Final = frozenset({"expect", "why", *EXPECTED})
"""Columns that do not tell one row from another."""
NOT_IN_ROWS: Final = frozenset({"table", "id"})
"""Keys of a case that are no column."""
A_ROW: Final = "one cell for each column, in brackets, such as [7, 4, adopted]"


class Row(NamedTuple):
    """One row of a table.

    Attributes:
        name: its cells, as a name.
        keys: what stands in it, by the key of its column.
        route: where it stands.
        span: its first line.
    """

    name: str
    keys: Keys
    route: Route
    span: Span


def rows(place: Place, keys: Keys, faults: list[Fault], known: Several[str]) -> Iterator[Row]:
    """The rows of a table.

    Args:
        place: the table.
        keys: what the case says for all of its rows.
        faults: takes what is wrong with the table.
        known: the keys that a case can have.
    """
    table = place.node
    if not isinstance(table, Mapping):
        faults.append(wrong_type(place, "columns and rows"))
        return
    for key, entry in table.entries.items():
        if key not in (COLUMNS, ROWS):
            faults.append(unknown_key(Place((*place.route, key), entry.value, entry), (COLUMNS, ROWS)))
    columns = list(_columns(place, table, faults, [each for each in known if each not in NOT_IN_ROWS]))
    written = table.entries.get(ROWS)
    if written is None or not isinstance(written.value, Sequence) or not written.value.items:
        values = {"key": ROWS, "found": "table"}
        span = written.key.span if written is not None else place.key_span
        faults.append(Fault(Problem("no-cases", span, (*place.route, ROWS), values)))
        return
    if not columns:
        return
    for number, item in enumerate(written.value.items):
        route: Route = (*place.route, ROWS, number)
        if not isinstance(item, Sequence) or len(item.items) != len(columns):
            faults.append(_uneven(item, route, len(columns)))
            continue
        cells = [
            (column, cell, (*route, i))
            for i, (column, cell) in enumerate(zip(columns, item.items, strict=True))
        ]
        yield Row(_name(cells), _keys(cells, keys), route, first_line(item))


def _columns(place: Place, table: Mapping, faults: list[Fault], known: Several[str]) -> Iterator[Scalar]:
    entry = table.entries.get(COLUMNS)
    if entry is None:
        values = {"key": COLUMNS, "found": "table"}
        faults.append(
            Fault(Problem("table-without-columns", place.key_span, (*place.route, COLUMNS), values))
        )
        return
    items = entry.value.items if isinstance(entry.value, Sequence) else [entry.value]
    seen: set[str] = set()
    for i, item in enumerate(items):
        at = Place((*place.route, COLUMNS, i), item)
        column = item if isinstance(item, Scalar) else Scalar("", item.span)
        if not isinstance(item, Scalar):
            faults.append(wrong_type(at, "the key of a case, such as for, against or expect"))
        elif column.text not in known and column.text not in EXPECTED:
            what = "a key of a case, or by, or scope"
            faults.append(unknown_word(at, column.text, (*known, *EXPECTED), what))
            # Its cells belong to nothing.
            column = Scalar("", item.span)
        elif column.text in seen:
            values = {"found": column.text, "first_line": str(column.span.line)}
            faults.append(Fault(Problem("case-twice", column.span, at.route, values)))
        seen.add(column.text)
        yield column


def _uneven(item: Node, route: Route, columns: int) -> Fault:
    found = counted(len(item.items), "cell") if isinstance(item, Sequence) else "no cells"
    expected = f"{'is' if columns == 1 else 'are'} {counted(columns, 'column')}"
    suggestion = f"Write {A_ROW}."
    values = {"key": ROWS, "found": found, "expected": expected, "suggestion": suggestion}
    return Fault(Problem("row-uneven", first_line(item), route, values))


def _keys(cells: Several[tuple[Scalar, Node, Route]], keys: Keys) -> Keys:
    """The cells by their keys; what is expected is put together of all that speaks of it."""
    found: Keys = {}
    expected: dict[str, Entry] = {}
    where: Route = ()
    for column, cell, route in cells:
        if not _says(cell) or not column.text:
            continue
        if column.text in EXPECTED:
            expected[column.text] = Entry(column, cell)
            where = where or route
        else:
            found[column.text] = (Entry(column, cell), route)
    if expected:
        entry, route = found.get("expect") or keys.get("expect") or (None, where)
        found["expect"] = (_with(entry, expected, cells[0][0]), route)
    return found


def _with(entry: Entry | None, expected: dict[str, Entry], column: Scalar) -> Entry:
    key = column if entry is None else entry.key
    below: dict[str, Entry] = {}
    if entry is not None and isinstance(entry.value, Mapping):
        below = dict(entry.value.entries)
    elif entry is not None:
        below = {"verdict": Entry(entry.key, entry.value)}
    value = next(iter(expected.values())).value if entry is None else entry.value
    return Entry(key, Mapping({**below, **expected}, value.span, flow=True))


def _says(cell: Node) -> bool:
    """Whether anything stands in a cell: an empty one leaves to the case what it says."""
    return (
        not isinstance(cell, Scalar) or (cell.style != "plain" and bool(cell.text)) or cell.text not in _EMPTY
    )


_EMPTY: Final = frozenset({"", "~", "-", "null"})


def _name(cells: Several[tuple[Scalar, Node, Route]]) -> str:
    parts = [_word(cell) for column, cell, _ in cells if column.text not in _SILENT]
    return "-".join(parts) or "row"


def _word(cell: Node) -> str:
    if isinstance(cell, Scalar):
        return "_".join(cell.text.split()) if _says(cell) else "none"
    if isinstance(cell, Mapping):
        return "+".join(f"{key}={_word(entry.value)}" for key, entry in cell.entries.items()) or "none"
    return "+".join(map(_word, cell.items)) or "none"
