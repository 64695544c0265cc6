"""What is known: of one charter, or which properties there are at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.policy.table import TABLE
from coalcheck.engine.report.parts.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coalcheck.engine.facts.fact import Fact, Property, Subject, Value
    from coalcheck.engine.source.node import Route

_KINDS = {bool: "yes or no", int: "number", str: "text"}


def page(facts: Sequence[Fact]) -> str:
    """Render every fact with its properties, by subject, in the order in which they were found."""
    blocks = []
    for fact in facts:
        where = _where(fact.route)
        head = f"{fact.subject} {fact.id}".rstrip()
        rows = [(name, _value(value)) for name, value in fact.values.items()]
        blocks.append("\n".join([f"{head}   at {where}" if where else head, *_columns(rows)]))
    return visible("\n\n".join(blocks)) + "\n"


def _where(route: Route) -> str:
    """Write a route for people: keys with dots between them, places in a list counted from 1."""
    return "".join(f" ({step + 1})" if isinstance(step, int) else f".{step}" for step in route).lstrip(".")


def table(known: Mapping[Subject, Mapping[str, Property]] = TABLE) -> str:
    """Render the table of all properties: what a policy can ask for."""
    blocks = []
    for subject, properties in known.items():
        rows = [(name, _KINDS[prop.kind], prop.about) for name, prop in properties.items()]
        blocks.append("\n".join([subject, *_columns(rows)]))
    return "\n\n".join(blocks) + "\n"


def _columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Put cells below each other; the last column is as long as it likes."""
    count = len(rows[0]) if rows else 0
    widths = [max(len(row[column]) for row in rows) for column in range(count - 1)]
    return [
        "  " + "  ".join((*(cell.ljust(size) for cell, size in zip(row, widths, strict=False)), row[-1]))
        for row in rows
    ]


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    return '"' + value.replace("\n", "\\n") + '"'
