"""What of the charter a matter speaks of: its words, and the place to look at."""

from __future__ import annotations

import re
from collections.abc import Mapping as AbstractMapping
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.facts.matter import Matter, Shown
from coalcheck.engine.source.node import Document, Mapping, Node, Route, Scalar, Sequence

if TYPE_CHECKING:
    from coalcheck.engine.conduct.act import Act
    from coalcheck.engine.facts.fact import Value

LONGEST_QUOTE: Final = 90
"""Characters of the charter's own words that a line of ours repeats."""

_OPEN: Final = frozenset({"leaving", "joining", "vetoes", "benefits"})
_NAMING: Final = r"(?<![\w-])(?:who|by|member|proposed_by|not_seen_by|between) *:"
"""Keys behind which stands whom something concerns, or who put it forward."""


class Clause(NamedTuple):
    """A place of the charter.

    Attributes:
        text: what it says there, as a reader would quote it.
        route: where it stands.
        is_quote: whether the text is the charter's own, and not only what the place is about.
    """

    text: str
    route: Route
    is_quote: bool = True


def clause(text: object, *route: str | int) -> Clause:
    """What the charter says at a place; what is no text is written as it stands in the file."""
    return Clause(" ".join(str(text).split()), route)


def about(text: str, *route: str | int) -> Clause:
    """A place of the charter by what it is about, where it is too long to quote."""
    return Clause(text, route, is_quote=False)


def told(  # noqa: PLR0913  (each is one thing that a matter says of itself)
    act: Act, name: str, route: Route, values: AbstractMapping[str, Value], at: Clause | None, *, of: str = ""
) -> Matter:
    """A matter with the clause of the charter that it rests on, which the reader can look up.

    Args:
        act: of which it is said.
        name: the matter.
        route: where it shows in the act's own file; a line that names whom it concerns is not pointed at.
        values: what is known of it.
        at: the clause; None where the charter has none for it.
        of: the reader's word for it where there are several of a name.
    """
    route = discreet(act, route)
    if at is None:
        return Matter(name, values, route, id=of)
    document = act.charter_document
    place = f"{document.name}, line {line_of(document, at.route)}"
    words = at.text if len(at.text) <= LONGEST_QUOTE else f"{at.text[: LONGEST_QUOTE - 1].rstrip()}…"
    said = f'the charter has "{words.rstrip(".")}"' if at.is_quote else words
    shown = (Shown(document, at.route, said),)
    return Matter(name, {**values, "clause": at.text, "clause_at": place}, route, seen_in=shown, id=of)


def discreet(act: Act, route: Route) -> Route:
    """The route; but the head of the file where its line would name who it was: pages are passed round.

    Who leaves or comes in, raised a veto or gains from it is no secret of the page.
    """
    if route[:1] and route[0] in _OPEN:
        return route
    lines = act.document.lines
    line = line_of(act.document, route)
    if line > len(lines) or not re.search(_NAMING, lines[line - 1]):
        return route
    return ("happened",) if act.action.happened is not None else ("action",)


def line_of(document: Document, route: Route) -> int:
    """The line on which something stands; of what is not there, the line of what it would stand in."""
    node, line = document.root, 1
    for step in route:
        below = _below(node, step)
        if below is None:
            break
        node, line = below
    return line


def _below(node: Node | None, step: str | int) -> tuple[Node, int] | None:
    if isinstance(node, Mapping):
        entry = node.entries.get(str(step))
        return None if entry is None else (entry.value, entry.key.span.line)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        item = node.items[step]
        return item, item.span.line
    # The model reads one item as a list of one; the file has no place of its own for it.
    return (node, node.span.line) if isinstance(node, Scalar) and step == 0 else None
