"""What a charter cannot do without: what to say where it is not there, and a text to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalcheck.engine.charter.fault import Fault
from coalcheck.engine.source.node import Mapping, Node, Problem, Scalar, Span

if TYPE_CHECKING:
    from coalcheck.engine.charter.place import Place

REQUIRED: dict[str, object] = {"name": "", "purpose": "", "members": (), "decisions": {}}
"""What every charter has, and what stands in for it where a file lacks it."""

_MISSING = "missing"
_BEGINNINGS = {
    "name": "name: Clean Air and Fair Work",
    "purpose": "purpose: Stop the Meridian trade deal before the vote on 30 September 2026.",
    "members": """\
members:
  - id: breathe
    name: Breathe Easy Network
    role: Leads on the air-quality evidence.
  - id: local-9
    name: Dock and Rail Workers Local 9
    role: Leads on the jobs evidence.""",
    "decisions": """\
decisions:
  joint-statement:
    covers: [speak, event, spend]
    passes: at least 2/3 of members
  change:
    covers: [amend, widen-scope, admit, dissolve]
    passes: all members""",
    "file": "file: budget.yaml",
    "status": "status: suspended",
}


def missing_block(root: Mapping, key: str) -> Fault:
    """A block of the first level that every charter has."""
    first = root.entries.get("name") or next(iter(root.entries.values()), None)
    span = first.key.span if first else Span(1, 1, 1, 1)
    values = {"key": key, "found": "this charter", "detail": f"{_MISSING} in this charter"}
    return Fault(Problem("missing-key", span, (key,), values | {"repair": _BEGINNINGS[key]}))


def empty_block(place: Place) -> Fault:
    """Such a block of which only the key is there, or what is below it says nothing."""
    key = str(place.route[0])
    values = {"key": key, "found": "this charter", "detail": "empty", "repair": _BEGINNINGS[key]}
    return Fault(Problem("missing-key", place.key_span, place.route, values))


def missing_key(place: Place, key: str) -> Fault:
    """A key without which the part at this place cannot be used."""
    part = f"this entry of {next(step for step in reversed(place.route) if isinstance(step, str))}"
    values = {"key": key, "found": part, "detail": f"{_MISSING} in {part}", "repair": _beginning(place, key)}
    return Fault(Problem("missing-key", place.key_span, (*place.route, key), values))


def _beginning(place: Place, key: str) -> str:
    if key != "id":
        return _BEGINNINGS[key]
    return f"id: {respelt(_text(place.node, 'name')) or 'short-name'}"


def _text(node: Node, key: str) -> str:
    entry = node.entries.get(key) if isinstance(node, Mapping) else None
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""


def respelt(name: str) -> str:
    """A name as thresholds and paths can use it; empty where nothing is left of it."""
    letters = "".join(letter if letter.isalnum() else "-" for letter in name.strip().lower())
    return "-".join(part for part in letters.split("-") if part)
